/** English words of `rfm-matrix`. Only one is singular. */
import type { SegmentId } from '../core/kpi/rfm-types.js';
import type { Counted } from './counted.js';
import { figuresEn } from './rfm-figures-en.js';
import type { RfmTerms, Silence } from './rfm-terms.js';

const isOne = ({ n }: Counted): boolean => n === 1;
const plural = (count: Counted, one: string, many: string): string => `${count.text} ${isOne(count) ? one : many}`;
const customers = (count: Counted): string => plural(count, 'customer', 'customers');
const active = (count: Counted): string => plural(count, 'active customer', 'active customers');
const orders = (count: Counted): string => plural(count, 'order', 'orders');
const months = (n: number): string => (n === 1 ? '1\u00a0month' : `${n}\u00a0months`);
const since = (silence: Silence): string => ('months' in silence ? `for ${months(silence.months)}` : `since ${silence.since}`);
const levels = (n: number): string => (n === 1 ? 'one level' : `${n} levels`);

const SEGMENT: Record<SegmentId, string> = { TBC: 'very good', BC: 'good', CO: 'occasional', CTO: 'very occasional' };
const inSegment = (count: Counted, id: SegmentId): string => plural(count, `${SEGMENT[id]} customer`, `${SEGMENT[id]} customers`);

export const rfmEn: RfmTerms = {
  heading: 'Recency, frequency and segments',
  segment: { TBC: 'Very good customers', BC: 'Good customers', CO: 'Occasional customers', CTO: 'Very occasional customers' },
  segmentShort: { TBC: 'Very good', BC: 'Good', CO: 'Occasional', CTO: 'Very occasional' },
  finding: {
    top: ({ id, customers: count, customerShare, revenueShare }) => {
      const who = isOne(count) ? `your only ${SEGMENT[id]} customer` : `your ${inSegment(count, id)}`;
      return `${who} (${customerShare} of active customers) ${isOne(count) ? 'makes' : 'make'} ${revenueShare} of revenue`;
    },
    inactive: (count, silence) => `${customers(count)} ${isOne(count) ? 'has' : 'have'} not bought ${since(silence)}`,
    nobody: (count, silence) =>
      isOne(count)
        ? `your only customer has not bought ${since(silence)}`
        : `none of your ${customers(count)} has bought ${since(silence)}`,
    oneCustomer: (count, revenue) => `only one active customer, with ${orders(count)} worth ${revenue}: nothing to compare yet`,
    few: (count, revenue) => `${active(count)} worth ${revenue} of revenue: too few to say which matter most`,
    alike: (count, amount) => `all your ${active(count)} have spent ${amount}: nothing sets good customers apart`,
    oneSegment: (count, id) => `all your ${active(count)} are in the same segment, ${SEGMENT[id]} customers`,
    noRevenue: (count) => `${active(count)}, but no revenue in the period: no segments`,
    withheld: (count, revenue) =>
      `${active(count)} worth ${revenue} of revenue; the share of the best is withheld, because a group is too small`,
    shortHistory: 'the data do not reach back far enough to cover the whole window',
    join: (statements) => {
      const text = statements.join('; ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
  },
  chart: {
    name: 'Customers by recency and frequency, and the share of each segment',
    grid: 'Customers by recency and frequency',
    segments: 'Segments',
    axis: {
      recency: ['Recency: days since the last order', 'Days since the last order', 'Recency (days)'],
      frequency: ['Frequency: orders per customer', 'Orders per customer', 'Orders'],
    },
    letter: { recency: 'R', frequency: 'F' },
    days: (range) => `${range}\u00a0d`,
    any: 'all',
    legend: ['Number: customers. Colour: revenue of the cell', 'Colour: revenue of the cell', 'Revenue'],
    inactive: () => 'inactive',
    inactiveRule: (from) => `no order since ${from}`,
    customerShare: ['Share of active customers', 'Share of customers', 'Customers'],
    revenueShare: ['Share of revenue', 'Revenue'],
    withheld: 'withheld',
    column: { customers: 'Customers', revenue: 'Revenue', perCustomer: 'Per customer', orderCount: 'Orders', recency: 'Recency' },
  },
  note: {
    merged: (axis, n, bins) =>
      `${axis === 'recency' ? 'Recency' : 'Frequency'} has ${levels(n)} instead of ${bins}: too many customers share the same value.`,
    fewAmounts: 'Too few different amounts to fill all four segments.',
    guests: (count, revenue) => `${orders(count)} without a known customer (${revenue}) ${isOne(count) ? 'is' : 'are'} not counted here.`,
    withheld: '—: withheld, because the group is too small.',
  },
  mark: {
    position: (recency, frequency, bins) => `Recency ${recency} of ${bins}, frequency ${frequency} of ${bins}`,
    days: (range) => `Last order: ${range} days ago`,
    orderCounts: (range) => `Orders per customer: ${range}`,
    customers,
    orders,
    nobody: 'no customers',
    withheld: 'withheld, because the group is too small',
    share: (text, share, of) => `${text} (${share} of ${of === 'customers' ? 'active customers' : 'revenue'})`,
    revenue: (text) => `${text} of revenue`,
    perCustomer: (revenue) => `${revenue} per customer`,
    consumption: (from, to) => `From ${from} to ${to} per customer`,
    inactiveSince: (from) => `last order before ${from}`,
    sentence: (title, parts) => `${title}: ${parts.join(', ')}.`,
  },
  table: {
    segments: 'Segments',
    inactive: (count) => `${plural(count, 'inactive customer', 'inactive customers')} outside`,
    cells: 'Cells of the matrix',
    segment: 'Segment',
    from: 'Revenue per customer, from',
    to: 'to',
    customers: 'Customers',
    customerShare: 'Share of customers',
    orders: 'Orders',
    revenue: 'Revenue',
    revenueShare: 'Share of revenue',
    meanOrderCount: 'Orders per customer',
    meanBasket: 'Average order value',
    meanRevenue: 'Revenue per customer',
    meanRecencyDays: 'Mean recency in days',
    score: { recency: 'Recency score', frequency: 'Frequency score' },
    range: { recency: 'Days since the last order', frequency: 'Orders per customer' },
  },
  figure: figuresEn,
};
