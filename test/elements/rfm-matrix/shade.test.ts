/** Steps of colour: round edges, each amount in its class. */
import { expect } from 'chai';
import fc from 'fast-check';
import { shade, STEPS } from '../../../src/elements/rfm-matrix/shade.js';

describe('rfm-matrix: steps of colour', () => {
  it('grow by 1, 2, 5 where most cells would look alike otherwise, and keep the highest edges', () => {
    const { edges, steps } = shade([22_900, 60_000, 96_900, 120_000, 240_000, 423_900, 700_000, 3_900_000]);
    expect(edges).to.deep.equal([50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000]);
    expect(steps).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
  });

  it('are even where the cells spread over equal distances', () => {
    expect(shade([2_200, 6_000, 11_000, 16_000, 21_000, 26_000, 34_600]).edges).to.deep.equal([
      5_000, 10_000, 15_000, 20_000, 25_000, 30_000,
    ]);
    expect(shade([800, 870, 920, 1000]).edges).to.deep.equal([850, 900, 950]);
    expect(shade([800, 870, 920, 1000]).steps).to.deep.equal([1, 3, 5, 7]);
  });

  it('put an edge into the class that it opens', () => {
    const { step } = shade([800, 870, 920, 1000]);
    expect([849.99, 850, 850.01, 950].map(step)).to.deep.equal([1, 3, 3, 7]);
  });

  it('are one in the middle where all is equal, and none fails', () => {
    for (const revenues of [[], [0, 0], [-5], [7, 7]]) {
      const { edges, steps, step } = shade(revenues);
      expect(edges).to.deep.equal([]);
      expect(steps).to.deep.equal([4]);
      expect(step(revenues[0] ?? 0)).to.equal(4);
    }
  });

  it('never fall where revenue rises, and reach both ends of the scale', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1e12, noNaN: true }), { minLength: 2, maxLength: 25 }), (revenues) => {
        const { edges, steps, step } = shade(revenues);
        const sorted = [...revenues].sort((a, b) => a - b).map(step);
        expect(sorted).to.deep.equal([...sorted].sort((a, b) => a - b));
        expect(edges).to.deep.equal([...edges].sort((a, b) => a - b));
        expect(edges.length).to.be.lessThan(STEPS);
        if (edges.length > 0) expect([steps[0], steps.at(-1)]).to.deep.equal([1, STEPS]);
      }),
    );
  });
});
