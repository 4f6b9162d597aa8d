/** English definitions and formulas of the figures of `rfm-matrix`. */
import type { SegmentId } from '../core/kpi/rfm-types.js';
import type { Counted } from './counted.js';
import type { RfmFigureTerms, SegmentRule } from './rfm-terms.js';

const plural = (count: Counted, one: string, many: string): string => `${count.text} ${count.n === 1 ? one : many}`;

const NAME: Record<SegmentId, string> = { TBC: 'Very good (TBC)', BC: 'Good (BC)', CO: 'Occasional (CO)', CTO: 'Very occasional (CTO)' };
const PLACE: Record<SegmentId, string> = { TBC: 'top', BC: 'second', CO: 'third', CTO: 'bottom' };
const CUMULATIVE: Record<SegmentId, string> = {
  TBC: 'the first 50% of revenue',
  BC: 'revenue from 50% to 80%',
  CO: 'revenue from 80% to 95%',
  CTO: 'the last 5% of revenue',
};
const BETWEEN: Record<SegmentId, string> = {
  TBC: 'the highest of the three amounts given',
  BC: 'the second of the three amounts given',
  CO: 'the lowest of the three amounts given',
  CTO: 'none of the three amounts given',
};
const RULE: Record<SegmentRule, (id: SegmentId) => string> = {
  quartile: (id) => `The ${PLACE[id]} quarter of the active customers, by what each has spent in the window.`,
  cumulative: (id) => `The customers who, from the biggest spender down, make ${CUMULATIVE[id]} in the window.`,
  thresholds: (id) => `The active customers whose spending in the window reaches ${BETWEEN[id]}.`,
};

export const figuresEn: RfmFigureTerms = {
  customers: {
    label: 'Active customers',
    definition: 'Customers with at least one valid order in the window.',
    formula: 'count of distinct customers with an order in the window',
  },
  inactive: {
    label: 'Inactive customers',
    definition: 'Customers who ordered before the window and not in it. They are beside the matrix and in no segment.',
    formula: 'customers with an order − customers with an order in the window',
  },
  topShare: {
    label: 'Revenue from very good customers',
    definition: 'Share of the net revenue of the window that comes from the very good customers (TBC).',
    formula: 'revenue of TBC ÷ revenue of all active customers',
  },
  recency: {
    label: 'Mean recency',
    definition:
      'Days from a customer’s last order to the date of the figures, on average over everybody who ever ordered. Rounded to months, it gives the automatic window.',
    formula: 'sum of the days since the last order ÷ customers with an order',
  },
  recencyAndWindow: (days, window) => `${days} → ${window}`,
  window: (n) => (n === 1 ? '1 month' : `${n} months`),
  median: (days) => `Median: ${days}.`,
  concentration: {
    label: 'Revenue from the top 20%',
    definition: 'Share of the net revenue of the window that comes from the 20% of active customers who spend the most.',
    formula: 'revenue of the top 20% of customers ÷ revenue of all active customers',
  },
  gini: {
    label: 'Gini coefficient',
    definition:
      'How unevenly revenue is spread over the active customers: 0 when all spend the same, close to 1 when one spends everything.',
    formula: 'twice the area between the Lorenz curve of revenue and the line of equality',
  },
  basket: {
    label: 'Average order value',
    definition: 'Net revenue of one order on average, excluding tax and shipping where they are known.',
    formula: 'revenue in the window ÷ orders in the window',
  },
  consumption: {
    label: 'Revenue per customer',
    definition: 'Net revenue of one active customer on average: frequency times average order value.',
    formula: 'revenue in the window ÷ active customers',
  },
  frequency: {
    label: 'Orders per customer',
    definition: 'Valid orders of one active customer on average.',
    formula: 'orders in the window ÷ active customers',
  },
  segment: (id, rule) => ({
    label: NAME[id],
    definition: RULE[rule](id),
    formula: 'revenue of the segment ÷ revenue of all active customers',
  }),
  customersIn: (count) => plural(count, 'active customer', 'active customers'),
  ordersIn: (count) => plural(count, 'order', 'orders'),
  revenueOf: (text) => `${text} of revenue`,
  missing: {
    nobody: 'nobody has ordered in the window',
    revenue: 'there is no revenue in the window',
    withheld: 'the group is too small to be shown',
    emptySegment: 'nobody is in this segment',
  },
};
