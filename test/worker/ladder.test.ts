import { expect } from 'chai';
import { EngineClient } from '../../src/worker/client.js';
import type { LadderOptions } from '../../src/worker/ladder.js';
import { churn, data, expected, rfm, text, workerFile } from './fixture.js';
import { Workers } from './workers.js';

describe('ladder of engines', () => {
  let workers: Workers;
  let client: EngineClient | null = null;
  let notices: string[];

  beforeEach(() => {
    workers = new Workers();
    notices = [];
  });
  afterEach(() => workers.restore());

  async function figures(options: LadderOptions): Promise<string[]> {
    client = new EngineClient({ ...options, notice: ({ code, message }) => notices.push(`${code} ${message}`) });
    const id = client.open({ kind: 'data', data }, {});
    const results = await Promise.all([client.run(id, rfm), client.run(id, churn)]);
    client.close(id);
    return results.map(text);
  }

  for (const [name, options, started] of [
    ['worker file', { rungs: ['file'], workerUrl: workerFile() }, 1],
    ['Blob worker', { rungs: ['blob'] }, 1],
    ['page', { rungs: ['page'] }, 0],
    ['page, asked for by workerUrl', { workerUrl: 'none' }, 0],
  ] as [string, LadderOptions, number][]) {
    it(`gives the core's figures, byte for byte: ${name}`, async () => {
      expect(await figures(options)).to.deep.equal([expected(rfm), expected(churn)]);
      expect(workers.started.length).to.equal(started);
      expect(notices).to.deep.equal([]);
    });
  }

  it('falls to the Blob worker when the file is missing', async () => {
    expect(await figures({ workerUrl: new URL('/nowhere/worker.js', location.href).href })).to.deep.equal([expected(rfm), expected(churn)]);
    expect(workers.started.length).to.equal(2);
    expect(notices).to.have.length(1);
    expect(notices[0]).to.match(/^worker-fallback .* from: blob$/);
  });

  it('falls past a file of another origin, which the browser refuses at once', async () => {
    expect(await figures({ workerUrl: 'https://example.invalid/worker.js' })).to.deep.equal([expected(rfm), expected(churn)]);
    expect(notices[0]).to.match(/^worker-fallback .* from: blob$/);
  });

  it('falls to the page when a worker throws at its start', async () => {
    workers.script = URL.createObjectURL(new Blob(['throw new Error("no worker today")'], { type: 'text/javascript' }));
    expect(await figures({})).to.deep.equal([expected(rfm), expected(churn)]);
    expect(notices).to.have.length(1);
    expect(notices[0]).to.match(/^worker-fallback .*no worker today.* from: page$/);
    expect(workers.alive).to.equal(0);
  });

  it('falls to the page when a worker never says hello', async () => {
    workers.script = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
    expect(await figures({ tick: 20 })).to.deep.equal([expected(rfm), expected(churn)]);
    expect(notices[0]).to.match(/blob: silent.* from: page$/);
    expect(workers.alive).to.equal(0);
  });

  it('falls to the page when the constructor throws', async () => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('not here', 'SecurityError');
      }
    } as unknown as typeof Worker;
    expect(await figures({})).to.deep.equal([expected(rfm), expected(churn)]);
    expect(notices[0]).to.match(/blob: not here.* from: page$/);
  });

  it('does not use a worker file of another version', async () => {
    const old = workerFile();
    const script = (await (await fetch(old)).text()).replace(/\d+\.\d+\.\d+\+[0-9a-f]{12}/, '0.0.1+000000000000');
    const workerUrl = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    expect(await figures({ workerUrl })).to.deep.equal([expected(rfm), expected(churn)]);
    expect(notices[0]).to.match(/version 0\.0\.1\+0+ instead of .* from: blob$/);
  });

  it('does not listen to a worker that is no engine', async () => {
    const script =
      'onmessage = ({ data }) => [null, 1, {}, { id: 7, value: 1 }, { id: 8, error: 1 }, { id: data.id }].forEach((one) => postMessage(one))';
    const workerUrl = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    expect(await figures({ workerUrl })).to.deep.equal([expected(rfm), expected(churn)]);
    expect(notices[0]).to.match(/file: version undefined instead of .* from: blob$/);
  });

  it('does not climb again to a rung that did not hold', async () => {
    workers.script = URL.createObjectURL(new Blob(['throw 1'], { type: 'text/javascript' }));
    await figures({});
    const again = client!.open({ kind: 'data', data }, {});
    expect(text(await client!.run(again, rfm))).to.equal(expected(rfm));
    expect(workers.started.length).to.equal(1);
    client!.close(again);
  });
});
