/** What the picture says, before it has a size: every text and every proportion, taken from a result once. */
import type { KpiResult } from '../../core/kpi/contract.js';
import type { RfmCell, RfmResult, RfmSegment, SegmentId } from '../../core/kpi/rfm-types.js';
import type { Formatter } from '../../locale/formatter.js';
import type { RfmAxis, RfmTerms } from '../../locale/rfm-terms.js';
import { levels, rangeWords, type Level } from './levels.js';
import { shade, type Shade } from './shade.js';

export interface Words {
  readonly terms: RfmTerms;
  readonly format: Formatter;
}

/** A row or a column of the matrix. */
export interface LevelScene {
  readonly score: number;
  /** `R5` */
  readonly letter: string;
  /** `32–58`, without unit. */
  readonly range: string;
  /** What may stand at the axis, longest first. */
  readonly wordings: readonly string[];
}

export interface CellScene {
  readonly cell: RfmCell;
  readonly state: 'filled' | 'empty' | 'withheld';
  /** Step of the sequential colour scale; null where there is nobody or no figure. */
  readonly step: number | null;
  /** Number of customers, exact then compact; empty where there is nobody. */
  readonly customers: readonly string[];
  readonly revenue: string;
}

export interface SegmentScene {
  readonly segment: RfmSegment;
  readonly id: SegmentId;
  /** Longest first. */
  readonly names: readonly string[];
  readonly customerShare: string;
  readonly revenueShare: string;
  /** Figures of the summary, in the order of its columns. */
  readonly figures: readonly string[];
  /** In place of the first figure where there is no room for it. */
  readonly customersCompact: string;
}

export interface RfmScene {
  readonly columns: readonly LevelScene[];
  /** Best row first. */
  readonly rows: readonly LevelScene[];
  /** By row, then column. */
  readonly cells: readonly (readonly CellScene[])[];
  readonly axis: Readonly<Record<RfmAxis, readonly string[]>>;
  readonly legend: { readonly titles: readonly string[]; readonly steps: readonly number[]; readonly edges: readonly string[] };
  /** The count exact, then compact. */
  readonly inactive: { readonly count: readonly string[]; readonly word: string; readonly rule: string } | null;
  readonly segments: readonly SegmentScene[];
  /** Headers of the summary. */
  readonly columnsOfSummary: readonly string[];
  readonly bars: {
    readonly customers: readonly string[];
    readonly revenue: readonly string[];
    readonly customersTotal: string;
    readonly revenueTotal: string;
    readonly withheld: string;
  };
  readonly notes: readonly string[];
}

/** The mode that scores at or below a cut point instead of strictly below it. */
export function isLowerInclusive(result: KpiResult): boolean {
  return (result.params as { mode?: string }).mode === 'rfm-r';
}

export function levelScenes(result: KpiResult<RfmResult>, axis: RfmAxis, { terms, format }: Words): LevelScene[] {
  const describe = (level: Level): LevelScene => {
    const ranges = rangeWords(level, axis, format.count, terms.chart.any);
    const [range = ''] = ranges;
    const isAny = range === terms.chart.any;
    const wordings = axis === 'recency' && !isAny ? [terms.chart.days(range), ...ranges] : ranges;
    return { score: level.score, letter: `${terms.chart.letter[axis]}${level.score}`, range, wordings };
  };
  return levels(result.value, axis, isLowerInclusive(result)).map(describe);
}

function cellScene(cell: RfmCell, colour: Shade, currency: string | null, { format }: Words): CellScene {
  if (cell.customers === null) return { cell, state: 'withheld', step: null, customers: ['—'], revenue: '' };
  if (cell.customers === 0) return { cell, state: 'empty', step: null, customers: [], revenue: '' };
  return {
    cell,
    state: 'filled',
    step: cell.revenue === null ? null : colour.step(cell.revenue),
    customers: [format.count(cell.customers), format.countCompact(cell.customers)],
    revenue: format.moneyCompact(cell.revenue, currency),
  };
}

