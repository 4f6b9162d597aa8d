/** The ready-made funnels. Each step names where it is found, best place first; the first that the data has is taken. */
import type { EventKind } from './funnel-event-types.js';
import type { FunnelPreset } from './funnel-types.js';

/** Rows that stand for a step: of a table, narrowed. */
export interface StepRows {
  readonly table: 'visits' | 'events' | 'customers' | 'orders';
  readonly kinds?: readonly EventKind[];
  readonly engaged?: boolean;
  readonly nth?: number;
}

export interface PresetStep {
  readonly id: string;
  readonly optional?: boolean;
  readonly places: readonly StepRows[];
}

const VISIT: readonly StepRows[] = [{ table: 'visits' }, { table: 'events', kinds: ['page'] }];
const ENGAGED: StepRows = { table: 'visits', engaged: true };
const VIEW: StepRows = { table: 'events', kinds: ['view'] };
const ORDER: readonly StepRows[] = [{ table: 'orders' }, { table: 'events', kinds: ['purchase'] }];

/**
 * - lead: visit, known by name, customer (A3)
 * - ecommerce: visit, product seen, put in the cart, checkout (may be skipped), order
 * - aarrr: acquisition, activation (a visit of two pages or more), retention (came back), referral (may be skipped), revenue
 * - aida: attention, interest, desire, action
 */
export const PRESETS: Readonly<Record<FunnelPreset, readonly PresetStep[]>> = {
  lead: [
    { id: 'visit', places: VISIT },
    { id: 'lead', places: [{ table: 'customers' }] },
    { id: 'customer', places: ORDER },
  ],
  ecommerce: [
    { id: 'visit', places: VISIT },
    { id: 'view', places: [VIEW] },
    { id: 'cart', places: [{ table: 'events', kinds: ['cart'] }] },
    { id: 'checkout', optional: true, places: [{ table: 'events', kinds: ['checkout'] }] },
    { id: 'purchase', places: ORDER },
  ],
  aarrr: [
    { id: 'acquisition', places: VISIT },
    { id: 'activation', places: [ENGAGED, { table: 'events', kinds: ['engaged', 'view'] }] },
    { id: 'retention', places: [{ table: 'visits', nth: 2 }] },
    { id: 'referral', optional: true, places: [{ table: 'events', kinds: ['share'] }] },
    { id: 'revenue', places: ORDER },
  ],
  aida: [
    { id: 'attention', places: VISIT },
    { id: 'interest', places: [VIEW, ENGAGED] },
    { id: 'desire', places: [{ table: 'events', kinds: ['cart', 'wishlist', 'lead'] }, { table: 'customers' }] },
    { id: 'action', places: ORDER },
  ],
};
