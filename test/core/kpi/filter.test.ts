import { expect } from 'chai';
import fc from 'fast-check';
import { parseIsoDay } from '../../../src/core/calendar/civil-day.js';
import { contextPieces } from '../../../src/core/kpi/context.js';
import type { Filter } from '../../../src/core/kpi/contract.js';
import { runPieces } from '../../../src/core/kpi/run-pieces.js';
import { readFilter } from '../../../src/core/kpi/filter.js';
import type { PlainTable } from '../../../src/core/table/dataset.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyInput } from './tiny-dataset.js';

const input: TinyInput = {
  customers: [
    { id: 'ann', channel: 'ads', country: 'FR', created: '2024-01-01' },
    { id: 'bob', channel: 'mail', country: 'DE' },
    { id: 'cid', country: 'FR' },
  ],
  identities: { v1: 'ann' },
  orders: [
    { id: 'o0', customer: 'ann', at: '2024-01-10', net: 10, channel: 'ads' },
    { id: 'o1', customer: 'bob', at: '2024-02-10', net: 20, channel: 'ads', country: 'FR' },
    { id: 'o2', customer: 'cid', at: '2024-03-10', net: 30, channel: 'mail' },
    { id: 'o3', customer: null, at: '2024-04-10', net: 40, country: 'FR' },
  ],
  refunds: [
    { customer: 'ann', at: '2024-02-01', amount: 1 },
    { customer: 'bob', at: '2024-04-01', amount: 1 },
  ],
  visits: [
    { visitor: 'v1', at: '2024-01-09T10:00', channel: 'ads' },
    { visitor: 'v2', at: '2024-02-09T10:00', channel: 'mail', country: 'FR' },
  ],
  events: [{ visitor: 'v1', at: '2024-01-09T10:01', type: 'view' }],
  left: { orders: { 'test-order': 3, 'status-cancelled': 1 }, refunds: { 'bad-date': 2, 'test-order': 1 } },
};

function contextOf(filter: Filter, asOf = '2024-04-10') {
  const read = readFilter(filter);
  const day = parseIsoDay(asOf)!;
  return runPieces(contextPieces(tinyDataset(input), read.to === null ? day : Math.min(day, read.to), read.from, read.filter));
}

const rowsOf = (passed: Uint8Array | null): number[] => [...(passed ?? []).keys()].filter((row) => passed![row] === 1);
const orders = (filter: Filter, asOf?: string): number[] => rowsOf(contextOf(filter, asOf).rows('orders'));

