import type { PurchaseId } from '../../core/kpi/purchase-timing-types.js';

/** A campaign window: when, after a registration or a purchase, to speak to those who wait for the next purchase. */
export interface WindowSelection {
  /** What is waited for: days count from the registration (`first`), the first purchase (`second`) or the purchase before (`next`). */
  readonly purchase: PurchaseId;
  /** First and last day, both included. */
  readonly from: number;
  readonly to: number;
  /** Probability of buying in these days, 0…1, of all who begin to wait; null where nobody was seen for so long, or where it is not told. */
  readonly probability: number | null;
  /** Customers in the window as of the as-of day; null where it would tell of a few people, or lies beyond the horizon. */
  readonly customers: number | null;
}

/** A person chose a campaign window. Bubbles, crosses shadow roots, can be cancelled. Never holds personal data. */
export class WindowSelectEvent extends Event implements WindowSelection {
  readonly purchase!: PurchaseId;
  readonly from!: number;
  readonly to!: number;
  readonly probability!: number | null;
  readonly customers!: number | null;
  constructor(selection: WindowSelection) {
    super('window-select', { bubbles: true, composed: true, cancelable: true });
    Object.assign(this, selection);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'window-select': WindowSelectEvent;
  }
}
