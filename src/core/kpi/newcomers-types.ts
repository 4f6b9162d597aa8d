/** New customers (L14) and what may become of them (L15), as the KPI `retention` tells them. */

/** Newcomers with as many orders at their age. */
export interface NewcomerOrders {
  /** 1, 2, or 3 and more. */
  orders: 1 | 2 | 3;
  customers: number | null;
  /** Mean probability to be a very good customer at month 12. */
  probability: number | null;
}

/** Newcomers alike by what they did so far. */
export interface NewcomerGroup extends NewcomerOrders {
  /** Quarter of spending among earlier customers at the same age: 1 lowest, 4 highest. */
  spend: 1 | 2 | 3 | 4;
}

export interface Potential {
  /** Earlier customers whose month 12 is over, and those of them who were very good customers then. */
  reference: number;
  referenceTop: number;
  /** referenceTop / reference, with Wilson 95 %. */
  share: number | null;
  interval: [number, number] | null;
  /** Newcomers expected to be very good customers at month 12, and their share. */
  expected: number | null;
  expectedShare: number | null;
  /** Those with one order first; withheld like the groups. */
  byOrders: NewcomerOrders[];
  /** Best first. */
  groups: NewcomerGroup[];
}

export interface Newcomers {
  months: number;
  /** First and last day of first orders, ISO; null without any day. */
  from: string | null;
  to: string | null;
  customers: number | null;
  /** All their orders, and net revenue in major units. */
  orders: number | null;
  revenue: number | null;
  /** V8, V6, V7. */
  meanOrderCount: number | null;
  meanBasket: number | null;
  meanRevenue: number | null;
  /** With an order within the last `activeMonths` months: the automatic window. */
  active: number | null;
  activeMonths: number | null;
  activeShare: number | null;
  activeInterval: [number, number] | null;
  /** null: no earlier customer has been there for twelve months. */
  potential: Potential | null;
}
