import { expect } from 'chai';
import fc from 'fast-check';
import { parseIsoDay, formatIsoDay } from '../../../src/core/calendar/civil-day.js';
import { rfm } from '../../../src/core/kpi/rfm.js';
import type { RfmParams, RfmResult } from '../../../src/core/kpi/rfm-types.js';
import { naiveRfm } from './rfm-oracle.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyInput, TinyOrder, TinyRefund } from './tiny-dataset.js';
import { tinyRun } from './tiny-run.js';

const START = parseIsoDay('2011-01-01') ?? NaN;
const isoDay = fc.nat(200).map((shift) => formatIsoDay(START + shift));
/** Few amounts and few customers, so that ties are many. */
const customer = fc.option(fc.constantFrom(...'abcdefghijkl'), { nil: null, freq: 8 });
const anyOrder: fc.Arbitrary<TinyOrder> = fc.record({ customer, at: isoDay, net: fc.constantFrom(0.01, 1, 2, 2.5, 19.99, 1234.56) });
const anyRefund: fc.Arbitrary<TinyRefund> = fc.record({ customer, at: isoDay, amount: fc.constantFrom(0, 1, 20, 5000) });
const anyShop = fc.record({ orders: fc.array(anyOrder, { maxLength: 40 }), refunds: fc.array(anyRefund, { maxLength: 6 }) });
const anyParams: fc.Arbitrary<Partial<RfmParams>> = fc.record({
  window: fc.constantFrom('auto', 'all', '1M', '3M', '45D'),
  bins: fc.constantFrom<3 | 4 | 5>(3, 4, 5),
  segments: fc.constantFrom<RfmParams['segments']>('quartile', 'cumulative', 'thresholds'),
  thresholds: fc.constant<[number, number, number]>([1, 20, 500]),
  mode: fc.constant<RfmParams['mode']>('vigie'),
  scoreLimit: fc.constant(100),
});
const AS_OF = { asOf: '2011-08-01' };

const runOn = (shop: TinyInput, params: object) => tinyRun(rfm, tinyDataset(shop), params, AS_OF);
const add = (result: RfmResult, key: 'customers' | 'orders' | 'revenue', of: 'cells' | 'segments'): number =>
  // Never -0.
  Math.round(100 * result[of].reduce((sum, part) => sum + (part[key] ?? NaN), 0)) / 100 + 0;

