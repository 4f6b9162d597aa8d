import { expect } from 'chai';
import fc from 'fast-check';
import {
  KINDS,
  naiveGaps,
  naiveHazard,
  naiveMedian,
  naiveQuantile,
  naiveRegularity,
  naiveSpells,
  naiveSurvival,
} from './purchase-timing-oracle.js';
import { curve, runTiming } from './purchase-timing-run.js';
import type { TinyInput } from './tiny-dataset.js';

const asOf = '2024-06-30';
const day = fc.integer({ min: -20, max: 90 }).map((back) => new Date(Date.parse(asOf) - back * 86_400_000).toISOString().slice(0, 10));
const people = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay'];
const orders = fc.array(
  fc.record({
    customer: fc.constantFrom(...people, null),
    at: day,
    net: fc.constant(10),
    channel: fc.constantFrom('mail', 'ads', undefined),
    country: fc.constantFrom('FR', 'DE'),
  }),
  { maxLength: 40 },
);
const customers = fc
  .subarray(people)
  .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), created: day, channel: fc.constantFrom('mail', 'seo') }))));
const shops = fc.record({ orders, customers });

const shuffled = <T>(rows: readonly T[], order: readonly number[]): T[] =>
  rows
    .map((row, index) => ({ row, key: order[index % order.length] * 1000 + index }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row);

describe('purchase timing: properties', () => {
  it('agrees with naive loops on any small data', () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const { value } = runTiming(shop, { horizonDays: 60, marks: [3, 40] }, { asOf });
        const spells = naiveSpells(
          shop.orders
            .flatMap(({ customer, at }) => (customer === null ? [] : [{ customer, day: at }]))
            .concat(
              // Guests' orders say how far back the data go, too.
              shop.orders.map(({ at }) => ({ customer: '', day: at })),
            ),
          asOf,
          Object.fromEntries(shop.customers.map(({ id, created }) => [id, created])),
        ).filter(({ customer }) => customer !== '');
        for (const id of ['first', 'second', 'next'] as const) {
          const own = spells.filter(KINDS[id]);
          const found = curve(value, id);
          expect(found?.spells ?? 0).to.equal(own.length);
          if (own.length === 0) continue;
          expect(found.events).to.equal(own.filter(({ ended }) => ended).length);
          expect([found.medianDays, found.day80]).to.deep.equal([naiveQuantile(own, 0.5), naiveQuantile(own, 0.8)]);
          for (const { days, survival } of found.points) expect(survival).to.be.closeTo(naiveSurvival(own, days), 1e-9);
          for (const { from, to, events, rate } of found.hazard) {
            const naive = naiveHazard(own, from, to);
            expect([events, rate]).to.deep.equal([naive.events, naive.exposure > 0 ? naive.events / naive.exposure : null]);
          }
          for (const { days, probability } of found.marks) {
            const isSeen = own.some((spell) => spell.days >= days) || naiveSurvival(own, days) === 0;
            if (isSeen) expect(probability).to.be.closeTo(1 - naiveSurvival(own, days), 1e-9);
            else expect(probability).to.equal(null);
          }
        }
        const gaps = naiveGaps(spells);
        const { pooled, perCustomer, regularity } = value.intervals;
        expect([pooled.medianDays, perCustomer.medianDays]).to.deep.equal([
          naiveMedian(gaps.flat()),
          naiveMedian(gaps.map((own) => naiveMedian(own)!)),
        ]);
        const k = naiveRegularity(gaps);
        // The ratios are counted in parts of 2^15.
        if (k === null) expect(regularity.k).to.equal(null);
        if (k === null || k > 100) return;
        expect(regularity.k).to.be.closeTo(k, 1e-3 * (1 + k));
      }),
    );
  });

  it('does not depend on the order of the rows, to the byte', () => {
    fc.assert(
      fc.property(
        shops,
        fc.array(fc.nat(99), { minLength: 1, maxLength: 9 }),
        fc.constantFrom('none', 'segment', 'stage', 'channel', 'country'),
        (shop, order, by) => {
          const mixed: TinyInput = { orders: shuffled(shop.orders, order), customers: shuffled(shop.customers, order) };
          expect(JSON.stringify(runTiming(mixed, { by }, { asOf }))).to.equal(JSON.stringify(runTiming(shop, { by }, { asOf })));
        },
      ),
    );
  });

  it('splits into groups that add up to everybody', () => {
    fc.assert(
      fc.property(shops, fc.constantFrom('segment', 'stage', 'channel', 'country'), (shop, by) => {
        const { value } = runTiming(shop, { by }, { asOf });
        for (const id of by === 'segment' || by === 'stage' ? (['second', 'next'] as const) : (['first', 'second', 'next'] as const)) {
          const [all, ...groups] = value.curves.filter((one) => one.id === id);
          if (!all) continue;
          for (const key of ['spells', 'events'] as const) expect(groups.reduce((sum, one) => sum + one[key]!, 0)).to.equal(all[key]);
        }
      }),
    );
  });

  it('counts people, not waits, where groups must not be small', () => {
    const order = (customer: string, at: string) => ({ customer, at, net: 10, channel: 'mail', country: 'FR' });
    const days = ['2024-05-29', '2024-05-30', '2024-06-28', '2024-06-29', '2024-06-30'];
    // Ann orders in one channel alone, often; the others in another.
    const orders = [
      ...days.map((at) => ({ ...order('ann', at), channel: 'web' })),
      ...['bob', 'cid', 'dan', 'eve'].flatMap((one) => days.map((at) => order(one, at))),
    ];
    const { value } = runTiming({ orders, customers: [] }, { by: 'channel' }, { asOf, minGroupSize: 3 });
    const groups = value.curves.filter(({ id, part }) => id === 'next' && part !== 'all');
    expect(groups.length).to.equal(2);
    expect(groups.map(({ customers }) => customers)).to.deep.equal([null, null]);
  });

  it('tells of no group smaller than asked', () => {
    const small = (value: unknown, path: string): string[] => {
      if (Array.isArray(value)) return value.flatMap((one, index) => small(one, `${path}[${index}]`));
      if (typeof value === 'object' && value)
        return Object.entries(value).flatMap(([key, one]) => small(one, /Days|marks/.test(key) ? '' : `${path}.${key}`));
      return /\.(customers|spells|events|censored|atRisk|count|within|open)$/.test(path) && Number(value) > 0 && Number(value) < 3
        ? [`${path} = ${String(value)}`]
        : [];
    };
    fc.assert(
      fc.property(shops, fc.constantFrom('none', 'segment', 'stage', 'channel'), (shop, by) => {
        expect(small(runTiming(shop, { by }, { asOf, minGroupSize: 3 }).value, '')).to.deep.equal([]);
      }),
    );
  });
});
