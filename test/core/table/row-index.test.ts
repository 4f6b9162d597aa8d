import { expect } from 'chai';
import fc from 'fast-check';
import { runPieces } from '../../../src/core/kpi/run-pieces.js';
import { rowIndexSteps } from '../../../src/core/table/row-index.js';

function naive(owner: number[], owners: number, second: number[]): number[][] {
  const lists = Array.from({ length: owners }, (): number[] => []);
  owner.forEach((one, row) => one >= 0 && lists[one].push(row));
  return lists.map((rows) => [...rows].sort((a, b) => second[a] - second[b] || a - b));
}

function lists(owner: number[], owners: number, second: number[]): number[][] {
  const { offsets, rows } = runPieces(rowIndexSteps(Int32Array.from(owner), owners, Float64Array.from(second)));
  return Array.from({ length: owners }, (_, one) => [...rows.subarray(offsets[one], offsets[one + 1])]);
}

describe('row index', () => {
  it('groups rows by owner and sorts them by time, ties by row', () => {
    expect(lists([1, 0, 1, -1, 1], 3, [50, 7, 10, 1, 10])).to.deep.equal([[1], [2, 4, 0], []]);
  });

  it('is empty without rows or owners', () => {
    expect(lists([], 0, [])).to.deep.equal([]);
    expect(lists([-1, -1], 0, [1, 2])).to.deep.equal([]);
  });

  it('sorts an owner of many rows that come backwards', () => {
    const second = Array.from({ length: 300 }, (_, i) => 300 - i);
    expect(
      lists(
        second.map(() => 0),
        1,
        second,
      )[0],
    ).to.deep.equal(second.map((_, i) => 299 - i));
  });

  it('equals a naive grouping for any rows', () => {
    const row = fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: -5, max: 5 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 120 }), (rows) => {
        const owner = rows.map(([one]) => one);
        const second = rows.map(([, at]) => at);
        expect(lists(owner, 5, second)).to.deep.equal(naive(owner, 5, second));
      }),
    );
  });
});
