import { expect } from 'chai';
import { baseEn } from '../../src/locale/base-en.js';
import { baseFr } from '../../src/locale/base-fr.js';
import { createSpeech, languageOf } from '../../src/locale/speech.js';

/** Every text of a tree of terms, functions called with what they take. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...args: unknown[]) => unknown)('A', 'B'))]];
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  return [];
}

describe('words', () => {
  it('French has real typography: no breaking space before high punctuation or inside guillemets, curly apostrophes', () => {
    const wrong = texts(baseFr).filter(([, text]) => /[ ][:;?!»%]|«[ ]|«[^\u202f]|[^\u202f]»|[\p{L}]'[\p{L}]|"/u.test(text));
    expect(wrong).to.deep.equal([]);
  });

  it('nobody is blamed, shouted at or called by tu', () => {
    for (const terms of [baseEn, baseFr]) expect(texts(terms).filter(([, text]) => /[^!]!$|! /.test(text))).to.deep.equal([]);
    expect(texts(baseFr).filter(([, text]) => /(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})/iu.test(text))).to.deep.equal([]);
  });

  it('both languages have the same terms, none empty', () => {
    const keys = (terms: unknown) => texts(terms).map(([path]) => path);
    expect(keys(baseFr)).to.deep.equal(keys(baseEn));
    for (const terms of [baseEn, baseFr])
      expect(texts(terms).filter(([, text]) => !text.trim() || text.includes('undefined'))).to.deep.equal([]);
  });

  it('language of a tag', () => {
    expect(['fr', 'fr-CA', 'FR', 'en-GB', 'de', 'fro', ''].map(languageOf)).to.deep.equal(['fr', 'fr', 'fr', 'en', 'en', 'en', 'en']);
  });

  it('the same speech for the same arguments', () => {
    expect(createSpeech('fr-CA', 'fr')).to.equal(createSpeech('fr-CA', 'fr'));
    expect(createSpeech('fr-CA', 'fr')).to.not.equal(createSpeech('fr', 'fr'));
  });
});
