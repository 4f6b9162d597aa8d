/** Which customers are listed, and in which order. */
import type { ChurnCustomer, TierId } from '../../core/kpi/churn-types.js';
import type { TableCell } from '../../base/widget.js';

/** @internal A customer and the cells of its row in the data table. */
export interface CustomerRow {
  readonly customer: ChurnCustomer;
  readonly cells: readonly TableCell[];
}

/** Columns of the list, which are also the values of the property `sort`, and their cells in the data table. */
const CELLS = { customer: 0, silence: 3, 'last-order': 2, orders: 4, revenue: 5 };
export type CustomerColumn = keyof typeof CELLS;
export const COLUMNS = Object.entries(CELLS) as [CustomerColumn, number][];

/** All texts of the attribute `sort`, the default first. */
export const SORTS: readonly string[] = ['revenue', ...COLUMNS.flatMap(([name]) => [name, `${name}-asc`, `${name}-desc`])];

/** Column and direction of a sort; without a word, names go upwards, quantities from the largest. */
export function parseSort(sort: string): { column: string; descending: boolean } {
  const column = sort.replace(/-(a|de)sc$/, '');
  return { column, descending: column === sort ? sort !== 'customer' : sort.endsWith('-desc') };
}

/** What a header does when it is pressed: this column in its first direction, or turned round where it is sorted already. */
export function pressed(sort: string, column: CustomerColumn): string {
  const now = parseSort(sort);
  const { descending } = now.column === column ? { descending: !now.descending } : parseSort(column);
  return `${column}-${descending ? 'desc' : 'asc'}`;
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : Number(a > b));

/** Customers of a tier (empty: of all), sorted; ties stay in the order of the result, whatever the direction. */
export function orderCustomers(rows: readonly CustomerRow[], tier: TierId | '', sort: string, locale: string): CustomerRow[] {
  const { column, descending } = parseSort(sort);
  const cell = CELLS[column as CustomerColumn];
  const sign = descending ? -1 : 1;
  const names = new Intl.Collator(locale, { numeric: true });
  return rows
    .filter(({ customer }) => !tier || customer.tier === tier)
    .sort(
      ({ cells: { [cell]: a } }, { cells: { [cell]: b } }) =>
        sign * (cell === 0 ? names.compare(a.text, b.text) : compare(a.value ?? 0, b.value ?? 0)),
    );
}

/** Rows shown at first, after "more", and after "all". */
export const PAGES = [10, 50, Infinity] as const;
export type Page = (typeof PAGES)[number];

/** Where the one button under the rows leads: to more of them, from all back to few, or nowhere. */
export function nextPage(total: number, page: Page): Page | null {
  const [few, many, all] = PAGES;
  if (total <= few) return null;
  if (total <= page) return few;
  return page === few && total > many ? many : all;
}