describe('filter: what it lets through', () => {
  it('everything when there is none', () => {
    const context = contextOf({});
    expect(
      (['orders', 'refunds', 'visits', 'events', 'customers'] as const).map((table) => rowsOf(context.rows(table)).length),
    ).to.deep.equal([4, 2, 2, 1, 3]);
    expect(context.left(['orders', 'refunds'])).to.deep.equal({ 'bad-date': 2, 'status-cancelled': 1, 'test-order': 4 });
  });

  it('nothing after the as-of day, and tells how much that was', () => {
    expect(orders({}, '2024-02-10')).to.deep.equal([0, 1]);
    expect(contextOf({}, '2024-02-10').left(['orders'])).to.deep.equal({ 'after-as-of': 2, 'status-cancelled': 1, 'test-order': 3 });
    expect(orders({}, '2030-01-01')).to.deep.equal([0, 1, 2, 3]);
  });

  it('a period, both ends included; its end caps the as-of day', () => {
    expect(orders({ period: { from: '2024-02-10', to: '2024-03-10' } })).to.deep.equal([1, 2]);
    const context = contextOf({ period: { from: '2024-02-10', to: '2024-03-10' } });
    expect(context.asOf).to.equal(parseIsoDay('2024-03-10'));
    expect(context.left(['orders', 'refunds'])).to.deep.include({ filtered: 2, 'after-as-of': 2 });
    expect(rowsOf(context.rows('customers'))).to.have.length(3);
  });

  it('a channel: of the order itself, of the visit itself, of the acquisition of a customer', () => {
    const context = contextOf({ channel: ['ads'] });
    expect(rowsOf(context.rows('orders'))).to.deep.equal([0, 1]);
    expect(rowsOf(context.rows('visits'))).to.deep.equal([0]);
    expect(rowsOf(context.rows('customers'))).to.deep.equal([0]);
    expect(rowsOf(context.rows('refunds'))).to.deep.equal([]);
    expect(rowsOf(context.rows('events'))).to.deep.equal([]);
  });

  it('a country: the row’s own, else its customer’s', () => {
    const context = contextOf({ country: ['FR'] });
    expect(rowsOf(context.rows('orders'))).to.deep.equal([0, 1, 2, 3]);
    expect(rowsOf(context.rows('refunds'))).to.deep.equal([0]);
    expect(rowsOf(context.rows('visits'))).to.deep.equal([0, 1]);
    expect(rowsOf(context.rows('customers'))).to.deep.equal([0, 2]);
    expect(orders({ country: ['DE'] })).to.deep.equal([]);
  });

  it('a segment: everything of its customers, as of the day, on all that they bought', () => {
    // Window of 2 months (mean recency 70 days): ann and, on the limit, bob are inactive; cid is the best there is.
    expect(orders({ segment: ['inactive'] })).to.deep.equal([0, 1]);
    expect(orders({ segment: ['TBC', 'BC', 'CO', 'CTO'] })).to.deep.equal([2]);
    const context = contextOf({ segment: ['inactive'], period: { from: '2024-02-01' } });
    expect(rowsOf(context.rows('orders'))).to.deep.equal([1]);
    expect(rowsOf(context.rows('refunds'))).to.deep.equal([0, 1]);
    expect(rowsOf(context.rows('visits'))).to.deep.equal([]);
    expect(rowsOf(context.rows('customers'))).to.deep.equal([0, 1]);
  });

  it('nobody’s rows are in no segment, stage or cohort, not even where all of them are chosen', () => {
    // The order o3, one refund, the visit of v2, and a table that knows no people at all.
    const refunds = [...input.refunds!, { customer: null, at: '2024-04-01', amount: 1 }];
    const search = { length: 2, customer: Int32Array.of(-1, -1), visitor: Int32Array.of(-1, -1), columns: {} };
    const dated = { day: Int32Array.of(19750, 19751), second: Float64Array.of(19750 * 86400, 19751 * 86400) };
    const { customer, ...bare } = { ...search, ...dated };
    const tables = { search: { ...bare, customer }, ad_spend: bare as unknown as PlainTable };
    const dataset = { ...tinyDataset({ ...input, refunds }), tables };
    const segment = ['TBC', 'BC', 'CO', 'CTO', 'inactive'];
    const stage = ['prospect', 'new', 'loyal', 'premium', 'inactive'];
    for (const filter of [{ segment }, { stage }, { cohort: ['2024'] }, { segment, stage, cohort: ['2024-Q1'] }]) {
      const context = runPieces(contextPieces(dataset, parseIsoDay('2024-04-10'), null, filter));
      const found = (['orders', 'refunds', 'visits', 'events', 'customers', 'search', 'ad_spend'] as const).map((table) =>
        rowsOf(context.rows(table)),
      );
      expect(found).to.deep.equal([[0, 1, 2], [0, 1], [0], [0], [0, 1, 2], [], []]);
      expect(context.left(['orders'])).to.deep.equal({ filtered: 1, 'status-cancelled': 1, 'test-order': 3 });
      expect(context.left(['search', 'ad_spend'])).to.deep.equal({ filtered: 4 });
    }
  });

  it('nothing for a value that does not occur', () => {
    expect(orders({ channel: ['pigeon'] })).to.deep.equal([]);
    expect(contextOf({ channel: ['pigeon'] }).left(['orders'])).to.deep.include({ filtered: 4 });
  });

  it('for every filter: passed + after + filtered = all', () => {
    const filters = fc.record(
      {
        period: fc.constantFrom({ from: '2024-02-01' }, { to: '2024-03-01' }, { from: '2024-02-01', to: '2024-03-31' }),
        channel: fc.subarray(['ads', 'mail', 'x']),
        country: fc.subarray(['FR', 'DE']),
        segment: fc.subarray(['TBC', 'BC', 'CO', 'CTO', 'inactive']),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, fc.constantFrom('2024-01-31', '2024-04-10', '2025-01-01'), (filter, asOf) => {
        const context = contextOf(filter, asOf);
        for (const table of ['orders', 'refunds', 'visits', 'events'] as const) {
          const left = context.left([table]);
          expect(rowsOf(context.rows(table)).length + (left.filtered ?? 0) + (left['after-as-of'] ?? 0)).to.equal(input[table]!.length);
        }
      }),
    );
  });
});

