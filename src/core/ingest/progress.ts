/** Ingestion in slices: a page without workers runs a few at a time and stays usable. */

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

/** Drives row loops and says how far they are. */
export class Walker {
  stage: IngestProgress['stage'] = 'read';
  private walked = 0;

  constructor(readonly totalRows: number) {}

  /** Calls `visit` for 0…length - 1, with a pause after every slice. */
  *walk(length: number, visit: (row: number) => void): Steps<void> {
    for (let from = 0; from < length; from += SLICE) {
      const to = Math.min(length, from + SLICE);
      for (let row = from; row < to; row++) visit(row);
      this.walked += to - from;
      yield this.at();
    }
  }

  at(): IngestProgress {
    return { stage: this.stage, rows: Math.min(this.totalRows, Math.floor(this.walked / PASSES)), totalRows: this.totalRows };
  }

  /** The last word of a stage: all rows done. */
  end(): IngestProgress {
    return { stage: this.stage, rows: this.totalRows, totalRows: this.totalRows };
  }
}
