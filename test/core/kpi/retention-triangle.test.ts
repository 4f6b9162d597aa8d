import { expect } from 'chai';
import { createDataset, run } from '../../../src/core/index.js';
import type { DatasetInput, KpiRequest, KpiResult, RetentionParams, RetentionResult } from '../../../src/core/index.js';
import { ordersOf } from './churn-run.js';
import { tinyDataset } from './tiny-dataset.js';

type Result = KpiResult<RetentionResult>;

const asOf = '2024-03-31';
const ask = (input: DatasetInput, params: Partial<RetentionParams>, request: Partial<KpiRequest> = {}): Result =>
  run(createDataset(input).dataset, { kpi: 'retention', params, asOf, ...request }) as Result;
const values = ({ value }: Result) =>
  Object.fromEntries(value.cohorts.map(({ cohort, cells }) => [cohort, cells.map((cell) => cell?.value)]));

const order = (id: string, customer_id: string, created_at: string, total: number, channel = 'ads') => ({
  id,
  customer_id,
  created_at,
  total,
  channel,
});
const line = (order_id: string, product_id: string, quantity: number, unit_price: number, more: object = {}) => ({
  order_id,
  product_id,
  quantity,
  unit_price,
  ...more,
});

/** January: ann, bob. February: cid. */
const shop = {
  version: 1 as const,
  meta: { currency: 'EUR', tz: 'UTC' },
  orders: [
    ...[order('1', 'ann', '2024-01-05', 30), order('2', 'bob', '2024-01-06', 50, 'mail'), order('3', 'ann', '2024-02-01', 20)],
    ...[order('4', 'cid', '2024-02-03', 40), order('5', 'bob', '2024-03-04', 10, 'mail')],
  ],
  order_lines: [
    ...[
      line('1', 'tea', 3, 10),
      line('2', 'cup', 1, 40, { unit_cost: 25 }),
      line('2', 'tea', 1, 10),
      line('3', 'tea', 2, 10, { returned_qty: 1 }),
    ],
    ...[line('4', 'cup', 1, 40, { unit_cost: 10 }), line('5', 'jam', 1, 10)],
  ],
  products: [
    { id: 'tea', name: 'Green tea', unit_cost: 4 },
    { id: 'cup', name: 'Cup' },
  ],
  ad_spend: [
    ...[
      { date: '2024-01-10', channel: 'ads', cost: 36 },
      { date: '2024-01-10', channel: 'mail', cost: 4 },
    ],
    ...[
      { date: '2024-02-10', channel: 'ads', cost: 25, kind: 'acquisition' },
      { date: '2024-02-11', channel: 'ads', cost: 500, kind: 'retention' },
    ],
  ],
};

/** With the cost of the last product. */
const costed = { ...shop, products: [...shop.products, { id: 'jam', unit_cost: 6 }] };

