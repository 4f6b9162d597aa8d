/** The one currency of a data set: chosen by the page, else told by the data. */
import { KpiError, refuse } from '../errors.js';
import { currencyBeside, currencyOf } from './amount-reader.js';
import type { Steps } from './job.js';
import { TEXT } from './raw/raw-column.js';
import { countTexts } from './read-column.js';
import type { TextStore } from './raw/text-store.js';
import type { Table } from './table.js';
import { addTo, isNothing, listed, ranked } from './values.js';
import type { Counts } from './values.js';

const codeOf = (value: unknown): string => currencyOf(String(value ?? ''));
const isCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/** How a currency is written beside amounts where there is no other one: `$` for USD and CAD. */
const signOf = (currency: string): string =>
  (0).toLocaleString('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).replace(/[\s\d.]/g, '');

/** Currency in a text: in a column of its own a code or a sign; '' for none. Plain numbers, the most by far, are not even decoded. */
function read(texts: TextStore, code: number, isOwn: boolean): string {
  if (isOwn && isNothing(texts.text(code))) return '';
  if (isOwn) return codeOf(texts.text(code)).replace(/^(?![A-Z]{3}$|\p{Sc}$).*/su, '');
  const last = texts.byteAt(code, texts.lengthOf(code) - 1);
  const first = texts.byteAt(code, 0);
  const isPlain = last >= 48 && last <= 57 && first >= 48 && first <= 57;
  return isPlain ? '' : currencyBeside(texts.text(code));
}

/** Rows by currency, the commonest first; rows in another one than the chosen are refused. */
function* countRows(tables: readonly Table[], chosen: string): Steps<[string, number][]> {
  const counts: Counts = new Map();
  const sign = chosen && signOf(chosen);
  for (const table of tables) {
    // Its own column, else that of the amounts, which may have it beside them.
    const name = ['currency', 'total', 'amount', 'subtotal'].find((one) => table.matches.has(one));
    if (!name || !/orders|refunds/.test(table.name) || table.place(name).lists.length) continue;
    const { texts } = table.columnOf(name);
    const times = yield* countTexts(table.job, table.columnOf(name), table.fates);
    const currencies = Array.from(times, (count, code) => (count ? read(texts, code, name === 'currency') : ''));
    currencies.forEach((currency, code) => currency && addTo(counts, currency, times[code]));
    if (chosen)
      yield* table.job.cells(table.columnOf(name), table.length, (cells, row, kind, kinds) => {
        cells.forEach((cell, at) => {
          const currency = (kinds ? kinds[at] : kind) === TEXT && cell >= 0 ? currencies[cell] : '';
          if (currency && currency !== chosen && currency !== sign) table.drop(row + at, 'other-currency', name);
        });
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
  if (chosen && !isCode(chosen)) refuse('currency', 'an ISO 4217 code', option);
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
