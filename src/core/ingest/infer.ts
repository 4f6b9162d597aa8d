/** Columns found by the look of their values, for headers that no alias knows. */
import { amountReader } from './amount-reader.js';
import { dateReader } from './date-reader.js';
import { normaliseHeader } from './header-name.js';
import type { Steps } from './job.js';
import { readWays } from './read-column.js';
import { SCHEMAS } from './schema.js';
import type { Table } from './table.js';

/**
 * Takes the one unused header of which nearly all values are dates, or amounts and some of them with decimals; false when none or
 * several do. Prices and quantities of lines are not what an order is worth.
 */
export function* inferColumn(table: Table, column: string): Steps<boolean> {
  const { kind } = SCHEMAS[table.name][column];
  const fit: string[] = [];
  const { job, places, fates } = table;
  for (const header of /^(date|money)$/.test(kind) ? table.unused() : []) {
    const place = places.get(header);
    if (!place || place.lists.length || /unit|quanti|qty|menge|lineitem/.test(normaliseHeader(header))) continue;
    const isDate = kind === 'date';
    const { given, bad, cells } = yield* readWays(job, place.column, fates, isDate ? dateReader(job.zone) : amountReader(3));
    if (bad.length <= given * 0.05 && (isDate || cells.some((cell) => cell % 1000 !== 0 && cell === cell))) fit.push(header);
  }
  const [header] = fit;
  if (fit.length !== 1) return false;
  table.matches.set(column, { column, header, by: 'values', format: 'text' });
  table.say('column-by-values', column, 'taken by its values: map it if this is wrong', { column, header });
  return true;
}
