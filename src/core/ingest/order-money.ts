/** What an order is worth (G3): without tax and shipping where they are known, after discounts, before refunds. */
import { headerNames } from './header-name.js';
import type { Steps } from './progress.js';
import { MarkVotes, readAmounts } from './read-amounts.js';
import type { TableRead } from './read-context.js';
import { isMinorUnits } from './read-settings.js';
import type { ReadSettings } from './read-settings.js';
import { WITHOUT_TAX } from './schema.js';

export interface OrderMoney {
  /** Our name of the column that amounts are mainly taken from. */
  readonly column: string;
  /** Net worth of each row in minor units, NaN where no amount is given; negative (or -0) for rows that pay back. */
  readonly net: Float64Array;
  /** What the order's own row says was refunded, >= 0; null without such a column. */
  readonly refunded: Float64Array | null;
}

interface AmountColumns {
  readonly total: Float64Array | null;
  readonly subtotal: Float64Array | null;
  readonly tax: Float64Array | null;
  readonly shipping: Float64Array | null;
}

/** Size of an optional amount: nothing where the table or the row has none. The sign differs from system to system. */
function sizeAt(column: Float64Array | null, row: number): number {
  const value = column === null ? NaN : Math.abs(column[row]);
  return Number.isNaN(value) ? 0 : value;
}

/**
 * total - tax - shipping; the subtotal stands in where there is no total, and goes before it when the amounts are said to be
 * without tax (then tax is not subtracted). Signs are those of the row's amount, so that tax on a negative row counts right.
 */
function netAt({ total, subtotal, tax, shipping }: AmountColumns, row: number, hasTax: boolean, taxIncluded: boolean | undefined): number {
  const first = taxIncluded === false ? subtotal : total;
  const isFirst = first !== null && !Number.isNaN(first[row]);
  const amounts = isFirst ? first : taxIncluded === false ? total : subtotal;
  if (amounts === null || Number.isNaN(amounts[row])) return NaN;
  const isTotal = amounts === total;
  const taxed = isTotal ? hasTax : taxIncluded === true;
  const size = Math.abs(amounts[row]) - (taxed ? sizeAt(tax, row) : 0) - (isTotal ? sizeAt(shipping, row) : 0);
  const net = Math.max(0, size);
  return amounts[row] < 0 ? -net : net;
}

function hasTaxInTotal(read: TableRead, taxIncluded: boolean | undefined): boolean {
  return taxIncluded !== false && !headerNames(read.header('total') ?? '').some((name) => WITHOUT_TAX.includes(name));
}

export function* readMoney(read: TableRead, { digits, taxIncluded }: ReadSettings): Steps<OrderMoney> {
  const options = { digits, isMinor: isMinorUnits(read), others: new MarkVotes() };
  const hasTotal = read.matches.has('total');
  const columns = {
    total: yield* readAmounts(read, 'total', options, true),
    subtotal: yield* readAmounts(read, 'subtotal', options, !hasTotal),
    tax: yield* readAmounts(read, 'tax', options, false),
    shipping: yield* readAmounts(read, 'shipping', options, false),
  };
  const refunded = yield* readAmounts(read, 'refunded', options, false);
  const hasTax = hasTaxInTotal(read, taxIncluded);
  const net = new Float64Array(read.rows).fill(NaN);
  yield* read.each((row) => {
    net[row] = netAt(columns, row, hasTax, taxIncluded);
    if (refunded !== null) refunded[row] = Math.abs(refunded[row]);
  });
  return { column: hasTotal ? 'total' : 'subtotal', net, refunded };
}
