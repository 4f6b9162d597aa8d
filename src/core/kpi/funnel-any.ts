/**
 * Steps in whatever order: a step counts for those who did it and every required step before it in the list, all within the window
 * that begins with the first of these acts. Without a window: at any time. Of all windows of a person the one counts that holds
 * most required steps, then most optional ones; the earliest of these.
 *
 * A step is reached at the moment when the last of the acts that it needs is done, so no duration is negative. (PostHog's "any
 * order" counts how many steps were done, whichever they were; here the second bar stays "did the second step, and the first".)
 */
import { NO_DAY } from '../table/dataset.js';
import type { Journey } from './funnel-journey.js';
import { firstIndex, HELD, MISSED, Path } from './funnel-path.js';
import type { Matcher } from './funnel-path.js';

export class AnyOrderMatcher implements Matcher {
  readonly best: Path;
  private readonly way: Path;
  private readonly required: number;
  private readonly optional: number;

  constructor(
    private readonly journey: Journey,
    private readonly hasWindow: boolean,
  ) {
    const { steps } = journey;
    this.optional = steps.filter((step) => step.optional).length;
    this.required = steps.length - 1 - this.optional;
    this.best = new Path(steps.length);
    this.way = new Path(steps.length);
  }

  match(): void {
    const { journey } = this;
    let last = -1;
    let any = false;
    for (let place = 0; place < journey.length; place++) {
      if (journey.rank[place] === last || (this.hasWindow && this.isUselessStart(place))) continue;
      last = journey.rank[place];
      if (!this.gather(place)) continue;
      if (!any || this.way.isBetterThan(this.best)) this.best.copy(this.way);
      any = true;
      if (!this.hasWindow || (this.best.required === this.required && this.best.optional === this.optional)) return;
    }
  }

  /** A row without a date begins no window, unless nothing else could. */
  private isUselessStart(place: number): boolean {
    return this.journey.day[place] === NO_DAY && this.journey.day[this.journey.length - 1] !== NO_DAY;
  }

  /** What the window that begins at a row holds; false when it lacks the first step. */
  private gather(start: number): boolean {
    const { journey, way } = this;
    const from = journey.rank[start];
    const entry = journey.find(0, from, 0, start);
    if (entry < 0) return false;
    way.enter(journey.lists[0][entry], entry, journey.found);
    let latest = journey.lists[0][entry];
    for (let step = 1; step < journey.steps.length; step++) {
      const index = journey.find(step, from, firstIndex(journey, way, step, from), start);
      const { optional } = journey.steps[step];
      if (index < 0 && !optional) break;
      if (index < 0) continue;
      const place = journey.lists[step][index];
      const done = journey.rank[place] > journey.rank[latest] ? place : latest;
      const held = journey.isHeld(step, place, journey.rank[latest]);
      way.reach(step, optional, held ? HELD : done, index, journey.rank[done]);
      if (!optional && way.match[step] !== MISSED) latest = done;
    }
    return true;
  }
}
