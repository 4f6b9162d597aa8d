import { expect } from 'chai';
import fc from 'fast-check';
import { customerCode } from '../../../src/core/kpi/customer-code.js';
import { withheldParts } from '../../../src/core/kpi/suppression.js';
import { tinyDataset } from './tiny-dataset.js';

const hidden = (sizes: number[], least: number): number[] => sizes.filter((_, index) => withheldParts(sizes, least)[index]);

describe('withheldParts', () => {
  it('withholds nothing by default, and nothing where every part is large enough', () => {
    expect(hidden([1, 2, 3], 1)).to.deep.equal([]);
    expect(hidden([5, 0, 9], 5)).to.deep.equal([]);
  });

  it('withholds small parts; empty ones tell of nobody', () => {
    expect(hidden([3, 4, 0, 20], 5)).to.deep.equal([3, 4]);
  });

  it('withholds the smallest other part beside a single small one, so that no subtraction brings it back', () => {
    expect(hidden([3, 20, 12, 0, 50], 5)).to.deep.equal([3, 12]);
    expect(withheldParts([3, 12, 12], 5)).to.deep.equal([true, true, false]);
  });

  it('withholds another one when the small ones together are too few', () => {
    expect(hidden([1, 1, 8, 30], 5)).to.deep.equal([1, 1, 8]);
  });

  it('finds company for parts that are withheld already, and takes it from them', () => {
    // 30 alone would be the whole less the others; 8 and 30 are five people at least.
    expect(withheldParts([30, 8, 12], 5, [true, false, false])).to.deep.equal([true, true, false]);
    // 3 is small, and has 30 beside it.
    expect(withheldParts([30, 3, 12], 5, [true, false, false])).to.deep.equal([true, true, false]);
    // Nobody is in the part that is withheld: 2 parts, but only 3 people.
    expect(withheldParts([0, 3, 12], 5, [true, false, false])).to.deep.equal([true, true, true]);
  });

  it('withholds the only part there is', () => expect(hidden([2, 0], 5)).to.deep.equal([2]));

  it('never leaves one part, or fewer people than asked, to subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 25 }), fc.integer({ min: 1, max: 12 }), (sizes, least) => {
        const withheld = withheldParts(sizes, least);
        sizes.forEach((size, index) => {
          if (size > 0 && size < least) expect(withheld[index]).to.equal(true);
          if (size === 0) expect(withheld[index]).to.equal(false);
        });
        const parts = sizes.filter((_, index) => withheld[index]);
        const shown = sizes.filter((size, index) => size > 0 && !withheld[index]);
        if (parts.length === 0 || shown.length === 0) return;
        expect(parts.length).to.be.at.least(2);
        expect(parts.reduce((sum, size) => sum + size, 0)).to.be.at.least(least);
      }),
    );
  });
});

describe('customerCode', () => {
  const { customers } = tinyDataset({
    customers: [{ id: 'C-17' }, { id: 'jo@example.org', isEmail: true }, { id: 'jo@example.com', isEmail: true }],
  });

  it('is the identity of the data owner', () => expect(customerCode(customers, 0)).to.equal('C-17'));

  it('hides an e-mail address behind a code of its own', () => {
    expect(customerCode(customers, 1)).to.match(/^~[0-9a-f]{16}$/);
    expect(customerCode(customers, 1)).to.not.equal(customerCode(customers, 2));
  });

  it('shows it when asked', () => expect(customerCode(customers, 1, true)).to.equal('jo@example.org'));
});
