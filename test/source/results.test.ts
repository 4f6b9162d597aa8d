import { expect } from 'chai';
import type { KpiRequest, KpiResult } from '../../src/core/kpi/contract.js';
import { shareResults } from '../../src/source/results.js';
import { failure } from '../worker/fixture.js';

const resultOf = (request: KpiRequest) => ({ kpi: request.kpi }) as KpiResult;

describe('results of a data set', () => {
  it('keeps the newest 256, by last use', async () => {
    const asked: string[] = [];
    const run = shareResults(async (request) => {
      asked.push(request.kpi);
      return resultOf(request);
    });
    for (let n = 0; n < 256; n++) await run({ kpi: `k${n}` });
    await run({ kpi: 'k0' });
    await run({ kpi: 'new' });
    asked.length = 0;
    await run({ kpi: 'k0' });
    await run({ kpi: 'k1' });
    expect(asked).to.deep.equal(['k1']);
  });

  it('keeps 32 whatever their size, and more only while they are small', async () => {
    const asked: string[] = [];
    const run = shareResults(async (request) => {
      asked.push(request.kpi);
      return { ...resultOf(request), value: Array.from({ length: 20_000 }, (_, i) => i) };
    });
    for (let n = 0; n < 60; n++) await run({ kpi: `k${n}` });
    asked.length = 0;
    // 49 times 20,000 values and a few more are less than a million, 50 times are not: k11 to k59 are kept.
    for (let n = 59; n > 8; n--) await run({ kpi: `k${n}` });
    expect(asked[0]).to.equal('k10');
  });

  it('forgets failures', async () => {
    let tries = 0;
    const run = shareResults(async (request) => {
      if (++tries === 1) throw new Error('not yet');
      return resultOf(request);
    });
    expect((await failure(run({ kpi: 'a' }))).message).to.equal('not yet');
    expect((await run({ kpi: 'a' })).kpi).to.equal('a');
  });

  it('does not join a calculation that was given up', async () => {
    const signals: AbortSignal[] = [];
    const run = shareResults((request, signal) => {
      signals.push(signal);
      return new Promise((resolve) => setTimeout(() => resolve(resultOf(request)), 5));
    });
    const gone = new AbortController();
    const first = failure(run({ kpi: 'a' }, gone.signal));
    gone.abort();
    await first;
    expect((await run({ kpi: 'a' })).kpi).to.equal('a');
    expect(signals.map((signal) => signal.aborted)).to.deep.equal([true, false]);
  });

  it('rejects a request that has no JSON text', async () => {
    const loop: { self?: object } = {};
    loop.self = loop;
    expect(await failure(shareResults(async (request) => resultOf(request))({ kpi: 'a', params: loop }))).to.be.instanceOf(Error);
  });
});
