/**
 * One person's rows in order of time, and the first row of a step from a given moment on.
 *
 * A moment is a rank: rows of the same day and second share it. A row whose time of day is unknown fits anywhere in its day, a row
 * without a date anywhere at all: it is taken at the moment that suits the person best, which is the one looked from.
 */
import { NO_DAY } from '../table/dataset.js';
import type { Occurrences } from './funnel-occurrences.js';
import type { PlannedStep } from './funnel-plan.js';

const DAY_SECONDS = 86400;
/** Below this many rows an insertion sort wins, and rows that come in order cost nothing. */
const FEW = 24;

export class Journey {
  length = 0;
  readonly day: Int32Array;
  readonly time: Float64Array;
  readonly mask: Int32Array;
  readonly row: Int32Array;
  readonly rank: Int32Array;
  /** By rank: the rank of the rows of that day whose time is unknown, -1 for none. */
  readonly timeless: Int32Array;
  /** By step: places of its rows, ascending; the first `counts[step]` are valid. */
  readonly lists: readonly Int32Array[];
  readonly counts: Int32Array;
  /** Rank at which the last `find` found its row. */
  found = 0;
  private readonly order: Int32Array;
  private readonly windowSeconds: number | null;

  constructor(
    private readonly rows: Occurrences,
    readonly steps: readonly PlannedStep[],
    windowDays: number | null,
  ) {
    const size = rows.longest;
    this.day = new Int32Array(size);
    this.time = new Float64Array(size);
    this.mask = new Int32Array(size);
    this.row = new Int32Array(size);
    this.rank = new Int32Array(size);
    this.timeless = new Int32Array(size);
    this.order = new Int32Array(size);
    this.lists = steps.map(() => new Int32Array(size));
    this.counts = new Int32Array(steps.length);
    this.windowSeconds = windowDays === null ? null : windowDays * DAY_SECONDS;
  }

  /** Takes the rows of a person. */
  load(person: number): void {
    const from = this.rows.offsets[person];
    this.length = this.rows.offsets[person + 1] - from;
    this.sort(from);
    for (let at = 0; at < this.length; at++) {
      const source = this.order[at];
      this.day[at] = this.rows.day[source];
      this.time[at] = this.rows.time[source];
      this.mask[at] = this.rows.mask[source];
      this.row[at] = this.rows.row[source];
    }
    this.rankRows();
    this.listSteps();
  }

  /**
   * Index in `lists[step]` of the first row at or after a moment, -1 for none; sets `found`.
   * @param from Rank looked from.
   * @param first Least index that may be taken.
   * @param entry Place of the row where the window begins; -1: no window.
   */
  find(step: number, from: number, first: number, entry: number): number {
    const list = this.lists[step];
    if (first >= this.counts[step]) return -1;
    const earliest = list[first];
    if (this.day[earliest] === NO_DAY || (this.steps[step].state && this.rank[earliest] <= from)) return this.take(first, from);
    const timeless = this.timeless[from];
    if (timeless >= 0) {
      const index = this.lowerBound(step, timeless, first);
      if (index < this.counts[step] && this.rank[list[index]] === timeless && this.within(entry, list[index]))
        return this.take(index, from);
    }
    const index = this.lowerBound(step, from, first);
    if (index >= this.counts[step] || !this.within(entry, list[index])) return -1;
    return this.take(index, this.rank[list[index]]);
  }

  /** True where a step was already so before a moment: known since an earlier time, or nobody knows since when. */
  isHeld(step: number, place: number, at: number): boolean {
    if (!this.steps[step].state) return false;
    return this.day[place] === NO_DAY || (this.rank[place] < at && this.rank[place] !== this.timeless[at]);
  }

  /** True where a row lies within the window that begins at `entry`: 24 h a day where both times are known, else civil days. */
  within(entry: number, place: number): boolean {
    if (this.windowSeconds === null || entry < 0 || this.day[entry] === NO_DAY || this.day[place] === NO_DAY) return true;
    return this.seconds(entry, place) <= this.windowSeconds;
  }

  /** Seconds from one dated row to another; whole days where a time of day is unknown. */
  seconds(from: number, to: number): number {
    const days = (this.day[to] - this.day[from]) * DAY_SECONDS;
    if (this.time[from] === -Infinity || this.time[to] === -Infinity) return days;
    return this.time[to] - this.time[from];
  }

  private take(index: number, rank: number): number {
    this.found = rank;
    return index;
  }

  private lowerBound(step: number, rank: number, first: number): number {
    const list = this.lists[step];
    let low = first;
    let high = this.counts[step];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.rank[list[middle]] < rank) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private sort(from: number): void {
    const { order, length } = this;
    for (let i = 0; i < length; i++) order[i] = from + i;
    if (length > FEW) {
      order.subarray(0, length).sort((a, b) => this.isLater(a, b) - this.isLater(b, a));
      return;
    }
    for (let i = 1; i < length; i++) {
      const moved = order[i];
      let j = i - 1;
      for (; j >= 0 && this.isLater(order[j], moved) === 1; j--) order[j + 1] = order[j];
      order[j + 1] = moved;
    }
  }

  private isLater(a: number, b: number): 0 | 1 {
    const { day, time } = this.rows;
    return day[a] > day[b] || (day[a] === day[b] && time[a] > time[b]) ? 1 : 0;
  }

  private rankRows(): void {
    let rank = -1;
    let timeless = -1;
    for (let at = 0; at < this.length; at++) {
      const sameDay = at > 0 && this.day[at] === this.day[at - 1];
      if (!sameDay || this.time[at] !== this.time[at - 1]) rank++;
      if (!sameDay) timeless = this.time[at] === -Infinity ? rank : -1;
      this.rank[at] = rank;
      this.timeless[rank] = timeless;
    }
  }

  private listSteps(): void {
    this.counts.fill(0);
    for (let at = 0; at < this.length; at++) {
      for (let step = 0, bits = this.mask[at]; bits !== 0; step++, bits >>>= 1) {
        if ((bits & 1) === 1) this.lists[step][this.counts[step]++] = at;
      }
    }
  }
}
