import { expect } from 'chai';
import fc from 'fast-check';
import { Bitmap } from '../../../src/core/table/bitmap.js';

const LENGTHS = [0, 1, 31, 32, 33, 64, 100];

/** Table length and two sets of its rows. */
const twoSets = fc.integer({ min: 0, max: 130 }).chain((length) => {
  const rows = length === 0 ? fc.constant<number[]>([]) : fc.uniqueArray(fc.nat(length - 1));
  return fc.tuple(fc.constant(length), rows, rows);
});

function bitmapOf(length: number, rows: readonly number[]): Bitmap {
  const bitmap = new Bitmap(length);
  for (const row of rows) bitmap.add(row);
  return bitmap;
}
const ascending = (rows: readonly number[]): number[] => [...rows].sort((a, b) => a - b);
const listed = (bitmap: Bitmap): number[] => {
  const rows: number[] = [];
  bitmap.forEach((row) => rows.push(row));
  return rows;
};

describe('Bitmap', () => {
  it('holds what was added, and no longer what was removed', () => {
    const bitmap = bitmapOf(70, [0, 31, 32, 69]);
    expect([0, 1, 31, 32, 33, 69].map((row) => bitmap.has(row))).to.deep.equal([true, false, true, true, false, true]);
    bitmap.remove(31);
    bitmap.remove(30);
    expect(listed(bitmap)).to.deep.equal([0, 32, 69]);
    expect(bitmap.count()).to.equal(3);
  });

  for (const length of LENGTHS)
    it(`full of ${length} rows holds these and nothing beyond`, () => {
      const full = Bitmap.full(length);
      expect(full.count()).to.equal(length);
      expect(listed(full)).to.deep.equal(Array.from({ length }, (_, row) => row));
      expect(full.has(length)).to.equal(false);
      expect(new Bitmap(length).count()).to.equal(0);
    });

  it('picks rows by a test', () => expect([...Bitmap.where(10, (row) => row % 3 === 0).rows()]).to.deep.equal([0, 3, 6, 9]));

  it('counts, lists and combines as sets do', () => {
    fc.assert(
      fc.property(twoSets, ([length, a, b]) => {
        const left = bitmapOf(length, a);
        const right = bitmapOf(length, b);
        expect(left.count()).to.equal(a.length);
        expect(listed(left)).to.deep.equal(ascending(a));
        expect([...left.rows()]).to.deep.equal(ascending(a));
        expect(listed(left.and(right))).to.deep.equal(ascending(a.filter((row) => b.includes(row))));
        expect(listed(left.andNot(right))).to.deep.equal(ascending(a.filter((row) => !b.includes(row))));
        expect(listed(left.or(right))).to.deep.equal(ascending([...new Set([...a, ...b])]));
      }),
    );
  });

  it('leaves what it combines as it was', () => {
    const left = bitmapOf(40, [1, 2]);
    const right = bitmapOf(40, [2, 39]);
    left.and(right);
    left.andNot(right);
    left.or(right);
    expect([listed(left), listed(right)]).to.deep.equal([
      [1, 2],
      [2, 39],
    ]);
  });
});
