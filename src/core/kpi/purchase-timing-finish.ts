/** Curves, tests and steps of `purchase-timing`, and what must be withheld. */
import { isoDayOrNull } from '../calendar/civil-day.js';
import { lifeTable } from '../stats/life-table.js';
import { logRank } from '../stats/log-rank.js';
import { proportion } from '../stats/ratio.js';
import { sum } from '../stats/sum.js';
import type { FinishContext, Finished } from './contract.js';
import { curveOf, figuresOf, hazardOf, meanOf, pointsOf, spanOf, windowOf } from './purchase-timing-curve.js';
import { intervalFigures } from './purchase-timing-intervals.js';
import { KINDS } from './purchase-timing-partials.js';
import type { PurchaseTimingPartials, Waits } from './purchase-timing-partials.js';
import { cumulated, toldDays } from './purchase-timing-told.js';
import type { Told } from './purchase-timing-told.js';
import type { PurchaseTimingParams, PurchaseTimingResult, TimingCurve, TimingStep, TimingTest } from './purchase-timing-types.js';
import { orderReasons, reason, statusOf } from './reason.js';
import { isFew, tellsOfFew, withheldParts } from './suppression.js';

type Wait = PurchaseTimingPartials['waits'][number];

/** Days that a programme lasts, and within which a purchase is an answer to it: after registration, after the first purchase, later. */
const PROGRAMME = [7, 30, 60];
const CONVERSION = [30, 90, 90];

/** Nobody, whose figures are all null or empty. */
const NOBODY: Waits = { customers: 0, events: new Int32Array(), censored: new Int32Array() };

/** Share of the first-time buyers who may have bought before the data begin, from which on it is told. */
const MANY = 0.05;

/** What a step does not tell. */
const HIDDEN = { events: null, rate: null, interval: null, medianDays: null, day80: null };

const sizeOf = ({ events, censored }: Waits): number => sum(events) + sum(censored);

/** Days that a programme lasts, and within which a purchase is an answer to it. */
const programmeOf = (id: Wait['id'], { programmeDays, conversionDays }: PurchaseTimingParams): [number, number] => {
  const kind = KINDS.indexOf(id);
  return [programmeDays ?? PROGRAMME[kind], conversionDays ?? CONVERSION[kind]];
};

function finishCurve(
  { id, part, group, ...counts }: Wait,
  params: PurchaseTimingParams,
  least: number,
  hides: boolean,
  told: Told,
): TimingCurve {
  const { horizonDays, marks } = params;
  const waits = hides ? NOBODY : counts;
  const curve = curveOf(waits);
  const figures = figuresOf(curve, waits, marks, least, told);
  // Of later purchases: each begins another wait.
  if (id === 'next' && figures.events === null) figures.spells = null;
  const [hazard, peak] = hazardOf(id, waits, horizonDays, least, told);
  return {
    ...{ id, part, group, ...figures },
    window: figures.events === null ? null : windowOf(id, curve, programmeOf(id, params), told),
    meanWait: figures.events === null ? null : meanOf(curve, programmeOf(id, params)[1]),
    ...{ points: pointsOf(curve, horizonDays, least, told), hazard, peak },
  };
}

/** Groups whose people, purchases or missing purchases are few, and others, so that none comes back by subtraction. */
function hiddenGroups(groups: readonly Wait[], least: number): boolean[] {
  const lists = [
    groups.map(({ customers }) => customers),
    groups.map(({ events }) => sum(events)),
    groups.map(({ censored }) => sum(censored)),
  ].map((sizes) => withheldParts(sizes, least));
  return groups.map((_, at) => lists.some((hidden) => hidden[at]));
}

/** Days in the order in which they are wanted: marks, the programme, the ends of the spans of the hazard, all others. */
function* wantedDays({ id, ...waits }: Wait, params: PurchaseTimingParams): Generator<number, void, void> {
  const { marks, horizonDays } = params;
  yield* marks;
  const programme = programmeOf(id, params);
  const window = windowOf(id, curveOf(waits), programme);
  yield* [programme[1], ...(window ? [window.to] : []), Math.min(...programme)];
  const step = spanOf(horizonDays);
  for (let day = step > 1 ? step : 0; day <= horizonDays; day += step) yield day;
  for (let day = 0; day <= horizonDays; day++) yield day;
}

