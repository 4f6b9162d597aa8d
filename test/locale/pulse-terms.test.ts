import { expect } from 'chai';
import { pulseTerms } from '../../src/locale/pulse-terms.js';

/** Every text of a tree of terms, functions called with what they take. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...args: unknown[]) => unknown)('A', 'B', 'C'))]];
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  return [];
}

const { en, fr } = pulseTerms;

describe('words of the pulse', () => {
  it('both languages have the same terms, none empty', () => {
    const keys = (terms: unknown): string[] =>
      texts(terms)
        .map(([path]) => path)
        .sort();
    expect(keys(fr)).to.deep.equal(keys(en));
    for (const terms of [en, fr]) expect(texts(terms).filter(([, text]) => !text.trim() || text.includes('undefined'))).to.deep.equal([]);
  });

  it('French has real typography', () => {
    const wrong = texts(fr).filter(([, text]) => /[ ][:;?!»%]|«[ ]|«[^\u202f]|[^\u202f]»|[\p{L}]'[\p{L}]|"/u.test(text));
    expect(wrong).to.deep.equal([]);
  });

  it('definitions are sentences, labels fit a tile', () => {
    for (const { kpis } of [en, fr])
      for (const [id, [label, definition]] of Object.entries(kpis)) {
        expect(definition, id).to.match(/^[\p{Lu}].*\.$/u);
        expect(label.length, `${id}: ${label}`).to.be.below(26);
      }
  });
});