function segmentScene(segment: RfmSegment, currency: string | null, { terms, format }: Words): SegmentScene {
  return {
    segment,
    id: segment.id,
    names: [terms.segment[segment.id], terms.segmentShort[segment.id]],
    customerShare: format.rate(segment.customerShare),
    revenueShare: format.rate(segment.revenueShare),
    customersCompact: format.countCompact(segment.customers),
    figures: [
      format.count(segment.customers),
      format.moneyCompact(segment.revenue, currency),
      format.moneyCompact(segment.meanRevenue, currency),
      format.decimal(segment.meanOrderCount, 1),
      segment.meanRecencyDays === null ? '—' : terms.chart.days(format.decimal(segment.meanRecencyDays, 0)),
    ],
  };
}

/** Codes of reasons that the notes below the picture tell. */
export const TOLD: readonly string[] = ['merged-bins', 'few-distinct-values', 'guest-orders'];

function notes({ value, currency, reasons }: KpiResult<RfmResult>, columns: number, rows: number, { terms, format }: Words): string[] {
  const said: string[] = [];
  if (value.customers > 1 && columns < value.bins) said.push(terms.note.merged('recency', columns, value.bins));
  if (value.customers > 1 && rows < value.bins) said.push(terms.note.merged('frequency', rows, value.bins));
  if (reasons.some(({ code }) => code === 'few-distinct-values')) said.push(terms.note.fewAmounts);
  const isWithheld = value.cells.some((cell) => cell.customers === null) || value.segments.some((segment) => segment.customers === null);
  if (isWithheld) said.push(terms.note.withheld);
  if (value.guestOrders > 0) {
    said.push(
      terms.note.guests({ n: value.guestOrders, text: format.count(value.guestOrders) }, format.money(value.guestRevenue, currency)),
    );
  }
  return said;
}

export function sceneOf(result: KpiResult<RfmResult>, words: Words): RfmScene {
  const { value, currency } = result;
  const { terms, format } = words;
  const columns = levelScenes(result, 'recency', words);
  const rows = levelScenes(result, 'frequency', words).reverse();
  const byScores = new Map(value.cells.map((cell) => [`${cell.recency}-${cell.frequency}`, cell]));
  const colour = shade(
    value.cells.flatMap(({ customers, revenue }) => (customers !== null && customers > 0 && revenue !== null ? [revenue] : [])),
  );
  const nobody = (recency: number, frequency: number): RfmCell => ({ recency, frequency, customers: 0, orders: 0, revenue: 0 });
  const cells = rows.map((row) =>
    columns.map((column) =>
      cellScene(byScores.get(`${column.score}-${row.score}`) ?? nobody(column.score, row.score), colour, currency, words),
    ),
  );
  const inactive = { n: value.inactive, text: format.count(value.inactive) };
  const { column } = terms.chart;
  return {
    columns,
    rows,
    cells,
    axis: terms.chart.axis,
    legend: { titles: terms.chart.legend, steps: colour.steps, edges: colour.edges.map((edge) => format.moneyCompact(edge, currency)) },
    inactive:
      value.inactive > 0 && value.window.from !== null
        ? {
            count: [inactive.text, format.countCompact(value.inactive)],
            word: terms.chart.inactive(inactive),
            rule: terms.chart.inactiveRule(format.date(value.window.from)),
          }
        : null,
    segments: value.segments.map((segment) => segmentScene(segment, currency, words)),
    columnsOfSummary: [column.customers, column.revenue, column.perCustomer, column.orderCount, column.recency],
    bars: {
      customers: terms.chart.customerShare,
      revenue: terms.chart.revenueShare,
      customersTotal: format.count(value.customers),
      revenueTotal: format.moneyCompact(value.revenue, currency),
      withheld: terms.chart.withheld,
    },
    notes: notes(result, columns.length, rows.length, words),
  };
}
