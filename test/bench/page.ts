/** What runs in the pages of the bench: each way of doing the dashboard job. Bundled by the bench itself. */
import { byHand } from './by-hand.js';
import type { Facts } from './facts.js';
import type { OrderRow } from '../../demo/shop/orders.js';
import type { ChurnResult } from '../../src/core/kpi/churn-types.js';
import type { KpiRequest } from '../../src/core/kpi/contract.js';
import type { RetentionResult } from '../../src/core/kpi/retention-types.js';
import type { RfmResult } from '../../src/core/kpi/rfm-types.js';
import type { SalesResult } from '../../src/core/kpi/sales-types.js';
import { openSource } from '../../src/source/index.js';
import type { KpiSource, SourceInput } from '../../src/source/index.js';

const requests: readonly KpiRequest[] = [
  { kpi: 'rfm' },
  { kpi: 'churn' },
  { kpi: 'sales', params: { grain: 'month' } },
  { kpi: 'retention', params: { grain: 'month' } },
];

export interface Outcome {
  /** Milliseconds until everything is there, and of the longest task of the main thread meanwhile (0: none of 50). */
  readonly time: number;
  readonly block: number;
  readonly facts?: Facts;
  /** Milliseconds of one filter change: each KPI by itself, and all together. */
  readonly filters?: { readonly each: readonly number[]; readonly together: number };
  /** Whatever must not be optimised away. */
  readonly sum?: number;
}

/** The longest task of the main thread while something runs. */
async function watched(work: () => Promise<Partial<Outcome>>): Promise<Outcome> {
  const blocks = [0];
  const observer = new PerformanceObserver((list) => blocks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const start = performance.now();
  const outcome = await work();
  const time = performance.now() - start;
  await new Promise((done) => setTimeout(done, 200));
  observer.disconnect();
  return { time, block: Math.max(...blocks), ...outcome };
}

const cents = (amount: number): number => Math.round(amount * 100);

async function ask(source: KpiSource): Promise<Facts> {
  const [rfm, churn, sales, retention] = (await Promise.all(requests.map(async (request) => (await source.run(request)).value))) as [
    RfmResult,
    ChurnResult,
    SalesResult,
    RetentionResult,
  ];
  return {
    months: sales.series.map(({ orders, revenue }) => [orders ?? 0, cents(revenue ?? 0)]),
    cohorts: retention.cohorts.map(({ cells }) => cells.reduce((sum, cell, period) => sum + (period + 1) * (cell?.customers ?? 0), 0)),
    window: [rfm.window.months ?? 0, rfm.customers, cents(rfm.revenue)],
    cuts: [rfm.cuts.recencyDays, rfm.cuts.orderCount, rfm.cuts.revenue.map(cents)],
    churn: [churn.base, churn.base - churn.active!, churn.attritionBase, churn.attritionLost],
  };
}

async function changes(source: KpiSource, countries: readonly string[]): Promise<NonNullable<Outcome['filters']>> {
  const each: number[] = [];
  const timed = async (asked: readonly KpiRequest[], country: string): Promise<number> => {
    const start = performance.now();
    await Promise.all(asked.map((request) => source.run({ ...request, filter: { country: [country] } })));
    return performance.now() - start;
  };
  const [all, ...others] = countries as [string, ...string[]];
  for (const [i, country] of others.entries()) each.push(await timed([requests[i % requests.length]!], country));
  return { each, together: await timed(requests, all) };
}

async function vigie(input: SourceInput, countries: readonly string[]): Promise<Outcome> {
  let source: KpiSource | undefined;
  const outcome = await watched(async () => {
    source = openSource(input);
    return { facts: await ask(source) };
  });
  const filters = await changes(source!, countries);
  source!.release();
  return { ...outcome, filters };
}

function inWorker(body: string, url: string): Promise<Partial<Outcome>> {
  const worker = new Worker(URL.createObjectURL(new Blob([`onmessage=async({data:url})=>{${body}}`], { type: 'text/javascript' })));
  return new Promise((done) => {
    worker.onmessage = ({ data }) => {
      worker.terminate();
      done({ sum: Number(data) });
    };
    worker.postMessage(url);
  });
}

// The loop is a function of its own, with a small sum of its own: else engines would never make it fast.
const FLOOR = `const add=(bytes)=>{let sum=0;for(let i=0;i<bytes.length;i++)sum=(sum+bytes[i])&65535;return sum};let sum=0;const reader=(await fetch(url)).body.getReader();for(;;){const{value}=await reader.read();if(!value)break;sum+=add(value)}postMessage(sum)`;
const PARSE = `postMessage(JSON.parse(await(await fetch(url)).text()).orders.length)`;

/** Values of the filters: the last four change one KPI each. */
const COUNTRIES = ['FR', 'BE', 'CH', 'LU', 'DE'];

const ways = {
  vigie: (url: string) => vigie({ kind: 'url', url }, COUNTRIES),
  async objects(url: string) {
    const data = (await (await fetch(url)).json()) as SourceInput & object;
    return vigie({ kind: 'data', data } as unknown as SourceInput, COUNTRIES);
  },
  floor: (url: string) => watched(() => inWorker(FLOOR, url)),
  parse: (url: string) => watched(() => inWorker(PARSE, url)),
  hand: (url: string) =>
    watched(async () => {
      const { orders } = (await (await fetch(url)).json()) as { orders: OrderRow[] };
      return { facts: byHand(orders) };
    }),
};
export type Way = keyof typeof ways;

declare global {
  var bench: typeof ways;
}
globalThis.bench = ways;
