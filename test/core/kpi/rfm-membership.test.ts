import { expect } from 'chai';
import fc from 'fast-check';
import { CLASSES, membershipPieces } from '../../../src/core/kpi/rfm-membership.js';

import { rfm } from '../../../src/core/kpi/rfm.js';
import { runPieces } from '../../../src/core/kpi/run-pieces.js';
import type { Dataset } from '../../../src/core/table/dataset.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyOrder } from './tiny-dataset.js';
import { tinyContext, tinyRun } from './tiny-run.js';

const ALL: string[] = ['TBC', 'BC', 'CO', 'CTO', 'inactive'];
const order = (customer: string | null, at: string, net: number): TinyOrder => ({ customer, at, net });

/** Customers in any of these segments. */
function members(dataset: Dataset, segments: string[]): string[] {
  const classes = runPieces(membershipPieces(tinyContext(dataset)));
  return [...dataset.customers.key].filter((_, row) => segments.includes(CLASSES[classes[row]]));
}

describe('membership of segments', () => {
  // Last orders 0, 0, 0, 0, 120 days ago: mean 24 days, a window of one month.
  const dataset = tinyDataset({
    customers: [{ id: 'lead' }],
    orders: [
      ...[10, 20, 30, 40].map((net, i) => order(`c${i + 1}`, '2011-04-30', net)),
      order('old', '2010-12-31', 99),
      order(null, '2011-04-30', 5),
    ],
  });
  const inside = (...segments: string[]) => members(dataset, segments);

  it('finds the customers of each segment', () => {
    expect(ALL.map((segment) => inside(segment))).to.deep.equal([['c4'], ['c3'], ['c2'], ['c1'], ['old']]);
  });

  it('joins segments, and knows nobody without an order', () => {
    expect(inside('TBC', 'inactive')).to.deep.equal(['c4', 'old']);
    expect(inside(...ALL)).to.not.include('lead');
    expect(inside()).to.deep.equal([]);
  });

  it('agrees with the segments of rfm', () => {
    const anyOrders = fc.array(
      fc.record({
        customer: fc.constantFrom(...'abcdefgh'),
        at: fc.constantFrom('2011-01-01', '2011-03-05', '2011-04-30'),
        net: fc.nat(9).map((n) => n + 1),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(anyOrders, fc.constantFrom(...ALL), (orders, segment) => {
        const shop = tinyDataset({ orders });
        const { value } = tinyRun(rfm, shop, { scoreLimit: 100 });
        const found = members(shop, [segment]).sort();
        if (segment === 'inactive') expect(found).to.have.length(value.inactive!);
        else expect(found).to.deep.equal((value.scores ?? []).filter((score) => score.segment === segment).map(({ id }) => id));
      }),
    );
  });
});
