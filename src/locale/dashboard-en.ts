/** English words of `kpi-dashboard`. */
import type { DashboardTerms, DashboardWords } from './dashboard-terms.js';
import type { Formatter } from './formatter.js';

const words: DashboardWords = {
  heading: 'Dashboard',
  filters: 'Period and filters',
  actions: 'Dashboard',

  period: 'Period',
  periods: {
    all: 'All the data',
    day: 'Last day',
    week: 'This week',
    month: 'This month',
    quarter: 'This quarter',
    year: 'This year',
    'previous-day': 'The day before',
    'previous-week': 'Last week',
    'previous-month': 'Last month',
    'previous-quarter': 'Last quarter',
    'previous-year': 'Last year',
  },
  ownPeriod: 'Choose days…',
  from: 'From',
  to: 'To',
  reversed: 'The last day comes before the first one.',
  compare: 'Compared with',
  compares: { none: 'Nothing', 'previous-period': 'Previous period', 'previous-year': 'Previous year' },

  add: 'Filter by…',
  dimensions: { channel: 'Channel', country: 'Country', segment: 'Segment', stage: 'Stage', tier: 'Silence', cohort: 'First order' },
  segments: {
    TBC: 'very good customers',
    BC: 'good customers',
    CO: 'occasional customers',
    CTO: 'very occasional customers',
    inactive: 'inactive',
  },
  stages: { prospect: 'prospects', new: 'new customers', loyal: 'loyal customers', premium: 'premium customers', inactive: 'inactive' },
  tiers: { watch: 'to watch', risk: 'at risk', inactive: 'inactive' },
  clear: 'Remove all filters',
  noFilter: 'No filter',
  undo: 'Undo',
  redo: 'Redo',

  arrange: 'Arrange',
  arranged: 'Done',
  arrangeHelp: 'Drag a widget to its place, or use the arrow keys on its handle.',
  earlier: 'Earlier',
  later: 'Later',

  wall: 'Wall display',
  leaveWall: 'Leave the wall display',
  previous: 'Previous',
  next: 'Next',
  pause: 'Pause',
  play: 'Resume',

  daily: 'Daily report',
  monthly: 'Monthly report',
  asShown: 'Print as shown',

  sources: 'Sources',
  sourceColumns: ['What stands behind the figures', 'Table', 'Rows used', 'Read', 'Period', 'Linked', 'Duplicates', 'Not counted'],
  tables: { order_lines: 'order lines', ad_spend: 'ad spend', placement_events: 'placement events', pageviews: 'page views' },
  origin: 'From',
  noConflict: 'No contradiction found between the tables.',
  noSource: 'no data',
};

export function dashboardEn({ count }: Formatter): DashboardTerms {
  const of = (n: number, total: number): string => `${count(n)} of ${count(total)}`;
  return {
    ...words,
    lastDays: (n) => (n === 1 ? 'Last day' : `Last ${count(n)} days`),
    lastMonths: (n) => (n === 1 ? 'Last month, day by day' : `Last ${count(n)} months`),
    between: (from, to) => (from && to ? `${from} – ${to}` : from ? `since ${from}` : `until ${to}`),
    outside: (from, to) => `No data in this period: they go from ${from} to ${to}.`,
    remove: (what) => `Remove the filter ${what}`,
    moved: (name, place, total) => `${name}: place ${of(place, total)}.`,
    move: (name) => `Move ${name}`,
    place: of,
    conflict: (a, b, differing, days, day, [x, y]) =>
      `On ${of(differing, days)} days, ${a} and purchases in the ${b} differ; most on ${day}: ${count(x)} against ${count(y)}.`,
    joined: (rate, n) => `${rate} (${count(n)})`,
    duplicates: (rate, n) => (n ? `${count(n)} (${rate})` : count(0)),
  };
}
