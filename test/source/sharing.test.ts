import { expect } from 'chai';
import { openSource } from '../../src/source/registry.js';
import type { KpiSource, SourceInput, SourceOptions } from '../../src/source/source.js';
import type { LoadProgress } from '../../src/worker/protocol.js';
import { churn, data, expected, failure, orders, rfm, text } from '../worker/fixture.js';
import { Workers } from '../worker/workers.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than a data set outlives its last widget. */
const GRACE = 200;
const given: SourceInput = { kind: 'data', data };

describe('sources of a page', () => {
  let workers: Workers;
  const opened: KpiSource[] = [];

  beforeEach(() => {
    workers = new Workers();
  });
  afterEach(async () => {
    for (const source of opened.splice(0)) source.release();
    await pause(GRACE);
    workers.restore();
  });

  function open(input: SourceInput = given, options: SourceOptions = {}): KpiSource {
    const source = openSource(input, options);
    opened.push(source);
    return source;
  }

  it('share one worker and one data set', async () => {
    const [a, b] = [open(), open()];
    expect(text(await a.run(rfm))).to.equal(expected(rfm));
    expect(text(await b.run(churn))).to.equal(expected(churn));
    expect(workers.started.length).to.equal(1);
    expect(workers.calls('open')).to.equal(1);
    expect(await a.loaded).to.equal(await b.loaded);
  });

  it('share a data set by equal options, whatever the time a widget gives it', async () => {
    const mapping = { orders: { id: 'id', total: 'total' } };
    const sources = [
      open(given, { timeZone: 'UTC', currency: 'EUR', mapping }),
      open(given, { timeoutMs: 60_000, timeZone: 'UTC', currency: 'EUR', mapping: structuredClone(mapping) }),
    ];
    await Promise.all(sources.map((source) => source.loaded));
    expect(workers.calls('open')).to.equal(1);
  });

  it('share a data set by address and by text', async () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(data)]));
    const json = JSON.stringify(data);
    const sources = [
      open({ kind: 'url', url }),
      open({ kind: 'url', url }),
      open({ kind: 'data', data: json }),
      open({ kind: 'data', data: `${json}` }),
    ];
    await Promise.all(sources.map((source) => source.loaded));
    expect(workers.calls('open')).to.equal(2);
    expect(workers.started.length).to.equal(1);
  });

  it('keep data sets apart by options and by object', async () => {
    const copy = { ...data };
    const sources = [open(), open(given, { timeZone: 'Asia/Tokyo' }), open({ kind: 'data', data: copy })];
    await Promise.all(sources.map((source) => source.loaded));
    expect(workers.calls('open')).to.equal(3);
    expect(workers.started.length).to.equal(1);
  });

  it('use a worker of its own for each address of a worker', async () => {
    const sources = [open(), open(given, { workerUrl: 'none' })];
    const results = await Promise.all(sources.map((source) => source.run(rfm)));
    expect(results.map(text)).to.deep.equal([expected(rfm), expected(rfm)]);
    expect(workers.started.length).to.equal(1);
  });

  it('are shared by two copies of the library', async () => {
    const again = '/src/source/registry.ts?copy';
    const copy = (await import(again)) as { openSource: typeof openSource };
    expect(copy.openSource).not.to.equal(openSource);
    const other = copy.openSource(given);
    opened.push(other);
    expect(await other.loaded).to.equal(await open().loaded);
    expect(workers.calls('open')).to.equal(1);
  });

  it('survive being moved in the page: released and opened again without loading', async () => {
    const first = open();
    await first.loaded;
    first.release();
    await pause(0);
    expect(text(await open().run(rfm))).to.equal(expected(rfm));
    await pause(GRACE);
    expect(workers.calls('open')).to.equal(1);
    expect(workers.alive).to.equal(1);
  });

  it('close the data set with the last widget, and the worker with the last data set', async () => {
    const [a, b, c] = [open(), open(), open({ kind: 'data', data: { ...data } })];
    await Promise.all([a.loaded, b.loaded, c.loaded]);
    a.release();
    a.release();
    await pause(GRACE);
    expect(workers.calls('close')).to.equal(0);
    b.release();
    await pause(GRACE);
    expect(workers.calls('close')).to.equal(1);
    expect(workers.alive).to.equal(1);
    c.release();
    await pause(GRACE);
    expect(workers.alive).to.equal(0);
  });

  it('leave nothing behind after many widgets have come and gone', async () => {
    for (let round = 0; round < 20; round++) {
      const source = open({ kind: 'data', data: orders(4) });
      const running = failure(source.run({ kpi: 'none' }));
      if (round % 2) await running;
      source.release();
      if (round % 5 === 0) await pause(GRACE);
    }
    await pause(GRACE);
    expect(workers.alive).to.equal(0);
  });

  it('try again after a failure, instead of sharing it', async () => {
    const missing: SourceInput = { kind: 'url', url: new URL('/no/such/data.json', location.href).href };
    const [a, b] = [open(missing), open(missing)];
    expect((await failure(a.loaded)).code).to.equal('http-status');
    expect((await failure(b.run(rfm))).code, 'a run says why there is no data').to.equal('http-status');
    expect((await failure(open(missing).loaded)).code).to.equal('http-status');
    expect(workers.calls('open')).to.equal(2);
  });

  it('calculate equal requests once, at the same time or later', async () => {
    const [a, b] = [open(), open()];
    const [first, second] = await Promise.all([a.run(rfm), b.run({ kpi: 'rfm', params: { window: 'all' } })]);
    expect(second).to.equal(first);
    expect(await a.run({ ...rfm })).to.equal(first);
    expect(workers.calls('run')).to.equal(1);
  });

  it('give out results and reports that nobody can change', async () => {
    const source = open();
    const result = await source.run(rfm);
    expect(Object.isFrozen(result)).to.equal(true);
    expect(Object.isFrozen(result.value)).to.equal(true);
    expect(Object.isFrozen(await source.loaded)).to.equal(true);
  });

  it('go on calculating for one widget when another has moved on', async () => {
    const [a, b] = [open(), open()];
    await a.loaded;
    workers.hold('run');
    const gone = new AbortController();
    const [first, second] = [failure(a.run(rfm, gone.signal)), b.run(rfm)];
    gone.abort();
    expect((await first).code).to.equal('aborted');
    expect(workers.calls('cancel')).to.equal(0);
    workers.letGo();
    expect(text(await second)).to.equal(expected(rfm));
  });

  it('give a calculation up when nobody waits any more, and start anew for the next', async () => {
    const source = open();
    await source.loaded;
    workers.hold('run');
    const gone = new AbortController();
    const first = failure(source.run(rfm, gone.signal));
    await pause(0);
    gone.abort();
    await first;
    await pause(0);
    expect(workers.calls('cancel')).to.equal(1);
    workers.letGo();
    expect(text(await source.run(rfm))).to.equal(expected(rfm));
  });

  it('reject with timeout when figures take too long', async () => {
    const source = open(given, { timeoutMs: 30 });
    await source.loaded;
    workers.hold('run');
    expect((await failure(source.run(rfm))).code).to.equal('timeout');
    workers.letGo();
  });

  it('reject with timeout when loading takes too long', async () => {
    workers.hold('load');
    const source = open(given, { timeoutMs: 30 });
    expect((await failure(source.run(rfm))).code).to.equal('timeout');
    workers.letGo();
    await source.loaded;
  });

  it('reject what a released widget still waits for', async () => {
    const source = open();
    const running = failure(source.run(rfm));
    source.release();
    expect((await running).code).to.equal('aborted');
    expect((await failure(source.run(rfm))).code).to.equal('aborted');
  });

  it('tell progress to those who listen, also the last one to those who come late', async () => {
    const heard: LoadProgress[] = [];
    const source = open({ kind: 'data', data: { orders: orders(3000) } });
    const stop = source.onProgress((progress) => heard.push(progress));
    await source.loaded;
    expect(heard.length).to.be.greaterThan(0);
    const late: LoadProgress[] = [];
    source.onProgress((progress) => late.push(progress));
    expect(late).to.deep.equal(heard.slice(-1));
    stop();
  });

  it('tell where the figures come from, also those who come late', async () => {
    const options = { workerUrl: new URL('/nowhere/worker.js', location.href).href };
    const codes: string[] = [];
    const first = open(given, options);
    first.onNotice(({ code }) => codes.push(`first ${code}`));
    await first.loaded;
    open(given, options).onNotice(({ code }) => codes.push(`late ${code}`));
    expect(codes).to.deep.equal(['first worker-fallback', 'late worker-fallback']);
  });
});
