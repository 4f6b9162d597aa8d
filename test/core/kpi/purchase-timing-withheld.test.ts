/** Small groups of `purchase-timing`: nothing that is told gives them away by subtraction. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { TimingCurve } from '../../../src/core/kpi/purchase-timing-types.js';
import { toldDays, cumulated } from '../../../src/core/kpi/purchase-timing-told.js';
import { curve, runTiming } from './purchase-timing-run.js';
import type { TinyOrder } from './tiny-dataset.js';

const asOf = '2024-12-31';
/** Orders of so many people, each on these days. */
const people = (name: string, count: number, days: readonly string[], channel = 'web'): TinyOrder[] =>
  Array.from({ length: count }, (_, at) => days.map((day) => ({ customer: `${name}${at}`, at: day, net: 10, channel }))).flat();

const [FIRST, SECOND, THIRD] = ['2024-01-01', '2024-01-11', '2024-02-10'];

describe('purchase timing: small groups', () => {
  it('withholds a group whose purchases are few, another one, and the test of both', () => {
    // 3 of 100 through a buy again, 50 of 100 through b: 53 - 50 would tell of the 3.
    const orders = [
      ...people('a', 3, [FIRST, SECOND], 'a'),
      ...people('x', 97, [FIRST], 'a'),
      ...people('b', 50, [FIRST, SECOND], 'b'),
      ...people('y', 50, [FIRST], 'b'),
    ];
    const { value } = runTiming({ orders }, { by: 'channel' }, { asOf, minGroupSize: 10 });
    const [all, ...groups] = value.curves.filter(({ id }) => id === 'second');
    expect(all.events).to.equal(53);
    for (const { events, points, hazard, marks, window, meanWait } of groups) {
      expect([events, points.length, hazard.length, window, meanWait]).to.deep.equal([null, 0, 0, null, null]);
      expect(marks.map(({ probability }) => probability)).to.deep.equal([null, null, null]);
    }
    expect(value.tests).to.deep.equal([]);
    // Nothing is few in c.
    const fine = [...orders, ...people('c', 60, [FIRST, SECOND], 'c'), ...people('z', 60, [FIRST], 'c')];
    const { curves } = runTiming({ orders: fine }, { by: 'channel' }, { asOf, minGroupSize: 10 }).value;
    expect(curves.filter(({ id, part }) => id === 'second' && part === 'group').map(({ group, events }) => [group, events])).to.deep.equal([
      ...[
        ['c', 60],
        ['b', null],
        ['a', null],
      ],
    ]);
  });

  it('does not tell how few later purchases there are', () => {
    // 300 customers, of whom 100 buy twice, 5 of them three times.
    const orders = [...people('a', 5, [FIRST, SECOND, THIRD]), ...people('b', 95, [FIRST, SECOND]), ...people('c', 200, [FIRST])];
    const { curves, steps, intervals } = runTiming({ orders }, {}, { asOf, minGroupSize: 10 }).value;
    const next = curves.find(({ id }) => id === 'next')!;
    // Waits less customers, intervals less customers, and the second step would each tell the 5.
    expect([next.customers, next.spells, next.events]).to.deep.equal([100, null, null]);
    expect([intervals.pooled.count, intervals.perCustomer.count]).to.deep.equal([null, null]);
    expect(steps.map(({ customers, events }) => [customers, events])).to.deep.equal([
      [300, 100],
      [100, null],
    ]);
  });

  it('stops the steps where the rest of all later waits is few', () => {
    // 100, 60, 40 and 5 wait for a second, third, fourth, fifth purchase: 105 waits after the second, of which 60 and 40 would leave 5.
    const days = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'];
    const orders = [
      ...people('a', 5, days),
      ...people('b', 35, days.slice(0, 3)),
      ...people('c', 20, days.slice(0, 2)),
      ...people('d', 40, days.slice(0, 1)),
    ];
    const { curves, steps } = runTiming({ orders }, {}, { asOf, minGroupSize: 10 }).value;
    expect(curve({ curves } as never, 'next').spells).to.equal(105);
    expect(steps.map(({ customers, events }) => [customers, events])).to.deep.equal([
      [100, 60],
      [60, null],
    ]);
  });

  it('tells a day only where nobody few bought since the one before', () => {
    // 20 on day 3, 4 on day 5, 30 on day 9.
    const sums = cumulated(Int32Array.from([0, 0, 0, 20, 0, 4, 0, 0, 0, 30]));
    expect([...toldDays([sums], [9, 4, 5, 3, 7], 10)]).to.deep.equal([-1, 9, 4, 3]);
    expect([...toldDays([sums], [5, 4, 9], 10)]).to.deep.equal([-1, 5, 9]);
    // Together with a curve of 15 on day 4: by day 3, none of these and 20 of those have bought; by day 5, all 15 and 24.
    const others = cumulated(Int32Array.from([0, 0, 0, 0, 15, 0, 0, 0, 0, 0]));
    expect([...toldDays([sums, others], [3, 4, 5, 9], 10)]).to.deep.equal([-1, 3, 4, 9]);
  });

  it('leaves no few purchases between what is told of everybody, of groups, and of those who are withheld', () => {
    const start = Date.UTC(2024, 0, 1);
    const day = (n: number): string => new Date(start + n * 86_400_000).toISOString().slice(0, 10);
    const shop = fc.array(
      fc.record({ channel: fc.constantFrom('a', 'b', 'c'), gap: fc.integer({ min: 1, max: 40 }), again: fc.boolean() }),
      {
        minLength: 30,
        maxLength: 90,
      },
    );
    /** Purchases by the end of each day that has a point. */
    const toldBy = ({ points }: TimingCurve): Map<number, number> => {
      let sum = 0;
      return new Map(points.map(({ days, events }) => [days, (sum += events)]));
    };
    fc.assert(
      fc.property(shop, fc.integer({ min: 2, max: 6 }), (list, least) => {
        const orders = list.flatMap(({ channel, gap, again }, at) => people(`${at}-`, 1, again ? [day(0), day(gap)] : [day(0)], channel));
        const { curves } = runTiming({ orders }, { by: 'channel' }, { asOf, minGroupSize: least }).value;
        const [all, ...groups] = curves.filter(({ id }) => id === 'second');
        const whole = toldBy(all);
        const shown = groups.filter(({ events }) => events !== null).map(toldBy);
        const shared = [...whole.keys()].filter((each) => shown.every((own) => own.has(each)));
        const few = (counts: readonly number[]): boolean =>
          counts.some((count, at) => count !== (counts[at - 1] ?? 0) && count - (counts[at - 1] ?? 0) < least);
        for (const own of [whole, ...shown]) expect(few([...own.values()])).to.equal(false);
        if (shown.length < groups.length)
          expect(few(shared.map((each) => whole.get(each)! - shown.reduce((sum, own) => sum + own.get(each)!, 0)))).to.equal(false);
      }),
    );
  });
});