describe('cohort metrics: a worked table', () => {
  it('revenue, baskets and margin; margin counts orders whose costs are known', () => {
    expect(values(ask(shop, { metric: 'revenue' }))).to.deep.equal({ '2024-01': [40, 50, 55], '2024-02': [40, 40] });
    expect(values(ask(shop, { metric: 'basket' }))).to.deep.equal({ '2024-01': [40, 20, 10], '2024-02': [40, null] });
    const margin = ask(costed, { metric: 'margin' });
    // 30 - 3 x 4 and 50 - 25 - 4, then 20 - 4, then 10 - 6.
    expect(values(margin)).to.deep.equal({ '2024-01': [19.5, 27.5, 29.5], '2024-02': [30, 30] });
    expect(margin.value.triangle!.line).to.deep.equal([23, 23 + 16 / 3, 23 + 16 / 3 + 2]);
    expect([margin.value.triangle!.costCoverage, margin.status]).to.deep.equal([1, 'ready']);
    expect(margin.value.cohorts[0].cells[1]).to.deep.equal({ customers: 1, base: 2, orders: 1, revenue: 20, value: 27.5, part: 16 });
  });

  it('no margin, and no payback by it, where costs are known for less than 95 % of the revenue', () => {
    // Jam, 10 of 150, has none.
    const { value, status, reasons } = ask(shop, { metric: 'margin' });
    expect([status, reasons]).to.deep.equal(['partial', [{ code: 'partial-costs', detail: 'order_lines.unit_cost' }]]);
    expect(values(ask(shop, { metric: 'margin' }))).to.deep.equal({ '2024-01': [null, null, null], '2024-02': [null, null] });
    expect(value.triangle!.line).to.deep.equal([null, null, null]);
    expect([value.triangle!.costCoverage, value.triangle!.paybackBy]).to.deep.equal([140 / 150, 'revenue']);
    // 40 of revenue each in January; 20 was spent on each.
    expect(value.cohorts[0].acquisition).to.deep.include({ cac: 20, payback: 1 });
    // One customer of forty has a cost: 100 a month are revenue, not margin.
    const months = ['01', '02', '03'];
    const orders = Array.from({ length: 40 }, (_, i) =>
      months.map((month) => order(`${i}-${month}`, `c${i}`, `2024-${month}-05`, 100)),
    ).flat();
    const order_lines = months.map((month) => line(`0-${month}`, 'tea', 1, 100, { unit_cost: 40 }));
    const some = ask({ orders, order_lines, ad_spend: [{ date: '2024-01-10', channel: 'ads', cost: 2000 }] }, { metric: 'revenue' }).value
      .triangle!;
    expect([some.costCoverage, some.paybackBy]).to.deep.equal([1 / 40, 'revenue']);
    expect(some.acquisition).to.deep.include({ cac: 50, payback: 1 });
  });

  it('what was spent before the first order is in no cost, and told', () => {
    const ad_spend = [{ date: '2023-11-01', channel: 'ads', cost: 500 }, ...shop.ad_spend];
    const { acquisition, spentBefore } = ask({ ...shop, ad_spend }, { metric: 'revenue' }).value.triangle!;
    expect([spentBefore, acquisition!.cost]).to.deep.equal([500, 65]);
    expect(ask(shop, { metric: 'revenue' }).value.triangle!.spentBefore).to.equal(0);
  });

  it('says what it lacks', () => {
    const { status, reasons } = ask({ ...shop, order_lines: [line('1', 'tea', 3, 10)], products: [] }, { metric: 'margin' });
    expect([status, reasons]).to.deep.equal(['partial', [{ code: 'missing-column', detail: 'order_lines.unit_cost' }]]);
  });

  it('cost of a customer by period, against margin: paid back in the first or second month, or not yet', () => {
    const { value } = ask(costed, { metric: 'revenue' });
    expect(value.cohorts.map(({ acquisition }) => acquisition)).to.deep.equal([
      { cost: 40, customers: 2, cac: 20, payback: 2, observed: 3 },
      { cost: 25, customers: 1, cac: 25, payback: 1, observed: 2 },
    ]);
    expect(value.triangle!.acquisition).to.deep.equal({ cost: 65, customers: 3, cac: 65 / 3, payback: 1, observed: 3 });
    expect(value.triangle!.paybackBy).to.equal('margin');
    // Whatever is shown.
    for (const metric of ['retention', 'basket', 'margin', 'tbc'] as const) {
      const shown = ask(costed, { metric }).value;
      expect(
        shown.cohorts.map(({ acquisition }) => acquisition!.payback),
        metric,
      ).to.deep.equal([2, 1]);
      expect(shown.triangle!.acquisition, metric).to.deep.include({ payback: 1, observed: 3 });
    }
    const dear = ask({ ...costed, ad_spend: [{ date: '2024-01-10', channel: 'ads', cost: 200 }] }, { metric: 'retention' }).value;
    expect(dear.cohorts.map(({ acquisition }) => [acquisition!.cac, acquisition!.payback])).to.deep.equal([
      [100, null],
      [null, null],
    ]);
    expect(dear.triangle!.acquisition).to.deep.include({ cost: 200, customers: 2, cac: 100, payback: null });
  });

  it('cost of a customer by channel; a filter by channel narrows spending too, one by country leaves none', () => {
    const { value } = ask(shop, { metric: 'revenue', key: 'channel' });
    expect(value.cohorts.map(({ cohort, acquisition }) => [cohort, acquisition?.cac, acquisition?.customers])).to.deep.equal([
      ['ads', 61 / 2, 2],
      ['mail', 4, 1],
      ...value.cohorts.slice(2).map(() => []),
    ]);
    const filtered = ask(shop, { metric: 'revenue' }, { filter: { channel: ['mail'] } }).value;
    expect(filtered.cohorts[0].acquisition).to.deep.include({ cost: 4, customers: 1, cac: 4 });
    const orders = shop.orders.map((row) => ({ ...row, country: 'FR' }));
    const french = ask({ ...shop, orders }, { metric: 'revenue' }, { filter: { country: ['FR'] } }).value;
    expect(french.triangle!.acquisition).to.deep.include({ cost: null, cac: null, payback: null });
    expect(ask(shop, { metric: 'revenue', key: 'country' }).value.cohorts[0]).not.to.include.keys('acquisition');
    expect(ask({ ...shop, ad_spend: [] }, { metric: 'revenue' }).value.triangle!.acquisition?.cac ?? null).to.equal(null);
  });

  it('cohorts by the product that the first order was for most', () => {
    const { value, status } = ask(shop, { key: 'first-product' });
    expect(value.cohorts.map(({ cohort, size }) => [cohort, size])).to.deep.equal([
      ['Cup', 2],
      ['Green tea', 1],
    ]);
    expect(status).to.equal('ready');
    const none = ask({ ...shop, order_lines: [], products: [] }, { key: 'first-product' });
    expect([none.status, none.reasons[0]]).to.deep.equal(['partial', { code: 'missing-column', detail: 'order_lines' }]);
  });
});

