import { expect } from 'chai';
import { EngineClient } from '../../src/worker/client.js';
import type { LadderOptions } from '../../src/worker/ladder.js';
import { churn, data, expected, failure, rfm, text } from './fixture.js';
import { Workers } from './workers.js';

describe('death of a worker', () => {
  let workers: Workers;
  let notices: string[];
  let client: EngineClient;

  beforeEach(() => {
    workers = new Workers();
    notices = [];
  });
  afterEach(() => workers.restore());

  function open(options: LadderOptions = {}): number {
    client = new EngineClient({ rungs: ['blob'], ...options, notice: ({ code }) => notices.push(code) });
    return client.open({ kind: 'data', data }, {});
  }

  for (const call of ['open', 'push', 'finish', 'run']) {
    it(`starts another worker and gives the right figure when it dies at "${call}"`, async () => {
      const id = open();
      workers.killAt(call);
      expect(text(await client.run(id, rfm))).to.equal(expected(rfm));
      expect(workers.started.length).to.equal(2);
      expect(notices).to.deep.equal(['worker-restarted']);
      client.close(id);
    });
  }

  it('keeps every open request over it', async () => {
    const id = open();
    await client.load(id);
    workers.killAt('run');
    const results = await Promise.all([client.run(id, rfm), client.run(id, churn), client.run(id, rfm)]);
    expect(results.map(text)).to.deep.equal([expected(rfm), expected(churn), expected(rfm)]);
    expect(workers.started.length).to.equal(2);
    client.close(id);
  });

  it('sends all data sets again', async () => {
    const id = open();
    const other = { ...data, orders: data.orders.slice(0, 100) };
    const second = client.open({ kind: 'data', data: JSON.stringify(other) }, {});
    await Promise.all([client.load(id), client.load(second)]);
    workers.killAt('run');
    expect(text(await client.run(id, rfm))).to.equal(expected(rfm));
    expect(text(await client.run(second, rfm))).to.equal(expected(rfm, other));
    client.close(id);
    client.close(second);
  });

  it('starts another one for a request that comes after it died unnoticed', async () => {
    const id = open();
    await client.load(id);
    workers.kill(workers.started[0]);
    expect(text(await client.run(id, rfm))).to.equal(expected(rfm));
    client.close(id);
  });

  it('restarts once only: what kills two workers rejects with worker-lost', async () => {
    const id = open();
    await client.load(id);
    workers.killAt('run');
    workers.killAt('run');
    expect((await failure(client.run(id, rfm))).code).to.equal('worker-lost');
    expect(workers.started.length).to.equal(2);
    expect(text(await client.run(id, rfm)), 'the next request starts afresh').to.equal(expected(rfm));
    expect(workers.started.length).to.equal(3);
    client.close(id);
  });

  it('takes an error that nobody caught in the worker for its death', async () => {
    const id = open();
    await client.load(id);
    workers.hold('run');
    const running = client.run(id, rfm);
    workers.started[0].dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
    workers.letGo();
    expect(text(await running)).to.equal(expected(rfm));
    expect(workers.started.length).to.equal(2);
    client.close(id);
  });

  it('takes an answer that cannot be read for its death', async () => {
    const id = open();
    await client.load(id);
    workers.hold('run');
    const running = client.run(id, rfm);
    workers.started[0].dispatchEvent(new MessageEvent('messageerror'));
    workers.letGo();
    expect(text(await running)).to.equal(expected(rfm));
    client.close(id);
  });

  it('notices it by silence where there are no locks', async () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    try {
      const id = open({ tick: 20, patience: 10 });
      await client.load(id);
      workers.killAt('run');
      expect(text(await client.run(id, rfm))).to.equal(expected(rfm));
      expect(notices).to.deep.equal(['worker-restarted']);
      client.close(id);
    } finally {
      Reflect.deleteProperty(navigator, 'locks');
    }
  });

  it('lets the page rest in the back/forward cache without a worker, and answers afterwards', async () => {
    const id = open();
    await client.load(id);
    workers.hold('run');
    const running = client.run(id, rfm);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await Promise.resolve();
    workers.letGo();
    const later = client.run(id, churn);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(workers.alive, 'no worker while hidden').to.equal(0);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(text(await running)).to.equal(expected(rfm));
    expect(text(await later)).to.equal(expected(churn));
    expect(notices).to.deep.equal([]);
    client.close(id);
  });

  it('leaves no worker behind', async () => {
    const id = open();
    await client.run(id, rfm);
    client.close(id);
    await new Promise((resolve) => setTimeout(resolve));
    expect(workers.alive).to.equal(0);
    const again = client.open({ kind: 'data', data }, {});
    const loading = failure(client.load(again));
    client.close(again);
    expect((await loading).code).to.equal('aborted');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(workers.alive, 'closed while it started').to.equal(0);
  });
});
