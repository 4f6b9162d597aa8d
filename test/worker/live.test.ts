/** Data that change while others look at them: rows that are added, addresses that are read again. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { DatasetOptions } from '../../src/core/ingest/input.js';
import { EngineClient } from '../../src/worker/client.js';
import type { LoadProgress } from '../../src/worker/protocol.js';
import { failure } from './fixture.js';
import type { Order } from './fixture.js';
import { Workers } from './workers.js';

/** More rows than an engine keeps as they were read. */
const MANY = 70_000;

const rows = (from: number, to: number): Order[] =>
  Array.from({ length: to - from }, (_, at) => ({ id: `o${from + at}`, customer_id: `c${at % 7}`, created_at: '2024-03-01', total: 1 }));

const outcome = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (report) => (report ? 'done' : null),
    (error: { code: string }) => error.code,
  );

/** Takes the place of the page's `fetch`: an engine in the page asks it. */
class Server {
  private readonly own = globalThis.fetch;
  asked = 0;
  body: string | ReadableStream<Uint8Array> = '[]';
  mark = '"1"';
  isDown = false;
  /** Answers wait for it. */
  gate: Promise<unknown> | undefined;

  constructor() {
    globalThis.fetch = async () => {
      this.asked++;
      const { body, mark, isDown } = this;
      await this.gate;
      return isDown ? new Response('down', { status: 503 }) : new Response(body, { headers: { etag: mark } });
    };
  }

  holds(orders: object[], mark: string): void {
    this.body = JSON.stringify(orders);
    this.mark = mark;
  }

  restore(): void {
    globalThis.fetch = this.own;
  }
}

