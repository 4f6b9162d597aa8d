import { readIdentity } from './identity-columns.js';
import type { IdentityColumns } from './identity-columns.js';
import { readMoney } from './order-money.js';
import type { OrderMoney } from './order-money.js';
import { readStanding } from './order-standing.js';
import type { OrderStanding } from './order-standing.js';
import { readOwnDates } from './own-dates.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import type { DateColumn } from './read-dates.js';
import type { ReadSettings } from './read-settings.js';
import { identityOf, readTexts } from './read-texts.js';
import type { TextColumn } from './read-texts.js';
import { readTraits } from './traits.js';
import type { Traits } from './traits.js';

export interface OrderColumns {
  readonly read: TableRead;
  readonly dates: DateColumn;
  readonly money: OrderMoney;
  readonly standing: OrderStanding;
  readonly id: TextColumn;
  readonly parent: TextColumn;
  readonly identity: IdentityColumns;
  readonly traits: Traits;
}

export function* readOrderColumns(read: TableRead, settings: ReadSettings): Steps<OrderColumns> {
  return {
    read,
    dates: yield* readOwnDates(read, 'created_at', settings),
    money: yield* readMoney(read, settings),
    standing: yield* readStanding(read),
    id: yield* readTexts(read, 'id', identityOf),
    parent: yield* readTexts(read, 'parent', identityOf),
    identity: yield* readIdentity(read),
    traits: yield* readTraits(read),
  };
}