/** Curves of one kind. Groups are told on days of everybody, on which those who are withheld together are not few either. */
function finishKind([all, ...groups]: readonly Wait[], params: PurchaseTimingParams, least: number, hides: boolean): TimingCurve[] {
  const hidden = hiddenGroups(groups, least);
  if (least <= 1) return [all, ...groups].map((one) => finishCurve(one, params, least, hides, null));
  const whole = cumulated(all.events);
  const told = toldDays([whole], wantedDays(all, params), least);
  const parts = groups.filter((_, at) => !hidden[at]).map(({ events }) => cumulated(events));
  const others = whole.map((count, day) => count - parts.reduce((shown, part) => shown + part[day], 0));
  const ofGroups = toldDays([...parts, others], told, least);
  return [
    finishCurve(all, params, least, hides, told),
    ...groups.map((one, at) => finishCurve(one, params, least, hides || hidden[at], ofGroups)),
  ];
}

/**
 * Up to the first one that tells of a few people: the next one would give it away; and none whose customers would say how few are left
 * of all later waits.
 */
function finishSteps(steps: readonly Waits[], marks: readonly number[], least: number, later: number): TimingStep[] {
  const all = steps
    .filter(({ customers }) => customers > 0)
    .map((waits, at): TimingStep => {
      // Of later ones together the curve tells other days.
      const told = least > 1 ? toldDays([cumulated(waits.events)], at > 0 ? [] : marks, least) : null;
      const figures = figuresOf(curveOf(waits), waits, marks, least, told);
      const [rate, interval] = proportion(figures.events, waits.customers);
      return { purchase: at + 1, ...figures, rate, interval };
    });
  const hidden = all.findIndex(({ events }) => events === null);
  let end = hidden < 0 ? all.length : hidden + 1;
  const restAfter = (count: number): number => later - all.slice(1, count).reduce((people, _, at) => people + steps[at + 1].customers, 0);
  while (end > 2 && isFew(restAfter(end), least)) end--;
  if (end === all.length || end < 1) return all.slice(0, end);
  // The last one: how many buy again is how many the next one would have.
  return [...all.slice(0, end - 1), { ...all[end - 1], ...HIDDEN }];
}

/** None where a group is withheld: it would tell of it. */
function testOf(id: TimingTest['id'], waits: readonly Wait[], least: number): TimingTest[] {
  const groups = waits.filter((one) => one.id === id && one.part !== 'all');
  if (hiddenGroups(groups, least).includes(true)) return [];
  const test = logRank(groups.map(({ events, censored }) => lifeTable(events, censored)));
  return test ? [{ id, chiSquared: test.chiSquared, df: test.df, pValue: test.pValue }] : [];
}

export function purchaseTimingFinish(
  partials: PurchaseTimingPartials,
  params: PurchaseTimingParams,
  { asOf, minGroupSize: least }: FinishContext,
): Finished<PurchaseTimingResult> {
  const { waits, steps, intervals, early, ahead, older, registered } = partials;
  const [second, next] = (['second', 'next'] as const).map((id) => waits.find((one) => one.id === id && one.part === 'all'));
  // How many bought again is how many wait for one purchase more.
  const hidesNext = second !== undefined && tellsOfFew(sum(second.events), sizeOf(second), least);
  const later = next ? sum(next.events) : 0;
  const curves = KINDS.flatMap((id) => {
    const own = waits.filter((one) => one.id === id);
    return own.length > 0 ? finishKind(own, params, least, id === 'next' && hidesNext) : [];
  });
  const value: PurchaseTimingResult = {
    dates: { from: isoDayOrNull(partials.begin), to: isoDayOrNull(asOf) },
    leastPurchases: least,
    by: params.by,
    curves,
    tests: KINDS.flatMap((id) => testOf(id, waits, least)),
    steps: finishSteps(steps, params.marks, least, next ? sizeOf(next) : 0),
    intervals: intervalFigures(intervals, params.cadenceDays, least, hidesNext || isFew(later, least)),
  };
  const isEmpty = curves.length === 0;
  const { regularity } = value.intervals;
  const hidesSome = hidesNext || curves.some(({ events }) => events === null);
  const reasons = [
    ...orderReasons(partials.hasOrders, partials.guestOrders, second ? 1 : 0),
    ...reason('missing-column', !isEmpty && registered + early === 0 && 'customers.created_at'),
    ...reason('missing-column', !isEmpty && partials.lacks && `orders.${params.by}`),
    ...reason('early-registration', early),
    ...reason('order-before-registration', ahead),
    ...reason('left-censored', second !== undefined && older >= MANY * second.customers),
    ...reason('zero-denominator', (regularity.customers ?? 0) > 0 && regularity.k === null && !hidesSome && 'regularity'),
    ...reason('suppressed', hidesSome && 'curves'),
  ];
  return { value, status: statusOf(isEmpty, reasons), reasons, used: partials.used };
}
