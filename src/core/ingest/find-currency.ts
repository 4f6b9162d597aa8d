/** The one currency of a data set: chosen by the page, else told by the data. */
import { KpiError, refuse } from '../errors.js';
import { currencyBeside, currencyOf } from './amount-reader.js';
import type { Steps } from './job.js';
import { readPlain } from './read-table.js';
import type { Table } from './table.js';
import { addOne, isNothing, listed, ranked, textOf } from './values.js';
import type { Counts } from './values.js';

const isCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);
const codeOf = (value: unknown): string => currencyOf(textOf(value));
/** Currency in a column of its own: a code or a sign; other words are none. */
const ownCurrency = (value: unknown): string => codeOf(value).replace(/^(?![A-Z]{3}$|\p{Sc}$).*/su, '');

/** How a currency is written beside amounts where there is no other one: `$` for USD and CAD. */
const signOf = (currency: string): string | undefined =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;

/** Rows by currency, the commonest first; rows in another one than the chosen are refused. */
function* countRows(tables: readonly Table[], chosen: string): Steps<[string, number][]> {
  const counts: Counts = new Map();
  const sign = chosen && signOf(chosen);
  for (const table of tables) {
    // Its own column, else that of the amounts, which may have it beside them.
    const name = ['currency', 'total', 'amount', 'subtotal'].find((one) => table.matches.has(one));
    if (!name || !/orders|refunds/.test(table.name)) continue;
    const currencies = (yield* readPlain(table, name, name === 'currency' ? ownCurrency : currencyBeside)) as string[];
    yield* table.each((row) => {
      if (!currencies[row]) return;
      addOne(counts, currencies[row]);
      if (chosen && currencies[row] !== chosen && currencies[row] !== sign) table.drop(row, 'other-currency', name);
    });
  }
  return ranked(counts);
}

/**
 * Currency of the tables with money, null when nothing says. Rows in another one than the chosen are refused.
 * @throws KpiError `mixed-currency` when the data holds several and none was chosen; `invalid-param` for what is no ISO code.
 */
export function* findCurrency(tables: readonly Table[], meta: unknown, option: unknown): Steps<string | null> {
  const chosen = codeOf(option);
  if (!isNothing(option) && !isCode(chosen)) refuse('currency', 'an ISO 4217 code', option);
  const rows = yield* countRows(tables, chosen);
  const code = rows.find(([one]) => isCode(one))?.[0];
  const counts = rows.filter(([one]) => !code || one === code || one !== signOf(code));
  const currencies = listed(counts);
  if (counts.length > 1 && !chosen)
    throw new KpiError('mixed-currency', `currency: choose one; got ${currencies}`, {
      details: { currencies, ...Object.fromEntries(counts) },
    });
  return [chosen, counts[0]?.[0] ?? '', codeOf(meta)].find(isCode) ?? null;
}
