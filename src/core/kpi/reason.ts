/** Reasons that go with a result. */
import type { Finished, Reason } from './contract.js';

/** A reason, where it has something to tell; `true`: nothing but itself. */
export function reason(code: string, detail: string | number | boolean | null | undefined): Reason[] {
  return detail ? [detail === true ? { code } : { code, detail: String(detail) }] : [];
}

/** What figures of customers lack: the table, orders in it or in the window, people behind the orders. */
export function orderReasons(hasOrders: boolean, guestOrders: number, customers: number, inWindow = customers): Reason[] {
  return [
    ...reason('missing-table', !hasOrders && 'orders'),
    ...reason('no-data', hasOrders && inWindow === 0 && (customers > 0 ? 'window' : 'orders')),
    ...reason('guest-orders', guestOrders),
  ];
}

/** Partial: by one of the reasons some figure is missing or does not cover what it should. */
export function statusOf(isEmpty: boolean, reasons: readonly Reason[]): Finished<unknown>['status'] {
  return isEmpty ? 'empty' : reasons.some(({ code }) => /^(missing|no|part|supp|zero)/.test(code)) ? 'partial' : 'ready';
}
