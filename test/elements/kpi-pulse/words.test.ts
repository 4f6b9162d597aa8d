/** What tiles and the sentence over them say, and what they leave unsaid. Every character is 7 pixels wide, 6 in notes. */
import { expect, fixture, html } from '@open-wc/testing';
import { registerKpi } from '../../../src/base/own-kpis.js';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { PulseKpi } from '../../../src/core/kpi/pulse-types.js';
import type { KpiPulseElement } from '../../../src/elements/kpi-pulse/kpi-pulse.js';
import '../../../src/elements/kpi-pulse/kpi-pulse.js';
import { layoutPulse } from '../../../src/elements/kpi-pulse/kpi-pulse-layout.js';
import { pulseContext } from '../../../src/elements/kpi-pulse/pulse-context.js';
import { pulseFigures } from '../../../src/elements/kpi-pulse/pulse-figures.js';
import { pulseFinding } from '../../../src/elements/kpi-pulse/pulse-finding.js';
import { partName } from '../../../src/elements/kpi-pulse/rows-layout.js';
import { pulseTerms } from '../../../src/locale/pulse-terms.js';
import { createSpeech } from '../../../src/locale/speech.js';
import { kpi, lost, month, pulse, result, salesMonth } from './fixture.js';

const frame: ChartFrame = {
  ...{ width: 400, compact: false, static: false, rtl: false },
  measure: (text, size) => text.length * (size === 'note' ? 6 : 7),
};
const plain = (text: string): string => text.replace(/\u2060/g, '').replace(/[\u00a0\u202f]/g, ' ');
const contextOf = (...kpis: PulseKpi[]) => pulseContext(result(pulse(kpis)), createSpeech('en', 'en'));
const tile = (of: PulseKpi, width = 400) => layoutPulse(contextOf(of), '', 'auto', { ...frame, width }).tiles[0]!;
const texts = (of: PulseKpi, width?: number): string[] => tile(of, width).texts.map(({ text }) => plain(text));
const finding = (...kpis: PulseKpi[]): string => plain(pulseFinding(contextOf(...kpis)));

/** A rate of 12 of 15. */
const small = (): PulseKpi =>
  kpi('repeat-rate', [month('2025-12', 0.8, null, { numerator: 12, denominator: 15, interval: [0.5481, 0.9295] })], { unit: 'rate' });

