import { expect } from 'chai';
import { EngineClient } from '../../src/worker/client.js';
import { packed } from '../../src/core/ingest/scan/pack.js';
import { plain, sendData } from '../../src/worker/send.js';
import { churn, data, expected, failure, orders, rfm, text } from './fixture.js';

/** What an engine would get, put together, and the length of each piece. */
async function received(value: unknown): Promise<{ taken: string; sizes: number[] }> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await sendData(
    (rows) => packed(value, rows),
    async (piece) => void pieces.push(structuredClone(piece, { transfer: [piece.buffer] }) as Uint8Array<ArrayBuffer>),
    () => true,
  );
  return { taken: await new Blob(pieces).text(), sizes: pieces.map(({ length }) => length) };
}

describe('sending data in slices', () => {
  it('cuts large tables, starting with few rows', async () => {
    const rows = orders(20_000);
    const { taken, sizes } = await received(rows);
    expect(taken === JSON.stringify(rows)).to.equal(true);
    expect(sizes.length).to.be.greaterThan(3);
    expect(sizes[0]).to.equal(JSON.stringify(rows.slice(0, 16)).length - 1);
    expect(Math.max(...sizes)).to.be.at.most(JSON.stringify(rows.slice(0, 8192)).length + 1000);
  });

  it('stops when the data set is not wanted any more', async () => {
    let sent = 0;
    await sendData(
      (rows) => packed(orders(20_000), rows),
      async () => void sent++,
      () => sent < 2,
    );
    expect(sent).to.equal(2);
  });

  it('never changes the data', async () => {
    const frozen = Object.freeze({ ...data, orders: Object.freeze(data.orders.map((row) => Object.freeze({ ...row }))) });
    const before = JSON.stringify(frozen);
    await received(frozen);
    expect(JSON.stringify(frozen)).to.equal(before);
  });

  it('names what no request can carry', async () => {
    const wrong = Promise.resolve().then(() => plain({ params: { steps: [1, () => 2] } }));
    expect(await failure(wrong)).to.deep.include({ code: 'not-cloneable', path: '$.params.steps[1]' });
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

  it('adds rows to a data set, and answers as if they had been there', async () => {
    const client = new EngineClient({ rungs: ['blob'] });
    const rows = orders(3000);
    const [first, second, third] = [rows.slice(0, 1000), rows.slice(1000, 1500), rows.slice(1500)];
    const id = client.open({ kind: 'data', data: { meta: data.meta, orders: first } }, {});
    const answers = async (present: object[]) =>
      expect(text(await client.run(id, rfm))).to.equal(expected(rfm, { meta: data.meta, orders: present as typeof rows }));
    await answers(first);
    expect((await client.append(id, second)).tables[0]!.read).to.equal(1500);
    await answers(rows.slice(0, 1500));
    const refused = await failure(client.append(id, '[{"id":'));
    expect(refused.code).to.equal('bad-json');
    await answers(rows.slice(0, 1500));
    await client.append(id, { orders: third });
    await answers(rows);
    client.close(id);
  });

  it('reads an address again only when it has changed', async () => {
    const client = new EngineClient({ rungs: ['blob'] });
    const url = URL.createObjectURL(new Blob([JSON.stringify({ meta: data.meta, orders: orders(50) })]));
    const id = client.open({ kind: 'url', url }, {});
    const before = await client.load(id);
    expect((await client.refresh(id))?.tables[0]!.read, 'a Blob says nothing of its state').to.equal(before.tables[0]!.read);
    expect(await client.refresh(client.open({ kind: 'data', data: orders(3) }, {}))).to.equal(null);
    client.close(id);
  });
});
