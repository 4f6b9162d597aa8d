/** From what `pulse` counted to its result. */
import { isoDayOrNull } from '../calendar/civil-day.js';
import { NEW_YEAR } from '../calendar/fiscal-year.js';
import type { Span } from '../calendar/period.js';
import { proportion, ratio } from '../stats/ratio.js';
import type { FinishContext, Finished, Reason } from './contract.js';
import { remembered } from './remembered.js';
import { termsOf } from './pulse-params.js';
import { Reckoning } from './pulse-reckoning.js';
import type { Reckoned } from './pulse-reckoning.js';
import { asksWho } from './pulse-plan.js';
import type { KpiPlan } from './pulse-plan.js';
import type { PulsePartials } from './pulse-partials.js';
import type { Period } from './pulse-spans.js';
import type {
  MeasureSum,
  PulseTerm,
  PulseFigure,
  PulseKpi,
  PulseParams,
  PulsePart,
  PulsePoint,
  PulseResult,
  PulseSpan,
  PulseUnit,
} from './pulse-types.js';
import { reason, statusOf } from './reason.js';

const isoSpan = remembered(({ from, to }: Span): PulseSpan => ({ from: isoDayOrNull(from)!, to: isoDayOrNull(to)! }));

const unitOf = ({ unit, denominator, growth }: KpiPlan['formula']): PulseUnit =>
  unit ?? (growth ? 'ratio' : denominator === undefined ? 'count' : 'decimal');

/** @param grid Steps of one unit in which both are whole: no rounding of binary fractions shows. */
function minus(value: number | null, previous: number | null, grid: number | null): number | null {
  if (value === null || previous === null) return null;
  return grid === null ? value - previous : Math.round((value - previous) * grid) / grid;
}

/** Relative change; none on a base that is not above 0. */
const changeOf = (difference: number | null, previous: number | null): number | null =>
  difference === null || previous === null ? null : ratio(difference, previous);

const isRateOf = (formula: KpiPlan['formula']): boolean => unitOf(formula) === 'rate' && !formula.growth;

/** Whether one may be a part of the other, 0…1; nothing is. */
const isPartOf = (part: number | null, whole: number | null): boolean => part === null || whole === null || (part >= 0 && part <= whole);

/** The figure of one part (0: the whole) in some days. */
function figureOf({ formula }: KpiPlan, { numerator, denominator }: Reckoned): PulseFigure {
  const { scale = 1 } = formula;
  const isQuotient = formula.denominator !== undefined;
  const isRate = isRateOf(formula);
  const isPart = !isRate || isPartOf(numerator, isQuotient ? denominator : 1);
  const [, interval] = isRate && isPart && isQuotient ? proportion(numerator, denominator) : [null, null];
  const quotient = isQuotient ? (numerator === null || !denominator ? null : numerator / denominator) : numerator;
  const bare = isPart ? quotient : null;
  return { value: bare === null ? null : bare * scale, numerator, denominator, interval };
}

/** A figure beside the earlier one; growth is a figure of both. */
function compared(
  plan: KpiPlan,
  now: PulseFigure,
  before: PulseFigure | null,
  grid: number | null,
): PulseFigure & Pick<PulsePoint, 'previous' | 'difference' | 'change'> {
  const previous = before?.value ?? null;
  const difference = minus(now.value, previous, grid);
  const change = changeOf(difference, previous);
  if (!plan.formula.growth) return { ...now, previous, difference, change };
  return { value: change, numerator: difference, denominator: previous, interval: null, previous: null, difference: null, change: null };
}

/** The figures of a KPI, of the whole and of its parts. */
function pointOf(plan: KpiPlan, period: Period, reckoning: Reckoning, part = 0): PulsePoint {
  const { key, partial, compared: span } = period;
  const now = figureOf(plan, reckoning.of(plan, period, part));
  const before = span && reckoning.isKnown(plan, span) ? figureOf(plan, reckoning.of(plan, span, part)) : null;
  const { value, numerator, denominator, interval, ...beside } = compared(plan, now, before, reckoning.grid(plan));
  return {
    ...{ period: key, ...isoSpan(period), partial, value, numerator, denominator, interval },
    compared: span && isoSpan(span),
    ...beside,
  };
}

