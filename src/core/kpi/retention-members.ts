/** Who belongs to which cohort, and when each member began. */
import type { PeriodTable } from '../calendar/period-table.js';
import type { CodeColumn } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { compareTexts } from './customer-code.js';
import { mainProducts } from './order-margin.js';
import { orderRows, ordersOf } from './order-rows.js';
import type { RetentionParams } from './retention-types.js';

/** Cohorts with a name of their own, by channel, country or product. */
const SHOWN = 20;

/** @internal */
export interface Members {
  /** By customer: period of the first order, -1 for those who are no members. */
  readonly start: Int32Array;
  /** By customer: cohort of a member. The same array where the cohort is that period. */
  readonly cohort: Int32Array;
  /** Names of the cohorts, null for the rest; none where they are periods. */
  readonly names: readonly (string | null)[] | null;
}

/** By channel, country or product the largest get cohorts of their own; the last cohort is everybody else's. */
export function findMembers(context: KpiContext, { starts }: PeriodTable, first: Int32Array, key: RetentionParams['key']): Members {
  const { dataset } = context;
  const orders = ordersOf(dataset);
  const { customer } = orders;
  const start = new Int32Array(first.length).fill(-1);
  for (let place = 0; place + 1 < starts.length; place++) {
    const rows = orderRows(context, starts[place], starts[place + 1]);
    for (let at = 0; at < rows.length; at++) {
      const owner = customer[rows[at]];
      if (owner >= 0 && first[owner] === rows[at]) start[owner] = place;
    }
  }
  if (key === 'first-order') return { start, cohort: start, names: null };
  const valueIn = (column: CodeColumn | null, row: number): string | undefined => column?.values[column.codes[row]];
  const home = key === 'country' ? dataset.customers.country : null;
  const products = key === 'first-product' && mainProducts(dataset, (row) => first[customer[row]] === row && start[customer[row]] >= 0);
  const nameOf = (owner: number): string =>
    (products ? products.get(first[owner]) : (valueIn(orders[key as 'channel'], first[owner]) ?? valueIn(home, owner))) ?? '';
  const sizes = new Map<string, number>();
  start.forEach((place, owner) => {
    const name = place < 0 ? '' : nameOf(owner);
    if (name) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  });
  const names = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || compareTexts(a, b)).slice(0, SHOWN);
  const ranks = new Map(names.map((name, rank) => [name, rank]));
  const cohort = start.map((place, owner) => (place < 0 ? -1 : (ranks.get(nameOf(owner)) ?? names.length)));
  return { start, cohort, names: [...names, null] };
}
