/** Ingestion in slices (a page without workers runs a few at a time and stays usable), and what all tables share. */
import type { Zone } from '../calendar/zone.js';
import { NO_DAY } from '../table/dataset.js';
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
const SLICE = 2000;
/** How often a row is walked over in all, about: columns are read one after the other. */
const PASSES = 24;

/** @internal */
export class Job {
  stage: IngestProgress['stage'] = 'read';
  /** Decimal digits of one minor unit. */
  digits = 2;
  /** Rows after this instant are refused. */
  latest = Infinity;
  /** Civil days met by `dayOf`. */
  from = Infinity;
  to = -Infinity;
  private walked = 0;

  constructor(
    readonly zone: Zone,
    readonly notices: Notice[],
    private readonly totalRows: number,
  ) {}

  /** Calls `visit` for 0…length - 1, with a pause after every slice. */
  *each(length: number, visit: (row: number) => void): Steps<void> {
    for (let row = 0; row < length; yield this.now()) {
      const end = Math.min(length, row + SLICE);
      this.walked += end - row;
      while (row < end) visit(row++);
    }
  }

  now(rows = Math.min(this.totalRows, Math.floor(this.walked / PASSES))): IngestProgress {
    return { stage: this.stage, rows, totalRows: this.totalRows };
  }

  /** Civil day of an instant; NO_DAY for NaN. */
  dayOf(second: number): number {
    if (Number.isNaN(second)) return NO_DAY;
    const day = this.zone.dayOf(second);
    this.from = Math.min(this.from, day);
    this.to = Math.max(this.to, day);
    return day;
  }

  /** The last word: all rows done. */
  end(): IngestProgress {
    return this.now(this.totalRows);
  }
}
