/** Which columns a table has, and which table a list of rows is, by headers alone. */
import { KpiError } from '../errors.js';
import type { TableName } from '../table/dataset.js';
import { normaliseHeader } from './header-name.js';
import type { ColumnMapping } from './input.js';
import type { ColumnMatch } from './report.js';
import { CALLED, REQUIRED, SCHEMAS, TABLES } from './schema.js';
import type { Source } from './source.js';

/** Columns found, by our name. */
export type Matches = Map<string, ColumnMatch>;

/** Columns that the page mapped by itself. @throws KpiError `invalid-mapping` for unknown headers, and for unknown columns when `strict`. */
function mappedColumns(table: TableName, headers: readonly string[], mapping: ColumnMapping, strict: boolean): Matches {
  const matches: Matches = new Map();
  for (const [column, header] of Object.entries(mapping)) {
    const isColumn = Object.hasOwn(SCHEMAS[table], column);
    if (isColumn && headers.includes(header)) matches.set(column, { column, header, by: 'mapping', format: 'text' });
    else if (strict) {
      const columns = (isColumn ? headers : Object.keys(SCHEMAS[table])).join(', ');
      const got = String(isColumn ? header : column);
      const path = `mapping.${column}`;
      throw new KpiError('invalid-mapping', `${path}: one of ${columns}; got ${got}`, { path, details: { table, column, got, columns } });
    }
  }
  return matches;
}

/**
 * Columns of a table found among headers: by the page's mapping, else by the best alias. No header serves two columns; of several
 * equally good ones the shortest serves, and one without a single value only where no other can.
 */
export function matchColumns(table: TableName, { places, filled }: Source, mapping: ColumnMapping = {}, strict = true): Matches {
  const headers = [...places.keys()].sort();
  const matches = mappedColumns(table, headers, mapping, strict);
  const used = new Set([...matches.values()].map(({ header }) => header));
  const names = headers.sort((a, b) => a.length - b.length).map((header) => [normaliseHeader(header), header]);
  // Shopify's CSV repeats the order's Name on every line and gives its Id on the first one only.
  const first: Partial<Record<string, RegExp[]>> = names.some(([name]) => name === 'lineitemname') ? { id: [/^name$/] } : {};
  for (const isFilled of [true, false])
    for (const [column, spec] of Object.entries(SCHEMAS[table]))
      for (const pattern of [...(first[column] ?? []), ...spec.headers]) {
        const [, header] = names.find(([name, one]) => filled.has(one) === isFilled && pattern.test(name) && !used.has(one)) ?? [];
        if (matches.has(column) || header === undefined) continue;
        used.add(header);
        matches.set(column, { column, header, by: 'alias', format: 'text' });
      }
  return matches;
}

/** Groups of columns that a table needs and lacks; of each group one is enough. */
export const missingColumns = (table: TableName, matches: Matches): string[][] =>
  REQUIRED[table]
    .split(' ')
    .map((group) => group.split('|'))
    .filter((group) => !group.some((column) => matches.has(column)));

/**
 * Table that headers speak of: the one that most of them fit, more so when it is complete or when a header names it. Undefined when
 * none has what matters most in it, or only a single column. Rows with a time and a name of an event are events, whatever else they
 * tell of a purchase (GA4's export).
 */
export function recognise(source: Source, mapping: ColumnMapping): TableName | undefined {
  let found: TableName | undefined;
  let most = 2;
  for (const table of TABLES) {
    const matches = matchColumns(table, source, mapping, false);
    const [missing] = missingColumns(table, matches);
    const header = (column: string): string => normaliseHeader(matches.get(column)?.header ?? '');
    if (/^eventtime.* event/.test(`${header('at')} ${header('type')}`)) return table;
    const isTold = [...matches.values()].some(({ header }) => CALLED[table][1].test(normaliseHeader(header)));
    const score = matches.size + +!missing + +isTold;
    if (score <= most || (missing && REQUIRED[table].startsWith(missing.join('|')))) continue;
    found = table;
    most = score;
  }
  return found;
}
