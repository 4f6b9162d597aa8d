/** An engine knows the KPIs that the page has imported, when it starts or later. */
import { expect } from 'chai';
import { listKpis } from '../../src/core/kpi/index.js';
import type { KpiRequest } from '../../src/core/kpi/contract.js';
import { EngineClient } from '../../src/worker/client.js';
import type { LadderOptions } from '../../src/worker/ladder.js';
import { pack, parts } from '../../src/worker/pack.js';
import { engineScript, scriptOf } from '../../src/worker/rungs.js';
import { churn, data, expected, failure, rfm, text } from './fixture.js';
import { Workers } from './workers.js';

const all = [...parts];
const sales: KpiRequest = { kpi: 'sales', filter: { segment: ['TBC'], stage: ['loyal', 'premium'] } };
const retention: KpiRequest = { kpi: 'retention', filter: { tier: ['risk'] } };

/** The page has imported these KPIs, and no others. */
function imported(...kpis: string[]): void {
  parts.length = 0;
  importsMore(...kpis);
}

/** As the modules in packs/ do. */
function importsMore(...kpis: string[]): void {
  const needed = all.filter(([name]) => name.split('+').some((kpi) => kpis.includes(kpi)));
  parts.push(...needed.filter((part) => !parts.includes(part)));
}

describe('packs', () => {
  it('bring all KPIs of the core', () => {
    const names = all.flatMap(([name]) => (name.includes('+') ? [] : [name]));
    expect(names.sort()).to.deep.equal(listKpis());
  });
});

describe('packs of several copies', () => {
  it('come to the same engines', async () => {
    const again = '/src/worker/pack.ts?copy';
    const copy = (await import(again)) as { parts: typeof parts; pack: typeof pack };
    expect(copy.pack).not.to.equal(pack);
    expect(copy.parts).to.equal(parts);
    expect(copy.pack('rfm', ['rfm', () => ({})])).to.equal('rfm');
    expect([...parts], 'brought once').to.deep.equal(all);
  });
});

describe('KPIs that a page imports', () => {
  let workers: Workers;
  let notices: string[];
  let client: EngineClient;
  let id: number;

  beforeEach(() => {
    workers = new Workers();
    notices = [];
  });
  afterEach(() => {
    client.close(id);
    workers.restore();
    imported(...listKpis());
  });

  function open(options: LadderOptions = { rungs: ['blob'] }): void {
    client = new EngineClient({ ...options, notice: ({ code }) => notices.push(code) });
    id = client.open({ kind: 'data', data }, {});
  }
  const figure = async (request: KpiRequest) => text(await client.run(id, request));

  for (const kpi of listKpis())
    for (const rung of ['blob', 'page'] as const)
      it(`${kpi} needs nothing but its own pack (${rung})`, async () => {
        imported(kpi);
        open({ rungs: [rung] });
        for (const filter of [{}, { segment: ['TBC'], channel: [] }, { stage: ['new'], tier: ['watch', 'risk'] }])
          expect(await figure({ kpi, filter })).to.equal(expected({ kpi, filter }));
      });

  it('are none where only data are read', async () => {
    imported();
    open();
    expect((await client.load(id)).tables[0]!.read).to.equal(data.orders.length);
    expect(workers.started.length).to.equal(1);
  });

  it('are named with their import when they are missing', async () => {
    imported('funnel');
    open();
    const missing = await failure(client.run(id, rfm));
    expect(missing).to.deep.include({ code: 'unknown-kpi', path: 'kpi' });
    expect(missing.message).to.equal(`kpi: import 'vigie/kpi/rfm', or the element that shows it; got "rfm"`);
    const none = await failure(client.run(id, { kpi: 'nothing' }));
    expect(none.message).to.equal(`kpi: ${listKpis().join(', ')}; got "nothing"`);
    for (const name of ['constructor', 'retention+sales', ''])
      expect((await failure(client.run(id, { kpi: name }))).code).to.equal('unknown-kpi');
  });

  it('may come later: the living worker gets them once, and the data stay', async () => {
    imported('churn');
    open();
    await client.load(id);
    importsMore('rfm', 'sales');
    const results = await Promise.all([rfm, churn, sales, rfm].map(figure));
    expect(results).to.deep.equal([rfm, churn, sales, rfm].map((request) => expected(request)));
    expect([workers.calls('add'), workers.calls('open'), workers.started.length]).to.deep.equal([1, 1, 1]);
    importsMore('retention');
    expect(await figure(retention)).to.equal(expected(retention));
    expect([workers.calls('add'), workers.calls('open')]).to.deep.equal([2, 1]);
  });

  it('are handed over when they are asked for only', async () => {
    imported('churn');
    open();
    await client.load(id);
    importsMore('rfm');
    expect(await figure(churn)).to.equal(expected(churn));
    expect(workers.calls('add')).to.equal(0);
  });

  it('may come later to an engine in the page', async () => {
    imported('churn');
    open({ rungs: ['page'] });
    expect(await figure(churn)).to.equal(expected(churn));
    importsMore('sales');
    expect(await figure(sales)).to.equal(expected(sales));
  });

  it('come to the next worker when this one dies of them', async () => {
    imported('churn');
    open();
    await client.load(id);
    importsMore('rfm');
    workers.killAt('add');
    const results = await Promise.all([rfm, churn].map(figure));
    expect(results).to.deep.equal([expected(rfm), expected(churn)]);
    expect([workers.started.length, notices]).to.deep.equal([2, ['worker-restarted']]);
  });

  it('come to a new worker, which gets the data again, where the page forbids more scripts; later ones without a try', async () => {
    imported('churn');
    workers.script = scriptOf(`self.importScripts=()=>{throw new Error('policy')};${engineScript()}`);
    open();
    await client.load(id);
    await client.append(id, data.orders.slice(0, 1));
    workers.script = null;
    importsMore('rfm');
    const results = await Promise.all([churn, rfm, { ...churn, minGroupSize: 2 }, sales].map((one) => figure(one).catch(String)));
    const grown = { ...data, orders: [...data.orders, data.orders[0]] };
    expect(results.slice(0, 3)).to.deep.equal([churn, rfm, { ...churn, minGroupSize: 2 }].map((one) => expected(one, grown)));
    expect(results[3]).to.match(/import 'vigie\/kpi\/sales'/);
    expect([workers.calls('add'), workers.started.length, workers.alive]).to.deep.equal([1, 2, 1]);
    importsMore('sales', 'retention');
    expect(await Promise.all([figure(retention), figure(sales)])).to.deep.equal([expected(retention, grown), expected(sales, grown)]);
    expect([workers.calls('add'), workers.started.length, workers.alive]).to.deep.equal([1, 3, 1]);
    expect(notices).to.deep.equal([]);
  });
});
