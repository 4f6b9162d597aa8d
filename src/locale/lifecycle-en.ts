/** English words of `lifecycle-flow`. */
import type { Formatter } from './formatter.js';
import type { LifecycleTerms, LifecycleWords } from './lifecycle-terms.js';

const revenueYear = 'Revenue, 12 months';
const bounds = ['Interval, lower bound', 'Interval, upper bound'];
const renewal = 'Renewal of the base';
const became = 'Became inactive';

const words: LifecycleWords = {
  heading: 'Customer life cycle',
  stage: {
    prospect: 'Prospects',
    new: 'New',
    loyal: 'Loyal',
    premium: 'Premium',
    defecting: 'Defecting',
    inactive: 'Inactive',
    outside: 'Newcomers',
  },
  among: {
    prospect: 'prospect',
    new: 'new',
    loyal: 'loyal',
    premium: 'premium',
    defecting: 'defecting',
    inactive: 'inactive',
    outside: 'unknown',
  },
  stages: 'Stages',
  passages: 'Passages',
  renewal,
  step: {
    activeAtStart: 'Base before',
    newCustomers: 'New customers',
    reactivated: 'Reactivated',
    becameInactive: became,
    activeAtEnd: 'Base now',
  },
  verdict: { healthy: 'Healthy', alert: 'Alert' },
  withheld: 'a group is too small',
  nobodyLost: 'nobody became inactive',
  notReached: 'fewer than half have left',
  medianStay: 'Median stay',
  directions: { up: 'Come or come closer', down: 'Draw back or leave', stay: 'Stay' },
  onPassages: 'On a passage: share of the stage, customers, their revenue over 12 months.',
  form: {
    title: 'Dates and rules',
    from: 'From',
    preset: 'Rules',
    presets: { vigie: 'One window', emarsys: 'Emarsys: 90 and 365 days' },
    window: 'Active within',
    usual: 'Usual',
    loyal: 'Loyal from (purchase days)',
    premium: 'Premium from (purchase days, 0: no such stage)',
    apart: 'Premium: most days between two',
    share: 'Premium: top share, %',
    reset: 'Usual rules',
  },
  won: 'Filter by channel or country: customers who were won there, with all that they bought.',
  ownRules: 'Picking a stage here filters nothing: filters by stage go by the usual rules, not by these.',

  marginBetween: 'Margin per customer between the dates',
  byMargin: 'customers × (target − share) × difference in margin per customer',
  tables: {
    stages: [
      ...[
        'Stages',
        'Stage',
        'Before',
        'Entered',
        'Left',
        'Now',
        revenueYear,
        'Per customer',
        'Per customer between the dates',
        'Median stay, days',
        ...bounds,
      ],
      'Stays observed',
    ],
    flows: ['Passages', 'From', 'To', 'Customers', 'Of', 'Share', ...bounds, revenueYear, 'Target share', 'Potential, estimate'],
    renewal: [renewal, 'Step', 'Customers'],
    months: [
      'Who ordered, by month',
      'Month',
      'Customers',
      'New',
      'Also the month before',
      'Reactivated',
      'Not again after the month before',
    ],
  },
  figures: {
    'renewal-rate': [
      'Renewal rate',
      'New customers less those who became inactive, as a share of the base at the start. Healthy above 0; reactivated customers are not in it.',
      '(new − became inactive) ÷ base before',
    ],
    'renewal-ratio': ['Renewal ratio', 'New customers for each one who became inactive.', 'new ÷ became inactive'],
    'active-customers': [
      'Customer base',
      'Customers who have ordered and are not inactive, defecting ones included.',
      'base before + new + reactivated − became inactive',
    ],
    opportunity: [
      'Largest potential',
      'The passage that would bring most at its best earlier rate, or at the one that was set. An estimate over a time as long as the one shown; potentials overlap and do not add up.',
      'customers × (target − share) × difference in revenue per customer',
    ],
    'new-customers': ['New customers', 'Their first order lies between the two dates.', 'number of customers'],
    reactivated: ['Reactivated', 'Inactive at the first date, no longer at the second.', 'number of customers'],
    'became-inactive': [became, 'Not inactive at the first date, inactive at the second.', 'number of customers'],
  },
};

