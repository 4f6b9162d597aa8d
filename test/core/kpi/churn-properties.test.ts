import { expect } from 'chai';
import fc from 'fast-check';
import { firstOf } from '../../../src/core/kpi/first-of.js';
import { runPieces } from '../../../src/core/kpi/run-pieces.js';
import { addDays, monthsBack, naiveAttrition, naiveTiers } from './churn-oracle.js';
import { runChurn } from './churn-run.js';
import type { TinyInput } from './tiny-dataset.js';

const asOf = '2024-06-30';

const days = fc.integer({ min: 0, max: 700 }).map((back) => addDays(asOf, -back));
const owner = fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve', 'fay', null);
const orders = fc.array(fc.record({ customer: owner, at: days, net: fc.integer({ min: 1, max: 9999 }).map((cents) => cents / 100) }), {
  maxLength: 30,
});
const refunds = fc.array(fc.record({ customer: owner, at: days, amount: fc.integer({ min: 1, max: 99999 }).map((cents) => cents / 100) }), {
  maxLength: 6,
});
const windows = fc.constantFrom('auto', '1M', '2M', '3M', '6M', '1D', '45D');

function shuffled<T>(rows: readonly T[], order: readonly number[]): T[] {
  const keyed = rows.map((row, index) => ({ row, key: order[index % order.length] * 1000 + index }));
  return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
}

describe('churn: properties', () => {
  it('agrees with naive loops on any small data, for windows of months that thirds divide', () => {
    fc.assert(
      fc.property(orders, fc.constantFrom(3, 6), (list, months) => {
        const known = list.flatMap(({ customer, at, net }) =>
          customer === null ? [] : [{ customer, day: at, cents: Math.round(net * 100) }],
        );
        const { value } = runChurn({ orders: list }, { window: `${months}M` }, { asOf });
        expect(value.base).to.equal(new Set(known.map((order) => order.customer)).size);
        if (known.length === 0) return;
        const tiers = naiveTiers(known, asOf, months);
        for (const tier of value.tiers)
          expect(tier).to.deep.include({ customers: tiers[tier.id].customers, revenue: tiers[tier.id].cents / 100 });
        const first = list.map((order) => order.at).sort()[0];
        if (first <= addDays(monthsBack(asOf, 2 * months), 1)) {
          expect({ base: value.attritionBase, lost: value.attritionLost }).to.deep.equal(naiveAttrition(known, asOf, months));
        }
      }),
    );
  });

  it('does not depend on the order of the rows, to the byte', () => {
    fc.assert(
      fc.property(
        orders,
        refunds,
        windows,
        fc.array(fc.nat(99), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(1, 2),
        (list, back, window, order, limit) => {
          const straight = runChurn({ orders: list, refunds: back }, { window, limit }, { asOf });
          const mixed = runChurn({ orders: shuffled(list, order), refunds: shuffled(back, order) }, { window, limit }, { asOf });
          expect(JSON.stringify(mixed)).to.equal(JSON.stringify(straight));
        },
      ),
    );
  });

  it('is the same for money ten times as large, but for the money', () => {
    fc.assert(
      fc.property(orders, refunds, windows, (list, back, window) => {
        const input: TinyInput = { orders: list, refunds: back };
        const tenfold: TinyInput = {
          orders: list.map((row) => ({ ...row, net: row.net * 10 })),
          refunds: back.map((row) => ({ ...row, amount: row.amount * 10 })),
        };
        const [small, large] = [input, tenfold].map((data) => runChurn(data, { window }, { asOf }).value);
        expect(large.trend).to.deep.equal(small.trend);
        expect(large.customers.map(({ id, tier }) => [id, tier])).to.deep.equal(small.customers.map(({ id, tier }) => [id, tier]));
        large.customers.forEach((customer, index) => expect(customer.revenue).to.be.closeTo(small.customers[index].revenue * 10, 1e-6));
      }),
    );
  });

  it('adds up: tiers never exceed the base, inactive ones are those not active, lost ones were there', () => {
    fc.assert(
      fc.property(orders, refunds, windows, (list, back, window) => {
        const { value } = runChurn({ orders: list, refunds: back }, { window }, { asOf });
        if (value.base === 0) return;
        const [watch, risk, inactive] = value.tiers.map((tier) => tier.customers!);
        expect(inactive).to.equal(value.base - value.active!);
        expect(watch + risk).to.be.at.most(value.active!);
        expect(value.customers).to.have.length(watch + risk + inactive);
        for (const { base, lost, attritionRate } of value.trend) {
          expect(lost).to.be.at.most(base);
          if (attritionRate !== null) expect(attritionRate).to.be.within(0, 1);
        }
        const revenue = value.customers.reduce((sum, customer) => sum + customer.revenue, 0);
        expect(revenue).to.be.closeTo(
          value.tiers.reduce((sum, tier) => sum + tier.revenue!, 0),
          1e-6,
        );
      }),
    );
  });

  it('the bounded list is the beginning of the whole one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 0, max: 7 }), (numbers, limit) => {
        expect(runPieces(firstOf(numbers, limit, (a, b) => a - b, 5))).to.deep.equal([...numbers].sort((a, b) => a - b).slice(0, limit));
      }),
    );
  });
});
