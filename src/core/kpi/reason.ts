/** Reasons that go with a result. */
import type { Reason } from './contract.js';

/** One reason if it holds, else none. */
export function reasonIf(holds: boolean, code: string, detail?: string): Reason[] {
  return holds ? [detail === undefined ? { code } : { code, detail }] : [];
}

/** What figures of customers lack: the table, orders in it, people behind the orders. */
export function orderReasons(hasOrders: boolean, missing: string | null, guestOrders: number): Reason[] {
  return [
    ...reasonIf(!hasOrders, 'missing-table', 'orders'),
    ...reasonIf(hasOrders && missing !== null, 'no-data', missing ?? ''),
    ...reasonIf(guestOrders > 0, 'guest-orders', String(guestOrders)),
  ];
}
