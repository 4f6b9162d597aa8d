import { expect } from 'chai';
import fc from 'fast-check';
import { Bitmap } from '../../../src/core/table/bitmap.js';

/** Table length and a set of its rows. */
const someRows = fc
  .integer({ min: 0, max: 130 })
  .chain((length) => fc.tuple(fc.constant(length), length === 0 ? fc.constant<number[]>([]) : fc.uniqueArray(fc.nat(length - 1))));

describe('Bitmap', () => {
  it('holds what was added', () => {
    const bitmap = new Bitmap(70);
    for (const row of [0, 31, 32, 69, 31]) bitmap.add(row);
    expect([0, 1, 31, 32, 33, 69].map((row) => bitmap.has(row))).to.deep.equal([true, false, true, true, false, true]);
    expect(bitmap.has(70)).to.equal(false);
  });

  it('has the rows of a set, whatever the length of the table', () => {
    fc.assert(
      fc.property(someRows, ([length, rows]) => {
        const bitmap = new Bitmap(length);
        for (const row of rows) bitmap.add(row);
        expect(bitmap.length).to.equal(length);
        const held = Array.from({ length: length + 40 }, (_, row) => row).filter((row) => bitmap.has(row));
        expect(held).to.deep.equal([...rows].sort((a, b) => a - b));
      }),
    );
  });
});
