import { expect } from 'chai';
import fc from 'fast-check';
import { createDataset, run } from '../../../src/core/index.js';
import type { Filter, LifecycleResult } from '../../../src/core/index.js';
import { addDays, monthsBack } from './churn-oracle.js';
import { days, emarsys, months, naiveFlows, naiveMedian, naiveMonths, naiveStays } from './lifecycle-oracle.js';
import type { OracleRules } from './lifecycle-oracle.js';
import { flowsIn, runLifecycle } from './lifecycle-run.js';
import { tinyDataset } from './tiny-dataset.js';

const asOf = '2024-06-30';
const owner = fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve', 'fay');
const day = fc.integer({ min: -5, max: 500 }).map((back) => addDays(asOf, -back));
const orders = fc.array(
  fc.record({ customer: fc.option(owner, { freq: 12 }), at: day, net: fc.integer({ min: 1, max: 9999 }).map((cents) => cents / 100) }),
  { minLength: 1, maxLength: 40 },
);
const registered = fc.uniqueArray(fc.record({ id: fc.constantFrom('ann', 'bob', 'gil', 'hal'), created: day }), {
  selector: ({ id }) => id,
});
const rules: [object, OracleRules][] = [
  [{ window: '1M' }, months(1)],
  [{ window: '3M' }, months(3)],
  [{ window: '17D' }, days(17)],
  [{ preset: 'emarsys' }, emarsys],
  [
    { window: '2M', inactiveWindow: '200D', premiumPurchases: 2, premiumDays: 30 },
    { ...months(2), farBack: days(200).back, premium: { from: 2, days: 30 } },
  ],
];
const froms: [string, string][] = [
  ['3M', monthsBack(asOf, 3)],
  ['1M', monthsBack(asOf, 1)],
  ['20D', addDays(asOf, -20)],
  ['2023-12-31', '2023-12-31'],
];
const sum = (numbers: readonly (number | null)[]): number => numbers.reduce<number>((total, one) => total + one!, 0);

/** The stages partition the customers, and what flows in and out makes the stocks. */
function reconcile({ stages, flows, renewal, customers, months: all }: LifecycleResult): void {
  const known = stages.filter(({ customers: people }) => people !== null);
  expect(sum(known.map((stage) => stage.customers))).to.equal(customers);
  for (const stage of known) {
    expect(stage.before! + stage.entered! - stage.left!).to.equal(stage.customers);
    const out = flows.filter(({ from }) => from === stage.id);
    expect(sum(out.map((flow) => flow.customers))).to.equal(stage.before);
    if (stage.before! > 0) expect(sum(out.map(({ probability }) => probability))).to.be.closeTo(1, 1e-12);
    const into = flows.filter(({ to }) => to === stage.id);
    expect(sum(into.map((flow) => flow.customers))).to.equal(stage.customers);
    expect(sum(into.map(({ revenue }) => revenue))).to.be.closeTo(stage.revenue!, 1e-6);
  }
  const { activeAtStart, newCustomers, reactivated, becameInactive, activeAtEnd } = renewal;
  const active = known.filter(({ id }) => id !== 'prospect' && id !== 'inactive');
  expect(activeAtStart).to.equal(sum(active.map(({ before }) => before)));
  expect(activeAtEnd).to.equal(sum(active.map((stage) => stage.customers)));
  expect(activeAtStart! + newCustomers! + reactivated! - becameInactive!).to.equal(activeAtEnd);
  all.forEach((month, at) => {
    expect(month.newCustomers! + month.retained! + month.reactivated!).to.equal(month.customers);
    expect((all[at - 1]?.customers ?? 0) - month.lapsed!).to.equal(month.retained);
  });
}

