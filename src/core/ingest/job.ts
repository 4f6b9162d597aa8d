/** Ingestion in slices (a page without workers runs a few at a time and stays usable), and what all tables share. */
import type { Zone } from '../calendar/zone.js';
import { NO_DAY } from '../table/dataset.js';
import type { RawColumn, Stretch } from './raw/raw-column.js';
import type { Notice } from './report.js';

export interface IngestProgress {
  stage: 'parse' | 'read' | 'index';
  /** Rows done so far, and in all. */
  rows: number;
  totalRows: number;
}

/** Work that can be put down after every slice. */
export type Steps<T> = Generator<IngestProgress, T, void>;

/** Rows of work between two yields. */
const SLICE = 4096;
/** How often a row is walked over in all, about: columns are read one after the other. */
const PASSES = 24;

/** @internal */
export class Job {
  stage: IngestProgress['stage'] = 'read';
  /** Decimal digits of one minor unit. */
  digits = 2;
  /** Rows may be added later: what was read must stay as it came. */
  isLive = false;
  /** Rows after this instant are refused. */
  latest = Infinity;
  /** Civil days met by `daysOf`. */
  from = Infinity;
  to = -Infinity;
  private walked = 0;

  constructor(
    readonly zone: Zone,
    readonly notices: Notice[],
    public totalRows: number,
  ) {}

  /** Calls `visit` for 0…length - 1, with a pause after every slice. */
  each(length: number, visit: (row: number) => void): Steps<void> {
    return this.slices(length, (row, end) => {
      while (row < end) visit(row++);
    });
  }

  /** Visits the cells of a column. */
  cells(column: RawColumn, length: number, visit: Stretch): Steps<void> {
    return this.slices(length, (from, to) => column.stretches(from, to, visit));
  }

  /** Calls `visit` for stretches of 0…length, with a pause after each. */
  *slices(length: number, visit: (from: number, to: number) => void): Steps<void> {
    for (let row = 0; row < length; row += SLICE) {
      const end = Math.min(length, row + SLICE);
      this.walked += end - row;
      visit(row, end);
      yield this.now();
    }
  }

  now(rows = Math.min(this.totalRows, Math.floor(this.walked / PASSES))): IngestProgress {
    return { stage: this.stage, rows, totalRows: this.totalRows };
  }

  /** Civil days of instants; NO_DAY for NaN. */
  *daysOf(seconds: Float64Array): Steps<Int32Array> {
    const { zone } = this;
    const days = new Int32Array(seconds.length);
    let [from, to] = [this.from, this.to];
    yield* this.slices(days.length, (start, end) => {
      for (let row = start; row < end; row++) {
        const second = seconds[row];
        const day = (days[row] = second === second ? zone.dayOf(second) : NO_DAY);
        if (day < from && day !== NO_DAY) from = day;
        if (day > to) to = day;
      }
    });
    [this.from, this.to] = [from, to];
    return days;
  }
}
