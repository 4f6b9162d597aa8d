/** What became of each row of a table: used, refused or left out, with the first examples of every reason. */
import type { RefusedRows, RowReason } from './report.js';

/** Reasons of rows that were read but do not count; all the others are refusals. */
const LEFT: readonly RowReason[] = [
  'duplicate-id',
  'fully-refunded',
  'status-cancelled',
  'status-failed',
  'status-pending',
  'status-unknown',
  'test-order',
  'zero-value',
];
const EXAMPLES = 5;

interface Entry {
  code: number;
  count: number;
  examples: { row: number; header: string | null }[];
}

export class Ledger {
  /** 0 while the row is good, else the code of its reason. */
  readonly fate: Uint8Array;
  private readonly entries = new Map<RowReason, Entry>();
  private readonly reasons: RowReason[] = [];

  constructor(rows: number) {
    this.fate = new Uint8Array(rows);
  }

  /** Reason of a row that is not good. */
  reasonOf(row: number): RowReason {
    return this.reasons[this.fate[row] - 1];
  }

  /** False for rows that nobody could read. */
  isReadable(row: number): boolean {
    return this.fate[row] === 0 || LEFT.includes(this.reasonOf(row));
  }

  /** Sets a row aside; the first reason found stays. `header` names the value that was the cause, null for the row. */
  drop(row: number, reason: RowReason, header: string | null): void {
    if (this.fate[row] !== 0) return;
    const entry = this.entryOf(reason);
    this.fate[row] = entry.code;
    entry.count++;
    const { examples } = entry;
    if (examples.length === EXAMPLES && examples[EXAMPLES - 1].row < row) return;
    examples.push({ row, header });
    examples.sort((a, b) => a.row - b.row);
    examples.length = Math.min(EXAMPLES, examples.length);
  }

  counts(): Record<string, number> {
    return Object.fromEntries(this.names().map((reason) => [reason, this.entryOf(reason).count]));
  }

  /** Refused (`left` false) or left out rows by reason, reasons in alphabetical order. */
  report(left: boolean, example: (row: number, header: string | null) => { path: string; got: string }): RefusedRows[] {
    return this.names()
      .filter((reason) => LEFT.includes(reason) === left)
      .map((reason) => {
        const { count, examples } = this.entryOf(reason);
        return { reason, count, examples: examples.map(({ row, header }) => example(row, header)) };
      });
  }

  private names(): RowReason[] {
    return [...this.entries.keys()].sort();
  }

  private entryOf(reason: RowReason): Entry {
    let entry = this.entries.get(reason);
    if (entry === undefined) {
      this.reasons.push(reason);
      entry = { code: this.reasons.length, count: 0, examples: [] };
      this.entries.set(reason, entry);
    }
    return entry;
  }
}
