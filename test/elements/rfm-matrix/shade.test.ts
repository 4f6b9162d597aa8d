/** Steps of colour: amounts of two digits, each amount in its class. */
import { expect } from 'chai';
import fc from 'fast-check';
import { edgesOf, stepOf } from '../../../src/elements/rfm-matrix/shade.js';

const edges = (...revenues: (number | null)[]) => edgesOf(revenues.map((revenue) => ({ revenue })));

describe('rfm-matrix: steps of colour', () => {
  it('grow towards the highest revenue', () => {
    expect(edges(22_900, 424_000, 3_900_000)).to.deep.equal([210_000, 600_000, 1_100_000, 1_700_000, 2_400_000, 3_100_000]);
    expect(edges(800, 1000)).to.deep.equal([54, 150, 280, 430, 600, 790]);
  });

  it('put an edge into the class that it opens', () => {
    expect([53.99, 54, 55, 790, 1000].map((revenue) => stepOf(revenue, edges(1000)))).to.deep.equal([1, 2, 2, 7, 7]);
  });

  it('have no edges without revenue, and none fails', () => {
    for (const revenues of [[], [0, 0], [-5], [null]]) {
      expect(edges(...revenues)).to.deep.equal([]);
      expect(stepOf(revenues[0] ?? null, [])).to.equal(1);
    }
  });

  it('never fall where revenue rises, and reach the darkest', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 25 }), (revenues) => {
        const found = edges(...revenues);
        const steps = [...revenues].sort((a, b) => a - b).map((revenue) => stepOf(revenue, found));
        expect(steps).to.deep.equal([...steps].sort((a, b) => a - b));
        expect(found).to.deep.equal([...new Set(found)].sort((a, b) => a - b));
        expect(found).to.have.length(6);
        expect(steps.at(-1)).to.equal(7);
      }),
    );
  });
});
