/** State, address, history and order as plain values. */
import { expect } from 'chai';
import fc from 'fast-check';
import { createSpeech } from '../../../src/locale/speech.js';
import { cellsOf, moved, ordered, placeFor } from '../../../src/elements/kpi-dashboard/arrangement.js';
import { isInHash, readHash, writeHash } from '../../../src/elements/kpi-dashboard/dashboard-hash.js';
import {
  filterOf,
  readState,
  shownState,
  toggled,
  withFilter,
  withoutProperty,
} from '../../../src/elements/kpi-dashboard/dashboard-state.js';
import type { DashboardState } from '../../../src/elements/kpi-dashboard/dashboard-state.js';
import { chipsOf, dashboardSpeech, outsideWords, periodWords, summaryWords } from '../../../src/elements/kpi-dashboard/filter-words.js';
import { History } from '../../../src/elements/kpi-dashboard/history.js';

const usual: DashboardState = { version: 1, period: 'all', compare: 'none', filter: {}, order: [], views: {} };
const picked: DashboardState = {
  ...usual,
  period: '2024-02-01/2024-03-31',
  compare: 'previous-year',
  filter: { channel: ['E-mail', 'R&D = x, y'], segment: ['TBC'] },
  order: ['b', 'a'],
  views: { 'kpi-pulse': { grain: 'week', open: 'orders' } },
};

describe('dashboard: state', () => {
  it('is read back as it was; what is missing is as usual', () => {
    expect(readState(JSON.parse(JSON.stringify(picked)), usual)).to.deep.equal(picked);
    expect(readState({}, picked)).to.deep.equal({ ...picked, filter: {}, order: [], views: {} });
  });

  it('says what it does not know', () => {
    const wrong = [
      { version: 2 },
      { period: 'soon' },
      { period: '2024-03-01/2024-02-01' },
      { compare: 'me' },
      { filter: { age: ['9'] } },
      { filter: { channel: 'x' } },
      { order: 'a' },
      { filter: { segment: ['GOLD'] } },
      { filter: { stage: ['__proto__'] } },
      { filter: { cohort: ['foo'] } },
      { views: { 'kpi-pulse': { open: 1 } } },
    ];
    for (const state of wrong)
      expect(() => readState(state, usual), JSON.stringify(state))
        .to.throw()
        .with.property('code', 'invalid-param');
  });

  it('becomes a filter, and a filter a state', () => {
    expect(filterOf(usual)).to.deep.equal({});
    expect(filterOf(picked)).to.deep.equal({ period: { from: '2024-02-01', to: '2024-03-31' }, ...picked.filter });
    expect(filterOf({ ...usual, period: '30D' })).to.deep.equal({ period: { last: '30D' } });
    expect(filterOf({ ...usual, period: '/2024-03-31' })).to.deep.equal({ period: { to: '2024-03-31' } });
    for (const state of [usual, picked, { ...picked, period: 'month' }, { ...picked, period: '2024-01-01/' }])
      expect(withFilter(state, filterOf(state))).to.deep.equal(state);
  });

  it('shows what the page has set where a person has chosen nothing', () => {
    const fixed = { period: { from: '2025-01-01', to: '2025-03-31' }, channel: ['web'] };
    expect(shownState(usual, fixed)).to.deep.equal({ ...usual, period: '2025-01-01/2025-03-31', filter: { channel: ['web'] } });
    const chosen = { ...usual, period: '30D', filter: { channel: ['ads'] } };
    expect(shownState(chosen, fixed)).to.deep.equal(chosen);
    expect(shownState(usual, { period: { last: 'month' } }).period).to.equal('month');
  });

  it('takes what is chosen for all from every widget', () => {
    const views = { a: { compare: 'none' }, b: { compare: 'previous-year', open: 'orders' } };
    expect(withoutProperty(views, 'compare')).to.deep.equal({ b: { open: 'orders' } });
  });

  it('takes a value in and out', () => {
    expect(toggled({}, 'tier', 'risk')).to.deep.equal({ tier: ['risk'] });
    expect(toggled({ tier: ['risk'] }, 'tier', 'watch')).to.deep.equal({ tier: ['risk', 'watch'] });
    expect(toggled({ tier: ['risk'], stage: ['new'] }, 'tier', 'risk')).to.deep.equal({ stage: ['new'] });
  });
});

