/** Which customers are listed, and in which order. */
import type { ChurnCustomer, TierId } from '../../core/kpi/churn-types.js';
import type { CustomerColumn } from '../../locale/churn-terms.js';

export interface CustomerSort {
  readonly column: CustomerColumn;
  readonly descending: boolean;
}

export const COLUMNS: readonly CustomerColumn[] = ['customer', 'silence', 'last-order', 'orders', 'revenue'];

/** First direction of a column: names upwards, quantities from the largest. */
const DESCENDING: Readonly<Record<CustomerColumn, boolean>> = {
  customer: false,
  silence: true,
  'last-order': true,
  orders: true,
  revenue: true,
};

/** All texts of the attribute `sort`, the default first. */
export const SORTS: readonly string[] = ['revenue', ...COLUMNS, ...COLUMNS.flatMap((column) => [`${column}-asc`, `${column}-desc`])];

/** A sort of its text: `revenue`, `orders-asc`, `last-order-desc`. The text must be one of SORTS. */
export function parseSort(text: string): CustomerSort {
  const column = COLUMNS.find((name) => text === name || text === `${name}-asc` || text === `${name}-desc`) ?? 'revenue';
  if (text.endsWith('-asc')) return { column, descending: false };
  if (text.endsWith('-desc')) return { column, descending: true };
  return { column, descending: DESCENDING[column] };
}

/** Text of a sort; the first direction of a column goes without a word. */
export function formatSort({ column, descending }: CustomerSort): string {
  if (descending === DESCENDING[column]) return column;
  return `${column}-${descending ? 'desc' : 'asc'}`;
}

/** What a header does when it is pressed: this column, or the other direction where it is sorted already. */
export function pressed(sort: CustomerSort, column: CustomerColumn): CustomerSort {
  return sort.column === column ? { column, descending: !sort.descending } : { column, descending: DESCENDING[column] };
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Order of what is written for two customers. */
export type ByName = (a: ChurnCustomer, b: ChurnCustomer) => number;

/** By one column, upwards. */
function compare(a: ChurnCustomer, b: ChurnCustomer, column: CustomerColumn, byName: ByName): number {
  switch (column) {
    case 'silence':
      return a.silentDays - b.silentDays;
    case 'last-order':
      return byText(a.lastOrder, b.lastOrder);
    case 'orders':
      return a.orders - b.orders;
    case 'revenue':
      return a.revenue - b.revenue;
    case 'customer':
      return byName(a, b);
  }
}

/** The order of the result: revenue, then revenue of all time, then the longest silence, then the code. */
function worstFirst(a: ChurnCustomer, b: ChurnCustomer): number {
  return b.revenue - a.revenue || b.revenueTotal - a.revenueTotal || byText(a.lastOrder, b.lastOrder) || byText(a.id, b.id);
}

/** Customers of a tier (null: of all), sorted; ties in the order of the result, whatever the direction. */
export function orderCustomers(
  customers: readonly ChurnCustomer[],
  tier: TierId | null,
  sort: CustomerSort,
  byName: ByName,
): ChurnCustomer[] {
  const sign = sort.descending ? -1 : 1;
  return customers
    .filter((customer) => tier === null || customer.tier === tier)
    .sort((a, b) => sign * compare(a, b, sort.column, byName) || worstFirst(a, b));
}

/** Rows shown at first, after "more", and after "all". */
export const PAGES = [10, 50, Infinity] as const;
export type Page = (typeof PAGES)[number];

/** How many rows are shown, and where the one button under them leads: to more, from all back to few, or nowhere. */
export function pages(total: number, page: Page): { shown: number; turn: 'more' | 'all' | 'less' | null; to: Page } {
  const [few, many, all] = PAGES;
  const shown = Math.min(total, page);
  if (total <= few) return { shown, turn: null, to: few };
  if (shown === total) return { shown, turn: 'less', to: few };
  return page === few && total > many ? { shown, turn: 'more', to: many } : { shown, turn: 'all', to: all };
}
