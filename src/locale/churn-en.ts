/** English words of `churn-alerts`. */
import type { ChurnTerms, ChurnWords } from './churn-terms.js';
import type { Formatter } from './formatter.js';

const tier = { watch: 'Watch', risk: 'At risk', inactive: 'Inactive' };
const list = { '': 'Customers to win back', watch: 'Customers to watch', risk: 'Customers at risk', inactive: 'Customers inactive' };
const rate = 'Attrition rate';
const silentDays = 'Days of silence';
const revenueYear = 'Revenue, 12 months';
const tiers = [
  'Customers by their silence, in parts of the window.',
  'watch: over ⅓; at risk: over ⅔; inactive: the whole window',
] as const;

const words: ChurnWords = {
  heading: 'Customers about to leave',
  tier,
  status: tier,
  list,
  silent: 'silent',

  history: 'history too short',
  nobodyBefore: 'nobody was active in the previous window',
  withheld: 'a group is too small',
  noCustomer: 'No customer has ordered yet.',

  silence: 'Silence',
  all: 'All',
  less: 'Show fewer',
  nobody: 'Nobody to win back.',

  tables: {
    tiers: ['Tiers', 'Tier', 'Limit day of the last order', silentDays, 'Customers', revenueYear],
    trend: ['Attrition by month', 'Month', 'As of', 'Lost', 'Active before', rate, 'Interval, lower bound', 'Interval, upper bound'],
    customers: ['Customers', 'Customer', 'Tier', 'Last order', silentDays, 'Orders', revenueYear, 'Revenue, all time'],
  },
  figures: {
    attrition: [
      rate,
      'Share of the customers active in the previous window who ordered nothing in this one.',
      'lost ÷ active in the previous window',
    ],
    'at-risk': [list.risk, ...tiers],
    'revenue-at-risk': ['Revenue at risk', 'Revenue of the customers at risk over the last 12 months.', 'orders − refunds'],
    active: ['Active customers', 'Customers with an order in the window.', 'days of silence < window'],
    watch: [list.watch, ...tiers],
    'inactive-share': [
      'Share of inactive customers',
      'Share of all customers who ordered nothing in the window.',
      'inactive ÷ all customers',
    ],
  },
};

export function churnEn({ count }: Formatter): ChurnTerms {
  const plural = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`;
  const customers = (n: number): string => plural(n, 'customer');
  const months = (n: number): string => plural(n, 'month');
  const revenue = (money: string): string => `${money} of revenue over the last 12 months`;
  return {
    ...words,
    months,
    days: (n) => plural(n, 'day'),
    daysShort: (n) => `${count(n)}\u00a0d`,
    customers,
    revenue,
    overYear: (money) => `${money} in 12 months`,
    lost: (lost, base) => `${count(lost)} lost of ${customers(base)}`,
    month: (rate, ground) => `attrition ${rate}, interval ${ground}`,

    twoWindows: (window) => `the data must cover two windows of ${window}`,
    inDanger: (watch, risk, money) => {
      if (!watch && !risk) return 'No customer needs watching or is at risk.';
      const watching = watch ? `${customers(watch)} ${watch === 1 ? 'needs' : 'need'} watching` : '';
      const atRisk = risk ? `${watch ? count(risk) : customers(risk)} ${risk === 1 ? 'is' : 'are'} at risk` : '';
      const both = watching && atRisk;
      const told = money && `: ${both && 'together, '}${revenue(money)}`;
      return `${watching}${both && ' and '}${atRisk}${told}${risk === 0 ? '; nobody is at risk' : ''}.`;
    },
    allInactive: (base, window) =>
      base === 1
        ? `The only customer is inactive: no order for ${window}.`
        : `All ${customers(base)} are inactive: none has ordered for ${window}.`,
    withheldTiers: (names) => `Withheld, because a group is too small: ${names}.`,
    attrition: (rate, interval, rest) => `Attrition is ${rate} (interval ${interval})${rest}.`,
    since: (rising, n) => `, ${rising ? 'rising' : 'falling'} for ${months(n)}`,
    few: (base) => `, but of ${customers(base)} only: too few to conclude`,
    noRate: (why) => `No attrition rate: ${why}.`,

    shown: (shown, total) => `${count(shown)} of ${customers(total)}`,
    more: (n) => `Show ${count(n)}`,
    showAll: (n) => `Show all ${count(n)}`,
    bounded: (limit) => `The ${count(limit)} with the most revenue of each tier.`,
  };
}
