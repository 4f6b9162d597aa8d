import type { CodeColumn } from '../table/dataset.js';
import type { IdentityColumns } from './identity-columns.js';
import { readIdentity } from './identity-columns.js';
import { readOwnDates } from './own-dates.js';
import { readMoney } from './order-money.js';
import type { OrderMoney } from './order-money.js';
import { readStanding } from './order-standing.js';
import type { OrderStanding } from './order-standing.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import type { DateColumn } from './read-dates.js';
import type { ReadSettings } from './read-settings.js';
import { identityOf, readTexts } from './read-texts.js';
import type { TextColumn } from './read-texts.js';

export interface OrderColumns {
  readonly read: TableRead;
  readonly dates: DateColumn;
  readonly money: OrderMoney;
  readonly standing: OrderStanding;
  readonly id: TextColumn | null;
  readonly parent: TextColumn | null;
  readonly identity: IdentityColumns;
  readonly channel: CodeColumn | null;
  readonly country: CodeColumn | null;
  readonly device: CodeColumn | null;
}

export function* readOrderColumns(read: TableRead, settings: ReadSettings): Steps<OrderColumns> {
  const dates = yield* readOwnDates(read, 'created_at', settings);
  const money = yield* readMoney(read, settings);
  const standing = yield* readStanding(read);
  return {
    read,
    dates,
    money,
    standing,
    id: yield* readTexts(read, 'id', identityOf),
    parent: yield* readTexts(read, 'parent', identityOf),
    identity: yield* readIdentity(read),
    channel: yield* readTexts(read, 'channel'),
    country: yield* readTexts(read, 'country'),
    device: yield* readTexts(read, 'device'),
  };
}
