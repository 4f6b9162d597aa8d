/** One table on its way to columns: what every reader of a column needs. */
import type { TableName } from '../table/dataset.js';
import { Ledger } from './ledger.js';
import type { Matches } from './match-columns.js';
import type { Steps, Walker } from './progress.js';
import type { IngestNoticeCode, Notice, RowReason } from './report.js';
import type { TableSource, ValueAt } from './table-source.js';

export class TableRead {
  readonly ledger: Ledger;
  /** Headers not used. */
  aside: string[] = [];

  /** @param matches Columns found, by our name. */
  constructor(
    readonly table: TableName,
    readonly source: TableSource,
    readonly matches: Matches,
    readonly walker: Walker,
    readonly notices: Notice[],
  ) {
    this.ledger = new Ledger(source.length);
  }

  get rows(): number {
    return this.source.length;
  }

  header(column: string): string | null {
    return this.matches.get(column)?.header ?? null;
  }

  /** Values under a column that was found. */
  values(column: string): ValueAt {
    return this.source.value(this.header(column) ?? column);
  }

  isGood(row: number): boolean {
    return this.ledger.fate[row] === 0;
  }

  /** Walks over all rows that are still good. */
  each(visit: (row: number) => void): Steps<void> {
    const { fate } = this.ledger;
    return this.walker.walk(this.rows, (row) => {
      if (fate[row] === 0) visit(row);
    });
  }

  /** Sets a row aside because of its value in a column, or as a whole. */
  drop(row: number, reason: RowReason, column?: string): void {
    this.ledger.drop(row, reason, column === undefined ? null : this.header(column));
  }

  /** Says something about a column of the table. */
  say(code: IngestNoticeCode, message: string, column: string, details: Record<string, string | number> = {}): void {
    this.notices.push({ code, message, table: this.table, column: this.header(column) ?? column, details });
  }
}
