import { expect } from 'chai';
import { createDataset, run } from '../../../src/core/index.js';
import type { DatasetInput, KpiRequest, KpiResult, LifecycleResult } from '../../../src/core/index.js';

const asOf = '2024-06-30';

/** So many customers with orders on these days: worth 10 on the first one, 50 later; `cost` is that of later ones. */
const group = (name: string, size: number, cost: number | null, ...days: string[]) =>
  Array.from({ length: size }, (_, index) =>
    days.map((day, at) => ({ id: `${name}${index}-${at}`, customer_id: `${name}${index}`, created_at: day, total: at ? 50 : 10, cost })),
  ).flat();

/** On 30 March 40 are new, of whom 10 order 50 by 30 June, and 20 loyal, of whom 12 do. Between 30 December and then 20 of 40 became loyal. */
const orders = [
  ...group('old', 1, 0, '2023-01-01'),
  ...group('twice', 12, 20, '2023-11-15', '2024-02-15', '2024-05-20'),
  ...group('once', 8, 20, '2023-11-15', '2024-02-15'),
  ...group('never', 20, 0, '2023-11-15'),
  ...group('came', 10, 40, '2024-02-10', '2024-05-10'),
  ...group('went', 30, 0, '2024-02-10'),
];
/** @param unknown Orders whose costs nobody knows. */
const lines = (unknown: readonly string[] = []) =>
  orders.map(({ id, total, cost }) => ({
    ...{ order_id: id, product_id: 'p', quantity: 1, unit_price: total },
    ...(!unknown.includes(id) && { unit_cost: cost }),
  }));

const ask = (more: object, request: Partial<KpiRequest> = {}): LifecycleResult => {
  const input = { version: 1, meta: { tz: 'UTC' }, orders, ...more } as DatasetInput;
  const { dataset } = createDataset(input);
  return (run(dataset, { kpi: 'lifecycle', params: { window: '3M' }, asOf, ...request }) as KpiResult<LifecycleResult>).value;
};
const flow = ({ flows }: LifecycleResult, from: string, to: string) => flows.find((one) => one.from === from && one.to === to)!;
const means = ({ stages }: LifecycleResult) =>
  stages.map(({ id, meanRevenueAfter, meanMarginAfter }) => [id, meanRevenueAfter, meanMarginAfter]);

describe('lifecycle: potential in margin (L4)', () => {
  it('where costs are known: a worked table', () => {
    const value = ask({ order_lines: lines() });
    expect(value.opportunityBy).to.equal('margin');
    // New: 10 x (50 - 40) over 40; loyal: 12 x (50 - 20) over 20.
    expect(means(value)).to.deep.equal([
      ['prospect', null, null],
      ['new', 12.5, 2.5],
      ['loyal', 30, 18],
      ['premium', null, null],
      ['inactive', 0, 0],
    ]);
    // To loyal: (20 - 10) x (18 - 2.5). To inactive: 20 of 40 then, 30 now, 2.5 lost by each of the ten.
    expect(flow(value, 'new', 'loyal')).to.include({ target: 0.5, opportunity: 155 });
    expect(flow(value, 'new', 'inactive')).to.include({ target: 0.5, opportunity: 25 });
    // What passages have brought stays revenue.
    expect(flow(value, 'new', 'loyal').revenue).to.equal(600);
  });

  it('in revenue, as without costs, where these are known for less than 95 % of it', () => {
    // 1,050 of 1,100: 9 x 10 are known of the new.
    const most = ask({ order_lines: lines(['came0-1']) });
    expect(most.opportunityBy).to.equal('margin');
    expect(flow(most, 'new', 'loyal').opportunity).to.be.closeTo(10 * (18 - 2.25), 1e-9);
    // 1,000 of 1,100.
    const less = ask({ order_lines: lines(['came0-1', 'came1-1']) });
    const plain = ask({});
    expect(JSON.stringify(less)).to.equal(JSON.stringify(plain));
    expect(plain).not.to.have.property('opportunityBy');
    expect(flow(plain, 'new', 'loyal').opportunity).to.equal(175);
    // Costs of orders outside the two dates say nothing of those between them.
    expect(ask({ order_lines: lines(['never0-0', 'never1-0', 'never2-0', 'never3-0']) }).opportunityBy).to.equal('margin');
  });

  it('what is given back for no order that is known is lost altogether', () => {
    const refunds = [{ customer_id: 'twice0', created_at: '2024-06-01', amount: 40 }];
    const value = ask({ order_lines: lines(), refunds });
    // Loyal: (360 - 40) over 20.
    expect(means(value)[2]).to.deep.equal(['loyal', 28, 16]);
  });

  it('is that of those whom a filter chooses, and withheld with their revenue', () => {
    const countries = orders.map(({ customer_id: id }) => ({ id, country: id.startsWith('o') ? 'BE' : 'FR' }));
    const customers = [...new Map(countries.map((one) => [one.id, one])).values()];
    const value = ask({ order_lines: lines(), customers }, { filter: { country: ['FR'] } });
    // Without the 8 who ordered once more: 360 over 12.
    expect(means(value)[2]).to.deep.equal(['loyal', 50, 30]);
    const few = ask({ order_lines: lines() }, { minGroupSize: 21 });
    few.stages.forEach(({ meanRevenueAfter, meanMarginAfter }) => expect(meanMarginAfter === null).to.equal(meanRevenueAfter === null));
    expect(few.stages.map(({ meanMarginAfter }) => meanMarginAfter)).to.include(null);
  });
});
