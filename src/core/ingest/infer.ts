/** Columns found by the look of their values, for headers that no alias knows. */
import { amountReader } from './amount-reader.js';
import { dateReader } from './date-reader.js';
import { normaliseHeader } from './header-name.js';
import type { Steps } from './job.js';
import { readWays } from './read-table.js';
import { SCHEMAS } from './schema.js';
import type { Table } from './table.js';

/**
 * Takes the one unused header of which nearly all values are dates, or amounts and some of them with decimals; false when none or
 * several do. Prices and quantities of lines are not what an order is worth.
 */
export function* inferColumn(table: Table, column: string): Steps<boolean> {
  const { kind } = SCHEMAS[table.name][column];
  const fit: string[] = [];
  for (const header of /^(date|money)$/.test(kind) ? table.unused() : []) {
    if (/unit|quanti|qty|menge|lineitem/.test(normaliseHeader(header))) continue;
    const isDate = kind === 'date';
    const cells: number[] = [];
    const { given, bad } = yield* readWays(table, table.source.value(header), cells, isDate ? dateReader(table.job.zone) : amountReader(3));
    if (bad.length <= given * 0.05 && (isDate || cells.some((cell) => cell % 1000))) fit.push(header);
  }
  const [header] = fit;
  if (fit.length !== 1) return false;
  table.matches.set(column, { column, header, by: 'values', format: 'text' });
  table.say('column-by-values', column, `taken for ${column} by its values: map it if wrong`, { column, header });
  return true;
}
