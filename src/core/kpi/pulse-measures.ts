/**
 * What KPIs are made of: integers counted over some days. Every measure says which table it reads, which column it cannot do without,
 * and how rows become a number.
 */
import type { Dataset, TableName } from '../table/dataset.js';
import { remembered } from './remembered.js';
import { textAt } from './texts.js';
import {
  audience,
  buyer,
  column,
  each,
  flag,
  flagKnown,
  flags,
  identified,
  known,
  newcomer,
  numbers,
  ofNewcomers,
  pages,
  together,
  value,
} from './pulse-readings.js';
import type { Reading } from './pulse-readings.js';
import type { View } from './pulse-view.js';

/** @internal */
export interface Measure {
  readonly table: TableName;
  /** `sum` of rows, different people (`people`, by number or -1), a `quartile` of rows, the `last` one of each group, or `state` of the customers. */
  readonly how: 'sum' | 'people' | 'quartile' | 'last' | 'state';
  /** Of a quartile: how many quarters of the rows lie below it. */
  readonly quarters?: 2 | 3;
  /** Columns one of which must be there. */
  readonly columns?: readonly string[];
  /** What one unit of the figure is counted in: cents of a `unit`, thousandths, or ones. */
  readonly per?: 'unit' | 1000;
  /** It stands on knowing who came first: history that is cut short makes it too large. */
  readonly first?: boolean;
  /** What nobody known did is not in it. */
  readonly ofKnown?: boolean;
  /** Counts people: withheld where they are few. */
  readonly counts?: boolean;
  /** People of whom these are some: all but a few are withheld too. */
  readonly within?: 'customers' | 'active-before' | 'year-customers' | 'leads';
  /** The measure that counts the people behind it, where these are not all of its rows. */
  readonly behind?: 'new-customers' | 'newcomers';
  readonly of: Reading;
}

/** Row of the first visit of each visitor. Of visits at the same second, the first by channel is meant: who stands first must not matter. */
const firstVisits = remembered((dataset: Dataset): Int32Array => {
  const first = new Int32Array(dataset.visitors.length).fill(-1);
  const { visitor, second, channel, length } = dataset.visits!;
  for (let row = 0; row < length; row++) {
    const best = first[visitor[row]];
    if (visitor[row] < 0) continue;
    if (best < 0 || second[row] < second[best] || (second[row] === second[best] && textAt(channel, row) < textAt(channel, best)))
      first[visitor[row]] = row;
  }
  return first;
});

type Rest = Partial<Omit<Measure, 'table' | 'of'>>;

const measure = (table: TableName, of: Reading = each, rest: Rest = {}): Measure => ({ table, how: 'sum', of, ...rest });
const money = { per: 'unit' } as const;
const ofKnown = { ofKnown: true };
const customers = { ...ofKnown, counts: true };

/** Of orders, most of which pulse-orders.ts counts together: nothing is read row by row. */
const orders = (rest?: Rest): Measure => measure('orders', each, rest);
const state = (within?: Measure['within']): Measure => orders({ ...customers, how: 'state', within });

const paged = { columns: ['pages'] };
/** A message was opened or clicked: by its date, or its number. Machines that open are nobody. */
const answered = (date: string, count: string): Measure => ({
  ...measure('messages', (view) => {
    const [at, times, machine] = [numbers(view, date), numbers(view, count), flags(view, 'machine_open')];
    return (row) => +((at[row] === at[row] || times[row] > 0) && !(date === 'opened_at' && machine[row] === 1));
  }),
  columns: [date, count],
});

const [opened, clicked] = [answered('opened_at', 'opens'), answered('clicked_at', 'clicks')];

