import { expect } from 'chai';
import { tokenDocs } from '../../src/theme/token-docs.js';
import { contrast, deficiencies, distance, inGamut, lightness, parseOklch, simulate } from './color.js';

type ColorToken = (typeof tokenDocs)[number]['name'];
const colors = Object.fromEntries(
  tokenDocs.filter(({ kind }) => kind === 'color').map(({ name, light, dark }) => [name, [light, dark]]),
) as Record<ColorToken, [string, string]>;

const TEXT = 4.5;
const MARK = 3;
const SEVEN = [1, 2, 3, 4, 5, 6, 7];
const CATEGORIES = [1, 2, 3, 4, 5, 6].map((n) => `cat-${n}` as ColorToken);

for (const [scheme, index] of [
  ['light', 0],
  ['dark', 1],
] as const) {
  const color = (name: ColorToken) => parseOklch(colors[name][index]);
  const against = (name: ColorToken, ground: ColorToken) => contrast(color(name), color(ground));

  describe(`tokens, ${scheme}`, () => {
    it('are colours that screens can show', () => {
      const outside = (Object.keys(colors) as ColorToken[]).filter((name) => !inGamut(color(name)));
      expect(outside).to.deep.equal([]);
    });

    it('text reaches 4.5:1 on what it stands on', () => {
      const texts: ColorToken[] = ['ink', 'muted', 'accent', 'good', 'warn', 'bad'];
      for (const name of texts) expect(against(name, 'surface'), name).to.be.at.least(TEXT);
      for (const name of ['ink', 'muted'] as const) expect(against(name, 'track'), `${name} on track`).to.be.at.least(TEXT);
      expect(against('on-accent', 'accent')).to.be.at.least(TEXT);
      expect(against('on-series-1', 'series-1')).to.be.at.least(TEXT);
      expect(against('surface', 'bad')).to.be.at.least(TEXT);
    });

    it('text reaches 4.5:1 on every step of the heat map', () => {
      for (const n of SEVEN) expect(against(`on-seq-${n}` as ColorToken, `seq-${n}` as ColorToken), `step ${n}`).to.be.at.least(TEXT);
    });

    it('marks and outlines reach 3:1', () => {
      const marks: ColorToken[] = ['control', 'series-1', 'series-2', 'series-3', 'up-3', 'up-2', 'down-2', 'down-3', ...CATEGORIES];
      for (const name of marks) expect(against(name, 'surface'), name).to.be.at.least(MARK);
    });

    it('the steps of the heat map are even', () => {
      const steps = SEVEN.map((n) => lightness(colors[`seq-${n}` as ColorToken][index]));
      for (let i = 1; i < steps.length; i++) expect(Math.abs(steps[i] - steps[i - 1])).to.be.closeTo(0.1, 1e-9);
    });

    it('categories stay apart for everybody, also beside grey', () => {
      const views = { none: null, ...deficiencies };
      for (const [name, matrix] of Object.entries(views)) {
        const seen = CATEGORIES.map((each) => (matrix ? simulate(color(each), matrix) : color(each)));
        seen.forEach((a, i) =>
          seen.slice(i + 1).forEach((b, j) => expect(distance(a, b), `${name}: ${i + 1} and ${i + j + 2}`).to.be.at.least(0.13)),
        );
      }
    });
  });
}

describe('documentation of tokens', () => {
  it('names every token with purpose and values', () => {
    expect(tokenDocs.length).to.be.greaterThan(Object.keys(colors).length);
    for (const { property, purpose, light, dark } of tokenDocs) {
      expect(property).to.match(/^--kpi-[a-z0-9-]+$/);
      expect([purpose, light, dark].every(Boolean), property).to.equal(true);
    }
  });
});