/** The rules of the stages. */
function rulesEn({ count, rate }: Formatter): Pick<LifecycleTerms, 'window' | 'active' | 'rule'> {
  const plural = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`;
  const days = (n: number): string => plural(n, 'day');
  const purchases = (n: number): string => plural(n, 'purchase day');
  const time = (months: number | null, n: number | null): string => (months ? plural(months, 'month') : days(n ?? 0));
  return {
    window: time,
    active: (window, isFound) => `Active: the last order is less than ${window} ago${isFound ? ', as the mean recency suggests' : ''}.`,
    rule: (stage, { loyalPurchases: loyal, premiumPurchases, premiumDays, premiumShare, silentDays, silentMonths, inactiveDays }) =>
      ({
        prospect: 'registered or seen, no order yet',
        new: loyal > 2 ? `active, up to ${purchases(loyal - 1)}` : 'active, one purchase day',
        loyal: `active, ${purchases(loyal)} or more`,
        premium:
          premiumShare === null
            ? `active, ${purchases(premiumPurchases)} or more, at most ${days(premiumDays ?? 0)} apart on average`
            : `active, top ${rate(premiumShare)}: ${purchases(premiumPurchases)} or more`,
        defecting: `no order for ${time(silentMonths, silentDays)} or longer`,
        inactive: `no order for ${time(inactiveDays === silentDays ? silentMonths : null, inactiveDays)} or longer`,
      })[stage],
  };
}

export function lifecycleEn(format: Formatter): LifecycleTerms {
  const { count } = format;
  const plural = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`;
  const days = (n: number): string => plural(n, 'day');
  const customers = (n: number): string => plural(n, 'customer');
  return {
    ...words,
    days,
    customers,
    people: (n) => (n === 1 ? '1 person' : `${count(n)} people`),
    overYear: (money) => `${money} of revenue over 12 months`,
    ...rulesEn(format),
    on: (stage, date) => `${stage}, ${date}`,
    toDate: (month) => `${month}, to date`,
    passage: (from, to) => (from === to ? `stayed ${to}` : `${from} to ${to}`),
    share: (share, base) => `${share} of ${base}`,
    potential: (target, money, time) => `at ${target}: about ${money} more in ${time}`,
    stay: (time, interval) => `Median stay: ${time}${interval && ` (${interval})`}`,
    balance: (verdict, change, ratio) => `${verdict}: ${change}${ratio && `, ratio ${ratio}`}`,

    came: (fresh, lost, since, change) => {
      if (fresh + lost === 0) return `Nobody came and nobody became inactive since ${since}.`;
      const more = fresh === lost ? 'As many customers won as lost' : `${fresh > lost ? 'More' : 'Fewer'} customers won than lost`;
      return `${more} since ${since}: ${count(fresh)} new, ${count(lost)} became inactive (renewal ${change}).`;
    },
    cameBack: (n, base) => `${customers(n)} came back${base && `: the base went from ${base[0]} to ${base[1]}`}.`,
    noRate: (why) => `No renewal rate: ${why}.`,
    reachBack: (date) => `the data must reach back to ${date}`,
    nobodyActive: (date) => `the base was empty on ${date}`,
    largest: (passage, target, share, money, time, isLoss) =>
      `Largest potential: ${isLoss ? 'only ' : ''}${target} instead of ${share} from ${passage}, worth about ${money} in ${time}.`,
    perCustomer: (money) => `${money} per customer`,

    stageFigure: (stage, rule) => [stage, `In this stage: ${rule}.`, 'number of customers'],
    flowFigure: (passage) => [
      passage,
      'Share of the customers of the first stage at the first date who are in the other one at the second.',
      'customers who passed ÷ customers of the stage',
    ],
  };
}