describe('cohort metrics: what the data can carry', () => {
  const people = (month: string, count: number, again = 0) =>
    Array.from({ length: count }, (_, i) => [
      `${month}-${i} 2024-${month}-03`,
      ...(i < again ? [`${month}-${i} 2024-${String(Number(month) + 1).padStart(2, '0')}-09`] : []),
    ]).flat();
  const run24 = (lines: string[], params: Partial<RetentionParams> = {}, request: Partial<KpiRequest> = {}) =>
    run(tinyDataset({ orders: ordersOf('old 2023-12-01', ...lines) }), {
      kpi: 'retention',
      params: { metric: 'retention', ...params },
      asOf: '2024-07-31',
      ...request,
    }) as Result;

  it('compares the three latest cohorts with the three before, without the first of the data', () => {
    const better = run24([
      ...people('01', 40, 8),
      ...people('02', 40, 8),
      ...people('03', 40, 8),
      ...people('04', 40, 24),
      ...people('05', 40, 24),
      ...people('06', 40, 24),
    ]);
    const { comparison, leftCensored } = better.value.triangle!;
    expect([comparison!.verdict, comparison!.recent.rate, comparison!.earlier.rate, comparison!.recent.base]).to.deep.equal([
      'higher',
      0.6,
      0.2,
      120,
    ]);
    expect(leftCensored).to.equal(true);
    const alike = run24(['01', '02', '03', '04', '05', '06'].flatMap((month) => people(month, 40, 8)));
    expect(alike.value.triangle!.comparison!.verdict).to.equal('unclear');
    const few = run24(['01', '02', '03', '04', '05', '06'].flatMap((month) => people(month, 9, 8)));
    expect(few.value.triangle!.comparison).to.equal(null);
    expect(run24(people('01', 40, 8)).value.triangle!.comparison).to.equal(null);
    expect(run24(people('01', 40), { mode: 'rolling' }).value.triangle!.comparison).to.equal(null);
  });

  it('withholds what would tell of a few', () => {
    const lines = [...people('01', 40, 20), ...people('02', 40, 2), ...people('03', 3), ...people('04', 2)];
    const { value, reasons } = run24(lines, { metric: 'revenue' }, { minGroupSize: 5 });
    const [first, second] = value.cohorts.slice(1);
    expect(first.cells.slice(0, 2).map((cell) => cell!.value)).to.deep.equal([10, 15]);
    // A sum that goes on after a hidden month would tell it by subtraction.
    expect(second.cells.map((cell) => cell && cell.value)).to.deep.equal([10, null, null, null, null, null]);
    expect(value.cohorts[0].cells.map((cell) => cell && cell.value)).to.deep.equal(Array.from({ length: 8 }, () => null));
    expect(reasons.map(({ code }) => code)).to.include('suppressed');
    const tops = run24(lines, { metric: 'tbc' }, { minGroupSize: 5 }).value.cohorts.flatMap(({ cells }) => cells);
    for (const cell of tops) if (cell?.part) expect(cell.part).to.be.at.least(5);
    expect(run24(['new 2024-07-01'], {}, { minGroupSize: 5 }).value.triangle!.newcomers).to.deep.include({
      customers: null,
      orders: null,
      active: null,
    });
  });

  it('is empty without orders, and says nothing of metrics that are not asked for', () => {
    const empty = run(tinyDataset({ visits: [] }), { kpi: 'retention', params: { metric: 'tbc' } }) as Result;
    expect([empty.status, empty.value.triangle!.line, empty.value.triangle!.newcomers.customers]).to.deep.equal(['empty', [], 0]);
    expect(run24(['new 2024-07-01'], { metric: undefined }).value).not.to.include.keys('triangle');
    expect(run24(['new 2024-07-01'], { metric: undefined }).params).not.to.include.keys('newMonths');
    for (const params of [{ metric: 'clv' }, { newMonths: 0 }, { newMonths: 13 }])
      expect(() => run24([], params as object), JSON.stringify(params)).to.throw('params');
  });
});

