/** Reasons that go with a result. */
import type { Reason } from './contract.js';

/** A reason, where it has something to tell; `true`: nothing but itself. */
export function reason(code: string, detail: string | number | boolean | null): Reason[] {
  return detail ? [detail === true ? { code } : { code, detail: String(detail) }] : [];
}

/** What figures of customers lack: the table, orders in it (`missing`: where there is none), people behind the orders. */
export function orderReasons(hasOrders: boolean, missing: string | null, guestOrders: number): Reason[] {
  return [
    ...reason('missing-table', !hasOrders && 'orders'),
    ...reason('no-data', hasOrders && missing),
    ...reason('guest-orders', guestOrders),
  ];
}
