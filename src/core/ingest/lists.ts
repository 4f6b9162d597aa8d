/** Lists inside rows -> tables and columns of their own. */
import type { TableName } from '../table/dataset.js';
import { normaliseHeader } from './header-name.js';
import { matchColumns, missingColumns } from './match-columns.js';
import { placesOf } from './places.js';
import { NUMBER, TEXT } from './raw/raw-column.js';
import type { RawColumn } from './raw/raw-column.js';
import type { RawList, RawTable } from './raw/raw-table.js';
import { INSIDE } from './schema.js';
import { Table } from './table.js';

/** Parameters beyond this number are not kept. */
const MAX_PARAMS = 200;

/** Column of each parameter, by the number of its name. */
function paramColumns(table: RawTable, header: string, names: RawColumn): (row: number) => RawColumn | undefined {
  const columns: RawColumn[] = [];
  let column: RawColumn | undefined;
  return (row) => {
    column = undefined;
    names.each(row, row + 1, (_, kind, code) => {
      if (kind !== TEXT || code < 0 || (code >= MAX_PARAMS && !columns[code])) return;
      const name = names.texts.text(code);
      column = columns[code] ??= table.column(`event_params.${name}`, [header, name]);
    });
    return column;
  };
}

/** GA4's `event_params: [{ key, value: { string_value, int_value, … } }]` -> a column for each key. */
function unfoldParams(table: RawTable, header: string, list: RawList): void {
  const names = list.columns.get('key');
  if (!names) return;
  const columnOf = paramColumns(table, header, names);
  for (const [name, values] of list.columns) {
    if (!/^value/.test(name)) continue;
    values.each(0, list.length, (row, kind, cell) => {
      const column = columnOf(row);
      if (!column) return;
      const outer = list.parents[row];
      if (kind === NUMBER) return column.putNumber(outer, cell);
      if (kind === TEXT && cell < 0) return;
      // Texts keep their numbers within a column only.
      const code = column.texts.codeOfText(String(values.read(kind, cell)));
      column.putText(outer, code);
    });
  }
}

/** Parameters of events become columns. */
export function unfold(table: RawTable): void {
  for (const [header, list] of table.lists) if (/^event_?params$/i.test(header)) unfoldParams(table, header, list);
}

/** Tables that stand inside the rows of another one: lines of orders, page views of visits. Those that lack too much stay aside. */
export function* insideTables(table: Table, taken: ReadonlySet<TableName>): Generator<Table, void, void> {
  const { raw, job } = table;
  if (raw.columns.has('Lineitem price') && table.name === 'orders' && !taken.has('order_lines')) {
    // Shopify's CSV: each row of the orders is a line, too.
    yield new Table('order_lines', raw, matchColumns('order_lines', table.places), job);
    return;
  }
  for (const [outer, pattern, inner, key] of INSIDE)
    for (const [header, list] of outer === table.name && !taken.has(inner) ? raw.lists : []) {
      if (!pattern.test(normaliseHeader(header))) continue;
      const matches = matchColumns(inner, placesOf(list));
      if (missingColumns(inner, matches).some(([name]) => name !== key)) continue;
      const lines = new Table(inner, list, matches, job);
      lines.parent = { table, rows: list.parents };
      table.opened.add(header);
      yield lines;
      break;
    }
}
