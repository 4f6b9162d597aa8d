/**
 * From counts of newcomers to what is told of them. Probability of a class: (top + 10 share) / (earlier + 10), the mean of a
 * beta-binomial model whose prior weighs ten customers and stands on the share of top customers among all earlier ones.
 */
import { isoDayOrNull } from '../calendar/civil-day.js';
import { proportion, ratio } from '../stats/ratio.js';
import { sum } from '../stats/sum.js';
import type { FinishContext } from './contract.js';
import { ORDERS, SPENDS } from './newcomers.js';
import type { NewcomerPartials } from './newcomers.js';
import type { NewcomerGroup, Newcomers, Potential } from './newcomers-types.js';
import { isFew, unlessHidden, withheldParts } from './suppression.js';

/** Customers that the prior weighs. */
const PRIOR = 10;
const CLASSES = ORDERS * SPENDS;

function potentialOf({ reference, top, newcomers }: NewcomerPartials, minGroupSize: number): Potential | null {
  // Each age classes all earlier customers anew.
  const earlier = sum(reference.subarray(0, CLASSES));
  if (earlier === 0) return null;
  const referenceTop = sum(top.subarray(0, CLASSES));
  const share = referenceTop / earlier;
  const sizes = new Float64Array(CLASSES);
  const expected = new Float64Array(CLASSES);
  newcomers.forEach((count, at) => {
    sizes[at % CLASSES] += count;
    expected[at % CLASSES] += (count * (top[at] + PRIOR * share)) / (reference[at] + PRIOR);
  });
  const told = (some: Float64Array, chances: Float64Array) => {
    const hidden = withheldParts(some, minGroupSize);
    return Array.from(some, (customers, at) => unlessHidden({ customers, probability: ratio(chances[at], customers) }, hidden[at]));
  };
  // A row of classes would tell a hidden one of them by subtraction.
  const byOrders = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: ORDERS }, (_, at) => sum(values.subarray(at * SPENDS, (at + 1) * SPENDS)));
  const hides = withheldParts(sizes, minGroupSize).includes(true);
  const groups = told(sizes, expected).map((group, at) => ({
    ...{ orders: (Math.floor(at / SPENDS) + 1) as NewcomerGroup['orders'], spend: ((at % SPENDS) + 1) as NewcomerGroup['spend'] },
    ...(hides ? { customers: null, probability: null } : group),
  }));
  const [total, people] = [sum(expected), sum(sizes)];
  const hidesAll = isFew(people, minGroupSize);
  const [rate, interval] = withheldParts([referenceTop, earlier - referenceTop], minGroupSize)[0]
    ? [null, null]
    : proportion(referenceTop, earlier);
  return {
    ...{ reference: earlier, referenceTop: rate === null ? 0 : referenceTop, share: rate, interval },
    ...unlessHidden({ expected: total, expectedShare: ratio(total, people) }, hidesAll || rate === null),
    byOrders: told(byOrders(sizes), byOrders(expected)).map((group, at) => ({ orders: (at + 1) as NewcomerGroup['orders'], ...group })),
    groups: groups
      .filter((_, at) => sizes[at] > 0)
      .sort((a, b) => (b.probability ?? -1) - (a.probability ?? -1) || b.orders - a.orders || b.spend - a.spend),
  };
}

export function newcomersFinish(partials: NewcomerPartials, months: number, { asOf, unit, minGroupSize }: FinishContext): Newcomers {
  const { after, customers, orders, active } = partials;
  const revenue = partials.revenue / unit;
  const hidden = isFew(customers, minGroupSize);
  const hidesActive = hidden || withheldParts([active, customers - active], minGroupSize)[0];
  const [activeShare, activeInterval] = proportion(hidesActive ? null : active, customers);
  const means = { meanOrderCount: ratio(orders, customers), meanBasket: ratio(revenue, orders), meanRevenue: ratio(revenue, customers) };
  return {
    months,
    ...{ from: isoDayOrNull(after === null ? null : after + 1), to: isoDayOrNull(asOf) },
    ...unlessHidden({ customers, orders, revenue, ...means }, hidden),
    ...{ active: hidesActive ? null : active, activeMonths: partials.activeMonths, activeShare, activeInterval },
    potential: potentialOf(partials, minGroupSize),
  };
}
