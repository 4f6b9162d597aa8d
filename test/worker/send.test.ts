import { expect } from 'chai';
import { EngineClient } from '../../src/worker/client.js';
import { added } from '../../src/worker/collect.js';
import type { EngineCalls, Path } from '../../src/worker/protocol.js';
import { sendData } from '../../src/worker/send.js';
import { churn, data, expected, orders, rfm, text } from './fixture.js';

/** What an engine would put together of all slices, and how many there were. */
async function received(value: unknown): Promise<{ taken: unknown; slices: (string | unknown[])[] }> {
  let taken: unknown;
  const slices: (string | unknown[])[] = [];
  const calls = {
    open: async (_id: number, _options: object, shell: unknown) => void (taken = structuredClone(shell)),
    push: async (_id: number, path: Path, part: string | unknown[]) => {
      const slice = structuredClone(part);
      slices.push(slice);
      taken = added(taken, path, slice);
    },
  } as unknown as EngineCalls;
  await sendData(calls, 1, value, {}, () => true);
  return { taken, slices };
}

describe('sending data in slices', () => {
  for (const [name, value] of [
    [
      'a data set object, keys in their order',
      { version: 1, orders: orders(3000), meta: { tz: 'UTC', sources: ['a'] }, unknown: [1, 2], other: 'x' },
    ],
    ['a bare array', orders(100)],
    ['an empty array', []],
    ['a columnar table', { columns: { id: ['a', 'b', 'c'], total: [1, 2, 3] } }],
    ['columns of different lengths', { columns: { id: ['a', 'b', 'c'], total: [1] } }],
    ['columnar tables in a data set', { orders: { columns: { id: ['a'], total: [1] }, note: 'kept' }, visits: { columns: {} } }],
    ['what is no list among columns', { columns: { id: ['a'], total: 'abc', other: null } }],
    ['a number', 12],
    ['null', null],
    ['rows that are no objects', { orders: [1, null, 'x', [2]] }],
  ] as [string, unknown][]) {
    it(`arrives as it was: ${name}`, async () => {
      const { taken } = await received(value);
      expect(JSON.stringify(taken)).to.equal(JSON.stringify(value));
    });
  }

  it('keeps keys that are named like the prototype', async () => {
    const value = JSON.parse('{"__proto__": [{"id": "a"}], "orders": {"columns": {"__proto__": [1, 2]}}}');
    const { taken } = await received(value);
    expect(JSON.stringify(taken)).to.equal(JSON.stringify(value));
  });

  it('sends numbers of typed arrays, not their whole buffers', async () => {
    const total = new Float64Array(20_000).map((_, row) => row / 4);
    const { taken, slices } = await received({ columns: { total } });
    expect((taken as { columns: { total: number[] } }).columns.total).to.deep.equal([...total]);
    expect(slices.length).to.be.greaterThan(1);
  });

  it('cuts large tables, starting with few rows', async () => {
    const { slices } = await received(orders(20_000));
    const sizes = slices.map(({ length }) => length);
    expect(sizes[0]).to.equal(16);
    expect(Math.max(...sizes)).to.be.at.most(8192);
    expect(sizes.reduce((sum, size) => sum + size)).to.equal(20_000);
  });

  it('cuts long text anywhere, also inside a character', async () => {
    const long = 'x' + '😀'.repeat(600_000);
    const { taken, slices } = await received(long);
    expect(slices.length).to.equal(2);
    expect(taken === long).to.equal(true);
  });

  it('sends an empty text as a text', async () => {
    expect((await received('')).taken).to.equal('');
  });

  it('never changes the data', async () => {
    const frozen = Object.freeze({ ...data, orders: Object.freeze(data.orders.map((row) => Object.freeze({ ...row }))) });
    const before = JSON.stringify(frozen);
    await received(frozen);
    expect(JSON.stringify(frozen)).to.equal(before);
  });

  it('gives the same figures as text, rows, columns and address', async () => {
    const rows = orders(12_000);
    const value = { meta: data.meta, orders: rows };
    const columns = Object.fromEntries(Object.keys(rows[0]).map((key) => [key, rows.map((row) => row[key as 'id'])]));
    const client = new EngineClient({ rungs: ['blob'] });
    const ids = [value, JSON.stringify(value), { meta: data.meta, orders: { columns } }].map((one) =>
      client.open({ kind: 'data', data: one }, {}),
    );
    for (const request of [rfm, churn]) {
      const results = await Promise.all(ids.map((id) => client.run(id, request)));
      for (const result of results) expect(text(result)).to.equal(expected(request, value));
    }
    ids.forEach((id) => client.close(id));
  });
});
