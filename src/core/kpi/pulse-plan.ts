/** What a request comes to: for each KPI the periods it is shown over, and why it cannot be counted. */
import { addMonths } from '../calendar/civil-day.js';
import { kept } from '../calendar/kept.js';
import type { Grain, Span } from '../calendar/period.js';
import { windowBack } from '../calendar/window.js';
import type { CivilDay, Dataset, TableName } from '../table/dataset.js';
import type { KpiContext, Reason } from './contract.js';
import { lackingColumn, MEASURES, WITHOUT_PAGES } from './pulse-measures.js';
import type { Measure, MeasureId } from './pulse-measures.js';
import { formulaOf, termsOf } from './pulse-params.js';
import { comparedSpan, periodsUpTo } from './pulse-spans.js';
import type { Period } from './pulse-spans.js';
import { LOYALTY_WINDOW } from './pulse-states.js';
import type { MeasureSum, PulseFormula, PulseParams } from './pulse-types.js';
import { firstDayOf, viewOf } from './pulse-view.js';
import type { View } from './pulse-view.js';
import { reason } from './reason.js';

/** @internal */
export interface KpiPlan {
  readonly formula: PulseFormula;
  readonly grain: Grain;
  readonly measures: readonly MeasureId[];
  readonly tables: readonly TableName[];
  readonly reasons: readonly Reason[];
  /** First day of the data it stands on. */
  readonly first: CivilDay;
  readonly series: readonly Period[];
  readonly current: Period | null;
}

/** Measures of a formula, and those that count the people behind them. */
function measuresOf({ numerator, denominator }: PulseFormula): MeasureId[] {
  const ids = [...termsOf(numerator), ...termsOf(denominator)].flatMap(([id]) => [id, (MEASURES[id] as Measure).behind ?? id]);
  return [...new Set(ids)];
}

/** The formula as these data carry it. */
function carried(formula: PulseFormula, { visits, tables }: Dataset): PulseFormula {
  const { numerator, denominator } = formula;
  const isAsked = [...termsOf(numerator), ...termsOf(denominator)].some(([id]) => id === 'page-views');
  if (!isAsked || !visits || visits.pages || !tables.pageviews) return formula;
  const other = (sum: MeasureSum): MeasureSum => Object.fromEntries(termsOf(sum).map(([id, weight]) => [WITHOUT_PAGES[id] ?? id, weight]));
  return { ...formula, numerator: other(numerator), ...(denominator !== undefined && { denominator: other(denominator) }) };
}

/** Formulas of a request. */
const formulasOf = (dataset: Dataset, { kpis }: PulseParams): PulseFormula[] => kpis.map((kpi) => carried(formulaOf(kpi), dataset));

/** Tables that are there, of those that the measures of a request read. */
export function viewsOf({ dataset }: KpiContext, params: PulseParams): Map<TableName, View> {
  const views = new Map<TableName, View>();
  for (const id of formulasOf(dataset, params).flatMap(measuresOf)) {
    const view = viewOf(dataset, MEASURES[id].table);
    if (view) views.set(MEASURES[id].table, view);
  }
  return views;
}

/** First day that a measure of some days looks back on: for what a customer did before, not only in these days. */
export function looksBack(id: MeasureId, { from, to }: Span, window: string): CivilDay {
  if (MEASURES[id].how !== 'state') return from;
  if (id === 'year-customers' || id === 'loyal-customers') return windowBack(to, LOYALTY_WINDOW) + 1;
  return windowBack(id === 'active-customers' ? to : from - 1, window) + 1;
}

function reasonsOf(measures: readonly MeasureId[], views: ReadonlyMap<TableName, View>): Reason[] {
  const missing = measures.flatMap((id): Reason[] => {
    const measure: Measure = MEASURES[id];
    const { table } = measure;
    const view = views.get(table);
    // Nothing is missing where nobody was paid back without an order.
    if (!view) return reason('missing-table', table !== 'refunds' && table);
    const column = lackingColumn(measure, view);
    return reason('missing-column', column && `${table}.${column}`);
  });
  return [...new Map(missing.map((each) => [each.code + each.detail, each])).values()];
}

/** Series by what they depend on: many KPIs have the same. */
type SeriesBy = Map<string, Period[]>;

function planOf(
  formula: PulseFormula,
  context: KpiContext,
  params: PulseParams,
  views: ReadonlyMap<TableName, View>,
  named: Grain | null,
  made: SeriesBy,
): KpiPlan {
  const { asOf } = context;
  // A figure of the month is that of the month, whatever period is looked at.
  const from = formula.grain ? null : context.from;
  // Growth is nothing without a comparison.
  const compare = formula.growth && params.compare === 'none' ? 'previous-period' : params.compare;
  const measures = measuresOf(formula);
  const tables = [...new Set(measures.map((id) => MEASURES[id].table))];
  const reasons = reasonsOf(measures, views);
  const known = tables.flatMap((name) => (name === 'refunds' ? [] : (views.get(name) ?? [])));
  const first = Math.max(...known.map(firstDayOf));
  const grain = formula.grain ?? params.grain;
  const isKnown = reasons.length === 0 && asOf !== null && first <= asOf;
  const makeSeries = (): Period[] => periodsUpTo(asOf!, first, from, grain, { ...params, compare });
  const series = isKnown ? kept(made, [grain, first, from, compare].join(), makeSeries) : [];
  const span = isKnown && from !== null ? { from, to: asOf } : null;
  const chosen = span && { ...span, key: null, partial: false, compared: comparedSpan(span, named, compare) };
  const current = chosen ?? series.at(-1) ?? null;
  const isCensored =
    current && measures.some((id) => (MEASURES[id] as Measure).first) && (current.compared ?? current).from < addMonths(first, 12);
  return {
    ...{ formula, grain, measures, tables, first, series, current },
    reasons: [...reasons, ...reason('no-data', reasons.length === 0 && !current), ...reason('left-censored', isCensored)],
  };
}

/** Every KPI of a request. @param named What the period of the filter is called: compared like the period of a figure. */
export function plansOf(
  context: KpiContext,
  params: PulseParams,
  views: ReadonlyMap<TableName, View>,
  named: Grain | null = null,
): KpiPlan[] {
  const made: SeriesBy = new Map();
  return formulasOf(context.dataset, params).map((formula) => planOf(formula, context, params, views, named, made));
}

/** Orders of nobody known do not count in it. */
export const asksWho = ({ measures }: KpiPlan): boolean =>
  measures.some((id) => (MEASURES[id] as Measure).ofKnown) && measures.some((id) => MEASURES[id].table === 'orders');

/** The days of a plan, those of the comparisons included. */
export function spansOf({ series, current }: KpiPlan): Span[] {
  return [...series, ...(current ? [current] : [])].flatMap((period) => (period.compared ? [period, period.compared] : [period]));
}
