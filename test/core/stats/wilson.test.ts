import { expect } from 'chai';
import fc from 'fast-check';
import { wilsonInterval, Z95 } from '../../../src/core/stats/wilson.js';

const percent = (successes: number, n: number): number[] =>
  (wilsonInterval(successes, n) ?? []).map((bound) => Math.round(bound * 10_000) / 100);

describe('wilsonInterval', () => {
  it('gives the published examples', () => {
    expect(percent(1, 10)).to.deep.equal([1.79, 40.42]);
    expect(percent(90, 100)).to.deep.equal([82.56, 94.48]);
    expect(percent(300, 2000)).to.deep.equal([13.5, 16.63]);
  });

  it('starts at exactly 0 and ends at exactly 1', () => {
    expect(percent(0, 10)).to.deep.equal([0, 27.75]);
    expect(percent(10, 10)).to.deep.equal([72.25, 100]);
    expect(wilsonInterval(0, 7)?.[0]).to.equal(0);
    expect(wilsonInterval(7, 7)?.[1]).to.equal(1);
  });

  it('is null when there is nothing to count', () => expect(wilsonInterval(0, 0)).to.equal(null));

  it('is narrower with a smaller z, and nothing but the share with z = 0', () => {
    expect(wilsonInterval(3, 10, 1)?.[0]).to.be.above(wilsonInterval(3, 10)?.[0] ?? NaN);
    expect(wilsonInterval(3, 12, 0)).to.deep.equal([0.25, 0.25]);
  });

  it('ends where the observed share is z standard errors away: the definition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (n, some) => {
        const successes = Math.min(some, n);
        const [low, high] = wilsonInterval(successes, n) ?? [NaN, NaN];
        const share = successes / n;
        expect(low).to.be.within(0, share);
        expect(high).to.be.within(share, 1);
        for (const bound of [low, high]) expect(Math.abs(share - bound)).to.be.closeTo(Z95 * Math.sqrt((bound * (1 - bound)) / n), 1e-9);
      }),
    );
  });
});