export const MEASURES = {
  orders: orders(),
  'identified-orders': orders(ofKnown),
  'order-revenue': orders(money),
  'identified-order-revenue': orders({ ...money, ...ofKnown }),
  'first-order-revenue': orders({ ...money, ...ofKnown, first: true, behind: 'new-customers' }),
  'newcomer-revenue': measure('orders', ofNewcomers, { ...money, ...ofKnown, first: true, behind: 'newcomers' }),
  gross: orders(money),
  undeducted: orders(money),
  discounts: orders(money),
  tax: orders(money),
  shipping: orders(money),
  refunds: orders(money),
  'lone-refunds': measure('refunds', column('amount'), money),
  'identified-lone-refunds': measure('refunds', identified('amount'), { ...money, ...ofKnown }),
  'median-order': orders({ ...money, how: 'quartile', quarters: 2 }),
  customers: orders({ ...customers, how: 'people' }),
  'new-customers': orders({ ...customers, first: true, within: 'customers' }),
  newcomers: measure('orders', newcomer, { ...customers, how: 'people', first: true, within: 'customers' }),
  'active-customers': state(),
  'active-before': state(),
  'lost-customers': state('active-before'),
  'loyal-customers': state('year-customers'),
  'year-customers': state(),
  leads: measure('customers', each, { counts: true }),
  'buying-leads': measure('customers', buyer, { counts: true, within: 'leads' }),

  visits: measure('visits'),
  visitors: measure(
    'visits',
    ({ visitor }) =>
      (row) =>
        visitor![row],
    { how: 'people', counts: true },
  ),
  'known-visits': measure(
    'visits',
    ({ visitor }) =>
      (row) =>
        +(visitor![row] >= 0),
  ),
  'new-visits': measure(
    'visits',
    ({ visitor }, dataset) => {
      const first = firstVisits(dataset);
      return (row) => +(visitor![row] >= 0 && first[visitor![row]] === row);
    },
    { first: true },
  ),
  'page-views': measure(
    'visits',
    pages((count) => count),
    paged,
  ),
  'paged-visits': measure(
    'visits',
    pages(() => 1),
    paged,
  ),
  bounces: measure(
    'visits',
    pages((count) => +(count === 1)),
    paged,
  ),
  'engaged-visits': measure('visits', flag('engaged'), { columns: ['engaged'] }),
  'rated-visits': measure('visits', flagKnown('engaged'), { columns: ['engaged'] }),
  pageviews: measure('pageviews'),
  'page-seconds': measure('pageviews', column('time_s', 1000), { columns: ['time_s'], per: 1000 }),
  'timed-pages': measure('pageviews', known('time_s'), { columns: ['time_s'] }),
  'load-time': measure('pageviews', value('load_ms'), {
    columns: ['load_ms'],
    how: 'quartile',
    quarters: 3,
    per: 1000,
  }),

  messages: measure('messages'),
  // Said of those that came back, or of those that arrived.
  bounced: measure(
    'messages',
    (view) => {
      const [bounced, arrived] = [flags(view, 'bounced'), (view.delivered ?? new Uint8Array(view.length).fill(2)) as Uint8Array];
      return (row) => +(bounced[row] === 1 || (arrived[row] === 0 && !(view.bounced && bounced[row] === 0)));
    },
    { columns: ['bounced', 'delivered'] },
  ),
  opened,
  clicked,
  // Who clicks has opened, whatever the pixel says (C4).
  answered: {
    ...opened,
    of: (view, dataset, asOf) => {
      const [isOpened, isClicked] = [opened.of(view, dataset, asOf), clicked.of(view, dataset, asOf)];
      return (row) => Math.max(isOpened(row), isClicked(row));
    },
  },
  unsubscribed: measure('messages', known('unsubscribed_at'), { columns: ['unsubscribed_at'] }),
  complained: measure('messages', flag('complained'), { columns: ['complained'] }),

  'search-impressions': measure('search', column('impressions')),
  'search-clicks': measure('search', column('clicks'), { columns: ['clicks'] }),
  'placed-impressions': measure(
    'search',
    (view) => {
      const [position, shown] = [numbers(view, 'position'), numbers(view, 'impressions')];
      return (row) => (position[row] > 0 ? shown[row] || 0 : 0);
    },
    { columns: ['position'] },
  ),
  'search-position': measure(
    'search',
    (view) => {
      const [position, shown] = [numbers(view, 'position'), numbers(view, 'impressions')];
      return (row) => Math.round((position[row] || 0) * (shown[row] || 0) * 1000);
    },
    { columns: ['position'], per: 1000 },
  ),

  followers: measure('social', value('followers'), { how: 'last', columns: ['followers'] }),
  reach: measure('social', column('reach'), { columns: ['reach'] }),
  interactions: measure('social', together('reactions', 'comments', 'shares'), { columns: ['reactions', 'comments', 'shares'] }),
  // Of rows that have somebody to stand against.
  engagements: measure(
    'social',
    (view, dataset, asOf) => {
      const [all, people] = [together('reactions', 'comments', 'shares', 'clicks')(view, dataset, asOf), audience(view, dataset, asOf)];
      return (row) => (people(row) > 0 ? all(row) : 0);
    },
    { columns: ['reactions', 'comments', 'shares', 'clicks'] },
  ),
  audience: measure(
    'social',
    (view, dataset, asOf) => {
      const people = audience(view, dataset, asOf);
      return (row) => Math.round(people(row) || 0);
    },
    { columns: ['reach', 'followers'] },
  ),
  'social-clicks': measure('social', column('clicks'), { columns: ['clicks'] }),

  'ad-impressions': measure('ad_spend', column('impressions'), { columns: ['impressions'] }),
  'ad-clicks': measure('ad_spend', column('clicks'), { columns: ['clicks'] }),
  'ad-cost': measure('ad_spend', column('cost'), money),
} satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;

/** What is counted where visits do not say how many pages they had, but the pages are there (S3). */
export const WITHOUT_PAGES: Partial<Record<MeasureId, MeasureId>> = { 'page-views': 'pageviews', 'paged-visits': 'visits' };

/** Columns that a measure needs and a table has none of. */
export function lackingColumn({ columns }: Measure, view: View): string | null {
  return columns && !columns.some((name) => view[name]) ? columns[0] : null;
}
