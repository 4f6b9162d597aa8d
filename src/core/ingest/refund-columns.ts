import { dropReplaced } from './drop-replaced.js';
import type { IdentityColumns } from './identity-columns.js';
import { readIdentity } from './identity-columns.js';
import { readOwnDates } from './own-dates.js';
import type { Steps } from './progress.js';
import { MarkVotes, readAmounts } from './read-amounts.js';
import type { TableRead } from './read-context.js';
import type { DateColumn } from './read-dates.js';
import { isMinorUnits } from './read-settings.js';
import type { ReadSettings } from './read-settings.js';
import { identityOf, readTexts } from './read-texts.js';
import type { TextColumn } from './read-texts.js';

export interface RefundColumns {
  readonly read: TableRead;
  readonly dates: DateColumn;
  /** Minor units, >= 0 whatever sign the system gives. */
  readonly amount: Float64Array;
  readonly orderId: TextColumn;
  readonly identity: IdentityColumns;
}

export function* readRefundColumns(read: TableRead, settings: ReadSettings): Steps<RefundColumns> {
  const dates = yield* readOwnDates(read, 'created_at', settings);
  const options = { digits: settings.digits, isMinor: isMinorUnits(read), others: new MarkVotes() };
  const amount = (yield* readAmounts(read, 'amount', options, true)) ?? new Float64Array(read.rows).fill(NaN);
  yield* read.each((row) => {
    amount[row] = Math.abs(amount[row]);
    if (Number.isNaN(amount[row])) read.drop(row, 'missing-amount', 'amount');
  });
  const id = yield* readTexts(read, 'id', identityOf);
  yield* dropReplaced(read, id.values.length, (row) => id.codes[row], 'id');
  return { read, dates, amount, orderId: yield* readTexts(read, 'order_id', identityOf), identity: yield* readIdentity(read) };
}
