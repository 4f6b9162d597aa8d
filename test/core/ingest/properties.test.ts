import { expect } from 'chai';
import fc from 'fast-check';
import { KpiError } from '../../../src/core/errors.js';
import type { OrderTable } from '../../../src/core/table/dataset.js';
import { ingest } from './ingest-helpers.js';
import type { Ingested } from './ingest-helpers.js';

const date = fc.constantFrom<unknown>(
  '2024-01-15',
  '2024-02-30',
  '15/01/2024',
  '01/02/2024',
  '2024-03-01T10:00:00Z',
  1710244800,
  '',
  null,
  'x',
);
const amount = fc.oneof(
  fc.integer({ min: -50, max: 200 }),
  fc.constantFrom<unknown>('12,50', '1,234', '1 000,00 €', '', null, 'x', 0, 1e300),
);
const row = fc.record(
  {
    id: fc.constantFrom<unknown>('a', 'b', 'c', 'd', '', null),
    customer_id: fc.constantFrom<unknown>('k1', 'k2', 0, null),
    email: fc.constantFrom<unknown>('a@x.org', 'A@X.org', 'b@x.org', ''),
    created_at: date,
    total: amount,
    tax: fc.constantFrom<unknown>(0, '1,50', null),
    status: fc.constantFrom<unknown>('paid', 'annulée', 'pending', 'zorglub', null),
    channel: fc.constantFrom<unknown>('web', 'shop', null),
  },
  { requiredKeys: ['created_at', 'total'] },
);
const rows = fc.array(fc.oneof({ weight: 20, arbitrary: row }, { weight: 1, arbitrary: fc.constantFrom(null, 7, []) }), { maxLength: 30 });
const refund = fc.record({ order_id: fc.constantFrom<unknown>('a', 'b', 'z', null), amount, created_at: date });

/** undefined when the data was refused as a whole. */
function tryIngest(input: unknown): Ingested | undefined {
  try {
    return ingest(input);
  } catch (error) {
    expect(error).to.be.instanceOf(KpiError);
    return undefined;
  }
}

function check({ dataset, report }: Ingested): void {
  for (const one of report.tables) {
    const dropped = [...one.refused, ...one.left].reduce((sum, { count }) => sum + count, 0);
    expect(one.used + dropped, one.table).to.equal(one.read);
    for (const { count, examples } of [...one.refused, ...one.left]) expect(examples).to.have.length(Math.min(5, count));
  }
  const { orders, customers } = dataset;
  if (orders === null) return;
  expect(new Set(orders.id).size).to.equal(orders.length);
  expect(orders.net.every((net) => Number.isSafeInteger(net) && net > 0)).to.equal(true);
  expect(orders.second.every(Number.isInteger)).to.equal(true);
  expect(orders.customer.every((one) => one >= -1 && one < customers.length)).to.equal(true);
}

/** Orders as sets of plain facts, whatever their order and codes. */
function facts({ dataset, report }: Ingested): unknown {
  const { orders, refunds, customers } = dataset;
  const key = (one: number): string | null => (one < 0 ? null : customers.key.at(one)!);
  const order = (table: OrderTable, i: number): string =>
    JSON.stringify([
      table.id.at(i),
      key(table.customer[i]),
      table.day[i],
      table.second[i],
      table.net[i],
      table.refunded[i],
      table.channel && table.channel.values[table.channel.codes[i]],
    ]);
  return {
    orders: orders && Array.from(orders.net, (_, i) => order(orders, i)).sort(),
    refunds: refunds && Array.from(refunds.day, (day, i) => JSON.stringify([key(refunds.customer[i]), day, refunds.amount[i]])).sort(),
    customers: [...customers.key].sort(),
    range: dataset.range,
    left: dataset.left,
    columns: report.tables.map(({ columns, aside, read, used }) => ({ columns, aside, read, used })),
    notices: report.notices.map(({ code, details }) => ({ code, details: code === 'unreadable-values' ? null : details })),
  };
}

describe('ingestion, of any rows', function () {
  this.timeout(30_000);

  it('read = used + refused + left, and what is used is sound', () => {
    fc.assert(
      fc.property(rows, fc.array(refund, { maxLength: 6 }), (orders, refunds) => {
        const result = tryIngest({ orders, refunds });
        if (result) check(result);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of rows, where ids come once', () => {
    const distinct = fc.uniqueArray(row, { maxLength: 15, selector: ({ id }) => id });
    const shuffled = distinct.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([orders, mixed]) => {
        const [one, other] = [tryIngest({ orders }), tryIngest({ orders: mixed })];
        expect(other && facts(other)).to.deep.equal(one && facts(one));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same by rows, by columns, and from text', () => {
    const plain = fc.array(row, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(plain, (orders) => {
        const headers = [...new Set(orders.flatMap((one) => Object.keys(one)))];
        const columns = Object.fromEntries(
          headers.map((header) => [header, orders.map((one) => (one as Record<string, unknown>)[header])]),
        );
        const results = [{ orders }, { orders: { columns } }, JSON.stringify({ orders })].map(tryIngest);
        const [first, ...rest] = results.map((result) => result && facts(result));
        for (const result of rest) expect(result).to.deep.equal(first);
      }),
    );
  });

  it('scales with money', () => {
    const priced = fc.array(fc.record({ created_at: fc.constant('2024-01-15'), total: fc.integer({ min: 1, max: 1_000_000 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(priced, fc.integer({ min: 2, max: 50 }), (orders, factor) => {
        const scaled = orders.map((one) => ({ ...one, total: one.total * factor }));
        const nets = (input: object[]): number[] => [...(ingest(input).dataset.orders?.net ?? [])];
        expect(nets(scaled)).to.deep.equal(nets(orders).map((net) => net * factor));
      }),
    );
  });
});

describe('ingestion, of anything', function () {
  this.timeout(30_000);

  it('throws nothing but KpiError for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        tryIngest(value);
        tryIngest({ orders: value });
        tryIngest([value]);
      }),
      { numRuns: 300 },
    );
  });

  it('throws nothing but KpiError for any object under known headers', () => {
    const odd = fc.anything({
      withDate: true,
      withBigInt: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true,
      withMap: true,
    });
    const keys = fc.constantFrom(
      'id',
      'customer_id',
      'email',
      'created_at',
      'total',
      'status',
      'refunds',
      'currency',
      'step',
      'count',
      'visitor_id',
      'started_at',
      'event',
      '__proto__',
      'constructor',
    );
    const tables = fc.constantFrom('orders', 'refunds', 'customers', 'identities', 'visits', 'events', 'steps');
    fc.assert(
      fc.property(fc.array(fc.dictionary(keys, odd, { maxKeys: 6 }), { maxLength: 6 }), tables, (list, name) => {
        const result = tryIngest(list);
        if (result) check(result);
        tryIngest({ [name]: list });
      }),
      { numRuns: 150 },
    );
  });

  it('throws nothing but KpiError for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void tryIngest(text)));
  });
});
