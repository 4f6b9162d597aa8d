/** The one currency of a data set: chosen by the page, else told by the data. */
import { KpiError } from '../errors.js';
import { currencyOf, isCurrencyCode } from './currency.js';
import type { DatasetOptions } from './input.js';
import { shortCopy } from './json-path.js';
import type { OpenInput } from './open-tables.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { readTexts, textAt, textOf } from './read-texts.js';
import type { TextColumn } from './read-texts.js';
import { isNothing } from './table-source.js';

/** Something other than digits, marks and signs at either end of a text: `€`, `EUR`. */
const UNIT = /^[-+(\s]*([^\d\s.,()+-]{1,4})|([^\d\s.,()'+-]{1,5})[-)\s]*$/u;

/** Currency written beside an amount, '' for none. */
function unitOf(value: unknown): string {
  if (typeof value !== 'string' || value.length > 40) return '';
  const match = UNIT.exec(value);
  const unit = match === null ? '' : currencyOf(match[1] ?? match[2]);
  return isCurrencyCode(unit) || /\p{Sc}/u.test(unit) ? unit : '';
}

/** Our name of the column that tells the currency: its own, else that of the amounts, which may have it beside them. */
function tellingColumn(read: TableRead): string {
  return ['currency', 'total', 'amount', 'subtotal'].find((name) => read.matches.has(name)) ?? 'currency';
}

function* rowCurrencies(read: TableRead): Steps<TextColumn> {
  const column = tellingColumn(read);
  return yield* readTexts(read, column, column === 'currency' ? (value) => currencyOf(textOf(value)) : unitOf);
}

function countRows(columns: readonly TextColumn[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { codes, values } of columns) {
    const rows = values.map(() => 0);
    for (const code of codes) if (code >= 0) rows[code]++;
    values.forEach((currency, code) => counts.set(currency, (counts.get(currency) ?? 0) + rows[code]));
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function refuseMixed(counts: Map<string, number>): never {
  const list = [...counts].map(([currency, rows]) => `${currency} (${rows})`).join(', ');
  throw new KpiError(
    'mixed-currency',
    `amounts are in one currency: choose one with the option currency, the others are left out; got ${list}`,
    {
      details: { currencies: list, ...Object.fromEntries(counts) },
    },
  );
}

function* dropOthers(read: TableRead, column: TextColumn, currency: string): Steps<void> {
  yield* read.each((row) => {
    if ((textAt(column, row) ?? currency) !== currency) read.drop(row, 'other-currency', tellingColumn(read));
  });
}

/** Code that the page chose. @throws KpiError `invalid-param`. */
function chosenCode(given: unknown): string | null {
  if (isNothing(given)) return null;
  const code = currencyOf(textOf(given));
  if (isCurrencyCode(code)) return code;
  const got = shortCopy(given);
  throw new KpiError('invalid-param', `currency is an ISO 4217 code: give one such as EUR; got ${got}`, {
    path: 'currency',
    details: { param: 'currency', got },
  });
}

/** Code that the data set names; what is none stops nothing, and a notice says so. */
function metaCode({ meta, notices }: OpenInput): string | null {
  const code = currencyOf(textOf(meta.currency));
  if (isCurrencyCode(code)) return code;
  const got = shortCopy(meta.currency);
  if (!isNothing(meta.currency)) {
    notices.push({
      code: 'bad-currency',
      message: `meta.currency is an ISO 4217 code: give one such as EUR; got ${got}`,
      details: { got },
    });
  }
  return null;
}

/**
 * Currency of the tables with money, null when nothing says. Rows in another one than `options.currency` are refused.
 * @throws KpiError `mixed-currency` when the data holds several and none was chosen; `invalid-param` for what is no ISO code.
 */
export function* findCurrency(reads: readonly TableRead[], input: OpenInput, options: DatasetOptions): Steps<string | null> {
  const chosen = chosenCode(options.currency);
  const columns: TextColumn[] = [];
  for (const read of reads) columns.push(yield* rowCurrencies(read));
  if (chosen !== null) {
    for (const [i, read] of reads.entries()) yield* dropOthers(read, columns[i], chosen);
    return chosen;
  }
  const counts = countRows(columns);
  if (counts.size > 1) refuseMixed(counts);
  const [only] = [...counts.keys()];
  return only !== undefined && isCurrencyCode(only) ? only : metaCode(input);
}
