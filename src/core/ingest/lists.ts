/** Lists inside rows -> tables and columns of their own. */
import type { TableName } from '../table/dataset.js';
import { normaliseHeader } from './header-name.js';
import { matchColumns, missingColumns } from './match-columns.js';
import { placesOf } from './places.js';
import { NUMBER, TEXT } from './raw/raw-column.js';
import type { RawColumn } from './raw/raw-column.js';
import type { RawTable } from './raw/raw-table.js';
import { INSIDE } from './schema.js';
import { Table } from './table.js';

/** Parameters beyond this number are not kept. */
const MAX_PARAMS = 200;

/** GA4's `event_params: [{ key, value: { string_value, int_value, … } }]` -> a column for each key. */
export function unfold(table: RawTable): void {
  for (const [header, { columns, length, parents }] of table.lists) {
    const names = columns.get('key');
    if (!names || !/^event_?params$/i.test(header)) continue;
    const params: RawColumn[] = [];
    const put = (values: RawColumn, row: number, kind: number, cell: number, code: number): void => {
      const name = names.texts.text(code);
      const param = (params[code] ??= table.columnOf(`event_params.${name}`, [header, name]));
      if (kind === NUMBER) param.put(parents[row], kind, cell);
      // Texts keep their numbers within a column only.
      else param.put(parents[row], TEXT, param.texts.codeOfText(String(values.read(kind, cell))));
    };
    for (const [name, values] of columns)
      if (name.startsWith('value'))
        values.each(0, length, (row, kind, cell) =>
          names.each(row, row + 1, (_, sort, code) => {
            if (sort === TEXT && code >= 0 && code < MAX_PARAMS && (kind !== TEXT || cell >= 0)) put(values, row, kind, cell, code);
          }),
        );
  }
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
