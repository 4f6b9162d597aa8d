/** Results of `retention` with a metric, by hand, and the words in which they are told. */
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { Newcomers } from '../../../src/core/kpi/newcomers-types.js';
import type {
  Acquisition,
  RetentionCell,
  RetentionMetric,
  RetentionResult,
  RetentionTriangle,
} from '../../../src/core/kpi/retention-types.js';
import { cohortContext, type CohortContext } from '../../../src/elements/cohort-triangle/cohort-context.js';
import { createSpeech } from '../../../src/locale/speech.js';

export function cell(customers: number, base: number, more: Partial<RetentionCell> = {}): RetentionCell {
  const rate = customers / base;
  const interval: [number, number] = [Math.max(0, rate - 0.02), Math.min(1, rate + 0.02)];
  return {
    ...{ period: null, customers, base, rate, interval, orders: customers, revenue: customers * 50 },
    ...{ value: rate, valueInterval: interval, ...more },
  };
}

/** 50 of revenue each at first, 20 more each period. */
const money = (age: number, base: number): RetentionCell =>
  cell(base - age, base, { value: 50 + 20 * age, valueInterval: null, revenue: age ? 20 * base : 50 * base });

export const newcomers: Newcomers = {
  ...{ months: 6, from: '2011-06-10', to: '2011-12-09', customers: 540, orders: 800, revenue: 54_000 },
  ...{
    meanOrderCount: 1.48,
    meanBasket: 67.5,
    meanRevenue: 100,
    active: 270,
    activeMonths: 3,
    activeShare: 0.5,
    activeInterval: [0.46, 0.54],
  },
  potential: {
    ...{ reference: 1000, referenceTop: 90, share: 0.09, interval: [0.07, 0.11], expected: 52.3, expectedShare: 0.097 },
    byOrders: [
      { orders: 1, customers: 352, probability: 0.077 },
      { orders: 2, customers: 149, probability: 0.12 },
      { orders: 3, customers: 39, probability: 0.185 },
    ],
    groups: [{ orders: 3, spend: 4, customers: 39, probability: 0.185 }],
  },
};

export const acquisition: Acquisition = { cost: 9000, customers: 300, cac: 30, payback: 1, observed: 3 };

/** Three cohorts by month: the first was followed for three months; the last one's first month is running. */
export function months(metric: RetentionMetric = 'retention', change: Partial<RetentionTriangle> = {}): RetentionResult {
  const of = metric === 'revenue' ? money : (age: number, base: number): RetentionCell => cell(age ? base / 5 / age : base, base);
  const share = metric !== 'revenue';
  const line = share ? [1, 0.2, 0.1, null] : [50, 70, 90, null];
  return {
    ...{ key: 'first-order', grain: 'month', mode: 'classic', window: { from: '2011-09-03', to: '2011-12-09' } },
    cohorts: [
      {
        cohort: '2011-09',
        size: 100,
        cells: [of(0, 100), of(1, 100), of(2, 100), null],
        acquisition: { ...acquisition, cac: 80, payback: 3 },
      },
      { cohort: '2011-10', size: 120, cells: [of(0, 120), of(1, 120), null], acquisition },
      { cohort: '2011-12', size: 40, cells: [null] },
    ],
    average: [1, 0.2, 0.1, null],
    triangle: {
      ...{ metric, line, linePart: [220, 44, 10, null], lineWhole: [220, 220, 100, null] },
      lineInterval: share ? [[0.98, 1], [0.15, 0.26], [0.05, 0.17], null] : [null, null, null, null],
      ...{
        leftCensored: true,
        costCoverage: null,
        comparison: null,
        acquisition: null,
        spentBefore: 0,
        paybackBy: 'revenue',
        newcomers,
        ...change,
      },
    },
  };
}

/** Two channels, and those without one. */
export function channels(high = 0.4): RetentionResult {
  const { triangle } = months();
  const row = (cohort: string | null, rate: number) => ({ cohort, size: 100, cells: [cell(100, 100), cell(rate * 100, 100)] });
  return {
    ...{
      key: 'channel',
      grain: 'month',
      mode: 'classic',
      window: { from: '2011-09-03', to: '2011-12-09' },
      cohorts: [row('E-mail', high), row('Instagram', 0.2), row(null, 0.1)],
    },
    ...{ average: [1, 0.2], triangle: { ...triangle!, line: [1, 0.2], leftCensored: false } },
  };
}

export function resultOf(value: RetentionResult, rest: Partial<KpiResult<RetentionResult>> = {}): KpiResult<RetentionResult> {
  return {
    ...{ kpi: 'retention', version: 1, asOf: '2011-12-09', timeZone: 'Europe/Paris', currency: 'EUR', params: {}, filter: {} },
    ...{ status: 'ready', reasons: [], rows: { used: 1200, left: {} }, ...rest, value },
  };
}

export function told(language: 'en' | 'fr', value: RetentionResult): CohortContext {
  return cohortContext(resultOf(value), createSpeech(language === 'en' ? 'en-GB' : 'fr-FR', language));
}

/** Typographic spaces to plain ones, so that expected texts stay legible. */
export const plain = (text: string): string => text.replace(/\u2060/g, '').replace(/[\u00a0\u202f\u2009]/g, ' ');