describe('kpi-pulse: words', () => {
  it('a rate of few says how few, before its interval where there is little room', () => {
    expect(texts(small())).to.include('n = 15, 54.8–93.0%');
    expect(texts(small(), 130)).to.include('n = 15');
    expect(plain(tile(small()).mark.label)).to.contain('small sample (n = 15)');
    const enough = kpi('repeat-rate', [month('2025-12', 0.8, null, { denominator: 30, interval: [0.6, 0.9] })], { unit: 'rate' });
    expect(texts(enough).join()).not.to.contain('n =');
  });

  it('some days of a period are told as days where there is little room, growth over a period of the filter too', () => {
    const growth = (period: string | null, partial: boolean): PulseKpi => {
      const point = month('2025-12', 2.194, null, { period, partial, compared: { from: '2023-12-22', to: '2024-12-20' } });
      return kpi('growth', [point], { unit: 'ratio', growth: true, reasons: [] });
    };
    const than = (of: PulseKpi): string => texts(of, 170).find((text) => text.startsWith('vs')) ?? '';
    expect(than(growth(null, false))).to.match(/^vs .*22.* – .*20/);
    expect(than(growth('2025-12', true))).to.match(/^vs .*22.* – .*20/);
    expect(than(growth('2025-12', false))).to.equal('vs Dec 2023');
  });

  it('a period that began before the data is one in part, the last one goes on', () => {
    const run = [month('2025-10', 5, null, { partial: true }), month('2025-11', 8), month('2025-12', 6, null, { partial: true })];
    const { detail } = layoutPulse(contextOf(kpi('orders', run)), 'orders', 'auto', frame);
    expect(detail!.points.map(({ mark }) => plain(mark.lines![0]!))).to.deep.equal(['Oct 2025, in part', 'Nov 2025', 'Dec 2025 so far']);
  });

  it('weeks have an article, in French all periods have their preposition', () => {
    const { en, fr } = pulseTerms;
    expect(en.sameDays(en.week('12/08/2025'))).to.equal('the same days of the week of 12/08/2025');
    expect(en.than('up 3%', en.week('12/08/2025'))).to.equal('up 3% on the week of 12/08/2025');
    expect(en.sameDays('Nov 2025')).to.equal('the same days of Nov 2025');
    expect(fr.sameDays(fr.week('08/12/2025'))).to.equal('mêmes jours de la semaine du 08/12/2025');
    expect(['avr. 2025', 'août 2025', 'oct. 2025', 'nov. 2025', fr.quarter('4', '2024'), '2024'].map(fr.sameDays).map(plain)).to.deep.equal(
      [
        ...['mêmes jours d’avr. 2025', 'mêmes jours d’août 2025', 'mêmes jours d’oct. 2025', 'mêmes jours de nov. 2025'],
        ...['mêmes jours du T4 2024', 'mêmes jours de 2024'],
      ],
    );
  });

  it('French writes the first of a month as an ordinal in a range too', () => {
    const point = month('2025-12', 0.5, null, { partial: true, compared: { from: '2025-11-01', to: '2025-11-20' } });
    const of = kpi('growth', [point], { unit: 'ratio', growth: true });
    const said = layoutPulse(pulseContext(result(pulse([of])), createSpeech('fr', 'fr')), '', 'auto', { ...frame, width: 132 });
    expect(said.tiles[0]!.texts.map(({ text }) => plain(text))).to.include('vs 1er–20 nov. 2025');
  });

  it('no amount is none, not one to the cent; a share that stays at nothing has not moved', () => {
    expect(texts(kpi('sales', [month('2025-12', 0)], { unit: 'money' }))).to.include('€0');
    expect(texts(kpi('sales', [month('2025-12', 7)], { unit: 'money' }))).to.include('€7.00');
    expect(texts(kpi('new-revenue-share', [month('2025-12', 0, 0)], { unit: 'ratio' }))).to.include('0.0 pts');
  });

  it('a change too small to be written is less than what can be, and neither plus nor minus nothing', () => {
    const change = (value: number, previous: number) =>
      texts(kpi('new-revenue-share', [month('2025-12', value, previous)], { unit: 'ratio' }));
    expect(change(0.3004, 0.3)).to.include('▲ < 0.1 pts');
    expect(change(0.2996, 0.3)).to.include('▼ < 0.1 pts');
    expect(change(0.2994, 0.3)).to.include('▼ −0.1 pts');
    expect(texts(kpi('sales', [month('2025-12', 10_001, 10_000)], { unit: 'money' }))).to.include('▲ < 0.1%');
  });

  it('segments are named', () => {
    const split = { ...contextOf(), value: pulse([], { by: 'segment' }) };
    expect(['TBC', 'CTO', 'inactive', null].map((key) => partName(split, key))).to.deep.equal([
      ...['TBC, very good', 'CTO, very occasional', 'Inactive', 'Other or unknown'],
    ]);
  });

  it('a fiscal year has two numbers, what it is compared with too', () => {
    const point = month('2025/26', 42_000, 40_000, {
      ...{ from: '2025-04-01', to: '2026-03-31' },
      compared: { from: '2024-04-01', to: '2025-03-31' },
    });
    const sales = kpi('sales-year', [point], { unit: 'money', grain: 'year' });
    const said = (fiscalStart?: string): string => {
      const value = { ...pulse([sales]), grain: 'year' as const, ...(fiscalStart && { fiscalStart }) };
      return plain(pulseFinding(pulseContext(result(value), createSpeech('en', 'en'))));
    };
    expect(said('04-01')).to.contain('(2025/26)').and.to.contain('on 2024/25');
    expect(said()).to.contain('(2025)').and.to.contain('on 2024.');
  });

  it('the sentence does not make news of chance', () => {
    // 95 after 84 may be chance: 1.96 times the root of 179 is 26.
    expect(finding(kpi('active-customers', [month('2025-12', 95, 84)]))).to.equal(
      'Active customers: 95 (Dec 2025), no clear change on Nov 2025.',
    );
    const share = kpi('repeat-revenue-share', [month('2025-12', 0.31, 0.301, { denominator: 9000 })], { unit: 'ratio' });
    expect(finding(salesMonth(), share)).not.to.contain('Largest');
    expect(finding(salesMonth(), lost())).to.contain('Largest move: lost customers');
  });

  it('the sentence does not mix periods: it speaks of that of the filter, where there is one', () => {
    const span = { period: null, from: '2024-12-21', to: '2025-12-20', compared: { from: '2023-12-22', to: '2024-12-20' } };
    const net = kpi('net-revenue', [month('2025-12', 8600)], { unit: 'money', current: month('2025-12', 93_600, 29_304, span) });
    const said = finding(salesMonth(), net);
    expect(said).to.match(/^Net revenue: €93\.6K \(.*\), up 219.4%/);
    expect(said).not.to.contain('Largest');
  });

  it('a reason of several lines stands where the run would', () => {
    const run = [month('2025-10', 3), month('2025-11', 4), month('2025-12', null)];
    const reasons = [{ code: 'not-enough-history', detail: '2023-12-06' }];
    const of = kpi('renewal', run, { reasons });
    expect(tile(of, 124).paths.run).to.equal('');
    expect(tile(kpi('renewal', run, { reasons: [] }), 124).paths.run).not.to.equal('');
  });

  it('amounts under why: seconds are seconds, discounts are money', () => {
    const load = kpi('load-time', [month('2025-12', 2.86)], {
      unit: 'seconds',
      terms: [{ measure: 'load-time', weight: 1, amount: 2.86 }],
    });
    const net = kpi('net-revenue', [month('2025-12', 90)], {
      unit: 'money',
      terms: [
        { measure: 'undeducted', weight: 1, amount: 100 },
        { measure: 'discounts', weight: -1, amount: 10 },
      ],
    });
    const said = pulseFigures(contextOf(load, net)).map(({ numerator }) => plain(numerator ?? ''));
    expect(said[0]).to.contain('2.86 s');
    expect(said[1]).to.match(/€100.00.*€10.00/);
  });
});

