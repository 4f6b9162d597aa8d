/** Words of purchase timing with numbers in them: typography, plurals, nothing undefined. */
import { expect } from 'chai';
import { createSpeech } from '../../src/locale/speech.js';
import { timingTerms } from '../../src/locale/timing-terms.js';

const speeches = { en: createSpeech('en-GB', 'en'), fr: createSpeech('fr-FR', 'fr') };
const terms = (language: 'en' | 'fr') => timingTerms[language](speeches[language].format);

/** Every text, functions called with numbers as they come. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  return [];
}

function said(language: 'en' | 'fr'): [string, string][] {
  const own = terms(language);
  const spoken = [0, 1, 2, 30].flatMap((n) => [
    ...[own.days(n), own.daysShort(n), own.span(n, n), own.span(n, n + 6), own.span(n, null), own.mark(n)],
    ...(['first', 'second', 'next'] as const).flatMap((id) => [own.half(id, n), own.notHalf(id, 'R', n)]),
    ...[own.within(n, 'R', 'L'), own.within(n, 'R', ''), own.reach(n, 30, 7, 'R'), own.few(n), own.waiting(n), own.intervalsOf(n, 'R')],
    ...[
      own.customersOf(n, 'R'),
      own.campaignSays('R', n),
      own.campaignSays('R', null),
      own.campaignSays(null, n),
      own.chiSquared('X', n),
      own.pValue(n / 2000),
      own.rhythm(n, 'K'),
      own.cadence('R', n, 60),
    ],
    ...[own.view('pooled', 'D'), own.view('perCustomer', ''), own.peak('R', 'S'), own.boughtBy('R', ''), own.hazardOf('R')],
    ...[own.groups('A', 'D', 'B', null), own.groups('A', 'D', 'B', 'E'), own.limits('1', '2'), own.median('D'), own.campaignOf('S')],
  ]);
  const figures = own.figures({ mark: 30, programme: 7, conversion: 30, cadence: 60 });
  return [...texts(own), ...texts(figures), ...spoken.map((text, i): [string, string] => [`spoken ${i}`, text])];
}

describe('words of purchase timing', () => {
  it('French has real typography', () => {
    const wrong = said('fr').filter(([, text]) => /[ ][:;?!»%]|«[ ]|[\p{L}]'[\p{L}]|"/u.test(text));
    expect(wrong).to.deep.equal([]);
  });

  it('nothing is empty, undefined or shouted', () => {
    for (const language of ['en', 'fr'] as const)
      expect(said(language).filter(([, text]) => !text.trim() || /undefined|NaN|!/.test(text) || / {2}|\.\./.test(text))).to.deep.equal([]);
  });

  it('numbers take their plurals', () => {
    expect([0, 1, 2].map(terms('en').days)).to.deep.equal(['0 days', '1 day', '2 days']);
    expect([0, 1, 2].map(terms('fr').days)).to.deep.equal(['0 jour', '1 jour', '2 jours']);
    expect(terms('en').days(20.5)).to.equal('20.5 days');
    expect(terms('fr').campaignSays('5 %', 1)).to.contain('1 client s’y trouve en ce moment');
    expect(terms('en').campaignSays('5%', 1)).to.contain('1 customer is in this window now');
  });

  it('both languages have the same words', () => {
    const keys = (language: 'en' | 'fr') => texts(terms(language)).map(([path]) => path);
    expect(keys('fr')).to.deep.equal(keys('en'));
  });
});