describe('data that change', () => {
  let client: EngineClient;
  let id: number;
  let server: Server;

  beforeEach(() => (server = new Server()));
  afterEach(() => {
    client.close(id);
    server.restore();
  });

  function open(data?: unknown, options: DatasetOptions = {}, rung: 'page' | 'blob' = 'page', heard: LoadProgress[] = []): void {
    client = new EngineClient({ rungs: [rung] });
    const input =
      data === undefined ? ({ kind: 'url', url: 'https://shop.example/orders.json' } as const) : ({ kind: 'data', data } as const);
    id = client.open(input, options, (progress) => heard.push(progress));
  }

  async function count(): Promise<number> {
    const { value } = await client.run(id, { kpi: 'rfm', params: { window: 'all' } });
    return (value as { orders: number }).orders;
  }

  for (const isFirst of [true, false])
    it(`rows that cannot be read are refused alone, ${isFirst ? 'before' : 'behind'} others`, async () => {
      open(rows(0, 100));
      const added: unknown[] = [rows(100, 150), rows(150, 200)];
      added.splice(isFirst ? 0 : 2, 0, '[{"id":');
      const outcomes = await Promise.all(added.map((one) => outcome(client.append(id, one))));
      expect(outcomes).to.deep.equal(isFirst ? ['bad-json', 'done', 'done'] : ['done', 'done', 'bad-json']);
      expect(await count()).to.equal(200);
    });

  it('rows that do not go with the others leave no trace', async () => {
    const given = rows(0, 10).map((row) => ({ ...row, currency: 'EUR' }));
    open({ meta: { currency: 'EUR' }, orders: given });
    const before = await client.load(id);
    const others = [{ ...rows(10, 11)[0], currency: 'USD', refunds: [{ amount: 1 }], colour: 'red' }];
    expect(
      await outcome(
        client.append(id, { meta: { tz: 'Asia/Tokyo' }, orders: others, visits: [{ id: 'v', visitor_id: 'x', started_at: '2024-03-01' }] }),
      ),
    ).to.equal('mixed-currency');
    const { tables, ...report } = await client.append(id, { orders: [] });
    expect(JSON.stringify({ tables, ...report })).to.equal(JSON.stringify({ tables: before.tables, ...report }));
    expect(report.timeZone).to.equal('UTC');
  });

  it('rows are added while an address is read again', async () => {
    server.holds(rows(0, 200), '"1"');
    open();
    await client.append(id, rows(1000, 1010));
    server.holds(rows(0, 205), '"2"');
    let letGo = (): void => {};
    server.gate = new Promise<void>((resolve) => (letGo = resolve));
    const both = [client.refresh(id), client.append(id, rows(2000, 2600))];
    while (server.asked < 2) await new Promise((resolve) => setTimeout(resolve));
    letGo();
    expect(await Promise.all(both.map(outcome))).to.deep.equal(['done', 'done']);
    expect(await count()).to.equal(205 + 10 + 600);
    expect(await client.refresh(id), 'unchanged').to.equal(null);
  });

  it('whatever is asked for at once is done in that order, or fails alone', async () => {
    const change = fc.constantFrom('add', 'bad', 'same', 'changed', 'down');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(change, fc.integer({ min: 0, max: 6 })), { maxLength: 9 }), async (changes) => {
        let [base, added, next] = [20, 0, 1000];
        let last = JSON.stringify(rows(0, base));
        const answers = [last];
        const expected: unknown[] = [];
        for (const [what] of changes) {
          if (what === 'same') answers.push(last);
          if (what === 'changed') answers.push((last = JSON.stringify(rows(0, (base += 3)))));
          if (what === 'down') answers.push('');
          if (what === 'add') added += 2;
          expected.push({ add: 'done', bad: 'bad-json', same: null, changed: 'done', down: 'http-status' }[what]);
        }
        globalThis.fetch = async () => {
          const body = answers.shift()!;
          await new Promise((resolve) => setTimeout(resolve, 2));
          return new Response(body, body ? { headers: { etag: String(body.length) } } : { status: 503 });
        };
        open();
        const outcomes: Promise<unknown>[] = [];
        for (const [what, wait] of changes) {
          const rowsOf = { add: rows(next, (next += 2)), bad: '[{"id":1},' }[what as 'add'];
          outcomes.push(outcome(rowsOf ? client.append(id, rowsOf) : client.refresh(id)));
          if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
        }
        expect(await Promise.all(outcomes)).to.deep.equal(expected);
        expect(await count()).to.equal(base + added);
        client.close(id);
      }),
      { numRuns: 40 },
    );
  });

  it('an address is not read again to add rows to few of them', async () => {
    server.holds(rows(0, 50), '"1"');
    open();
    await client.load(id);
    server.isDown = true;
    await client.append(id, rows(50, 60));
    expect([await count(), server.asked]).to.deep.equal([60, 1]);
  });

  it('an address of many rows is read once more, and while it cannot be the figures stay', async () => {
    server.holds(rows(0, MANY), '"1"');
    open();
    await client.load(id);
    server.isDown = true;
    expect(await outcome(client.append(id, rows(MANY, MANY + 10)))).to.equal('http-status');
    expect(await count()).to.equal(MANY);
    server.isDown = false;
    for (const from of [MANY, MANY + 10]) await client.append(id, rows(from, from + 10));
    expect([await count(), server.asked]).to.deep.equal([MANY + 20, 3]);
  });

  for (const length of [100, MANY])
    it(`rows that the page adds to its own list of ${length}, too, count once`, async () => {
      const nameless = (from: number, to: number) =>
        rows(from, to).map(({ customer_id, created_at, total }) => ({ customer_id, created_at, total }));
      const data = nameless(0, length);
      open({ orders: data });
      await client.load(id);
      const more = nameless(length, length + 10);
      data.push(...more);
      await client.append(id, more);
      expect(await count()).to.equal(length + 10);
    });

  it('data cut short are read again when all of it is there, even under the same mark', async () => {
    const all = JSON.stringify(rows(0, 300));
    const chunks = [all.slice(0, all.length / 2)];
    server.body = new ReadableStream({
      pull(stream) {
        const chunk = chunks.pop();
        if (chunk) stream.enqueue(new TextEncoder().encode(chunk));
        else stream.error(new Error('gone'));
      },
    });
    open(undefined, { allowPartial: true });
    await client.load(id);
    server.body = all.slice(0, -2);
    await client.refresh(id);
    expect(await count()).to.equal(299);
    server.body = all;
    expect(await outcome(client.refresh(id))).to.equal('done');
    expect(await count()).to.equal(300);
    expect(await client.refresh(id)).to.equal(null);
  });

  it('what could not be read is not taken for unchanged', async () => {
    server.holds(rows(0, 5), '"1"');
    open();
    await client.load(id);
    [server.body, server.mark] = ['[{"id":', '"2"'];
    expect([await outcome(client.refresh(id)), await outcome(client.refresh(id))]).to.deep.equal(['bad-json', 'bad-json']);
    expect(await count()).to.equal(5);
  });

  it('rows of which none can be read are refused where a part will do, too', async () => {
    open(rows(0, 5), { allowPartial: true });
    expect(await outcome(client.append(id, '[{"id":'))).to.equal('bad-json');
    expect(await outcome(client.append(id, ''))).to.equal('empty-input');
    expect(await count()).to.equal(5);
  });

  it('what the page says of its data is said of rows added later, unless they say otherwise', async () => {
    open({ meta: { tz: 'Asia/Tokyo', currency: 'JPY' }, orders: rows(0, 5) });
    const { timeZone, currency } = await client.append(id, { meta: {}, orders: rows(5, 6) });
    expect([timeZone, currency]).to.deep.equal(['Asia/Tokyo', 'JPY']);
    const later = await client.append(id, { meta: { tz: 'Asia/Seoul' }, orders: rows(6, 7) });
    expect([later.timeZone, later.currency]).to.deep.equal(['Asia/Seoul', 'JPY']);
  });

  it('tells progress while objects of the page are sent', async () => {
    const heard: LoadProgress[] = [];
    open(rows(0, 3000), {}, 'page', heard);
    await client.load(id);
    const first = JSON.stringify(rows(0, 16)).length - 1;
    expect(heard[0]).to.deep.equal({ stage: 'parse', bytes: first, totalBytes: null, rows: 16, totalRows: null });
  });

  it('is tried again after a new worker could not have it', async () => {
    const workers = new Workers();
    const url = URL.createObjectURL(new Blob([JSON.stringify(rows(0, 30))]));
    try {
      client = new EngineClient({ rungs: ['blob'] });
      id = client.open({ kind: 'url', url }, {});
      await client.load(id);
      URL.revokeObjectURL(url);
      workers.killAt('run');
      expect((await failure(count())).code).to.equal('network');
      expect((await failure(count())).code).to.equal('network');
      expect(workers.calls('open')).to.equal(3);
    } finally {
      workers.restore();
    }
  });

  for (const call of ['keep', 'push', 'finish'])
    it(`rows added count once when the worker dies at "${call}"`, async () => {
      const workers = new Workers();
      try {
        const data = rows(0, 30);
        open(data, {}, 'blob');
        await client.append(id, rows(30, 40));
        data.push(...rows(50, 55));
        workers.killAt(call);
        const both = [client.append(id, rows(40, 45)), client.append(id, rows(45, 50))];
        expect(await Promise.all(both.map(outcome))).to.deep.equal(['done', 'done']);
        expect(await count()).to.equal(50);
        expect(workers.started.length).to.equal(2);
      } finally {
        workers.restore();
      }
    });
});
