import { expect } from 'chai';
import { rfm } from '../../../src/core/kpi/rfm.js';
import type { RfmResult, RfmScore } from '../../../src/core/kpi/rfm-types.js';
import { sharedJson } from '../../shared-data.js';
import { tinyDataset } from './tiny-dataset.js';
import { tinyRun } from './tiny-run.js';

type Counts = Record<string, number>;
interface Rule {
  segment: string;
  r_lo: number;
  r_hi: number;
  f_lo: number;
  f_hi: number;
  m_lo: number;
  m_hi: number;
}
interface Summary {
  segment: string;
  customers: number;
  orders: number;
  revenue: number;
}
interface Reference {
  expected: {
    customers: number;
    orders: number;
    revenue: number;
    threshold: Record<'recency_upper' | 'frequency_upper' | 'monetary_upper', number>[];
    recency_score_counts: Counts;
    frequency_score_counts: Counts;
    monetary_score_counts: Counts;
    rfm_score_counts: Counts;
    published_first10: Record<
      'recency_days' | 'transaction_count' | 'amount' | 'recency_score' | 'frequency_score' | 'monetary_score',
      number
    >[];
    rules_doc: Rule[];
    summary_doc: Summary[];
    rules_test: Rule[];
    summary_test: Summary[];
  };
}

function countBy<T>(rows: readonly T[], key: (row: T) => string | number): Counts {
  const counts: Counts = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}

const within = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** The package's named segments: rules in order, the first that fits. */
function summarise(scores: readonly RfmScore[], rules: readonly Rule[]): Summary[] {
  const named = new Map<string, Summary>();
  for (const { recencyScore: r, frequencyScore: f, monetaryScore: m, orderCount, revenue } of scores) {
    const rule = rules.find((one) => within(r, one.r_lo, one.r_hi) && within(f, one.f_lo, one.f_hi) && within(m, one.m_lo, one.m_hi));
    const segment = rule?.segment ?? 'Others';
    const summary = named.get(segment) ?? { segment, customers: 0, orders: 0, revenue: 0 };
    named.set(segment, {
      segment,
      customers: summary.customers + 1,
      orders: summary.orders + orderCount,
      revenue: summary.revenue + revenue,
    });
  }
  return [...named.values()].sort((a, b) => (a.segment < b.segment ? -1 : 1));
}

describe('rfm, mode rfm-r, against the R package rfm 0.3', () => {
  let reference: Reference['expected'];
  let result: RfmResult;
  let scores: RfmScore[];

  before(async function () {
    reference = (await sharedJson<Reference>(this, 'reference/rfm_orders.json')).expected;
    const rows = await sharedJson<{ customer_id: string; order_date: string; revenue: number }[]>(this, 'data/rfm-example-orders.json');
    const dataset = tinyDataset({ orders: rows.map((row) => ({ customer: row.customer_id, at: row.order_date, net: row.revenue })) });
    result = tinyRun(rfm, dataset, { mode: 'rfm-r', scoreLimit: 10_000 }, { asOf: '2006-12-31' }).value;
    scores = result.scores ?? [];
  });

  it('has its customers, orders and revenue', () => {
    expect([result.customers, result.orders, result.revenue]).to.deep.equal([reference.customers, reference.orders, reference.revenue]);
    expect([scores.length, result.inactive]).to.deep.equal([reference.customers, 0]);
    expect(result.window.rule).to.equal('all');
  });

  it('has its thresholds', () => {
    const inner = reference.threshold.slice(0, -1);
    expect(result.cuts.recencyDays.map((cut) => Number(cut.toPrecision(12)))).to.deep.equal(inner.map((row) => row.recency_upper));
    expect(result.cuts.orderCount).to.deep.equal(inner.map((row) => row.frequency_upper));
    expect(result.cuts.revenue.map((cut) => Number(cut.toPrecision(12)))).to.deep.equal(inner.map((row) => row.monetary_upper));
  });

  it('has its number of customers of each score', () => {
    expect(countBy(scores, (row) => row.recencyScore)).to.deep.equal(reference.recency_score_counts);
    expect(countBy(scores, (row) => row.frequencyScore)).to.deep.equal(reference.frequency_score_counts);
    expect(countBy(scores, (row) => row.monetaryScore)).to.deep.equal(reference.monetary_score_counts);
  });

  it('has its number of customers of each combination of scores', () => {
    const found = countBy(scores, (row) => `${row.recencyScore}${row.frequencyScore}${row.monetaryScore}`);
    expect(Object.keys(found)).to.have.length(Object.keys(reference.rfm_score_counts).length);
    expect(found).to.deep.equal(reference.rfm_score_counts);
  });

  it('has its published first customers, whatever their names', () => {
    for (const row of reference.published_first10) {
      const same = scores.filter(
        (one) => one.recencyDays === row.recency_days && one.orderCount === row.transaction_count && one.revenue === row.amount,
      );
      expect(same.map((one) => [one.recencyScore, one.frequencyScore, one.monetaryScore])).to.deep.include([
        row.recency_score,
        row.frequency_score,
        row.monetary_score,
      ]);
    }
  });

  for (const [rules, summary] of [
    ['rules_doc', 'summary_doc'],
    ['rules_test', 'summary_test'],
  ] as const)
    it(`gives its segment summary (${rules})`, () => {
      const expected = reference[summary].map(({ segment, customers, orders, revenue }) => ({ segment, customers, orders, revenue }));
      expect(summarise(scores, reference[rules])).to.deep.equal(expected);
    });
});
