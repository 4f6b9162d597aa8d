/** Curves, tests and steps of `purchase-timing`, and what must be withheld. */
import { lifeTable } from '../stats/life-table.js';
import { logRank } from '../stats/log-rank.js';
import { proportion } from '../stats/ratio.js';
import { sum } from '../stats/sum.js';
import type { FinishContext, Finished } from './contract.js';
import { curveOf, figuresOf, hazardOf, isSmall, pointsOf, windowOf } from './purchase-timing-curve.js';
import { intervalFigures } from './purchase-timing-intervals.js';
import { KINDS } from './purchase-timing-partials.js';
import type { PurchaseTimingPartials, Waits } from './purchase-timing-partials.js';
import type { PurchaseTimingParams, PurchaseTimingResult, TimingCurve, TimingStep, TimingTest } from './purchase-timing-types.js';
import { orderReasons, reason, statusOf } from './reason.js';
import { withheldParts } from './suppression.js';

type Wait = PurchaseTimingPartials['waits'][number];

/** Days that a programme lasts, and within which a purchase is an answer to it: after registration, after the first purchase, later. */
const PROGRAMME = [7, 30, 60];
const CONVERSION = [30, 90, 90];

/** Nobody, whose figures are all null or empty. */
const NOBODY: Waits = { customers: 0, events: new Int32Array(), censored: new Int32Array() };

const sizeOf = ({ events, censored }: Waits): number => sum(events) + sum(censored);

function finishCurve({ id, part, group, ...counts }: Wait, params: PurchaseTimingParams, least: number, hides: boolean): TimingCurve {
  const { horizonDays, programmeDays, conversionDays, marks } = params;
  const waits = hides ? NOBODY : counts;
  const curve = curveOf(waits);
  const kind = KINDS.indexOf(id);
  const figures = figuresOf(curve, waits, marks, least);
  const [hazard, peak] = hazardOf(id, waits, horizonDays, least);
  return {
    ...{ id, part, group, ...figures },
    window: figures.events === null ? null : windowOf(id, curve, [programmeDays ?? PROGRAMME[kind], conversionDays ?? CONVERSION[kind]]),
    ...{ points: pointsOf(curve, horizonDays, least), hazard, peak },
  };
}

/** Up to the first one that tells of a few people: the next one would give it away. */
function finishSteps(steps: readonly Waits[], marks: readonly number[], least: number): TimingStep[] {
  const all = steps
    .filter(({ customers }) => customers > 0)
    .map((waits, at): TimingStep => {
      const figures = figuresOf(curveOf(waits), waits, marks, least);
      const [rate, interval] = proportion(figures.events, waits.customers);
      return { purchase: at + 1, ...figures, rate, interval };
    });
  const hidden = all.findIndex(({ events }) => events === null);
  return hidden < 0 ? all : all.slice(0, hidden + 1);
}

function testOf(id: TimingTest['id'], waits: readonly Wait[]): TimingTest[] {
  const groups = waits.filter((one) => one.id === id && one.part !== 'all');
  const test = logRank(groups.map(({ events, censored }) => lifeTable(events, censored)));
  return test ? [{ id, chiSquared: test.chiSquared, df: test.df, pValue: test.pValue }] : [];
}

export function purchaseTimingFinish(
  partials: PurchaseTimingPartials,
  params: PurchaseTimingParams,
  { minGroupSize: least }: FinishContext,
): Finished<PurchaseTimingResult> {
  const { waits, steps, intervals, early, ahead, registered } = partials;
  const second = waits.find(({ id, part }) => id === 'second' && part === 'all');
  // How many bought again is how many wait for one purchase more.
  const hidesNext = second !== undefined && isSmall(sum(second.events), sizeOf(second), least);
  const curves = KINDS.flatMap((id) => {
    const [all, ...groups] = waits.filter((one) => one.id === id);
    // Of people: one alone may wait often.
    const hidden = withheldParts(
      groups.map(({ customers }) => customers),
      least,
    );
    const hides = id === 'next' && hidesNext;
    return all ? [all, ...groups].map((one, at) => finishCurve(one, params, least, hides || (at > 0 && hidden[at - 1]))) : [];
  });
  const value: PurchaseTimingResult = {
    by: params.by,
    curves,
    tests: KINDS.flatMap((id) => testOf(id, waits)),
    steps: finishSteps(steps, params.marks, least),
    intervals: intervalFigures(intervals, params.cadenceDays, least, hidesNext),
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
    ...reason('zero-denominator', (regularity.customers ?? 0) > 0 && regularity.k === null && !hidesSome && 'regularity'),
    ...reason('suppressed', hidesSome && 'curves'),
  ];
  return { value, status: statusOf(isEmpty, reasons), reasons, used: partials.used };
}
