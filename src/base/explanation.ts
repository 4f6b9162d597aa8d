/** What stands behind a figure, as a plain object and as lines of words. */
import type { IngestReport } from '../core/ingest/report.js';
import type { KpiResult } from '../core/kpi/contract.js';
import { wordsOf } from '../locale/codes.js';
import type { Line } from '../locale/codes.js';
import type { Figure, Speech } from './widget.js';

interface Period {
  from: string | null;
  to: string | null;
}

/** Answer of `explain(figure)`: the figure, in the person's language, and what it stands on. Counts are plain. */
export interface Explanation extends Omit<Figure, 'period'> {
  /** Its id. */
  figure: string;
  /** First and last day that count, ISO, where the figure or the result names them. */
  window: Period | null;
  asOf: string | null;
  timeZone: string;
  rows: { used: number; left: Record<string, number> };
  /** Tables that it stands on, and the columns that were read of them, by their names in the data; none for figures from elsewhere. */
  tables: { table: string; columns: string[] }[];
  kpi: string;
  version: number;
}

type Lines = Partial<Record<Line, string | number | null>>;

/** Terms and words in the order of the terms; lines without words are left out. */
export function pairs(lines: Lines, { terms }: Speech): [term: string, text: string][] {
  return Object.entries(terms.lines).flatMap(([line, term]) => {
    const text = lines[line as Line];
    return text ? [[term, `${text}`]] : [];
  });
}

/** Period of a result: its own window or dates, else the one that the request asked for. */
function windowOf({ value, filter }: KpiResult): Period | null {
  const { window, dates } = value as { window?: Period; dates?: Period };
  const { from = null, to = null } = window ?? dates ?? (filter.period as Period | undefined) ?? {};
  return (from ?? to) ? { from, to } : null;
}

/** Rows by reason: `1,200 (unreadable date)`. */
export function leftText(reason: string, count: number, { terms, format }: Speech): string {
  return `${format.count(count)} (${wordsOf(terms.left, reason) ?? reason})`;
}

/** What all figures of a result stand on. @param figure One that may have days of its own. */
export function groundOf(result: KpiResult, speech: Speech, figure?: Figure): Lines {
  const { format } = speech;
  const { asOf, timeZone, rows } = result;
  const window = figure?.period ?? windowOf(result);
  const left = Object.entries(rows.left).filter(([, count]) => count);
  return {
    window: window && `${format.date(window.from)} – ${format.date(window.to ?? asOf)}`,
    asOf: asOf && format.date(asOf),
    timeZone: asOf && timeZone,
    used: format.count(rows.used),
    left: left.map(([reason, count]) => leftText(reason, count, speech)).join(', '),
  };
}

/** Tables that a result stands on, with their columns as far as the report tells them. */
function tablesOf({ tables = [] }: KpiResult, report: IngestReport | null): Explanation['tables'] {
  const columnsOf = (name: string): string[] =>
    report?.tables.find(({ table }) => table === name)?.columns.map(({ header }) => header) ?? [];
  return tables.map((table) => ({ table, columns: columnsOf(table) }));
}

/** The same in words: `orders (id, date, total); refunds`. */
export function tablesText(result: KpiResult, report: IngestReport | null, { terms }: Speech): string {
  const texts = tablesOf(result, report).map(({ table, columns }) => {
    const name = wordsOf(terms.names as Readonly<Record<string, string>>, table) ?? table;
    return columns.length ? `${name} (${columns.join(', ')})` : name;
  });
  return texts.join('; ');
}

export function explanation(figure: Figure, result: KpiResult, report: IngestReport | null): Explanation {
  const { asOf, timeZone, rows, kpi, version } = result;
  const { period = windowOf(result), ...rest } = figure;
  return { ...rest, figure: figure.id, window: period, asOf, timeZone, rows, tables: tablesOf(result, report), kpi, version };
}