describe('dashboard: address', () => {
  it('holds a readable state, beside what else stands there', () => {
    expect(writeHash('#top', 'alba', { ...usual, period: '30D', filter: { channel: ['E-mail'] } }, usual)).to.equal(
      '#top&alba.v=1&alba.period=30D&alba.channel=E-mail',
    );
    expect(writeHash('#top&alba.v=1&alba.period=30D', 'alba', usual, usual)).to.equal('#top');
    expect(writeHash('', 'alba', usual, usual)).to.equal('');
  });

  it('leaves what is not its own to the last character', () => {
    const others = '#/route?x=1&&y&shop.eu.v=1&shop.eu.period=90D&shopping=a';
    const shop = { ...usual, period: '30D' };
    const written = writeHash(others, 'shop', shop, usual);
    expect(written).to.equal(`${others}&shop.v=1&shop.period=30D`);
    expect(writeHash(written, 'shop', usual, usual)).to.equal(others);
    expect([isInHash(others, 'shop'), isInHash(others, 'shop.eu'), isInHash('#help', 'kpi')]).to.deep.equal([false, true, false]);
  });

  it('names views by widget, property and value', () => {
    const shown = { ...usual, views: { sales: { open: 'orders', grain: 'week' } } };
    const hash = '#kpi.v=1&kpi.view=sales%2Copen%2Corders&kpi.view=sales%2Cgrain%2Cweek';
    expect(writeHash('', 'kpi', shown, usual)).to.equal(hash);
    expect(readHash(hash, 'kpi', usual)).to.deep.equal(shown);
  });

  it('gives back whatever state went in, for two dashboards at once', () => {
    const textsOf = (one: fc.Arbitrary<string>) => fc.uniqueArray(one, { minLength: 1, maxLength: 3 });
    const channel = textsOf(fc.string({ minLength: 1, maxLength: 6 }));
    const cohort = textsOf(fc.constantFrom('2024', '2024-03', '2024-Q2', '2024-W09'));
    const states = fc.record({
      period: fc.constantFrom('all', '12M', 'previous-week', '2024-01-01/2024-12-31', '/2024-01-01'),
      compare: fc.constantFrom('none' as const, 'previous-period' as const),
      filter: fc.record({ channel, cohort }, { requiredKeys: [] }),
      order: fc.constantFrom<string[]>([], ['rfm-matrix-2', 'rfm-matrix'], ['a,b', '50%', 'c+d']),
      views: fc.constantFrom<DashboardState['views']>({}, { 'kpi-pulse': { by: 'channel', open: '' }, 'a,b': { campaign: '3-14, 7' } }),
    });
    fc.assert(
      fc.property(states, states, (one, other) => {
        const [a, b] = [
          { version: 1 as const, ...one },
          { version: 1 as const, ...other },
        ];
        const hash = writeHash(writeHash('#/route', 'a.b', a, usual), 'b', b, usual);
        expect([readHash(hash, 'a.b', usual), readHash(hash, 'b', usual)]).to.deep.equal([a, b]);
        expect(hash.startsWith('#/route')).to.equal(true);
      }),
    );
  });

  it('is read as far as it can be', () => {
    expect(readHash('#kpi.period=soon&kpi.compare=previous-year&kpi.age=9&%E0', 'kpi', usual)).to.deep.equal({
      ...usual,
      compare: 'previous-year',
    });
    expect(readHash('#kpi.v=7&kpi.period=30D', 'kpi', usual)).to.deep.equal(usual);
    expect(readHash('', 'kpi', { ...usual, period: '12M' }).period).to.equal('12M');
    const old = '#a.segment=GOLD&a.segment=TBC&a.stage=__proto__&a.cohort=foo&a.channel=Ads&a.view=kpi-pulse&a.order=x%2Cy';
    expect(readHash(old, 'a', usual)).to.deep.equal({ ...usual, filter: { segment: ['TBC'], channel: ['Ads'] }, order: ['x', 'y'] });
  });
});

describe('dashboard: history', () => {
  it('undoes, does again, and forgets what was undone when something new is done', () => {
    const history = new History(1);
    expect(history.push(1)).to.equal(false);
    for (const n of [2, 3]) history.push(n);
    history.undo();
    history.undo();
    history.undo();
    expect([history.present, history.canUndo, history.canRedo]).to.deep.equal([1, false, true]);
    history.redo();
    history.push(9);
    history.redo();
    expect([history.present, history.canRedo]).to.deep.equal([9, false]);
  });

  it('does not count what belongs to the step before', () => {
    const history = new History(1);
    history.push(2);
    history.push(3, false);
    history.undo();
    expect([history.present, history.canUndo]).to.deep.equal([1, false]);
    history.redo();
    expect(history.present).to.equal(3);
  });

  it('keeps a hundred steps', () => {
    const history = new History(0);
    for (let n = 1; n <= 150; n++) history.push(n);
    for (let n = 0; n < 150; n++) history.undo();
    expect(history.present).to.equal(50);
  });
});