describe('kpi-pulse: asks', () => {
  const seen = (element: KpiPulseElement): { params: Record<string, unknown> } =>
    (element as unknown as { request(): { params: Record<string, unknown> } }).request();

  it('a set holds what the page has put in the place of a figure', async () => {
    const element = await fixture<KpiPulseElement>(html`<kpi-pulse set="search" .result=${result()}></kpi-pulse>`);
    expect(seen(element).params).to.include({ set: 'search' });
    const told = { label: 'Clicks, doubled', definition: 'Twice.', formula: '2 × clicks' };
    registerKpi({ id: 'search-clicks', numerator: { 'search-clicks': 2 }, labels: { en: told, fr: told } });
    expect(seen(element).params['kpis']).to.deep.equal([
      'search-impressions',
      { id: 'search-clicks', numerator: { 'search-clicks': 2 } },
      'search-click-rate',
      'search-position',
    ]);
  });

  it('names what it uses instead of a split that it does not know', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (...words: unknown[]) => void said.push(words.join(' '));
    const element = await fixture<KpiPulseElement>(html`<kpi-pulse by="z" .result=${result()}></kpi-pulse>`);
    await element.ready;
    const { params } = seen(element);
    console.warn = warn;
    expect(params['by']).to.equal(null);
    expect(
      element.notices
        .map(({ message }) => message)
        .concat(said)
        .join(' '),
    ).to.match(/by: none/);
  });
});
