/** Parameters and result of the KPI `rfm`. */

export interface RfmParams {
  /** `auto`: mean recency rounded to months, at least 1 (L7). `all`, `3M` (calendar months), `90D`. */
  window: string;
  bins: 3 | 4 | 5;
  /** How consumption is cut into TBC, BC, CO, CTO (L6). */
  segments: 'quartile' | 'cumulative' | 'thresholds';
  /** Three ascending amounts in major units, for `thresholds`: CTO < t0 <= CO < t1 <= BC < t2 <= TBC. */
  thresholds: [number, number, number] | null;
  /** `rfm-r` reproduces the R package rfm 0.3: window all, quantile type 7 plus 1, lower-inclusive. */
  mode: 'vigie' | 'rfm-r';
  /** How many customers with their scores to return (sorted by id); 0 returns none. */
  scoreLimit: number;
}

export type SegmentId = 'TBC' | 'BC' | 'CO' | 'CTO';

export interface RfmWindow {
  /**
   * First and last day included, ISO. `from` for `all`: first day of the data; null when there is no order. `to` is the as-of day,
   * an empty text when nothing in the data is dated.
   */
  from: string | null;
  to: string;
  months: number | null;
  /** Mean and median days since last order over all customers with an order (not only those in the window). */
  meanRecencyDays: number | null;
  medianRecencyDays: number | null;
  rule: 'mean-recency' | 'given' | 'all';
}

export interface RfmCell {
  /** 1..bins, `bins` = most recent, 1 = rarest. Where ties merge classes, the oldest recency and the highest frequency scores stay unused. */
  recency: number;
  frequency: number;
  /** null when withheld (minGroupSize). */
  customers: number | null;
  orders: number | null;
  revenue: number | null;
}

export interface RfmSegment {
  id: SegmentId;
  /** Smallest and largest consumption of its customers, major units; null when nobody is in it. */
  from: number | null;
  to: number | null;
  customers: number | null;
  orders: number | null;
  revenue: number | null;
  customerShare: number | null;
  revenueShare: number | null;
  meanOrderCount: number | null;
  meanBasket: number | null;
  meanRevenue: number | null;
  meanRecencyDays: number | null;
}

export interface RfmScore {
  id: string;
  recencyDays: number;
  orderCount: number;
  revenue: number;
  recencyScore: number;
  frequencyScore: number;
  monetaryScore: number;
  segment: SegmentId | null;
}

export interface RfmResult {
  window: RfmWindow;
  /** Customers with an order in the window. */
  customers: number;
  /** Customers with an order before the window only; null where they are too few to show. */
  inactive: number | null;
  orders: number;
  revenue: number;
  bins: number;
  /**
   * Cut points per axis: values, ascending. Score = 1 + number of cut points strictly below the value (recency: bins - that number), so
   * that class i holds the values above cut i - 1 up to and including cut i. Fewer than bins - 1 when values tie: repeated ones, and one
   * at the greatest value, divide nobody and are left out. Mode `rfm-r`: always bins - 1, and a cut point opens the class above it.
   */
  cuts: { recencyDays: number[]; orderCount: number[]; revenue: number[] };
  /** bins x bins cells, recency ascending then frequency ascending; all present. */
  cells: RfmCell[];
  /** Always the four, TBC first. */
  segments: RfmSegment[];
  /**
   * L32: share of revenue of the top 20 % of customers by revenue (rounded up to whole customers: `topCustomerShare` says how many), and
   * Gini. Negative revenue counts as 0. null without revenue.
   */
  concentration: { topCustomerShare: number; topRevenueShare: number | null; gini: number | null };
  /** V6-V8 over the window: revenue / orders, revenue / customers, orders / customers. */
  meanBasket: number | null;
  meanRevenue: number | null;
  meanOrderCount: number | null;
  /** Orders in the window without identity: not in any figure above. */
  guestOrders: number;
  guestRevenue: number;
  /** By id; only when asked for by `scoreLimit`, and withheld (none) when a smallest group is asked for. */
  scores?: RfmScore[];
}
