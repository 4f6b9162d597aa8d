/** Figures of one kind of waiting: the curve, what is read from it, and where a programme should reach. */
import { kaplanMeier } from '../stats/kaplan-meier.js';
import type { SurvivalPoint } from '../stats/kaplan-meier.js';
import { lifeTable } from '../stats/life-table.js';
import { sum } from '../stats/sum.js';
import { restrictedMean, survivalAt, survivalQuantile } from '../stats/survival-figures.js';
import { wilsonInterval } from '../stats/wilson.js';
import type { Waits } from './purchase-timing-partials.js';
import type {
  PurchaseId,
  TimingFigures,
  TimingHazard,
  TimingMark,
  TimingMean,
  TimingPoint,
  TimingWindow,
} from './purchase-timing-types.js';
import type { Told } from './purchase-timing-told.js';
import { tellsOfFew } from './suppression.js';

/** Share of the answers to a programme that its window should hold (C10). */
const REACH = 0.8;
/** Longest horizon that is shown day by day; else week by week. */
const BY_DAY = 70;
const WEEK = 7;
export const spanOf = (horizon: number): number => (horizon > BY_DAY ? WEEK : 1);
/** Of those who wait at the beginning, how many must be left at a peak; and by how many standard errors it must stand above the average. */
const PEAK_LEFT = 0.1;
const PEAK_ERRORS = 3;

export const curveOf = ({ events, censored }: Waits): SurvivalPoint[] => kaplanMeier(lifeTable(events, censored));

/** Whether the curve ends before, while somebody still waits. */
const isUnseen = (curve: readonly SurvivalPoint[], days: number): boolean => {
  const last = curve.at(-1);
  return !last || (last.time < days && last.survival > 0);
};

/**
 * Probability of having bought by a day. At 0 and 1 Greenwood's variance is 0, which would claim certainty: there Wilson's interval of
 * those seen for so long. null after the last day on which somebody was seen, unless all have bought.
 */
function markAt(curve: readonly SurvivalPoint[], waits: Waits, days: number, least: number, told: Told): TimingMark {
  const bought = sum(waits.events.subarray(0, days + 1));
  const whole = curve[0]?.atRisk ?? 0;
  const hides = tellsOfFew(bought, whole, least) || (told !== null && !told.has(days));
  if (isUnseen(curve, days) || hides) return { days, probability: null, lower: null, upper: null };
  const survival = survivalAt(curve, days)?.survival ?? 1;
  if (survival === 1) {
    const waiting = whole - bought - sum(waits.censored.subarray(0, days));
    return { days, probability: 0, lower: 0, upper: wilsonInterval(0, waiting)![1] };
  }
  const point = survivalAt(curve, days)!;
  const [lower, upper] = point.lower === null ? wilsonInterval(bought, bought)! : [1 - point.upper!, 1 - point.lower];
  return { days, probability: 1 - survival, lower, upper };
}

export function figuresOf(
  curve: readonly SurvivalPoint[],
  waits: Waits,
  marks: readonly number[],
  least: number,
  told: Told,
): TimingFigures {
  const spells = curve[0]?.atRisk ?? 0;
  const events = sum(waits.events);
  const hides = spells === 0 || tellsOfFew(events, spells, least);
  const median = survivalQuantile(curve, 0.5);
  return {
    customers: spells < least ? null : waits.customers,
    spells: spells < least ? null : spells,
    events: hides ? null : events,
    medianDays: hides ? null : median.time,
    medianInterval: hides ? [null, null] : [median.lower, median.upper],
    day80: hides ? null : survivalQuantile(curve, 0.8).time,
    marks: marks.map((days) => markAt(curve, waits, days, least, told)),
  };
}

