import { expect } from 'chai';
import type { ErrorCode } from '../../src/core/errors.js';
import type { IngestNoticeCode, RowReason } from '../../src/core/ingest/report.js';
import { baseEn } from '../../src/locale/base-en.js';
import type { Advice } from '../../src/locale/base-terms.js';
import { baseFr } from '../../src/locale/base-fr.js';
import { wordsOf } from '../../src/locale/codes.js';
import { createSpeech, languageOf } from '../../src/locale/speech.js';

/** Every text of a tree of terms, functions called with what they take. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...args: unknown[]) => unknown)('A', 'B'))]];
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  return [];
}

/** Every code that the core can raise: one that is missing here, or is none, does not compile. */
const errors: Record<ErrorCode, 0> = {
  aborted: 0,
  'bad-csv': 0,
  'bad-json': 0,
  'bad-utf8': 0,
  'empty-input': 0,
  'html-instead-of-json': 0,
  'http-status': 0,
  'invalid-date': 0,
  'invalid-mapping': 0,
  'invalid-param': 0,
  'invalid-time-zone': 0,
  'missing-column': 0,
  'mixed-currency': 0,
  network: 0,
  'no-table': 0,
  'not-cloneable': 0,
  timeout: 0,
  'too-deep': 0,
  'too-large': 0,
  'unknown-kpi': 0,
  'worker-lost': 0,
  internal: 0,
};
const notices: Record<IngestNoticeCode | 'setting', 0> = {
  'ambiguous-format': 0,
  'bad-generated-at': 0,
  'column-by-values': 0,
  'column-ignored': 0,
  'cut-short': 0,
  'mixed-formats': 0,
  'no-rows': 0,
  'refunds-given-twice': 0,
  setting: 0,
  'status-ignored': 0,
  'unknown-key': 0,
  'unknown-status': 0,
};
const rows: Record<RowReason | 'after-as-of' | 'filtered', 0> = {
  adjustment: 0,
  'after-as-of': 0,
  'after-generated-at': 0,
  'bad-amount': 0,
  'bad-count': 0,
  'bad-date': 0,
  'bad-row': 0,
  'duplicate-id': 0,
  filtered: 0,
  'fully-refunded': 0,
  'missing-amount': 0,
  'missing-date': 0,
  'missing-id': 0,
  'missing-step': 0,
  'missing-type': 0,
  'other-currency': 0,
  returned: 0,
  'status-cancelled': 0,
  'status-failed': 0,
  'status-pending': 0,
  'status-unknown': 0,
  'test-order': 0,
  'zero-value': 0,
};

describe('words', () => {
  it('every code has words in both languages', () => {
    for (const terms of [baseEn, baseFr]) {
      const wordless = (codes: object, words: Readonly<Record<string, string | Advice>>) =>
        Object.keys(codes).filter((code) => !wordsOf(words, code)?.length);
      // Whoever lost a worker reads that the calculation failed.
      expect(wordless(errors, terms.errors)).to.deep.equal(['worker-lost']);
      expect(wordless(notices, terms.notices)).to.deep.equal([]);
      expect(wordless(rows, terms.left)).to.deep.equal([]);
    }
  });

  it('every notice says what to do, every error too unless trying again is all', () => {
    for (const { notices: told, errors: failed } of [baseEn, baseFr]) {
      const idle = (words: Readonly<Record<string, Advice>>) => Object.keys(words).filter((code) => !words[code][1]);
      expect(idle(told)).to.deep.equal([]);
      expect(idle(failed), 'a button tries again').to.deep.equal(['aborted', 'internal']);
    }
  });

  it('French has real typography: no breaking space before high punctuation or inside guillemets, curly apostrophes', () => {
    const wrong = texts(baseFr).filter(([, text]) => /[ ][:;?!»%]|«[ ]|«[^\u202f]|[^\u202f]»|[\p{L}]'[\p{L}]|"/u.test(text));
    expect(wrong).to.deep.equal([]);
  });

  it('nobody is blamed, shouted at or called by tu', () => {
    for (const terms of [baseEn, baseFr]) expect(texts(terms).filter(([, text]) => /[^!]!$|! /.test(text))).to.deep.equal([]);
    expect(texts(baseFr).filter(([, text]) => /(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})/iu.test(text))).to.deep.equal([]);
  });

  it('both languages have the same terms, none empty', () => {
    // Names that are the codes themselves are told in French only.
    const keys = (terms: unknown) => texts(terms).flatMap(([path]) => (path.startsWith('.names.') ? [] : path));
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
