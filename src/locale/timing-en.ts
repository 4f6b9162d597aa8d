/** English words of `purchase-timing`. */
import type { FigureWords } from './counted.js';
import type { Formatter } from './formatter.js';
import type { HabitFigure, TimingDays, TimingFigure, TimingTerms, TimingWords } from './timing-terms.js';

const bounds = ['Lower limit', 'Upper limit'];
const km = 'Those who still wait count with the time they have waited so far (Kaplan-Meier).';

const today =
  ' are those of today: frequent buyers are in the best ones because they buy often. The curves describe them, they do not predict.';

const words: TimingWords = {
  heading: 'When customers buy',
  purchase: {
    first: ['Registration to first purchase', 'First', 'days since registration'],
    second: ['First to second purchase', 'Second', 'days since the first purchase'],
    next: ['Later purchases', 'Later', 'days since the purchase before'],
  },
  by: { none: 'Everybody', segment: 'Segments', stage: 'Stages', channel: 'Channels', country: 'Countries' },
  pickPurchase: 'Purchase',
  pickBy: 'Split',
  everybody: 'Everybody',
  rest: 'Others',
  classes: { new: 'New', loyal: 'Loyal', premium: 'Premium', inactive: 'Inactive' },
  curves: 'Share who have bought, by day',
  hazard: 'Purchases per day, of 100 who wait',
  hazardShort: 'Per day, of 100 who wait',
  intervals: 'Days between purchases',
  readAt: 'Days to read',
  campaign: 'Campaign window',
  from: 'From day',
  to: 'to day',
  use: 'Use this window',
  suggested: 'Back to the suggestion',
  noCurve: 'Nobody waits for a purchase yet.',
  noRegistration: 'Without registration dates, the time to the first purchase is not known.',
  hindsight: { segment: `Segments${today}`, stage: `Stages${today}` },
  notSplit: 'The time to the first purchase is not split this way: segments and stages follow from purchases.',
  leftCensored: 'Customers who are new at the beginning of the data may have bought before: their second purchase is then a later one.',
  chosenByFirst:
    'Channel and country choose customers by their first order; whatever they bought afterwards counts. Registrations are chosen by their own.',
  dotted: 'Dotted',
  notReached: 'not reached in the data',
  unknown: 'nobody was seen waiting for so long',
  withheld: 'a group is too small',
  tables: {
    curves: ['Time to purchase', 'Purchase', 'Group', 'Customers', 'Waits', 'Purchases', 'Median, days', ...bounds],
    means: ['Days of waiting', 'Purchase', 'Group', 'Day of 80%', 'Of the first days', 'Waited on average', ...bounds],
    tests: ['Do the groups differ?', 'Purchase', 'Chi-squared', 'Degrees of freedom', 'p'],
    marks: ['Share who have bought', 'Purchase', 'Group', 'Within days', 'Share', ...bounds],
    steps: ['From one purchase to the next', 'Purchases before', 'Customers', 'Bought again', 'Share', ...bounds, 'Median, days'],
    hazard: [
      'While waiting',
      'From day',
      'To day',
      'Wait at the start',
      'Purchases',
      'Per day and person waiting',
      'Have bought by then',
      ...bounds,
    ],
    intervals: ['Days between purchases', 'From day', 'To day', 'Intervals', 'Share', 'Customers', 'Share of customers'],
  },
};

const HALF = {
  first: ['Half of those who register buy', 'of registering', 'on the day they register'],
  second: ['Half of the first-time buyers buy again', 'of the first purchase', 'on the same day'],
  next: ['After each later purchase, half buy again', 'of it', 'on the same day'],
};
const BOUGHT = {
  first: 'Fewer than half of those who register have bought',
  second: 'Fewer than half of the first-time buyers have bought again',
  next: 'After a later purchase, fewer than half have bought again',
};

/** Judged as it is printed. */
const regularity = (k: number): string => (k < 0.65 ? 'in bursts' : k < 1.45 ? 'as if by chance' : 'regularly');

type Print = (n: number) => string;

/** What figures of customers and of whole curves are. */
const habits = (days: Print, count: Print, { conversion, cadence }: TimingDays): Readonly<Record<HabitFigure, FigureWords>> => ({
  interval: [
    'Median interval',
    'Middle one of all intervals between two purchases. Frequent buyers weigh most.',
    'median of the intervals',
  ],
  'customer-interval': [
    'Median interval of a customer',
    'Middle one of the customers’ own median intervals. Each customer weighs the same.',
    'median of the customers’ medians',
  ],
  regularity: [
    'Regularity',
    'How even intervals are: 1 as if by chance, more: regular, less: in bursts (Wheat and Morrison 1990). Customers with three purchase days or more.',
    'k = (1 − 4V) ÷ 8V, V: variance of first interval ÷ first two',
  ],
  cadence: [
    `Every ${days(cadence)} or faster`,
    `Customers with three purchase days or more whose median interval is ${days(cadence)} or less: the cadence of premium customers.`,
    'within the cadence ÷ customers with three purchase days',
  ],
  'cadence-median': [
    'Median interval at that cadence',
    `Middle one of the median intervals of the customers who buy every ${days(cadence)} or faster.`,
    'median of the customers’ medians within the cadence',
  ],
  'mean-wait': [
    `Mean wait in ${days(conversion)}`,
    `Days that people wait on average within ${days(conversion)}; who has not bought by then counts with all of them (restricted mean). ${km}`,
    `area under S(t) up to day ${count(conversion)}`,
  ],
  difference: [
    'Do the groups differ?',
    'Probability of differences as large as these, or larger, if all groups had one curve (log-rank test). Small: they differ.',
    'χ² of observed and expected purchases',
  ],
});

