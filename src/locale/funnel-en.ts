/** English words of `kpi-funnel`. */
import type { Counted } from './counted.js';
import type { Entrants, FunnelTerms, FunnelUnit, LossPlace, PresetStep, SpokenRate, StepName } from './funnel-terms.js';

const steps: Record<PresetStep, string> = {
  visit: 'Visit',
  lead: 'Sign-up',
  customer: 'Purchase',
  view: 'Product page',
  cart: 'Cart',
  checkout: 'Checkout',
  purchase: 'Purchase',
  acquisition: 'Acquisition',
  activation: 'Activation',
  retention: 'Retention',
  referral: 'Referral',
  revenue: 'Revenue',
  attention: 'Attention',
  interest: 'Interest',
  desire: 'Desire',
  action: 'Action',
};

/** What people do who reach a step: one, several. */
const verbs: Partial<Record<PresetStep, readonly [string, string]>> = {
  lead: ['signs up', 'sign up'],
  customer: ['buys', 'buy'],
  purchase: ['buys', 'buy'],
  revenue: ['brings revenue', 'bring revenue'],
  action: ['acts', 'act'],
};

const people: Record<Exclude<FunnelUnit, 'count'>, string> = { visitor: 'visitor', lead: 'lead', customer: 'customer' };
const dimensions = { channel: 'channel', country: 'country', device: 'device' } as const;