/** Every number in a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('rfm, whatever the shop', () => {
  it('agrees with a naive count', () => {
    fc.assert(
      fc.property(anyShop, fc.constantFrom<3 | 4 | 5>(3, 4, 5), (shop, bins) => {
        const asOf = parseIsoDay(AS_OF.asOf) ?? NaN;
        const row = ({ customer: who, at }: TinyOrder | TinyRefund, money: number) => ({
          customer: who ?? null,
          day: parseIsoDay(at) ?? NaN,
          net: Math.round(money * 100),
        });
        const orders = shop.orders.map((one) => row(one, one.net));
        const refunds = shop.refunds.map((one) => row(one, one.amount));
        const naive = naiveRfm(orders, refunds, asOf, () => asOf - 89, bins);
        const { value } = runOn(shop, { window: '90D', bins, scoreLimit: 100 });
        expect(value.scores).to.deep.equal(naive.customers.map((one) => ({ ...one, revenue: one.revenue / 100 })));
        expect([value.inactive, value.guestOrders]).to.deep.equal([naive.inactive, naive.guests.length]);
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    const shuffledShop = anyShop.chain((shop) =>
      fc.record({
        shop: fc.constant(shop),
        orders: fc.shuffledSubarray(shop.orders, { minLength: shop.orders.length }),
        refunds: fc.shuffledSubarray(shop.refunds, { minLength: shop.refunds.length }),
      }),
    );
    fc.assert(
      fc.property(shuffledShop, anyParams, ({ shop, orders, refunds }, params) => {
        expect(JSON.stringify(runOn({ orders, refunds }, params))).to.equal(JSON.stringify(runOn(shop, params)));
      }),
    );
  });

  it('adds up: cells and segments to the customers in the window, shares to 1', () => {
    fc.assert(
      fc.property(anyShop, anyParams, (shop, params) => {
        const { value } = runOn(shop, params);
        for (const of of ['cells', 'segments'] as const)
          expect([add(value, 'customers', of), add(value, 'orders', of), add(value, 'revenue', of)]).to.deep.equal([
            value.customers,
            value.orders,
            value.revenue,
          ]);
        const shares = (key: 'customerShare' | 'revenueShare'): number =>
          value.segments.reduce((sum, segment) => sum + (segment[key] ?? NaN), 0);
        if (value.customers > 0) expect(shares('customerShare')).to.be.closeTo(1, 1e-12);
        if (value.revenue > 0) expect(shares('revenueShare')).to.be.closeTo(1, 1e-9);
      }),
    );
  });

  it('scores ties alike, and never lets more of a measure score less', () => {
    fc.assert(
      fc.property(anyShop, anyParams, (shop, params) => {
        const scores = runOn(shop, params).value.scores ?? [];
        const rank = { TBC: 3, BC: 2, CO: 1, CTO: 0 };
        for (const one of scores)
          for (const other of scores) {
            if (one.recencyDays <= other.recencyDays) expect(one.recencyScore).to.be.at.least(other.recencyScore);
            if (one.orderCount >= other.orderCount) expect(one.frequencyScore).to.be.at.least(other.frequencyScore);
            if (one.revenue >= other.revenue) expect(one.monetaryScore).to.be.at.least(other.monetaryScore);
            if (one.revenue >= other.revenue) expect(rank[one.segment ?? 'CTO']).to.be.at.least(rank[other.segment ?? 'CTO']);
          }
      }),
    );
  });

  it('has no NaN and no Infinity, says why where a figure is null, and survives JSON', () => {
    fc.assert(
      fc.property(anyShop, anyParams, fc.constantFrom('vigie', 'rfm-r'), (shop, given, mode) => {
        const params = mode === 'rfm-r' ? { ...given, mode, window: 'all' } : given;
        const finished = runOn(shop, params);
        expect(numbersIn(finished).every(Number.isFinite)).to.equal(true);
        expect(JSON.parse(JSON.stringify(finished))).to.deep.equal(finished);
        if (finished.value.customers === 0 || finished.value.concentration.gini === null) expect(finished.reasons).to.not.be.empty;
      }),
    );
  });

  it('multiplies money and nothing else when prices are multiplied', () => {
    fc.assert(
      fc.property(anyShop, anyParams, fc.constantFrom(2, 10, 1000), (shop, given, factor) => {
        const params = { ...given, segments: given.segments === 'thresholds' ? 'quartile' : given.segments };
        const dearer = {
          orders: shop.orders.map((one) => ({ ...one, net: one.net * factor })),
          refunds: shop.refunds.map((one) => ({ ...one, amount: one.amount * factor })),
        };
        const [before, after] = [runOn(shop, params).value, runOn(dearer, params).value];
        expect(after.revenue).to.be.closeTo(before.revenue * factor, 1e-6);
        expect(after.cells.map((cell) => cell.customers)).to.deep.equal(before.cells.map((cell) => cell.customers));
        const unscaled = (result: RfmResult) => (result.scores ?? []).map((score) => ({ ...score, revenue: null }));
        expect(unscaled(after)).to.deep.equal(unscaled(before));
        expect(after.concentration.gini ?? -1).to.be.closeTo(before.concentration.gini ?? -1, 1e-12);
      }),
    );
  });

  it('withholds every group that is too small, and never a single one', () => {
    fc.assert(
      fc.property(anyShop, anyParams, fc.integer({ min: 2, max: 5 }), (shop, params, minGroupSize) => {
        const dataset = tinyDataset(shop);
        const open = tinyRun(rfm, dataset, params, AS_OF).value;
        const { value } = tinyRun(rfm, dataset, params, { ...AS_OF, minGroupSize });
        for (const of of ['cells', 'segments'] as const) {
          value[of].forEach((part, index) => {
            const size = open[of][index].customers ?? NaN;
            if (size > 0 && size < minGroupSize) expect(part.customers).to.equal(null);
            if (part.customers !== null) expect(part).to.deep.equal(open[of][index]);
          });
          const withheld = value[of].filter((part) => part.customers === null).length;
          const shown = value[of].filter((part) => (part.customers ?? 0) > 0).length;
          expect(withheld === 1 && shown > 0).to.equal(false);
        }
      }),
    );
  });
});
