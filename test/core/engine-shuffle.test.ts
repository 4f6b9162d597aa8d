import { expect } from 'chai';
import fc from 'fast-check';
import { createDataset, run } from '../../src/core/index.js';
import type { DatasetObject, KpiRequest } from '../../src/core/index.js';

/** Dates of three kinds of exactness: day, minute, and an instant that many rows share. */
const moment = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map((day) => new Date(Date.UTC(2023, 5, 1 + day)).toISOString().slice(0, 10)),
  fc.integer({ min: 1, max: 430_000 }).map((minute) => new Date(Date.UTC(2023, 5, 1, 0, minute)).toISOString()),
  fc.constant('2024-01-10T10:00:00Z'),
);
const person = fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve', '');
const channel = fc.constantFrom('ads', 'mail', 'direct', '');
const country = fc.constantFrom('FR', 'DE', '');
const money = fc.integer({ min: 1, max: 40 }).map((units) => (units * 2.5).toFixed(2));

/** Rows with an id each, so that none replaces another. */
function table<T extends object>(row: fc.Arbitrary<T>, most: number): fc.Arbitrary<(T & { id: string })[]> {
  return fc.array(row, { minLength: 1, maxLength: most }).map((rows) => rows.map((one, index) => ({ id: `${index}`, ...one })));
}

const shops = fc.record({
  customers: fc
    .subarray(['ann', 'bob', 'cid', 'dan'], { minLength: 1 })
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), created_at: moment, acquisition_channel: channel, country }))),
    ),
  orders: table(
    fc.record({
      customer_id: person,
      email: fc.constantFrom('x@example.org', 'Y@example.org', ''),
      created_at: moment,
      total: money,
      channel,
      country,
    }),
    25,
  ),
  refunds: table(fc.record({ order_id: fc.constantFrom('0', '1', '99', '98'), customer_id: person, created_at: moment, amount: money }), 4),
  visits: table(
    fc.record({
      visitor_id: fc.constantFrom('v0', 'v1', 'v2', 'v3'),
      started_at: moment,
      channel,
      country,
      pages: fc.integer({ min: 1, max: 4 }),
    }),
    20,
  ),
  events: table(
    fc.record({
      visitor_id: fc.constantFrom('v0', 'v1', 'v2'),
      at: moment,
      type: fc.constantFrom('view_item', 'add_to_cart', 'begin_checkout', 'share'),
    }),
    20,
  ),
  identities: fc
    .subarray(['v0', 'v1', 'v2'])
    .map((visitors) => visitors.map((visitor_id, index) => ({ visitor_id, customer_id: ['ann', 'bob', 'eve'][index] }))),
});

const requests: KpiRequest[] = [
  { kpi: 'rfm', params: { scoreLimit: 100 } },
  { kpi: 'rfm', params: { window: 'all', bins: 3, segments: 'cumulative' }, filter: { country: ['FR'] } },
  { kpi: 'rfm', params: { mode: 'rfm-r', scoreLimit: 5 } },
  { kpi: 'rfm', minGroupSize: 3 },
  { kpi: 'churn', params: { limit: 2 } },
  { kpi: 'churn', params: { window: '2M', revealEmail: true }, filter: { segment: ['TBC', 'inactive'] } },
  { kpi: 'churn', params: { window: '40D' }, filter: { period: { from: '2023-07-01', to: '2024-01-15' } }, minGroupSize: 2 },
  { kpi: 'lifecycle', params: { window: '2M' }, filter: { period: { from: '2023-07-01', to: '2024-01-15' } } },
  { kpi: 'lifecycle', params: { preset: 'emarsys', from: '45D' }, filter: { channel: ['ads'] } },
  { kpi: 'lifecycle', params: { premiumShare: 0.3 }, minGroupSize: 2 },
  { kpi: 'sales', params: { grain: 'week' }, filter: { channel: ['ads'] } },
  { kpi: 'sales', filter: { segment: ['TBC', 'CTO'] }, minGroupSize: 2 },
  { kpi: 'retention', params: { mode: 'rolling' }, filter: { country: ['FR'] } },
  { kpi: 'retention', params: { key: 'channel', grain: 'quarter' } },
  { kpi: 'retention', params: { key: 'country', grain: 'week' }, minGroupSize: 2 },
  { kpi: 'funnel', params: { preset: 'lead', breakdown: 'channel' } },
  { kpi: 'funnel', params: { preset: 'ecommerce', windowDays: 20, breakdown: 'country' } },
  { kpi: 'funnel', params: { preset: 'aarrr', order: 'strict' }, filter: { channel: ['ads', 'mail'] } },
  { kpi: 'funnel', params: { preset: 'aida', order: 'any', windowDays: 10, breakdown: 'channel' }, minGroupSize: 2 },
];

/** Rows of every table in another order, fixed by a seed. */
function mixed(shop: Record<string, readonly object[]>, seed: number): DatasetObject {
  const tables = Object.entries(shop).map(([name, rows]) => {
    const keyed = rows.map((row, index) => ({ row, key: Math.imul(index + seed, 0x9e3779b1) >>> 0 }));
    return [name, keyed.sort((a, b) => a.key - b.key).map(({ row }) => row)];
  });
  return Object.fromEntries(tables) as DatasetObject;
}

describe('engine: order of rows', () => {
  it('never shows in a result of any KPI, to the byte', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(shops, fc.integer({ min: 1, max: 1_000_000 }), (shop, seed) => {
        const options = { timeZone: 'Europe/Paris' };
        const straight = createDataset(shop as DatasetObject, options).dataset;
        const shuffled = createDataset(mixed(shop, seed), options).dataset;
        for (const request of requests) {
          expect(JSON.stringify(run(shuffled, request))).to.equal(JSON.stringify(run(straight, request)));
        }
      }),
      { numRuns: 40 },
    );
  });
});