describe('cohort metrics: time zones', () => {
  const zones = ['UTC', 'Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu'];
  /** Every third hour around changes of clocks and turns of months and of the year. */
  const instants = ['2023-03-11', '2023-03-26', '2023-04-01', '2023-09-24', '2023-10-29', '2023-10-31', '2023-11-05', '2023-12-31'].flatMap(
    (day) => Array.from({ length: 16 }, (_, i) => new Date(Date.parse(`${day}T00:00Z`) + i * 3 * 3_600_000 + 1_800_000).toISOString()),
  );
  for (const timeZone of zones) {
    it(`${timeZone}: weeks, months and quarters of all cohorts add up to the total`, () => {
      const orders = instants.map((created_at, i) => ({ id: `o${i}`, customer_id: `c${(i * 7) % 23}`, created_at, total: 10 + i }));
      const { dataset } = createDataset({ orders }, { timeZone });
      const localDay = (instant: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));
      const total = orders.reduce((sum, { total: amount }) => sum + amount, 0);
      for (const grain of ['week', 'month', 'quarter'] as const) {
        const { value } = run(dataset, {
          kpi: 'retention',
          params: { grain, metric: 'revenue', periods: 600 },
          asOf: '2024-12-31',
        }) as Result;
        const cells = value.cohorts.flatMap(({ cells: own }) => own);
        expect(
          cells.reduce((sum, cell) => sum + (cell?.revenue ?? 0), 0),
          grain,
        ).to.be.closeTo(total, 1e-6);
        expect(
          cells.reduce((sum, cell) => sum + (cell?.orders ?? 0), 0),
          grain,
        ).to.equal(orders.length);
        expect(
          value.cohorts.reduce((sum, { size }) => sum + size!, 0),
          grain,
        ).to.equal(23);
      }
      const months = run(dataset, { kpi: 'retention', asOf: '2024-12-31' }) as Result;
      const byMonth = new Map<string, number>();
      for (const { cells } of months.value.cohorts)
        for (const cell of cells) if (cell) byMonth.set(cell.period!, (byMonth.get(cell.period!) ?? 0) + cell.revenue!);
      const naive = new Map<string, number>();
      for (const row of orders)
        naive.set(localDay(row.created_at).slice(0, 7), (naive.get(localDay(row.created_at).slice(0, 7)) ?? 0) + row.total);
      for (const [month, amount] of byMonth) expect(amount, month).to.be.closeTo(naive.get(month) ?? 0, 1e-6);
    });
  }
});
