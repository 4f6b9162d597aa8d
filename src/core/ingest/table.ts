/** One table on its way to columns, and what became of each of its rows. */
import type { TableName } from '../table/dataset.js';
import type { Job, Steps } from './job.js';
import type { Matches } from './match-columns.js';
import type { IngestNoticeCode, Notice, RefusedRows, RowReason, TableReport } from './report.js';
import { SCHEMAS, TABLES } from './schema.js';
import { shortCopy } from './source.js';
import type { Source, ValueAt } from './source.js';

export type Cell = string | number;

type Texts = Record<
  | 'id'
  | 'parent'
  | 'customer_id'
  | 'email'
  | 'visitor_id'
  | 'status'
  | 'currency'
  | 'cancelled_at'
  | 'test'
  | 'live'
  | 'captured'
  | 'order_id'
  | 'visit_id'
  | 'step'
  | 'group',
  string[]
>;
/** `customer` and `visitor` are -1 for nobody, all the others have holes where nothing stands. */
type Numbers = Record<
  'second' | 'total' | 'subtotal' | 'tax' | 'shipping' | 'refunded' | 'net' | 'share' | 'amount' | 'count' | 'customer' | 'visitor',
  number[]
>;
/** Columns of a table by our name: texts ('' where missing) or numbers. Empty until read, and where the table has none. */
export type Cells = Texts & Numbers & Record<string, Cell[]>;

/** Reasons of rows that were read but do not count; all the others are refusals. */
const LEFT = /^(dup|full|stat|test|zero)/;

/** @internal */
export class Table {
  readonly cells = Object.fromEntries(
    [...TABLES.flatMap((table) => Object.keys(SCHEMAS[table])), 'second', 'net', 'customer', 'visitor'].map((name) => [name, []]),
  ) as unknown as Cells;
  /** Decimal mark that the amounts read so far prove: 0 point, 1 comma. */
  way: number | undefined;
  /** Fate of each row; none while it is good. */
  private readonly fates: ({ reason: RowReason; header: string | null } | undefined)[];

  constructor(
    readonly name: TableName,
    readonly source: Source,
    /** Columns found, by our name. */
    readonly matches: Matches,
    readonly job: Job,
  ) {
    this.fates = new Array(source.length);
  }

  /** Raw values of a column that was found. */
  value(name: string): ValueAt {
    return this.source.value(this.matches.get(name)!.header);
  }

  /** A new column. */
  add<T extends Cell>(name: string): T[] {
    return (this.cells[name] = new Array<T>(this.source.length)) as T[];
  }

  /** Reason why a row is not good, undefined for a good one. */
  reason(row: number): RowReason | undefined {
    return this.fates[row]?.reason;
  }

  /** Walks over all rows that are still good; with `isLeftToo` over all but those that nobody could read. */
  each(visit: (row: number) => void, isLeftToo = false): Steps<void> {
    const { fates } = this;
    return this.job.each(fates.length, (row) => {
      if (!fates[row] || (isLeftToo && LEFT.test(fates[row].reason))) visit(row);
    });
  }

  /** Sets a row aside because of its value in a column, or as a whole; the first reason stays. */
  drop(row: number, reason: RowReason, name = ''): void {
    this.fates[row] ??= { reason, header: this.matches.get(name)?.header ?? null };
  }

  /** Says something about a column. */
  say(code: IngestNoticeCode, name: string, rule: string, details: Notice['details'] = {}): void {
    const { name: table, matches, job } = this;
    const column = matches.get(name)?.header ?? name;
    job.notices.push({ code, message: `${table}.${column}: ${rule}`, table, column, details });
  }

  /** Headers that no column is read from. */
  unused(): string[] {
    const used = [...this.matches.values()].map(({ header }) => header);
    return [...this.source.places.keys()].filter((header) => !used.includes(header)).sort();
  }

  report(): TableReport {
    const { name: table, source, matches, fates } = this;
    const found = new Map<RowReason, RefusedRows>();
    fates.forEach((fate, row) => {
      if (!fate) return;
      const { reason, header } = fate;
      const rows = found.get(reason) ?? { reason, count: 0, examples: [] };
      found.set(reason, rows);
      if (rows.count++ < 5) rows.examples.push({ path: source.pathOf(row, header), got: shortCopy(source.value(header)(row)) });
    });
    const dropped = [...found.values()].sort((a, b) => (a.reason < b.reason ? -1 : 1));
    const [left, refused] = [true, false].map((isLeft) => dropped.filter(({ reason }) => LEFT.test(reason) === isLeft));
    return {
      table,
      read: source.length,
      used: dropped.reduce((rest, { count }) => rest - count, source.length),
      refused,
      left,
      columns: [...matches.values()],
      aside: this.unused(),
    };
  }
}