/** Points up to the horizon, on days that may be told. Fewer than `least` who were lost from sight are told with the next ones. */
export function pointsOf(curve: readonly SurvivalPoint[], horizon: number, least: number, told: Told): TimingPoint[] {
  const points: TimingPoint[] = [];
  let [bought, open] = [0, 0];
  let atRisk = curve[0]?.atRisk;
  for (const { time, events, censored: lost, survival, lower, upper } of curve) {
    if (time > horizon) break;
    bought += events;
    open += lost;
    if (told && !(told.has(time) && bought >= least)) continue;
    const censored = open < least ? 0 : open;
    points.push({ days: time, survival, lower, upper, atRisk, events: bought, censored });
    atRisk -= bought + censored;
    bought = 0;
    open -= censored;
  }
  return points;
}

/** Purchases per day and person waiting, span by span, while somebody waits. */
export function hazardOf(
  id: PurchaseId,
  { events, censored }: Waits,
  horizon: number,
  least: number,
  told: Told,
): [TimingHazard[], TimingHazard | null] {
  const width = spanOf(horizon);
  // Nobody can buy again on the day of a purchase.
  const first = id === 'first' ? 0 : 1;
  const hazard: TimingHazard[] = [];
  let peak: TimingHazard | null = null;
  const all = sum(events) + sum(censored);
  let waiting = all;
  let waited = 0;
  for (let from = 0, to = width > 1 ? width : first; to <= horizon && waiting > 0; from = to + 1, to += width) {
    const atStart = waiting;
    let exposure = 0;
    for (let day = from; day <= to; day++) {
      if (day >= first) exposure += waiting;
      waiting -= (events[day] ?? 0) + (censored[day] ?? 0);
    }
    const bought = sum(events.subarray(from, to + 1));
    const hides = tellsOfFew(bought, atStart, least) || (told !== null && !(told.has(to) && (from <= first || told.has(from - 1))));
    const span = {
      from: Math.max(from, first),
      to,
      events: hides ? null : bought,
      rate: hides || exposure === 0 ? null : bought / exposure,
    };
    hazard.push(span);
    waited += exposure;
    if (atStart >= all * PEAK_LEFT && (span.rate ?? 0) > (peak?.rate ?? 0)) peak = span;
  }
  const mean = sum(events.subarray(0, (hazard.at(-1)?.to ?? 0) + 1)) / waited;
  const stands = peak !== null && peak.rate! * (1 - PEAK_ERRORS / Math.sqrt(peak.events!)) > mean;
  return [hazard, stands ? peak : null];
}

/** Of a normal distribution: 95 %. */
const NORMAL = 1.96;

/** Of all who begin to wait, within so many days. */
export function meanOf(curve: readonly SurvivalPoint[], days: number): TimingMean | null {
  const found = restrictedMean(curve, days);
  if (!found) return null;
  const { mean, stdErr } = found;
  return { days, mean, lower: Math.max(0, mean - NORMAL * stdErr), upper: Math.min(days, mean + NORMAL * stdErr) };
}

/**
 * null when nobody buys within the days that count, or nobody was seen waiting for so long, or where it would tell of a few.
 * @param programme Days that a programme lasts, and within which a purchase counts as an answer.
 */
export function windowOf(
  id: PurchaseId,
  curve: readonly SurvivalPoint[],
  [programmeDays, conversionDays]: readonly [number, number],
  told: Told = null,
): TimingWindow | null {
  const boughtBy = (days: number): number => 1 - (survivalAt(curve, days)?.survival ?? 1);
  const conversion = boughtBy(conversionDays);
  if (conversion === 0 || isUnseen(curve, conversionDays)) return null;
  // A rounding must not move the day.
  const to = curve.find(({ survival }) => 1 - survival >= REACH * conversion - 1e-12)!.time;
  if (told && ![conversionDays, to, Math.min(programmeDays, conversionDays)].every((day) => told.has(day))) return null;
  return {
    ...{ from: id === 'first' ? 0 : 1, to, conversionDays, conversion, probability: boughtBy(to) },
    ...{ programmeDays, programmeShare: boughtBy(Math.min(programmeDays, conversionDays)) / conversion },
  };
}