const quote = (text: string): string => `“${text}”`;
const inner = ({ preset, label }: StepName): string => (preset ? label.toLowerCase() : quote(label));
const name = ({ label }: StepName): string => quote(label);
const ofUnit = (n: number, unit: FunnelUnit): string => (unit === 'count' ? '' : people[unit] + (n === 1 ? '' : 's'));
const who = (n: number, { unit, step }: Entrants): string => (unit === 'count' ? name(step) : ofUnit(n, unit));
const reach = (n: number, goal: StepName): string => {
  const verb = goal.preset && verbs[goal.preset];
  return verb ? verb[n === 1 ? 0 : 1] : `${n === 1 ? 'reaches' : 'reach'} ${inner(goal)}`;
};
const spoken = ({ rate, lower, upper }: SpokenRate): string => `${rate}, between ${lower} and ${upper}`;
const place = ({ from, to }: LossPlace): string => `between ${inner(from)} and ${inner(to)}`;
const range = (interval: string | null): string => (interval ? ` (interval ${interval})` : '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const counted = (count: Counted, unit: FunnelUnit): string => `${count.text} ${ofUnit(count.n, unit)}`.trimEnd();

export const funnelEn: FunnelTerms = {
  heading: 'Conversion funnel',
  steps,
  dimensions,
  finding: {
    nobody: ({ unit, step }) =>
      unit === 'count' ? `${name(step)} counts zero: there is no rate` : `No ${people[unit]} has entered the funnel`,
    start: (entries, { unit, step }) => (unit === 'count' ? `${name(step)}: ${entries.text}` : counted(entries, unit)),
    needsSecondStep: 'a rate needs a second step',
    tooFew: (unit, converted, entries, rate) =>
      `Too ${unit === 'count' ? 'little data' : `few ${people[unit]}s`} to conclude: ${converted.text} out of ${entries.text}${rate ? ` (${spoken(rate)})` : ''}`,
    outOf: (entries, entrants, converted, goal, rate) =>
      `Out of ${entries.text} ${who(entries.n, entrants)}, ${converted.text} ${reach(converted.n, goal)}${rate ? ` (${spoken(rate)})` : ''}`,
    none: (entries, entrants, goal, upTo) =>
      `Out of ${entries.text} ${who(entries.n, entrants)}, none ${reach(1, goal)}${upTo ? ` (the true rate may be up to ${upTo})` : ''}`,
    all: (entries, entrants, goal) => `Out of ${entries.text} ${who(entries.n, entrants)}, all ${reach(2, goal)}`,
    largestLoss: (loss) => `the largest loss is ${place(loss)} (${loss.change})`,
    equalLosses: (a, b) => `the two largest losses are equal, ${place(a)} and ${place(b)} (${a.change})`,
    closeLosses: (a, b) => `the two largest losses are too close to call, ${place(a)} (${a.change}) and ${place(b)} (${b.change})`,
    sameLossEverywhere: (change) => `every step loses as much (${change})`,
    noClearLoss: (largest) => `no loss stands out from the others (at most ${largest})`,
    noLoss: 'no step loses anybody',
    rising: (from, fromCount, to, toCount) =>
      `${name(to)} (${toCount}) counts more than ${name(from)} (${fromCount}): these steps do not follow each other, so their rate means nothing`,
    unknownStart: (step, reason) => `No figure for ${name(step)}, hence no rate: ${reason}`,
    unknownSteps: (unknown, reason) => `No figure for ${unknown.map(name).join(', ')}: ${reason}`,
    bestAndWorst: (best, bestRate, worst, worstRate) => `${capital(best)} converts best (${bestRate}), ${worst} worst (${worstRate})`,
    noClearGroup: (dimension) =>
      `${dimension ? `By ${dimensions[dimension]}` : 'Between groups'}, no difference exceeds the margin of error`,
    join: (statements) => statements.join('; '),
  },
  chart: {
    name: 'Funnel, step by step',
    groups: (dimension) => (dimension ? `Funnel by ${dimensions[dimension]}` : 'Funnel by group'),
    ofFirst: 'overall',
    ofPrevious: 'of previous step',
    optional: 'optional',
    sample: (n) => `n = ${n}`,
    median: (days) => `half within ${days}`,
    withinDay: 'half within a day',
    others: 'Others',
    unknown: 'Unknown',
  },
  mark: {
    title: (position, total, step, optional) => `Step ${position} of ${total}, ${step}${optional ? ', optional' : ''}`,
    count: counted,
    ofPrevious: (rate, interval) => `${rate} of the previous step${range(interval)}`,
    ofFirst: (rate, interval) => `${rate} overall${range(interval)}`,
    loss: (rate) => `loss of ${rate}`,
    largestLoss: (rate) => `loss of ${rate}, the largest`,
    sentence: (title, parts) => `${title}: ${parts.join(', ')}.`,
    group: (label, entries, converted, rate) => `${label}: ${converted} out of ${entries}, ${rate} overall.`,
  },
  table: {
    caption: 'Funnel, step by step',
    groupsCaption: (dimension) => (dimension ? `Funnel by ${dimensions[dimension]}` : 'Funnel by group'),
    group: 'Group',
    step: 'Step',
    count: 'Count',
    stepRate: 'Step rate',
    stepLower: 'lower bound',
    stepUpper: 'upper bound',
    dropOff: 'Loss',
    overallRate: 'Overall rate',
    overallLower: 'lower bound (overall)',
    overallUpper: 'upper bound (overall)',
    medianDays: 'Median time (days)',
    optional: (step) => `${step} (optional)`,
  },
  figure: {
    overall: {
      label: 'Conversion rate',
      definition: 'Share of those who enter the funnel that reach the last step. Each counts once.',
      formula: 'last step ÷ first step',
    },
    loss: {
      label: 'Largest loss',
      definition: 'Share that does not pass from one step to the next, where it is largest. Optional steps play no part.',
      formula: '1 − step ÷ previous step',
    },
    entries: {
      label: 'Entries',
      definition: 'Number of those who took the first step.',
      formula: 'count at the first step',
    },
    conversions: {
      label: 'Conversions',
      definition: 'Number of those who took the last step, after all the others.',
      formula: 'count at the last step',
    },
    step: (step) => ({
      label: `Step rate: ${step}`,
      definition: 'Share of the previous step (optional steps aside) that takes this one too.',
      formula: 'step ÷ previous step',
    }),
    counted: (count, step) => `${count} (${step})`,
    between: (from, to) => `${from} → ${to}`,
  },
};
