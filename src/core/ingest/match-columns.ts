/** Which columns a table has, and which table a list of rows is, by headers alone. */
import { fail } from '../errors.js';
import type { TableName } from '../table/dataset.js';
import { normaliseHeader } from './header-name.js';
import type { ColumnMapping } from './input.js';
import type { ColumnMatch } from './report.js';
import type { Places } from './places.js';
import { CALLED, REQUIRED, SCHEMAS, TABLES, isPlain } from './schema.js';

/** Table that a member of a data set object is called after. */
export const tableCalled = (key: string): TableName | undefined => TABLES.find((table) => CALLED[table][0].test(normaliseHeader(key)));

/** Columns found, by our name. */
export type Matches = Map<string, ColumnMatch>;

/**
 * Columns of a table found among headers: by the page's mapping, else by the best alias. No header serves two columns; of several
 * equally good ones the shortest serves, and one without a single value only where no other can.
 * @throws KpiError `invalid-mapping` for unknown headers and columns when `strict`.
 */
export function matchColumns(table: TableName, places: Places, mapping: ColumnMapping = {}, strict = true): Matches {
  const matches: Matches = new Map();
  const used = new Set<string>();
  const take = (column: string, header: string, by: ColumnMatch['by']): void => {
    used.add(header);
    matches.set(column, { column, header, by, format: 'text' });
  };
  const schema = SCHEMAS[table];
  const headers = [...places.keys()].sort();
  for (const [column, header] of Object.entries(mapping)) {
    const isColumn = Object.hasOwn(schema, column);
    if (isColumn && places.has(header)) take(column, header, 'mapping');
    else if (strict) {
      const columns = (isColumn ? headers : Object.keys(schema)).join(', ');
      const got = String(isColumn ? header : column);
      fail('invalid-mapping', `mapping.${column}`, `one of ${columns}`, { table, column, got, columns });
    }
  }
  const names = headers
    .sort((a, b) => a.length - b.length)
    .map((header) => ({ name: normaliseHeader(header), header, place: places.get(header)! }));
  // Shopify's CSV repeats the order's Name on every line and gives its Id on the first one only.
  const first: Partial<Record<string, RegExp[]>> = names.some(({ name }) => name === 'lineitemname')
    ? { id: [/^name$/], order_id: [/^name$/] }
    : {};
  for (const filled of [true, false])
    for (const [column, { kind, headers: patterns }] of Object.entries(schema))
      for (const pattern of [...(first[column] ?? []), ...patterns]) {
        const fits = ({ name, header, place: { column: values, lists } }: (typeof names)[number]): boolean =>
          values.isFilled === filled && pattern.test(name) && !used.has(header) && (kind.startsWith('money') || !lists.length);
        const found = matches.has(column) ? undefined : names.find(fits);
        if (found) take(column, found.header, 'alias');
      }
  return matches;
}

/** Groups of columns that a table needs and lacks; of each group one is enough. */
export const missingColumns = (table: TableName, matches: Matches): (readonly string[])[] =>
  REQUIRED[table].filter((group) => !group.some((column) => matches.has(column)));

/**
 * Table that headers speak of: the one that most of them fit, more so when it is complete or when a header names it. Undefined when
 * none has what matters most in it, or only a single column. Rows with a time and a name of an event are events, whatever else they
 * tell of a purchase (GA4's export).
 */
export function recognise(places: Places, mapping: ColumnMapping): TableName | undefined {
  let found: TableName | undefined;
  let most = 2;
  for (const table of TABLES) {
    const matches = matchColumns(table, places, mapping, false);
    const [missing] = missingColumns(table, matches);
    const header = (column: string): string => normaliseHeader(matches.get(column)?.header ?? '');
    if (/^eventtime.* event/.test(`${header('at')} ${header('type')}`)) return table;
    const isTold = [...matches.values()].some(({ header }) => CALLED[table][1].test(normaliseHeader(header)));
    const score = matches.size + (isPlain(table) ? 0 : +!missing + +isTold);
    // Shopify's CSV has both in one row.
    if (table === 'order_lines' && found === 'orders' && places.has('Lineitem name') && places.has('Total')) continue;
    // Tables that stand in the data set as they are must be whole, and one of their headers must say so.
    if (score <= most || (isPlain(table) && (missing || !isTold)) || (missing && missing === REQUIRED[table][0])) continue;
    found = table;
    most = score;
  }
  return found;
}
