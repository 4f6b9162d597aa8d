/**
 * Steps with nothing of the funnel in between: from an entry on, each moment at which the person does something that the funnel knows
 * must take him further, or repeat the step he stands at; anything else ends the way. Acts that the funnel does not know do
 * not disturb, nor does being known (a step of the table customers is a state, not an act).
 *
 * A moment takes the person as far as its rows allow, in order of the steps: a visit of three pages can be both visit and engaged
 * visit. Rows of the same second are one moment; where one row of a day has no time of day, the whole day is. Every entry is tried (the
 * first 1,000 of a person); the earliest of those that get furthest stands.
 */
import { NO_DAY } from '../table/dataset.js';
import type { Journey } from './funnel-journey.js';
import { HELD, MISSED, Path } from './funnel-path.js';
import type { Matcher } from './funnel-path.js';

/** More than this is no person, and must not stop the others' figures. */
const MAX_ENTRIES = 1000;

export class StrictMatcher implements Matcher {
  readonly best: Path;
  private readonly way: Path;
  private readonly last: number;
  /** First place of each moment, and one more. */
  private readonly starts: number[] = [];
  /** By moment: steps that its rows stand for, states left aside. */
  private readonly acts: number[] = [];
  /** By step: rows before each moment. */
  private readonly before: number[][];
  private readonly stateBits: number;

  constructor(private readonly journey: Journey) {
    const { steps } = journey;
    this.best = new Path(steps.length);
    this.way = new Path(steps.length);
    this.last = steps.length - 1;
    this.before = steps.map(() => []);
    this.stateBits = steps.reduce((bits, step, index) => (step.state ? bits | (1 << index) : bits), 0);
  }

  match(): void {
    this.findMoments();
    const moments = this.acts.length;
    let tried = 0;
    for (let moment = 0; moment < moments && tried < MAX_ENTRIES; moment++) {
      if ((this.acts[moment] & 1) === 0) continue;
      this.walk(moment);
      if (tried === 0 || this.way.isBetterThan(this.best)) this.best.copy(this.way);
      tried++;
      if (this.best.required + this.best.optional === this.last) return;
    }
  }

  private findMoments(): void {
    const { length, rank, timeless, day, mask, steps } = this.journey;
    this.starts.length = 0;
    this.acts.length = 0;
    const seen = steps.map(() => 0);
    for (let place = 0; place < length; place++) {
      const sameDay = place > 0 && day[place] === day[place - 1];
      const isNew = place === 0 || (rank[place] !== rank[place - 1] && !(sameDay && timeless[rank[place]] >= 0));
      if (isNew) {
        for (let step = 0; step <= this.last; step++) this.before[step][this.acts.length] = seen[step];
        this.starts.push(place);
        this.acts.push(0);
      }
      this.acts[this.acts.length - 1] |= mask[place] & ~this.stateBits;
      for (let step = 0; step <= this.last; step++) seen[step] += (mask[place] >>> step) & 1;
    }
    for (let step = 0; step <= this.last; step++) this.before[step][this.acts.length] = seen[step];
  }

  private walk(entry: number): void {
    const { journey, way } = this;
    const place = journey.lists[0][this.before[0][entry]];
    way.enter(place, this.before[0][entry], journey.rank[place]);
    let step = 0;
    let stay = 1;
    for (let moment = entry; moment < this.acts.length && step < this.last; moment++) {
      if (moment > entry && !journey.within(place, this.starts[moment])) return;
      const from = step;
      for (let next = this.next(step, moment, entry); next > step; next = this.next(step, moment, entry)) {
        stay = journey.steps[next].state ? stay | (1 << next) : 1 << next;
        step = next;
      }
      const interrupted = moment > entry && step === from && this.acts[moment] !== 0 && (this.acts[moment] & stay) === 0;
      if (interrupted) return;
    }
  }

  /** Takes the next step that this moment allows; the same step when it allows none. */
  private next(step: number, moment: number, entry: number): number {
    const { steps } = this.journey;
    for (let next = step + 1; next <= this.last; next++) {
      if (this.take(next, moment, entry)) return next;
      if (!steps[next].optional) return step;
    }
    return step;
  }

  private take(step: number, moment: number, entry: number): boolean {
    const { journey, way } = this;
    const { nth, state, optional } = journey.steps[step];
    const until = this.before[step][moment + 1];
    const from = state ? 0 : this.before[step][moment];
    const index = Math.max(from, this.afterTwin(step), nth > 1 ? this.before[step][entry] + nth - 1 : 0);
    if (index >= until) return false;
    const place = journey.lists[step][index];
    const known = state && (journey.day[place] === NO_DAY || place < this.starts[moment]);
    way.reach(step, optional, known ? HELD : place, index, journey.rank[this.starts[moment]]);
    return true;
  }

  private afterTwin(step: number): number {
    const { steps } = this.journey;
    let { twin } = steps[step];
    while (twin >= 0 && this.way.match[twin] === MISSED) twin = steps[twin].twin;
    return twin < 0 ? 0 : this.way.index[twin] + 1;
  }
}
