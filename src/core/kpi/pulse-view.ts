/** A table of the data set as measures read it, whatever form it has there. */
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay, CodeColumn, Dataset, TableName } from '../table/dataset.js';
import { remembered } from './remembered.js';

/** @internal Columns by name. */
export interface View {
  readonly length: number;
  readonly day: Int32Array;
  readonly second: Float64Array;
  /** Row in CustomerTable, -1 for nobody. */
  readonly customer: Int32Array;
  readonly visitor?: Int32Array;
  readonly channel: CodeColumn | null;
  readonly country: CodeColumn | null;
  readonly [column: string]: unknown;
}

function makeView(dataset: Dataset, name: TableName): View | null {
  const { customers, tables } = dataset;
  const none = { second: new Float64Array(), channel: null, country: null };
  if (name === 'customers') {
    // Nobody was said to have registered.
    if (!dataset.left.customers) return null;
    const { length, createdDay: day, createdSecond: second, channel, country } = customers;
    return { length, day, second, channel, country, customer: Int32Array.from({ length }, (_, row) => row) };
  }
  const plain = tables[name];
  if (plain) return { ...none, ...plain.columns, ...plain } as unknown as View;
  const own = dataset[name as 'orders' | 'refunds' | 'visits'] as unknown as View | null | undefined;
  return own ? { ...none, ...own } : null;
}

const knownViews = remembered<Dataset, Partial<Record<TableName, View | null>>>(() => ({}));

/** A table of the data set as measures read it; null where it is not there. */
export function viewOf(dataset: Dataset, name: TableName): View | null {
  const known = knownViews(dataset);
  return (known[name] ??= makeView(dataset, name));
}

/** First day of a table, Infinity for none. */
export const firstDayOf = remembered((view: View): CivilDay => {
  let first = Infinity;
  for (let row = 0; row < view.length; row++) if (view.day[row] < first && view.day[row] !== NO_DAY) first = view.day[row];
  return first;
});
