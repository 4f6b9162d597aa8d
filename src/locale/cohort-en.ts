/** English words of `cohort-triangle`. */
import type { CohortGrain, CohortTerms, PaidBy } from './cohort-terms.js';
import type { FigureWords } from './counted.js';
import type { Formatter } from './formatter.js';

const metric = {
  retention: 'Retention',
  rolling: 'Rolling retention',
  revenue: 'Revenue per customer so far',
  margin: 'Margin per customer so far',
  basket: 'Average order value',
  tbc: 'Very good customers (TBC)',
};
const spends = 'Spending of newcomers at their age, by quarters of that of earlier customers.';

const words = {
  heading: 'New customers by cohort',
  metric,
  by: { month: 'Month', week: 'Week', quarter: 'Quarter', channel: 'Channel', country: 'Country', product: 'First product' },
  choices: ['Show', 'Cohorts by'],
  others: 'Others or unknown',
  week: (number, year) => `W${number} ${year}`,
  quarter: (number, year) => `Q${number} ${year}`,
  axis: {
    month: ['Months since the month of the first order', 'Months after first order'],
    week: ['Weeks since the week of the first order', 'Weeks after first order'],
    quarter: ['Quarters since the quarter of the first order', 'Quarters after first order'],
  },
  cohort: 'Cohort',
  size: 'Customers',
  average: 'Average',
  grid: 'Cohorts by age',
  hatched: 'not over yet',
  framed: (by) => `acquisition cost paid back by ${by}`,
  costLine: 'Acquisition cost',
  running: 'not over yet',
  unknown: 'no figure',
  said: (what, value) =>
    ({
      retention: `${value} order again`,
      rolling: `${value} order then or later`,
      revenue: `${value} of revenue per customer so far`,
      margin: `${value} of margin per customer so far`,
      basket: `${value} per order`,
      tbc: `${value} are very good customers`,
    })[what],
  moneyOf: (amount) => `${amount} in this period, all customers together`,
  leftCensored: 'Begins with the data: may hold older customers',
  cost: (amount) => `Acquisition cost: ${amount} per customer`,
  compared: (verdict, recent, earlier, cohorts) =>
    verdict === 'unclear'
      ? `the latest ${cohorts} cohorts do not differ clearly from the ${cohorts} before (${recent} against ${earlier})`
      : `the latest ${cohorts} cohorts do ${verdict === 'higher' ? 'better' : 'worse'} than the ${cohorts} before: ${recent} against ${earlier}`,
  extremes: (best, high, worst, low) => `${best} does best (${high}), ${worst} worst (${low})`,
  alike: 'no cohort stands out clearly from another',
  won: 'The filter says where customers were won: by the channel or country of their first order. Whatever they order counts.',
  spentBefore: (amount, grain) => `Spent before the ${grain} of the first order: ${amount}. It is in no acquisition cost.`,
  noCosts: 'no margin without the unit costs of what was sold',
  tooYoung: 'too early to say: no period is over yet after the first orders',
  chance: 'Chance to be a very good customer at month 12',
  spend: (quarter) => ['lowest quarter', 'second quarter', 'third quarter', 'highest quarter'][quarter - 1],
  expected: (n, share) => `${n} (${share})`,
  noPotential: 'no earlier customer has been followed for twelve months',
  coverage: (share) => ` Costs are known for ${share} of revenue; only those orders count.`,
} satisfies Partial<CohortTerms>;

const tables: CohortTerms['tables'] = {
  cohorts: ['Cohorts', 'Cohort'],
  cells: [
    'Every cell',
    'Cohort',
    'Age',
    'Customers',
    'Value',
    'Low end of the interval',
    'High end of the interval',
    'Ordered',
    'Orders',
    'Revenue',
  ],
  acquisition: [
    'Acquisition cost and payback',
    'Cohort',
    'Cost',
    'Customers won',
    'Cost per customer',
    'Paid back in period',
    'Periods observed',
  ],
  newcomers: ['New customers: chance to be very good at month 12', 'Orders so far', 'Spending so far', 'Customers', 'Chance'],
};

const figure: CohortTerms['figure'] = {
  newcomers: ['New customers', 'Customers whose first order lies in the last months up to the as-of day.', 'number of customers'],
  'newcomer-revenue': ['Revenue per new customer', 'Net revenue of new customers since their first order.', 'revenue ÷ new customers'],
  'newcomer-active': ['Active new customers', 'New customers with an order in the automatic window.', 'active ÷ new customers'],
  potential: [
    'Expected very good customers',
    `New customers who should be very good at month 12, going by earlier customers with as many orders and as much spending at the same age. ${spends} Small groups lean on the average of all.`,
    'sum of (very good + 10 × average share) ÷ (earlier + 10)',
  ],
  cac: [
    'Acquisition cost per customer',
    'Spending on acquisition in the periods covered by the table ad_spend.',
    'spending ÷ customers won',
  ],
  'newcomer-orders': ['Orders per new customer', 'Orders of new customers since their first one.', 'orders ÷ new customers'],
  'newcomer-basket': ['Basket of new customers', 'Net revenue per order of new customers.', 'revenue ÷ orders'],
};