function partsOf(plan: KpiPlan, keys: readonly string[], reckoning: Reckoning, whole: PulsePoint, bySize: boolean): PulsePart[] {
  const { formula, series, current } = plan;
  // Of quotients and of people who may be in several parts, the parts do not add up to the whole.
  const isSum = formula.denominator === undefined && !formula.growth && reckoning.adds(plan);
  const scaled = (value: number | null): number | null =>
    isSum && value !== null && (whole.previous ?? 0) > 0 ? value / whole.previous! : null;
  const all = [...keys, null].map((key, index): PulsePart => {
    const point = pointOf(plan, current!, reckoning, index + 1);
    const { value, numerator, denominator, interval, previous, difference, change } = point;
    return {
      ...{ key, value, numerator, denominator, interval, previous, difference, change, contribution: scaled(difference) },
      values: series.map((period) => pointOf(plan, period, reckoning, index + 1).value),
    };
  });
  const shown = all.filter(({ key, values, value, numerator }) => key !== null || [value, numerator, ...values].some(Boolean));
  const size = ({ key, denominator, value }: PulsePart): number => (key === null ? -Infinity : (denominator ?? value ?? 0));
  return bySize ? shown.sort((a, b) => size(b) - size(a)) : shown;
}

const isUntold = (plan: KpiPlan, span: Span, reckoning: Reckoning): boolean =>
  reckoning.isHidden(plan, span, 0) || reckoning.tellsOfFew(plan, span, 0);

/** Why the present figure, or what it is compared with, is missing. */
function whyMissing(plan: KpiPlan, point: PulsePoint, reckoning: Reckoning): Reason[] {
  const current = plan.current!;
  const { compared } = current;
  const isShort = compared !== null && !reckoning.isKnown(plan, compared);
  const { growth } = plan.formula;
  if (!reckoning.isKnown(plan, current, true) || (isShort && (growth || point.value !== null)))
    return reason('not-enough-history', isoDayOrNull(plan.first));
  if (point.value !== null) return [];
  if (isUntold(plan, current, reckoning) || (growth && compared && isUntold(plan, compared, reckoning))) return reason('suppressed', true);
  const { numerator, denominator } = point;
  if (isRateOf(plan.formula) && !isPartOf(numerator, plan.formula.denominator === undefined ? 1 : denominator))
    return reason('not-a-part', true);
  return point.denominator === 0 ? reason('zero-denominator', true) : reason('no-data', true);
}

/** Orders of its days that nobody known made. */
const guestsOf = (plan: KpiPlan, reckoning: Reckoning): number =>
  plan.current && asksWho(plan)
    ? (reckoning.amount('orders', plan.current, 0) ?? 0) - (reckoning.amount('identified-orders', plan.current, 0) ?? 0)
    : 0;

function finishKpi(plan: KpiPlan, { keys }: PulsePartials, params: PulseParams, reckoning: Reckoning): PulseKpi {
  const { formula, grain, series, current, reasons } = plan;
  const { id, better = 'up', scale = 1, growth = false } = formula;
  const point = current && pointOf(plan, current, reckoning);
  const isHidden = current !== null && isUntold(plan, current, reckoning);
  // Who buys without having left a name counts below the line only (V4).
  const isLeadless = id === 'prospects-per-sale' && point !== null && point.value !== null && point.value < 1;
  const told = (sum: MeasureSum | undefined): PulseTerm[] =>
    termsOf(sum).map(([measure, weight]) => ({
      ...{ measure, weight },
      amount: current && !isHidden ? reckoning.amount(measure, current, 0) : null,
    }));
  return {
    ...{ id, unit: unitOf(formula), better, grain, scale, growth },
    reasons: [
      ...reasons,
      ...(point ? whyMissing(plan, point, reckoning) : []),
      ...reason('guest-orders', guestsOf(plan, reckoning)),
      ...reason('fewer-leads', isLeadless),
    ],
    current: point,
    terms: told(formula.numerator),
    base: told(formula.denominator),
    series: series.map((period) => pointOf(plan, period, reckoning)),
    parts: keys && point ? partsOf(plan, keys, reckoning, point, params.by === 'channel' || params.by === 'country') : [],
  };
}

export function pulseFinish(partials: PulsePartials, params: PulseParams, context: FinishContext): Finished<PulseResult> {
  const { plans, used, guestOrders, tables, window } = partials;
  const reckoning = new Reckoning(partials, context);
  const kpis = plans.map((plan) => finishKpi(plan, partials, params, reckoning));
  const missing = kpis.flatMap(({ reasons }) => reasons.filter(({ code }) => code.startsWith('missing')));
  const told = [...new Map(missing.map((each) => [each.code + each.detail, each])).values()];
  const hidden = kpis.some(({ reasons }) => reasons.some(({ code }) => code === 'suppressed'));
  // A table that is not there is told by its KPIs; where all of them are there and hold nothing, there is nothing to show.
  const isEmpty = used === 0 && missing.length === 0;
  const reasons = [
    ...told,
    ...reason('no-data', isEmpty && tables[0]),
    ...reason('suppressed', hidden),
    ...reason('guest-orders', guestOrders),
  ];
  const { grain, compare, by, fiscalStart } = params;
  const value: PulseResult = { grain, compare, by, lostAfter: window, ...(fiscalStart !== NEW_YEAR && { fiscalStart }), kpis };
  return { value, status: statusOf(isEmpty, reasons), reasons, used, tables };
}
