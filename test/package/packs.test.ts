/** Which KPIs come with what a page imports, as its bundler sees it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { createDataset } from '../../src/core/ingest/create-dataset.js';
import { run } from '../../src/core/engine.js';
import { listKpis } from '../../src/core/kpi/index.js';
import { bundled } from './sizes.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Ids of the KPIs whose definition stands in a script. */
const kpisIn = (script: string): string[] => [...script.matchAll(/[{,]id:[`'"]([a-z-]+)[`'"],version:/g)].map((match) => match[1]!).sort();

describe('KPIs that come with an import', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(resolve(root, '.cache-'))));
  after(() => rmSync(folder, { recursive: true }));

  /** A page's script, with the modules of the library under their published names. */
  async function page(script: string): Promise<string[]> {
    const { exports } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { exports: Record<string, { default: string }> };
    const code = script.replace(/'vigie([^']*)'/g, (_, path: string) => `'../${exports[`.${path}`]!.default}'`);
    const entry = resolve(folder, 'page.js');
    writeFileSync(entry, code);
    return kpisIn(await bundled(entry));
  }

  for (const [tag, kpi] of [
    ['kpi-funnel', 'funnel'],
    ['rfm-matrix', 'rfm'],
    ['churn-alerts', 'churn'],
    ['kpi-dashboard', 'sources'],
    ['kpi-pulse', 'pulse'],
    ['lifecycle-flow', 'lifecycle'],
    ['cohort-triangle', 'retention'],
    ['purchase-timing', 'purchase-timing'],
  ] as const)
    it(`${tag}: ${kpi} alone`, async () => {
      expect(await page(`import 'vigie/${tag}';`)).to.deep.equal([kpi]);
    });

  for (const [what, script, kpis] of [
    ['a class', "import { RfmMatrixElement } from 'vigie'; customElements.define('my-matrix', RfmMatrixElement);", ['rfm']],
    ['all tags', "import 'vigie/define';", listKpis().filter((kpi) => kpi !== 'sales')],
    ['figures from elsewhere', "import { resultSource } from 'vigie/source'; top.own = resultSource();", []],
    ['a source that a script asks', "import { openSource } from 'vigie/source'; top.own = openSource;", listKpis()],
    ['a KPI by its id', "import { sales } from 'vigie/kpi/sales'; top.own = sales;", ['sales']],
    ['a KPI without a name', "import 'vigie/kpi/sales';", ['sales']],
    ['two tags', "import 'vigie/kpi-funnel'; import 'vigie/kpi-dashboard';", ['funnel', 'sources']],
  ] as const)
    it(`${what}: ${kpis.join(', ') || 'none'}`, async () => {
      expect(await page(script)).to.deep.equal([...kpis]);
    });
});

/** What a worker file says to calls, in order. */
async function answers(calls: readonly [name: string, ...args: unknown[]][]): Promise<unknown[]> {
  const said = new Map<number, unknown>();
  const scope = {
    onmessage: null as unknown as (message: object) => Promise<void>,
    postMessage: ({ id, value }: { id: number; value: unknown }) => said.set(id, value),
  };
  const start = new Function('self', readFileSync(resolve(root, 'dist/worker.js'), 'utf8'));
  start(scope);
  for (const [id, [name, ...args]] of calls.entries()) await scope.onmessage({ data: { id: id + 1, name, args } });
  return calls.map((_, id) => said.get(id + 1));
}

describe('the worker file', () => {
  it('has all KPIs, with the figures of the core', async () => {
    const rows = [3, 14, 15, 92, 65, 35].map((total, at) => ({ customer: `c${at % 3}`, date: `2024-0${at + 1}-11`, total }));
    const { dataset } = createDataset(rows);
    const asked = listKpis().map((kpi, job) => ({ job, request: { kpi } }));
    const bytes = new TextEncoder().encode(JSON.stringify(rows));
    const [outcomes] = (
      await answers([
        ['open', 1, {}],
        ['push', 1, bytes, true],
        ['finish', 1],
        ['run', 1, asked],
      ])
    ).slice(-1);
    const figures = listKpis().map((kpi) => ({ value: run(dataset, { kpi }) }));
    expect(JSON.stringify(outcomes)).to.equal(JSON.stringify(figures));
  });
});