describe('lifecycle: properties', () => {
  it('agrees with naive loops over every day: flows, stays, medians, months', () => {
    fc.assert(
      fc.property(
        orders,
        registered,
        fc.constantFrom(...rules),
        fc.constantFrom(...froms),
        (list, customers, [params, rule], [from, start]) => {
          const known = list.flatMap(({ customer, at, net }) =>
            customer === null ? [] : [{ customer, day: at, cents: Math.round(net * 100) }],
          );
          const buyers = known.filter((order) => order.day <= asOf);
          if (buyers.length === 0) return;
          const since = new Map(customers.map(({ id, created }) => [id, created]));
          const { value } = runLifecycle({ orders: list, customers }, { ...params, from }, { asOf });
          expect(value.dates.from).to.equal(start);
          expect(flowsIn(value)).to.deep.equal(naiveFlows(buyers, since, start, asOf, rule));
          reconcile(value);
          const stays = naiveStays(buyers, since, asOf, rule);
          for (const { id, dwell } of value.stages) {
            const own = stays[id] ?? [];
            if (dwell) expect([dwell.stays, dwell.ended], id).to.deep.equal([own.length, own.filter(([, ended]) => ended).length]);
            if (dwell) expect(dwell.medianDays, id).to.equal(naiveMedian(own));
          }
          const counted = value.months.map((month) => [
            ...[month.month, month.customers, month.newCustomers, month.retained],
            ...[month.reactivated, month.lapsed],
          ]);
          // Months begin with the first order of all, of guests too.
          expect(counted.filter(([month]) => month! >= naiveMonths(buyers, asOf)[0][0])).to.deep.equal(naiveMonths(buyers, asOf));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the rows, to the byte, withheld or not', () => {
    fc.assert(
      fc.property(orders, registered, fc.constantFrom(...rules), fc.constantFrom(1, 2, 3), (list, customers, [params], minGroupSize) => {
        const [straight, mixed] = [
          { orders: list, customers },
          { orders: [...list].reverse(), customers: [...customers].reverse() },
        ].map((input) => JSON.stringify(runLifecycle(input, params, { asOf, minGroupSize })));
        expect(mixed).to.equal(straight);
      }),
    );
  });

  it('is the same for money ten times as large, but for the money', () => {
    fc.assert(
      fc.property(orders, fc.constantFrom(...rules), (list, [params]) => {
        const [small, large] = [1, 10].map(
          (times) => runLifecycle({ orders: list.map((row) => ({ ...row, net: row.net * times })) }, params, { asOf }).value,
        );
        expect(flowsIn(large)).to.deep.equal(flowsIn(small));
        expect(large.renewal).to.deep.equal(small.renewal);
        large.stages.forEach(({ revenue }, at) => expect(revenue ?? 0).to.be.closeTo((small.stages[at].revenue ?? 0) * 10, 1e-6));
      }),
    );
  });

  it('the parts of a split by country are the whole', () => {
    const lands = fc.constantFrom('FR', 'DE', 'ES');
    fc.assert(
      fc.property(
        fc.array(fc.record({ customer: owner, at: day, net: fc.constant(10) }), { minLength: 1 }),
        fc.array(lands, { minLength: 6, maxLength: 6 }),
        (list, homes) => {
          const customers = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay'].map((id, at) => ({ id, created: '2023-06-01', country: homes[at] }));
          const dataset = tinyDataset({ orders: list, customers });
          const flows = (filter: Filter) =>
            flowsIn((run(dataset, { kpi: 'lifecycle', params: { window: '3M' }, asOf, filter }) as { value: LifecycleResult }).value);
          const whole = flows({});
          const parts = ['FR', 'DE', 'ES'].map((country) => flows({ country: [country] }));
          // Where a land has no order yet, its prospects are not told either.
          if (list.every(({ at }) => at > asOf) || parts.some((part) => Object.keys(part).length === 0)) return;
          for (const key of Object.keys(whole)) expect(sum(parts.map((part) => part[key] ?? 0)), key).to.equal(whole[key]);
        },
      ),
    );
  });
});

const zones = ['UTC', 'Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu'];
/** Around changes of clocks, and ends of months and days. */
const instants = fc
  .tuple(
    fc.constantFrom(
      '2024-03-10T05:00Z',
      '2024-03-31T00:30Z',
      '2024-04-06T13:30Z',
      '2024-09-28T13:30Z',
      '2024-10-27T00:30Z',
      '2024-11-03T05:30Z',
      '2024-12-31T22:30Z',
    ),
    fc.integer({ min: -72, max: 72 }),
  )
  .map(([at, hours]) => new Date(Date.parse(at) + hours * 1_800_000).toISOString());

describe('lifecycle: time zones', function () {
  this.timeout(60_000);
  for (const timeZone of zones) {
    it(`${timeZone}: equal to naive loops over local days`, () => {
      const localDay = (instant: string): string =>
        new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));
      const shop = fc.array(fc.record({ customer_id: owner, created_at: instants }), { minLength: 1, maxLength: 30 });
      fc.assert(
        fc.property(shop, instants, fc.constantFrom(rules[0], rules[2]), (rows, created, [params, rule]) => {
          const { dataset } = createDataset(
            {
              orders: rows.map((row, index) => ({ order_id: `o${index}`, total: '10.00', ...row })),
              customers: [{ id: 'ann', created_at: created }],
            },
            { timeZone },
          );
          const local = rows.map(({ customer_id: customer, created_at }) => ({ customer, day: localDay(created_at), cents: 1000 }));
          const since = new Map([['ann', localDay(created)]]);
          for (const today of ['2025-01-02', '2024-10-27', '2024-04-07']) {
            const buyers = local.filter((order) => order.day <= today);
            if (buyers.length === 0) continue;
            const { value } = run(dataset, { kpi: 'lifecycle', params: { ...params, from: '1M' }, asOf: today }) as {
              value: LifecycleResult;
            };
            expect(flowsIn(value)).to.deep.equal(naiveFlows(buyers, since, monthsBack(today, 1), today, rule));
            reconcile(value);
          }
        }),
        { numRuns: 40 },
      );
    });
  }
});
