/** One table on its way to columns: what every reader of a column needs. */
import type { TableName } from '../table/dataset.js';
import type { Ledger } from './ledger.js';
import type { Walker } from './progress.js';
import type { ColumnMatch, Notice } from './report.js';
import type { TableSource } from './table-source.js';

export interface TableRead {
  readonly table: TableName;
  readonly source: TableSource;
  /** Columns found, by our name. */
  readonly matches: Map<string, ColumnMatch>;
  /** Headers not used. */
  readonly aside: string[];
  readonly ledger: Ledger;
  readonly walker: Walker;
  readonly notices: Notice[];
}

/** Says something about a column of the table. */
export function notify(
  read: TableRead,
  code: string,
  message: string,
  column: string,
  details: Record<string, string | number> = {},
): void {
  const header = read.matches.get(column)?.header ?? column;
  read.notices.push({ code, message, table: read.table, column: header, details });
}

/** Values that an optional column holds but nobody can read: the row stays, the value is unknown. */
export class Unreadable {
  private count = 0;
  private example = '';

  constructor(
    private readonly read: TableRead,
    private readonly column: string,
  ) {}

  add(row: number): void {
    if (this.count === 0) this.example = this.read.source.pathOf(row, this.read.matches.get(this.column)?.header ?? null);
    this.count++;
  }

  tell(): void {
    if (this.count === 0) return;
    const message = `values of an optional column are readable: correct them or remove the column; got ${this.count} unreadable, first at ${this.example}`;
    notify(this.read, 'unreadable-values', message, this.column, { count: this.count, path: this.example });
  }
}
