import { expect } from 'chai';
import { baseEn } from '../../src/locale/base-en.js';
import { baseFr } from '../../src/locale/base-fr.js';
import { createSpeech, languageOf } from '../../src/locale/speech.js';

/** Every text of a tree of terms, functions called with what they take. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [2, 1].map((n) => [path, String((value as (...args: unknown[]) => unknown)(...sample(path, n)))]);
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  return [];
}

function sample(path: string, n: number): unknown[] {
  if (path.endsWith('.summary')) return [n, String(n), n];
  if (/notice\.(refused|left)$/.test(path)) return ['T', n, String(n), 'R'];
  if (/caption\.(used|left)$/.test(path)) return [n, String(n)];
  return ['A', 'B', 'C'];
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
    for (const terms of [baseEn, baseFr]) expect(texts(terms).filter(([, text]) => !text.trim())).to.deep.equal([]);
  });

  it('numbers of things agree', () => {
    expect(baseFr.caption.left(1, '1')).to.equal('1 ligne écartée');
    expect(baseFr.caption.left(2, '2')).to.equal('2 lignes écartées');
    expect(baseFr.caption.used(0, '0')).to.equal('0 ligne retenue');
    expect(baseEn.caption.used(1, '1')).to.equal('1 row used');
    expect(baseEn.notice.summary(3, '3', 1)).to.equal('3 rows not counted · 1 note on the data');
    expect(baseEn.notice.summary(0, '0', 2)).to.equal('2 notes on the data');
  });

  it('language of a tag', () => {
    expect(['fr', 'fr-CA', 'FR', 'en-GB', 'de', 'fro', ''].map(languageOf)).to.deep.equal(['fr', 'fr', 'fr', 'en', 'en', 'en', 'en']);
  });

  it('the same speech for the same arguments', () => {
    expect(createSpeech('fr-CA', 'fr')).to.equal(createSpeech('fr-CA', 'fr'));
    expect(createSpeech('fr-CA', 'fr')).to.not.equal(createSpeech('fr', 'fr'));
  });
});
