/** Where the values of a header stand: in a column of the rows, or in one of a list inside them, where amounts are added up. */
import type { RawColumn } from './raw/raw-column.js';
import type { RawTable, RawList } from './raw/raw-table.js';

/** @internal */
export interface Place {
  readonly column: RawColumn;
  /** From the outer list to the inner one. */
  readonly lists: readonly RawList[];
}
export type Places = Map<string, Place>;

/** Lists whose amounts are added up row by row. */
const SUMMED = /^refunds$/i;

function add(places: Places, table: RawTable, name: string, lists: readonly RawList[]): void {
  for (const [header, column] of table.columns) places.set(name + header, { column, lists });
  for (const [header, list] of table.lists)
    if (lists.length || SUMMED.test(header)) add(places, list, `${name}${header}[].`, [...lists, list]);
}

/** All headers of a table: `total`, `billing.email`, `refunds[].transactions[].amount`. */
export function placesOf(table: RawTable): Places {
  const places: Places = new Map();
  add(places, table, '', []);
  return places;
}

/** Row of the outer table that a row of the inner list belongs to. */
export function outerRow(lists: readonly RawList[], row: number): number {
  let outer = row;
  for (let at = lists.length - 1; at >= 0; at--) outer = lists[at].parents[outer];
  return outer;
}
