import { expect } from 'chai';
import type { KpiResult } from '../../src/core/kpi/contract.js';
import { remoteSource } from '../../src/source/remote-source.js';
import { resultSource } from '../../src/source/result-source.js';
import { failure } from '../worker/fixture.js';

const result: KpiResult = {
  kpi: 'rfm',
  version: 1,
  asOf: '2024-06-30',
  timeZone: 'UTC',
  currency: 'EUR',
  params: {},
  filter: {},
  status: 'ready',
  reasons: [],
  rows: { used: 3, left: {} },
  value: { customers: 3 },
};

describe('resultSource', () => {
  it('answers with the ready result of the KPI', async () => {
    const source = resultSource({ ...result, kpi: 'churn' }, result);
    expect(await source.run({ kpi: 'rfm', params: { window: '3M' } })).to.equal(result);
    expect(await source.loaded).to.equal(null);
    source.onProgress(() => {})();
    source.onNotice(() => {})();
    source.release();
  });

  it('refuses another KPI', async () => {
    const error = await failure(resultSource(result).run({ kpi: 'funnel' }));
    expect(error.code).to.equal('unknown-kpi');
    expect(error.message).to.contain('got "rfm"');
  });

  for (const [path, broken] of [
    ['$.status', { ...result, status: 'done' }],
    ['$.rows', { ...result, rows: { used: 3 } }],
    ['$.value', { ...result, value: null }],
  ] as [string, unknown][]) {
    it(`refuses what is no result: ${path}`, async () => {
      expect((await failure(resultSource(broken as KpiResult).run({ kpi: 'rfm' }))).path).to.equal(path);
    });
  }
});

describe('remoteSource', () => {
  const native = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = native;
  });

  function answerWith(answer: (init: RequestInit) => Response | Promise<Response>): RequestInit[] {
    const calls: RequestInit[] = [];
    globalThis.fetch = async (_url, init = {}) => {
      calls.push(init);
      return answer(init);
    };
    return calls;
  }

  it('posts the request as JSON and gives the result', async () => {
    const calls = answerWith(() => Response.json(result));
    const got = await remoteSource('https://kpi.example/run', { headers: { 'x-shop': 'alba' } }).run({ kpi: 'rfm', asOf: '2024-06-30' });
    expect(got).to.deep.equal(result);
    expect(calls[0].method).to.equal('POST');
    expect(calls[0].body).to.equal('{"kpi":"rfm","asOf":"2024-06-30"}');
    expect(calls[0].headers).to.deep.equal({ 'content-type': 'application/json', 'x-shop': 'alba' });
  });

  it('says what is wrong with an answer', async () => {
    const run = () => failure(remoteSource('https://kpi.example/run').run({ kpi: 'rfm' }));
    answerWith(() => new Response('', { status: 503 }));
    expect((await run()).details).to.deep.equal({ status: 503, url: 'https://kpi.example/run' });
    answerWith(() => new Response('<p>'));
    expect((await run()).code).to.equal('bad-json');
    answerWith(() => Response.json({ ...result, kpi: 'churn' }));
    expect((await run()).path).to.equal('$.kpi');
    answerWith(() => Response.json(null));
    expect((await run()).path).to.equal('$');
    answerWith(() => Promise.reject(new TypeError('offline')));
    expect((await run()).code).to.equal('network');
  });

  it('gives up with its signal, and when released', async () => {
    answerWith(() => new Promise(() => {}));
    const source = remoteSource('https://kpi.example/run');
    const gone = new AbortController();
    const first = failure(source.run({ kpi: 'rfm' }, gone.signal));
    gone.abort();
    expect((await first).code).to.equal('aborted');
    const second = failure(source.run({ kpi: 'rfm' }, AbortSignal.timeout(5)));
    expect((await second).code).to.equal('timeout');
    const third = failure(source.run({ kpi: 'rfm' }));
    source.release();
    expect((await third).code).to.equal('aborted');
  });
});
