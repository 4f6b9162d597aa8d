import { expect } from 'chai';
import { EngineClient } from '../../src/worker/client.js';
import type { LoadProgress } from '../../src/worker/protocol.js';
import type { Rung } from '../../src/worker/rungs.js';
import { data, expected, failure, orders, rfm, text } from './fixture.js';
import { Workers } from './workers.js';

const base = location.origin;

for (const rung of ['blob', 'page'] as Rung[]) {
  describe(`calls of the engine (${rung})`, () => {
    let client: EngineClient;
    const opened: number[] = [];

    beforeEach(() => {
      client = new EngineClient({ rungs: [rung] });
    });
    afterEach(() => opened.splice(0).forEach((id) => client.close(id)));

    function open(input: unknown, progress?: (p: LoadProgress) => void): number {
      const id = client.open(
        typeof input === 'string' && input.startsWith('http') ? { kind: 'url', url: input } : { kind: 'data', data: input },
        {},
        progress,
      );
      opened.push(id);
      return id;
    }

    it('answers with the code, path and details of an error', async () => {
      const error = await failure(client.run(open(data), { kpi: 'no-such-kpi' }));
      expect(error.code).to.equal('unknown-kpi');
      expect(error).to.be.instanceOf(Error);
    });

    it('rejects at once when its signal has fired', async () => {
      expect((await failure(client.run(open(data), rfm, AbortSignal.abort()))).code).to.equal('aborted');
    });

    it('rejects with timeout when the signal is a time-out', async () => {
      const signal = AbortSignal.timeout(0);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      expect((await failure(client.run(open(data), rfm, signal))).code).to.equal('timeout');
    });

    it('goes on with other requests when one is given up', async () => {
      const id = open(data);
      const controller = new AbortController();
      const first = failure(client.run(id, rfm, controller.signal));
      const second = client.run(id, rfm);
      controller.abort();
      expect((await first).code).to.equal('aborted');
      expect(text(await second)).to.equal(expected(rfm));
    });

    it('rejects what is open with aborted when the data set is closed', async () => {
      const id = open({ orders: orders(20_000) });
      const running = failure(client.run(id, rfm));
      await new Promise((resolve) => setTimeout(resolve, 30));
      client.close(id);
      expect((await running).code).to.equal('aborted');
      expect((await failure(client.run(id, rfm))).code).to.equal('aborted');
    });

    it('tells progress, at first at once', async () => {
      const heard: LoadProgress[] = [];
      await client.load(open(JSON.stringify({ orders: orders(5000) }), (progress) => heard.push(progress)));
      expect(heard.length).to.be.greaterThan(0);
      for (const progress of heard) expect(progress).to.have.all.keys('stage', 'bytes', 'totalBytes', 'rows', 'totalRows');
    });

    it('reads functions and symbols as nothing, as JSON has it', async () => {
      const rows = { orders: [...data.orders, { id: 'x', customer_id: 'y', created_at: '2024-01-05', total: () => 1 }] };
      const { refused } = (await client.load(open(rows))).tables[0]!;
      expect(refused).to.deep.equal([{ reason: 'missing-amount', count: 1, examples: [{ path: '$.orders[400].total', got: '' }] }]);
      const columns = { id: ['a', Symbol('b')], created_at: ['2024-01-05', '2024-01-06'], total: [1, 2] };
      expect((await client.load(open({ orders: { columns } }))).tables[0]).to.deep.include({ read: 2 });
    });

    it('reads rows behind proxies, as frameworks with reactive state hand them over', async () => {
      const reactive = <T extends object>(value: T): T =>
        new Proxy(value, {
          get(target, key, receiver) {
            const got: unknown = Reflect.get(target, key, receiver);
            return typeof got === 'object' && got !== null ? reactive(got) : got;
          },
        });
      expect(text(await client.run(open(reactive({ ...data })), rfm))).to.equal(expected(rfm));
    });

    it('refuses a request that cannot be cloned', async () => {
      const error = await failure(client.run(open(data), { kpi: 'rfm', params: { window: () => 'all' } }));
      expect(error.code).to.equal('not-cloneable');
    });

    it('reads an address, with the bytes read as progress', async () => {
      const body = JSON.stringify(data);
      const url = URL.createObjectURL(new Blob([`\ufeff${body}`], { type: 'application/json' }));
      const heard: LoadProgress[] = [];
      const id = client.open({ kind: 'url', url }, {}, (progress) => heard.push(progress));
      opened.push(id);
      expect(text(await client.run(id, rfm))).to.equal(expected(rfm));
      expect(heard[0].bytes).to.be.greaterThan(0);
    });

    it('says that an address answers with an error status', async () => {
      const error = await failure(client.load(open(`${base}/no/such/file.json`)));
      expect(error.code).to.equal('http-status');
      expect(error.details).to.deep.equal({ status: 404, url: `${base}/no/such/file.json` });
    });

    it('says that an address cannot be reached', async () => {
      expect((await failure(client.load(open('http://127.0.0.1:1/data.json')))).code).to.equal('network');
    });

    it('says that an address answers with a page', async () => {
      const url = URL.createObjectURL(new Blob(['<!doctype html><p>Sign in'], { type: 'text/html' }));
      const id = client.open({ kind: 'url', url }, {});
      opened.push(id);
      expect((await failure(client.load(id))).code).to.equal('html-instead-of-json');
    });
  });
}

describe('cancelling in a worker', () => {
  it('tells the engine to give the job up', async () => {
    const workers = new Workers();
    try {
      const client = new EngineClient({ rungs: ['blob'] });
      const id = client.open({ kind: 'data', data }, {});
      await client.load(id);
      const controller = new AbortController();
      workers.hold('run');
      const running = failure(client.run(id, rfm, controller.signal));
      await new Promise((resolve) => setTimeout(resolve));
      controller.abort();
      expect((await running).code, 'without waiting for the worker').to.equal('aborted');
      workers.letGo();
      expect(text(await client.run(id, rfm))).to.equal(expected(rfm));
      client.close(id);
    } finally {
      workers.restore();
    }
  });
});
