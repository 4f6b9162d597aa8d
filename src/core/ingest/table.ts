/** One table on its way to columns, and what became of each of its rows. */
import type { TableName } from '../table/dataset.js';
import type { Job, Steps } from './job.js';
import type { Matches } from './match-columns.js';
import { placesOf } from './places.js';
import type { Place, Places } from './places.js';
import type { RawColumn } from './raw/raw-column.js';
import type { RawTable } from './raw/raw-table.js';
import type { Codes } from './read-column.js';
import { LEFT_REASONS, REFUSED_REASONS } from './report.js';
import type { IngestNoticeCode, Notice, RefusedRows, RowReason, TableReport } from './report.js';
import { SCHEMAS } from './schema.js';
import { shortCopy } from '../errors.js';

/** Fate of a row: 0 while it is good, else the place of its reason here. Rows that were read but do not count come last. */
const FATES = ['', ...REFUSED_REASONS, ...LEFT_REASONS] as readonly RowReason[];
const FIRST_LEFT = REFUSED_REASONS.length + 1;
const EXAMPLES = 5;

/** @internal */
interface Aside {
  readonly reason: RowReason;
  count: number;
  readonly first: { readonly row: number; readonly example: RefusedRows['examples'][number] }[];
}

/** @internal A row of a list inside the rows of another table. */
export interface Parent {
  readonly table: Table;
  /** Row there of each row here. */
  readonly rows: Int32Array;
}

/** @internal */
export class Table {
  readonly fates: Uint8Array;
  /** Where the values of each header stand. */
  readonly places: Places;
  /** Lists inside the rows that became tables of their own. */
  readonly opened = new Set<string>();
  /** Columns read so far, by our name; NaN, -1 where nothing stands. */
  readonly numbers: Partial<Record<string, Float64Array>> = {};
  readonly texts: Partial<Record<string, Codes>> = {};
  /** Epoch seconds of each row, of tables with a date. */
  second: Float64Array | undefined;
  /** Person and visitor of each row, -1 for nobody. */
  customer = new Int32Array(0);
  visitor = new Int32Array(0);
  /** Decimal mark that the amounts read so far prove: 0 point, 1 comma. */
  way: number | undefined;
  parent: Parent | undefined;
  /** Rows set aside by fate: how many, and the first few with what stood there. */
  private readonly aside = FATES.map((reason): Aside => ({ reason, count: 0, first: [] }));

  constructor(
    readonly name: TableName,
    readonly raw: RawTable,
    /** Columns found, by our name. */
    readonly matches: Matches,
    readonly job: Job,
  ) {
    this.fates = new Uint8Array(raw.length);
    this.places = placesOf(raw);
    for (const row of raw.bad.keys()) this.drop(row, 'bad-row');
  }

  get length(): number {
    return this.fates.length;
  }

  /** Where the values of a column that was found stand. */
  place(name: string): Place {
    return this.places.get(this.matches.get(name)!.header)!;
  }

  columnOf(name: string): RawColumn {
    return this.place(name).column;
  }

  /** Numbers of a column that is not there. */
  blank(): Float64Array {
    return new Float64Array(this.length).fill(NaN);
  }

  /** Reason why a row is not good, '' for a good one. */
  reason(row: number): RowReason | '' {
    return FATES[this.fates[row]];
  }

  /** Walks over all rows that are still good; with `isLeftToo` over all but those that nobody could read. */
  each(visit: (row: number) => void, isLeftToo = false): Steps<void> {
    const { fates } = this;
    return this.job.slices(fates.length, (from, to) => {
      for (let row = from; row < to; row++) if (fates[row] === 0 || (isLeftToo && fates[row] >= FIRST_LEFT)) visit(row);
    });
  }

  /** Good rows by number; null when all are. */
  *goodRows(isGood: (row: number) => boolean): Steps<Int32Array | null> {
    const rows = new Int32Array(this.length);
    let count = 0;
    yield* this.each((row) => {
      if (isGood(row)) rows[count++] = row;
    });
    return count === rows.length ? null : rows.subarray(0, count);
  }

  /** Sets a row aside because of its value in a column, or as a whole; the first reason stays. */
  drop(row: number, reason: RowReason, name = ''): void {
    if (this.fates[row] !== 0) return;
    const fate = FATES.indexOf(reason);
    this.fates[row] = fate;
    const rows = this.aside[fate];
    rows.count++;
    const { first } = rows;
    if (first.length === EXAMPLES && row > first[EXAMPLES - 1].row) return;
    first.push({ row, example: this.example(row, this.matches.get(name)?.header ?? null) });
    first.sort((a, b) => a.row - b.row).splice(EXAMPLES);
  }

  /** Lets go of dates and amounts as they came: all of them have been read. */
  forgetAmounts(): void {
    for (const [name, { kind }] of Object.entries(SCHEMAS[this.name]))
      if (/^(date|money)/.test(kind) && this.matches.has(name)) this.columnOf(name).forget();
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
    const lists = [...this.raw.lists.keys()].filter((header) => !this.opened.has(header));
    return [...this.places.keys(), ...lists].filter((header) => !used.includes(header)).sort();
  }

  report(): TableReport {
    const { name: table, aside, matches, raw } = this;
    const some = (from: number, to?: number): RefusedRows[] =>
      aside
        .slice(from, to)
        .flatMap(({ reason, count, first }) => (count ? { reason, count, examples: first.map(({ example }) => example) } : []));
    const [refused, left] = [some(1, FIRST_LEFT), some(FIRST_LEFT)];
    const used = [...refused, ...left].reduce((rest, { count }) => rest - count, raw.length);
    return { table, read: raw.length, used, refused, left, columns: [...matches.values()], aside: this.unused() };
  }

  private example(row: number, header: string | null): RefusedRows['examples'][number] {
    const { raw, places } = this;
    const { column, lists = [] } = places.get(header ?? '') ?? {};
    if (lists.length) return { path: lists[0].path.replace(`${raw.path}[*]`, raw.pathOf(row, null)), got: '[array]' };
    const got = header === null ? (raw.bad.get(row) ?? '[object]') : (column?.value(row) ?? '');
    return { path: raw.pathOf(row, header), got: shortCopy(got) };
  }
}
