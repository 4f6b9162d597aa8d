/** English words of `churn-alerts`. */
import type { ChurnTerms } from './churn-terms.js';
import type { Counted } from './counted.js';

const plural = ({ n, text }: Counted, one: string, many: string): string => `${text} ${n === 1 ? one : many}`;
const customers = (count: Counted): string => plural(count, 'customer', 'customers');
const revenue = (money: string | null, lead = ''): string => (money === null ? '' : `: ${lead}${money} of revenue over the last 12 months`);
const watching = (count: Counted): string => `${customers(count)} ${count.n === 1 ? 'needs' : 'need'} watching`;
const inTier = { watch: 'to watch', risk: 'at risk', inactive: 'inactive' } as const;

export const churnEn: ChurnTerms = {
  heading: 'Customers about to leave',
  tier: { watch: 'Watch', risk: 'At risk', inactive: 'Inactive' },
  status: { watch: 'Watch', risk: 'At risk', inactive: 'Inactive' },
  months: (n) => (n === 1 ? '1 month' : `${n} months`),
  days: (count) => plural(count, 'day', 'days'),
  daysShort: (text) => `${text}\u00a0d`,
  percent: (text) => `${text}%`,
  customers,
  orders: (count) => plural(count, 'order', 'orders'),
  missing: {
    history: (window) => `the data must reach back over two windows of ${window}`,
    nobodyBefore: 'nobody was active in the previous window',
    withheld: 'a group is too small to be shown',
    noFigure: 'the data do not say',
  },
  missingShort: {
    history: 'history too short',
    nobodyBefore: 'nobody was active before',
    withheld: 'withheld, a group is too small',
    noFigure: 'not in the data',
  },
  finding: {
    watchAndRisk: (watch, risk, money) =>
      `${watching(watch)} and ${risk.text} ${risk.n === 1 ? 'is' : 'are'} at risk${revenue(money, 'together, ')}.`,
    watchOnly: (watch, money, nobodyAtRisk) => `${watching(watch)}${revenue(money)}${nobodyAtRisk ? '; nobody is at risk' : ''}.`,
    riskOnly: (risk, money) => `${customers(risk)} ${risk.n === 1 ? 'is' : 'are'} at risk${revenue(money)}.`,
    nobody: 'No customer needs watching or is at risk.',
    noCustomer: 'No customer has ordered yet.',
    allInactive: (base, window) =>
      base.n === 1
        ? `The only customer is inactive: no order for ${window}.`
        : `All ${customers(base)} are inactive: none has ordered for ${window}.`,
    withheld: (tiers) => `Withheld, because a group is too small: ${tiers.map((tier) => churnEn.tier[tier].toLowerCase()).join(', ')}.`,
    attrition: (rate, interval, trend) => {
      const since = trend ? `, ${trend.rising ? 'rising' : 'falling'} for ${churnEn.months(trend.months)}` : '';
      return `Attrition is ${rate}${interval ? ` (interval ${interval})` : ''}${since}.`;
    },
    attritionOfFew: (rate, interval, base) =>
      `Attrition is ${rate}${interval ? ` (interval ${interval})` : ''}, but of ${customers(base)} only: too few to conclude.`,
    attritionUnknown: (why) => `No attrition rate: ${why}.`,
  },
  chart: {
    name: 'Customers by length of silence, and attrition rate by month',
    tiers: 'Tiers of silence',
    trend: 'Attrition rate by month',
    attrition: 'Attrition rate',
    overYear: (money) => `${money} in 12 months`,
    silence: (tier, days) => {
      const sign = tier === 'inactive' ? '≥' : '>';
      const text = plural(days, 'day', 'days');
      return [`silent ${sign}\u00a0${text}`, `${sign}\u00a0${text}`, `${sign}\u00a0${days.text}\u00a0d`];
    },
    ground: (interval, lost, base) => [
      `${interval}, ${lost.text} lost of ${customers(base)}`,
      `${interval}, ${lost.text} of ${base.text}`,
      `${lost.text} of ${base.text}`,
    ],
  },
  mark: {
    tier: (name, rule, count, money) =>
      `${name}, ${rule}: ${count}${money === null ? '' : `, ${money} of revenue over the last 12 months`}.`,
    month: (month, rate, interval, lost, base) =>
      `${month}: attrition ${rate}${interval ? `, interval ${interval}` : ''}, ${churnEn.mark.lostOf(lost, base)}.`,
    monthUnknown: (month, why) => `${month}: no attrition rate, ${why}.`,
    lostOf: (lost, base) => `${lost.text} lost of ${customers(base)}`,
    interval: (interval) => `Interval ${interval}`,
  },
  list: {
    caption: (tier) => (tier ? `Customers ${inTier[tier]}` : 'Customers to win back'),
    column: { customer: 'Customer', silence: 'Silence', 'last-order': 'Last order', orders: 'Orders', revenue: 'Revenue, 12 months' },
    filter: 'Tier',
    all: 'All',
    shown: (shown, total) => `${shown.text} of ${customers(total)}`,
    more: (count) => `Show ${count.text}`,
    showAll: (count) => `Show all ${count.text}`,
    less: 'Show fewer',
    bounded: (limit) => `The ${limit.text} with the most revenue of each tier.`,
    nobody: (tier) => (tier ? 'Nobody in this tier.' : 'Nobody to win back.'),
    withheld: 'The list is not shown, because small groups are withheld.',
  },
  table: {
    tiers: 'Tiers',
    trend: 'Attrition by month',
    customers: 'Customers',
    tier: 'Tier',
    rule: 'Silence',
    limitDay: 'Limit day of the last order',
    customerCount: 'Customers',
    month: 'Month',
    asOf: 'As of',
    lost: 'Lost',
    base: 'Active before',
    rate: 'Attrition rate',
    lower: 'Interval, lower bound',
    upper: 'Interval, upper bound',
    silentDays: 'Days of silence',
    orderCount: 'Orders',
    revenueYear: 'Revenue, 12 months',
    revenueTotal: 'Revenue, all time',
  },
  figure: {
    attrition: {
      label: 'Attrition rate',
      definition: 'Share of the customers active in the previous window who ordered nothing in this one.',
      formula: 'customers lost ÷ customers active in the previous window',
    },
    atRisk: {
      label: 'Customers at risk',
      definition: 'Customers silent for more than two thirds of the window, and not for all of it yet.',
      formula: '⅔ of the window < days since the last order < window',
    },
    revenueAtRisk: {
      label: 'Revenue at risk',
      definition: 'What the customers at risk brought over the last 12 months, net of refunds.',
      formula: 'sum of net revenue over 12 months of the customers at risk',
    },
    active: {
      label: 'Active customers',
      definition: 'Customers with at least one valid order in the window.',
      formula: 'count of customers with an order in the window',
    },
    watch: {
      label: 'Customers to watch',
      definition: 'Customers silent for more than one third of the window, and for two thirds of it at most.',
      formula: '⅓ of the window < days since the last order ≤ ⅔ of the window',
    },
    inactiveShare: {
      label: 'Share of inactive customers',
      definition: 'Share of all customers who have ever ordered without an order in the window.',
      formula: 'customers without an order in the window ÷ customers with an order at any time',
    },
    lost: (count) => `${customers(count)} lost`,
    activeBefore: (count) => `${customers(count)} active in the previous window`,
    inactive: (count) => plural(count, 'inactive customer', 'inactive customers'),
    base: (count) => `${customers(count)} in all`,
  },
};