describe('dashboard: order', () => {
  it('knows its children by id, else by tag and number', () => {
    const host = document.createElement('div');
    host.append(...['p', 'b', 'p', 'script'].map((tag) => document.createElement(tag)));
    host.children[1].id = 'named';
    expect(cellsOf(host).map(({ key }) => key)).to.deep.equal(['p', 'named', 'p-2']);
    expect(ordered(cellsOf(host), ['p-2', 'gone', 'named']).map(({ key }) => key)).to.deep.equal(['p-2', 'named', 'p']);
  });

  it('moves one, to the ends at most', () => {
    expect(moved(['a', 'b', 'c'], 'a', 1)).to.deep.equal(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', 9)).to.deep.equal(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 'c', -1)).to.deep.equal(['c', 'a', 'b']);
  });

  it('follows the arrows as they point', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'a'];
    expect(keys.map((key) => placeFor(key, 1, 4, false))).to.deep.equal([0, 2, 0, 2, 0, 3, null]);
    expect(keys.map((key) => placeFor(key, 1, 4, true))).to.deep.equal([2, 0, 0, 2, 0, 3, null]);
  });
});

describe('dashboard: words', () => {
  const [en, fr] = (['en', 'fr'] as const).map((language) => dashboardSpeech(createSpeech(language, language)));
  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

  it('tell periods', () => {
    const tell = (period: string): string[] => [en, fr].map((speech) => plain(periodWords(period, speech)));
    expect(tell('30D')).to.deep.equal(['Last 30 days', '30 derniers jours']);
    expect(tell('12m')).to.deep.equal(['Last 12 months', '12 derniers mois']);
    expect(tell('previous-month')).to.deep.equal(['Last month', 'Le mois dernier']);
    expect(tell('2024-03-01/2024-03-31')).to.deep.equal(['March 1, 2024 – March 31, 2024', 'du 1er mars 2024 au 31 mars 2024']);
    expect(tell('2024-03-02/')).to.deep.equal(['since March 2, 2024', 'depuis le 2 mars 2024']);
    expect(tell('/2024-03-02')).to.deep.equal(['until March 2, 2024', 'jusqu’au 2 mars 2024']);
  });

  it('name what is chosen', () => {
    const filter = {
      channel: ['Ads'],
      segment: ['TBC', 'inactive'],
      tier: ['watch'],
      stage: ['loyal'],
      cohort: ['2024-03', '2024-Q2', '2024-W09', '2024-03-15'],
    };
    expect(chipsOf(filter, en).map(({ text }) => plain(text))).to.deep.equal([
      'Channel: Ads',
      'Segment: TBC, very good customers',
      'Segment: inactive',
      'Stage: loyal customers',
      'Silence: to watch',
      'First order: Mar 2024',
      'First order: Q2 2024',
      'First order: W9 2024',
      'First order: March 15, 2024',
    ]);
    expect(
      chipsOf(filter, fr)
        .slice(-3)
        .map(({ text }) => plain(text)),
    ).to.deep.equal(['Première commande : T2 2024', 'Première commande : S9 2024', 'Première commande : 15 mars 2024']);
    expect(plain(chipsOf(filter, fr)[4].text)).to.equal('Silence : à surveiller');
  });

  it('are the same in both languages, French ones with real typography', () => {
    const texts = (value: unknown, path = ''): [string, string][] => {
      if (typeof value === 'string') return [[path, value]];
      if (typeof value === 'function') return [[path, String((value as (...args: unknown[]) => unknown)('A', 'B', 3, 4, 'C', [1, 2]))]];
      return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
    };
    const told = ({ words }: typeof en): [string, string][] => texts(words).filter(([path]) => !path.startsWith('.tables.'));
    expect(told(fr).map(([path]) => path)).to.deep.equal(told(en).map(([path]) => path));
    expect(texts(fr.words).filter(([, text]) => /[ ][:;?!»%]|«[^\u202f]|[^\u202f]»|[\p{L}]'[\p{L}]|"/u.test(text))).to.deep.equal([]);
    for (const { words } of [en, fr]) expect(texts(words).filter(([, text]) => !text.trim() || /undefined|!/.test(text))).to.deep.equal([]);
  });

  it('say that a period lies beside the data', () => {
    const days = ['2024-01-04', '2024-12-31'] as const;
    const tell = (period: string): string => plain(outsideWords(period, days, en));
    const words = 'No data in this period: they go from January 4, 2024 to December 31, 2024.';
    expect(['2030-01-01/2030-12-31', '/2024-01-03', '2025-01-01/'].map(tell)).to.deep.equal([words, words, words]);
    expect(['30D', 'all', '2024-12-31/2030-01-01', '/2024-01-04'].map(tell).join('')).to.equal('');
  });

  it('sum everything up', () => {
    expect(summaryWords(usual, en, 'none')).to.equal('Period: All the data · No filter');
    expect(plain(summaryWords({ ...picked, filter: { tier: ['risk'] } }, fr, 'none'))).to.equal(
      'Période : du 1er février 2024 au 31 mars 2024 · Comparer à : L’année précédente · Silence : à risque',
    );
  });
});