/** What each figure is. */
const figures =
  (days: Print, count: Print) =>
  (given: TimingDays): Readonly<Record<TimingFigure, FigureWords>> => {
    const { mark, programme, conversion } = given;
    return {
      median: ['Half have bought after', `Days after which half have bought. ${km}`, 'first day with S(t) ≤ 50%'],
      'day-80': ['80% have bought after', `Days after which four in five have bought. ${km}`, 'first day with S(t) ≤ 20%'],
      within: [`Bought within ${days(mark)}`, `Probability of having bought within ${days(mark)}. ${km}`, `1 − S(${count(mark)})`],
      programme: [
        `A programme of ${days(programme)} reaches`,
        `Share of the purchases within ${days(conversion)} that come within ${days(programme)}: what a programme of that length is in time for.`,
        `P(${count(programme)}) ÷ P(${count(conversion)})`,
      ],
      peak: [
        'Most likely to buy',
        'Days in which those who still wait buy most; told only where it stands 3 standard errors above the average.',
        'purchases ÷ days waited, highest span',
      ],
      repurchase: [
        'Bought again',
        'Share of the customers who have bought on a second day. The youngest have had little time: the curve is free of that.',
        'customers with two purchase days ÷ customers',
      ],
      ...habits(days, count, given),
    };
  };

export function timingEn({ count, decimal }: Formatter): TimingTerms {
  const plural = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`;
  const days = (n: number): string => `${decimal(n, n % 1 ? 1 : 0)} day${n === 1 ? '' : 's'}`;
  const span = (from: number, to: number | null): string =>
    to === null ? `day ${count(from)} and later` : from === to ? `day ${count(from)}` : `days ${count(from)} to ${count(to)}`;
  return {
    ...words,
    days,
    daysShort: (n) => `${decimal(n, n % 1 ? 1 : 0)}\u00a0d`,
    span,
    mark: (n) => `Within ${days(n)}`,
    median: (text) => `median ${text}`,
    view: (id, text) => `${id === 'pooled' ? 'all intervals' : 'per customer'}${text && `: median ${text}`}`,
    peak: (rate, text) => `${rate} at the peak, ${text}`,
    peakAlone: (rate, text) => `${rate} of 100 a day, ${text}`,
    boughtBy: (rate, limits) => `${rate} have bought by then${limits && ` (interval ${limits})`}`,
    hazardOf: (rate) => `${rate} of those who wait buy each day`,
    waiting: (n) => `${count(n)} waited so long`,
    intervalsOf: (n, share) => `${plural(n, 'interval')}, ${share}`,
    customersOf: (n, share) => `${plural(n, 'customer')}, ${share}`,
    campaignOf: (text) => `campaign window: ${text}`,
    campaignSays: (probability, waiting) =>
      `${probability === null ? 'How many buy in these days is not known' : `${probability} buy in these days`}${waiting === null ? '' : `; ${plural(waiting, 'customer')} ${waiting === 1 ? 'is' : 'are'} in this window now`}.`,

    half: (id, n) => `${HALF[id][0]} ${n === 0 ? HALF[id][2] : `within ${days(n)} ${HALF[id][1]}`}.`,
    notHalf: (id, rate, n) => `${BOUGHT[id]}: ${rate} within ${days(n)}.`,
    within: (n, rate, limits) => `Within ${days(n)}, ${rate} have bought${limits && ` (interval ${limits})`}.`,
    reach: (to, conversion, programme, share) =>
      `To reach 80% of those who buy within ${days(conversion)}, a programme must last ${days(to)}; one of ${days(programme)} reaches ${share}.`,
    few: (n) => `Only ${plural(n, 'wait')} ${n === 1 ? 'is' : 'are'} known: too few to conclude.`,
    groups: (quick, quickDays, slow, slowDays) =>
      `Quickest: ${quick} (median ${quickDays}); slowest: ${slow} (${slowDays === null ? 'half is not reached' : `median ${slowDays}`}).`,

    rhythm: (k, text) => `Purchases come ${regularity(k)} (regularity ${text}).`,
    cadence: (rate, n, within) =>
      `Of ${plural(n, 'customer')} with three purchase days or more, ${rate} buy every ${days(within)} or faster.`,
    pValue: (p) => (p < 0.001 ? 'p < 0.001' : `p = ${decimal(p, 3)}`),
    chiSquared: (value, df) => `; χ² = ${value}, ${plural(df, 'degree')} of freedom`,
    limits: (from, to) => `; 95% limits ${from} to ${to}`,
    regularity,
    figures: figures(days, count),
  };
}
