/** Results of `rfm` by hand, and the words in which they are told. */
import type { Filter, KpiResult, Reason } from '../../../src/core/kpi/contract.js';
import type { RfmCell, RfmParams, RfmResult, RfmSegment, SegmentId } from '../../../src/core/kpi/rfm-types.js';
import { rfmContext, type RfmContext } from '../../../src/elements/rfm-matrix/rfm-context.js';
import { createSpeech } from '../../../src/locale/speech.js';

export function segment(id: SegmentId, customers: number | null, revenue: number, of: { customers: number; revenue: number }): RfmSegment {
  const none = { meanOrderCount: null, meanBasket: null, meanRevenue: null, meanRecencyDays: null };
  if (customers === null) {
    return { id, from: null, to: null, customers, orders: null, revenue: null, customerShare: null, revenueShare: null, ...none };
  }
  const shares = { customerShare: customers / of.customers, revenueShare: of.revenue > 0 ? revenue / of.revenue : null };
  if (customers === 0) return { id, from: null, to: null, customers, orders: 0, revenue: 0, ...shares, ...none };
  const orders = 2 * customers;
  const means = { meanOrderCount: 2, meanBasket: revenue / orders, meanRevenue: revenue / customers, meanRecencyDays: 20 };
  return { id, from: 10, to: 500, customers, orders, revenue, ...shares, ...means };
}

/** The shop of the sentence: 4,240 active customers, 848 of them very good ones with 74.6 % of 1,000,000. */
export function shop(): RfmResult {
  const of = { customers: 4240, revenue: 1_000_000 };
  const scores = [1, 2, 3, 4, 5];
  return {
    window: { from: '2011-09-10', to: '2011-12-09', months: 3, meanRecencyDays: 91.4, medianRecencyDays: 50, rule: 'mean-recency' },
    customers: of.customers,
    inactive: 1023,
    orders: 8480,
    revenue: of.revenue,
    bins: 5,
    cuts: { recencyDays: [12, 31, 58, 71], orderCount: [1, 2, 4, 6], revenue: [10, 20, 30, 40] },
    cells: scores.flatMap((recency) =>
      scores.map((frequency): RfmCell => ({ recency, frequency, customers: 170, orders: 339, revenue: 40_000 })),
    ),
    segments: [
      segment('TBC', 848, 746_000, of),
      segment('BC', 1200, 160_000, of),
      segment('CO', 1192, 70_000, of),
      segment('CTO', 1000, 24_000, of),
    ],
    concentration: { topCustomerShare: 0.2, topRevenueShare: 0.746, gini: 0.71 },
    meanBasket: 117.92,
    meanRevenue: 235.85,
    meanOrderCount: 2,
    guestOrders: 0,
    guestRevenue: 0,
  };
}

const PARAMS: RfmParams = { window: 'auto', bins: 5, segments: 'quartile', thresholds: null, mode: 'vigie', scoreLimit: 0 };

export function rfmResult(value: RfmResult, reasons: Reason[] = [], params: Partial<RfmParams> = {}): KpiResult<RfmResult> {
  return {
    kpi: 'rfm',
    version: 1,
    asOf: '2011-12-09',
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    params: { ...PARAMS, ...params },
    filter: {},
    status: reasons.length > 0 ? 'partial' : 'ready',
    reasons,
    rows: { used: value.orders, left: {} },
    value,
  };
}

export function told(
  language: 'en' | 'fr',
  value: RfmResult,
  reasons: string[] = [],
  params: Partial<RfmParams> = {},
  filter: Filter = {},
): RfmContext {
  const speech = createSpeech(language === 'en' ? 'en-GB' : 'fr-FR', language);
  const result = rfmResult(
    value,
    reasons.map((code) => ({ code })),
    params,
  );
  return rfmContext({ ...result, filter }, speech);
}

/** Typographic spaces to plain ones, so that expected texts stay legible. */
export const plain = (text: string): string => text.replace(/\u2060/g, '').replace(/[\u00a0\u202f\u2009]/g, ' ');