const paybackFigure = (by: PaidBy): FigureWords => [
  `Payback by ${by}`,
  `First period in which the ${by} that a customer has brought reaches his cost.${by === 'revenue' ? ' By margin it would be later: unit costs are not known for 95% of the revenue.' : ''}`,
  `first period: ${by} per customer ≥ acquisition cost`,
];

/** What depends on numbers. */
const plurals = ({ count }: Formatter) => {
  const many = (n: number, noun: string): string => `${count(n)} ${noun}${n === 1 ? '' : 's'}`;
  const periods = (n: number, grain: CohortGrain): string => many(n, grain);
  const customers = (n: number): string => many(n, 'customer');
  const orders = (n: number): string => many(n, 'order');
  return { many, customers, orders, periods };
};

type Plurals = ReturnType<typeof plurals>;

/** After so many periods, or in the first one. */
const then = ({ periods }: Plurals, since: number, grain: CohortGrain, order: string): string =>
  since ? `${periods(since, grain)} after ${order}` : `in the ${grain} of ${order}`;

const statements = (plural: Plurals): Pick<CohortTerms, 'finding' | 'payback' | 'paidBack'> => ({
  finding: (what, value, since, grain, interval) => {
    const [theirs, its] = ['their first order', 'the first order'].map((order) => then(plural, since, grain, order));
    return {
      retention: `${value} of new customers (${interval}) order again ${theirs}`,
      rolling: `${value} of new customers (${interval}) order again ${theirs} or later`,
      revenue: `a new customer has brought ${value} of revenue ${its}`,
      margin: `a new customer has brought ${value} of margin ${its}`,
      basket: `new customers spend ${value} per order ${theirs}`,
      tbc: `${value} of customers (${interval}) are very good ones ${theirs}`,
    }[what];
  },
  payback: (cac, nth, observed, grain, by) =>
    nth
      ? `the ${cac} that a customer costs is paid back by ${by} ${then(plural, nth - 1, grain, 'the first order')}`
      : `the ${cac} that a customer costs is not paid back by ${by} within ${plural.periods(observed, grain)}`,
  paidBack: (nth, grain, by) => `Paid back by ${by} ${then(plural, nth - 1, grain, 'the first order')}`,
});

const metricFigure =
  ({ periods }: Plurals): CohortTerms['metricFigure'] =>
  (what, since, grain) => {
    const label = `${metric[what]}, ${since ? `after ${periods(since, grain)}` : `first ${grain}`}`;
    return {
      retention: [
        label,
        'Customers who ordered in the period, of all who began together. Periods that are not over do not count.',
        'customers who ordered ÷ customers of the cohort',
      ],
      rolling: [
        label,
        'Customers who ordered in the period or later. Young cohorts have had less time to come back.',
        'customers who ordered then or later ÷ customers of the cohort',
      ],
      revenue: [
        label,
        'Net revenue from the first order on, without tax and shipping where they are known.',
        'sum over periods of revenue ÷ customers',
      ],
      margin: [
        label,
        'Net revenue less the unit costs of what was sold, from the first order on.',
        'sum over periods of (revenue − costs) ÷ customers',
      ],
      basket: [label, 'Net revenue per order of the period.', 'revenue ÷ orders'],
      tbc: [
        label,
        'Customers in the top quarter by spending in the sliding window that ends with the period, everybody compared.',
        'very good customers ÷ customers of the cohort',
      ],
    }[what] as [string, string, string];
  };

export const cohortEn = (format: Formatter): CohortTerms => {
  const { count } = format;
  const plural = plurals(format);
  const { many, customers, orders, periods } = plural;
  return {
    ...words,
    ...statements(plural),
    metricFigure: metricFigure(plural),
    tables,
    figure,
    paybackFigure,
    ...{ customers, orders, periods },
    latest: (shown, all) => `The latest ${count(shown)} of ${count(all)} cohorts; the table and the average have all of them.`,
    earliest: (shown, all) => `The first ${count(shown)} of ${count(all)} periods; the table has all of them.`,
    later: (since, grain) => (since ? `${periods(since, grain)} later` : `in the same ${grain}`),
    share: (part, whole) => `${count(part)} of ${customers(whole)}`,
    basketOf: (revenue, n) => `${revenue} for ${orders(n)}`,
    notPaidBack: (observed, grain, by) => `Not paid back by ${by} within ${periods(observed, grain)}`,
    few: (n) => `only ${customers(n)} ${n === 1 ? 'has' : 'have'} been followed that far: too few to say`,
    newcomers: (months) => `New customers, last ${many(months, 'month')}`,
    chanceOf: (n) => (n === 3 ? '3 orders or more' : orders(n)),
  };
};
