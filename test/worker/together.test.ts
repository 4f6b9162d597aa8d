/** What is asked in one task is one message and one answer. */
import { expect } from 'chai';
import type { KpiRequest } from '../../src/core/kpi/contract.js';
import { EngineClient } from '../../src/worker/client.js';
import { churn, data, expected, failure, rfm, text } from './fixture.js';
import { Workers } from './workers.js';

describe('runs asked together', () => {
  const workers = new Workers();
  let client: EngineClient;
  let id: number;
  before(async () => {
    client = new EngineClient();
    id = client.open({ kind: 'data', data }, {});
    await client.load(id);
  });
  after(() => {
    client.close(id);
    workers.restore();
  });

  const sales: KpiRequest = { kpi: 'sales', filter: { segment: ['TBC'] } };

  it('are one message; each has the answer that it would have alone', async () => {
    const before = workers.calls('run');
    const requests = [rfm, churn, sales];
    const results = await Promise.all(requests.map((request) => client.run(id, request)));
    expect(workers.calls('run') - before).to.equal(1);
    expect(results.map(text)).to.deep.equal(requests.map((request) => expected(request)));
  });

  it('fail each for itself', async () => {
    const [good, bad, last] = [client.run(id, rfm), failure(client.run(id, { kpi: 'nothing' })), client.run(id, churn)];
    expect((await bad).code).to.equal('unknown-kpi');
    expect([text(await good), text(await last)]).to.deep.equal([expected(rfm), expected(churn)]);
  });

  it('are given up each for itself', async () => {
    const controller = new AbortController();
    const [kept, given] = [client.run(id, rfm), failure(client.run(id, churn, controller.signal))];
    await Promise.resolve();
    controller.abort();
    expect((await given).code).to.equal('aborted');
    expect(text(await kept)).to.equal(expected(rfm));
    expect(text(await client.run(id, churn)), 'asked again').to.equal(expected(churn));
  });

  it('of two data sets are two', async () => {
    const other = client.open({ kind: 'data', data: { ...data, orders: data.orders.slice(0, 50) } }, {});
    await client.load(other);
    const before = workers.calls('run');
    const [a, b] = await Promise.all([client.run(id, rfm), client.run(other, rfm)]);
    expect(workers.calls('run') - before).to.equal(2);
    expect(text(a)).to.not.equal(text(b));
    client.close(other);
  });
});