describe('filter: asked again', () => {
  const dataset = tinyDataset(input);
  const contextAt = (filter: Filter, asOf: string) => {
    const read = readFilter(filter);
    return runPieces(contextPieces(dataset, parseIsoDay(asOf), read.from, read.filter));
  };

  it('gives the same rows for the same question, others for another one', () => {
    const first = contextAt({ country: ['FR'] }, '2024-04-10');
    expect(contextAt({ country: ['FR'] }, '2024-04-10')).to.equal(first);
    expect(rowsOf(contextAt({ country: ['DE'] }, '2024-04-10').rows('orders'))).to.deep.equal([]);
    expect(rowsOf(contextAt({ country: ['FR'] }, '2024-02-10').rows('orders'))).to.deep.equal([0, 1]);
    expect(rowsOf(contextAt({ country: ['FR'], period: { from: '2024-02-01' } }, '2024-02-10').rows('orders'))).to.deep.equal([1]);
    expect(rowsOf(contextAt({ country: ['FR'] }, '2024-04-10').rows('orders'))).to.deep.equal([0, 1, 2, 3]);
  });

  it('finds segments as of each day', () => {
    const inactive = (asOf: string) => rowsOf(contextAt({ segment: ['inactive'] }, asOf).rows('customers'));
    expect([inactive('2024-04-10'), inactive('2024-01-10'), inactive('2024-04-10')]).to.deep.equal([[0, 1], [], [0, 1]]);
  });
});

describe('filter: how it is read', () => {
  it('has one form', () => {
    const given = { segment: ['CO', 'TBG', 'TBC'], channel: ['b', 'a', 'b'], country: [], period: { to: '2024-03-01' } };
    expect(JSON.stringify(readFilter(given).filter)).to.equal('{"period":{"to":"2024-03-01"},"channel":["a","b"],"segment":["TBC","CO"]}');
    expect(readFilter(undefined).filter).to.deep.equal({});
    expect(readFilter({ channel: null, period: {} }).filter).to.deep.equal({});
  });

  it('says what it does not know', () => {
    const fault = (given: unknown): string => {
      try {
        readFilter(given);
      } catch (error) {
        return `${(error as { code: string }).code} ${(error as { path: string }).path}`;
      }
      return 'accepted';
    };
    expect(fault('ads')).to.equal('invalid-param filter');
    expect(fault({ canal: ['ads'] })).to.equal('invalid-param filter');
    expect(fault({ channel: 'ads' })).to.equal('invalid-param filter.channel');
    expect(fault({ segment: ['VIP'] })).to.equal('invalid-param filter.segment');
    expect(fault({ period: { since: '2024-01-01' } })).to.equal('invalid-param filter.period');
    expect(fault({ period: { from: '2024-02-30' } })).to.equal('invalid-date filter.period.from');
    expect(fault({ period: { from: '2024-03-01', to: '2024-02-01' } })).to.equal('invalid-param filter.period');
  });
});
