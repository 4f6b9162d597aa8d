/**
 * First-match forward search: each step at or after the one before it (at the same instant in order of the steps).
 *
 * Of all ways through a person's rows the one counts that reaches most required steps, then most optional ones; for each way the
 * first row that fits is taken. Without a window the first entry is as good as any later one; with a window every entry is
 * tried, and the earliest of those that get furthest stands. So a person who came in March, left, and came back in May to buy
 * within a week is a buyer, once.
 */
import { firstIndex, HELD, Path } from './funnel-path.js';
import type { Matcher } from './funnel-path.js';
import type { Journey } from './funnel-journey.js';

export class OrderedMatcher implements Matcher {
  readonly best: Path;
  /** By number of optional steps taken: the way that stands earliest. */
  private readonly ways: Path[];
  private readonly open: boolean[];
  private readonly trial: Path;
  private readonly required: number;
  private readonly optional: number;
  private readonly ended: number[] = [];

  constructor(
    private readonly journey: Journey,
    private readonly everyEntry: boolean,
  ) {
    const { steps } = journey;
    this.optional = steps.filter((step) => step.optional).length;
    this.required = steps.length - 1 - this.optional;
    this.ways = Array.from({ length: this.optional + 1 }, () => new Path(steps.length));
    this.open = this.ways.map(() => false);
    this.best = new Path(steps.length);
    this.trial = new Path(steps.length);
  }

  match(): void {
    const { lists, counts, rank } = this.journey;
    const entries = this.everyEntry ? counts[0] : 1;
    let last = -1;
    for (let entry = 0; entry < entries; entry++) {
      const place = lists[0][entry];
      if (rank[place] === last) continue;
      last = rank[place];
      const way = this.follow(place, entry);
      if (entry === 0 || way.isBetterThan(this.best)) this.best.copy(way);
      if (this.best.required === this.required && this.best.optional === this.optional) return;
    }
  }

  /** Best way from one entry. */
  private follow(place: number, entry: number): Path {
    const { steps, rank } = this.journey;
    this.open.fill(false);
    this.open[0] = true;
    this.ways[0].enter(place, entry, rank[place]);
    for (let step = 1; step < steps.length; step++) {
      if (steps[step].optional) this.offer(step, place);
      else if (!this.demand(step, place)) break;
    }
    return this.ways[this.open.lastIndexOf(true)];
  }

  /** An optional step: whoever can takes it, and stands beside those who skip it. */
  private offer(step: number, entry: number): void {
    for (let taken = this.optional - 1; taken >= 0; taken--) {
      if (!this.open[taken] || !this.advance(this.ways[taken], step, entry)) continue;
      if (this.open[taken + 1] && this.ways[taken + 1].at <= this.trial.at) continue;
      this.ways[taken + 1].copy(this.trial);
      this.open[taken + 1] = true;
    }
  }

  /** A required step: ways that cannot take it end. When none can, all stay as they were and false is returned. */
  private demand(step: number, entry: number): boolean {
    let any = false;
    const before = this.open.lastIndexOf(true);
    for (let taken = 0; taken <= before; taken++) {
      if (!this.open[taken]) continue;
      if (this.advance(this.ways[taken], step, entry)) {
        this.ways[taken].copy(this.trial);
        any = true;
      } else this.ended.push(taken);
    }
    if (any) for (const taken of this.ended) this.open[taken] = false;
    this.ended.length = 0;
    return any;
  }

  /** Copies a way into `trial` and takes one step further; false where no row fits. */
  private advance(way: Path, step: number, entry: number): boolean {
    const { journey } = this;
    const index = journey.find(step, way.at, firstIndex(journey, way, step, journey.rank[way.match[0]]), entry);
    if (index < 0) return false;
    const rank = journey.found;
    const place = journey.lists[step][index];
    this.trial.copy(way);
    this.trial.reach(step, journey.steps[step].optional, journey.isHeld(step, place, way.at) ? HELD : place, index, rank);
    return true;
  }
}
