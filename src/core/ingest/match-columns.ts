import { KpiError } from '../errors.js';
import type { TableName } from '../table/dataset.js';
import { headerNames } from './header-name.js';
import type { ColumnMapping } from './input.js';
import type { ColumnMatch } from './report.js';
import { SCHEMAS } from './schema.js';
import type { TableSource } from './table-source.js';

/** What matching needs to know of a table. */
export type Headers = Pick<TableSource, 'headers' | 'isBlank'>;
export type Matches = Map<string, ColumnMatch>;

/** Normalised name -> header. The plainest spelling wins; of two equal ones the first in alphabetical order. */
function headersByName(headers: readonly string[]): Map<string, string> {
  const found = new Map<string, { header: string; rank: number }>();
  for (const header of headers) {
    headerNames(header).forEach((name, rank) => {
      const known = found.get(name);
      if (known === undefined || rank < known.rank) found.set(name, { header, rank });
    });
  }
  return new Map([...found].map(([name, { header }]) => [name, header]));
}

/**
 * Headers that only mean something else in the company of others: Shopify's CSV repeats the order's Name on every line and gives
 * its Id on the first one only; a deal of HubSpot becomes an order when it is closed, not when it is created.
 */
function preferredHeader(table: TableName, column: string, byName: Map<string, string>): string | undefined {
  if (table !== 'orders') return undefined;
  if (column === 'id' && byName.has('lineitemname')) return byName.get('name');
  return column === 'created_at' && byName.has('dealstage') ? byName.get('closedate') : undefined;
}

function refuseMapping(table: TableName, column: string, header: unknown, headers: readonly string[]): never {
  const isColumn = Object.hasOwn(SCHEMAS[table], column);
  const known = isColumn ? headers.join(', ') : Object.keys(SCHEMAS[table]).join(', ');
  const rule = isColumn
    ? `mapping names a header of the data: use one of ${known}`
    : `mapping names a column of ${table}: use one of ${known}`;
  const got = isColumn ? String(header) : column;
  throw new KpiError('invalid-mapping', `${rule}; got ${got}`, {
    path: `mapping.${column}`,
    details: { table, column, got, columns: known },
  });
}

/** Columns that the page mapped by itself. @throws KpiError `invalid-mapping` for unknown headers, and (when `strict`) for unknown columns. */
function mappedColumns(table: TableName, headers: readonly string[], mapping: ColumnMapping, strict: boolean): Matches {
  const matches: Matches = new Map();
  for (const [column, header] of Object.entries(mapping)) {
    const isColumn = Object.hasOwn(SCHEMAS[table], column);
    if (isColumn && headers.includes(header)) matches.set(column, { column, header, by: 'mapping', format: 'text' });
    else if (strict) refuseMapping(table, column, header, headers);
  }
  return matches;
}

/** Columns of a table found among headers: by the page's mapping, else by the best alias. No header serves two columns. */
export function matchColumns(table: TableName, source: Headers, mapping: ColumnMapping = {}, strict = true): Matches {
  const headers = source.headers();
  const matches = mappedColumns(table, headers, mapping, strict);
  const used = new Set([...matches.values()].map(({ header }) => header));
  // A column without a single value only serves where no other can.
  const byName = headersByName(headers.filter((header) => !source.isBlank(header)));
  const blank = headersByName(headers.filter((header) => source.isBlank(header)));
  for (const [column, aliases] of Object.entries(SCHEMAS[table])) {
    if (matches.has(column)) continue;
    const best = (names: Map<string, string>): string | undefined =>
      aliases.map((alias) => names.get(alias)).find((one) => one !== undefined && !used.has(one));
    const header = preferredHeader(table, column, byName) ?? best(byName) ?? best(blank);
    if (header === undefined) continue;
    used.add(header);
    matches.set(column, { column, header, by: 'alias', format: 'text' });
  }
  return matches;
}

/** Headers not used, in alphabetical order; members of an object that is not used at all count as one. */
export function asideHeaders(headers: readonly string[], matches: Matches): string[] {
  const used = [...matches.values()].map(({ header }) => header);
  const rest = headers.filter((header) => !used.includes(header));
  const shown = rest.map((header) => {
    const top = header.replace(/(?:\[\])?\..*$/, '');
    return top !== '' && !headers.includes(top) && !used.some((one) => one.startsWith(`${top}.`) || one.startsWith(`${top}[`))
      ? top
      : header;
  });
  return [...new Set(shown)].slice(0, 200);
}
