/** What stands alone and may be a row, or a line of headers: told by headers alone. */
import { matchColumns, missingColumns, recognise } from '../match-columns.js';
import { placesOf } from '../places.js';
import { RawTable } from '../raw/raw-table.js';

/** Whether headers are those of a table of ours, and all that it needs. */
export function areHeaders(headers: readonly string[]): boolean {
  const table = new RawTable('$');
  for (const header of headers) table.columnOf(header, [header]);
  const places = placesOf(table);
  const name = recognise(places, {});
  return Boolean(name && !missingColumns(name, matchColumns(name, places)).length);
}

/** Whether an object alone is a row, not a frame around rows. */
export const isRow = (value: object): boolean =>
  !Object.entries(value).some(
    ([key, list]) => Array.isArray(list) && list.some((one) => Object(one) === one) && !/^(refunds|line_?items)$/i.test(key),
  ) && areHeaders(Object.keys(value));
