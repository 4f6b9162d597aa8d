/** Figures that answer "why?", and the tables, in both languages. */
import { expect } from 'chai';
import type { Figure } from '../../../src/base/widget.js';
import type { Filter } from '../../../src/core/kpi/contract.js';
import type { RfmParams, RfmResult } from '../../../src/core/kpi/rfm-types.js';
import { rfmFigures } from '../../../src/elements/rfm-matrix/rfm-figures.js';
import { rfmTables } from '../../../src/elements/rfm-matrix/rfm-tables.js';
import { plain, segment, shop, told } from './fixture.js';

const figures = (language: 'en' | 'fr', value: RfmResult, params: Partial<RfmParams> = {}): Map<string, Figure> =>
  new Map(rfmFigures(told(language, value, [], params)).map((figure) => [figure.id, figure]));

function figure(language: 'en' | 'fr', value: RfmResult, id: string, params: Partial<RfmParams> = {}): Figure {
  const found = figures(language, value, params).get(id);
  if (!found) throw new Error(`no figure ${id}`);
  return JSON.parse(plain(JSON.stringify(found))) as Figure;
}

describe('rfm-matrix: figures', () => {
  it('lead with the active customers, the best, the recency and the concentration', () => {
    const primary = [...figures('fr', shop()).values()].filter((each) => each.primary);
    expect(primary.map(({ id, value }) => [id, plain(value)])).to.deep.equal([
      ['active-customers', '4 240'],
      ['tbc-revenue-share', '74,6 %'],
      ['mean-recency', '91 jours → 3 mois'],
      ['top-20-revenue-share', '74,6 %'],
    ]);
  });

  it('name numerator and denominator', () => {
    expect(figure('fr', shop(), 'tbc-revenue-share')).to.include({
      label: 'Revenu des très bons clients',
      formula: 'revenu des TBC ÷ revenu',
      numerator: '746 000,00 € de revenu',
      denominator: '1 000 000,00 € de revenu',
      n: 4240,
    });
    expect(figure('en', shop(), 'mean-basket')).to.include({
      label: 'Average order value',
      value: '€117.92',
      numerator: '€1,000,000.00 of revenue',
      denominator: '8,480 orders',
    });
    expect(figure('en', shop(), 'mean-order-count')).to.include({ value: '2.0', denominator: '4,240 active customers' });
    expect(figure('en', shop(), 'gini').value).to.equal('0.710');
  });

  it('tell the rule by which a segment is cut', () => {
    const rule = (params: Partial<RfmParams>) => figure('fr', shop(), 'segment-BC', params).definition;
    expect(rule({})).to.equal('TBC, BC, CO et CTO sont les quarts des clients actifs, du plus dépensier au moins dépensier.');
    expect(rule({ segments: 'cumulative' })).to.contain('les BC 80 %');
    expect(rule({ segments: 'thresholds' })).to.contain('commencent aux trois montants donnés');
    expect(figure('en', shop(), 'segment-CTO')).to.include({ label: 'Revenue from very occasional customers', value: '2.4%', n: 4240 });
  });

  it('lead from the mean recency to a window only where the window comes from it', () => {
    const value = { ...shop(), window: { ...shop().window, rule: 'given' as const } };
    expect(figure('en', value, 'mean-recency')).to.include({ value: '91 days' });
    expect(figure('en', value, 'mean-recency').definition).to.contain('Median: 50 days.');
  });

  it('lead to no window from the mean of those that a filter leaves', () => {
    const filtered = (filter: Filter) => plain(rfmFigures(told('fr', shop(), [], {}, filter))[2].value);
    expect([{ channel: ['web'] }, { country: ['FR'] }, { segment: ['TBC'] }].map(filtered)).to.deep.equal(Array(3).fill('91 jours'));
    expect(filtered({ period: { to: '2011-12-09' } })).to.equal('91 jours → 3 mois');
  });

  it('name no denominator of the first 20 % where a customer is below 0', () => {
    expect(figure('en', shop(), 'top-20-revenue-share')).to.include({ denominator: '€1,000,000.00 of revenue', n: 4240 });
    const value = shop();
    value.segments[3].from = -5;
    expect(figure('en', value, 'top-20-revenue-share')).to.not.have.any.keys('denominator', 'n');
  });

  it('are listed once each', () => {
    const labels = [...figures('fr', shop()).values()].map(({ label }) => label);
    expect(new Set(labels).size).to.equal(labels.length);
  });

  it('say why there is none', () => {
    const of = { customers: 4240, revenue: 1_000_000 };
    const withheld = shop();
    withheld.segments[0] = segment('TBC', null, 0, of);
    expect(figure('fr', withheld, 'tbc-revenue-share')).to.include({ value: '—', reason: 'masqué, car un groupe est trop petit' });
    const empty = shop();
    empty.segments[0] = segment('TBC', 0, 0, of);
    expect(figure('en', empty, 'tbc-revenue-share')).to.include({ value: '—', reason: 'the group is empty' });
    const poor = { ...shop(), revenue: 0, concentration: { topCustomerShare: 0.2, topRevenueShare: null, gini: null } };
    expect(figure('en', poor, 'gini')).to.include({ value: '—', reason: 'no revenue' });
    const nobody = { ...poor, customers: 0, meanBasket: null };
    expect(figure('en', nobody, 'mean-basket')).to.include({ value: '—', reason: 'no data for this figure' });
  });
});

describe('rfm-matrix: tables', () => {
  it('hold every segment and every cell, exact for CSV', () => {
    const context = told('fr', shop());
    const [segments, cells] = rfmTables(context);
    expect(plain(segments.caption)).to.equal('Segments (1 023 clients inactifs)');
    expect(segments.rows.map((row) => row[0].text)).to.deep.equal([
      'Très bons clients (TBC)',
      'Bons clients (BC)',
      'Clients occasionnels (CO)',
      'Clients très occasionnels (CTO)',
      'Total',
    ]);
    expect(segments.rows[4].slice(3, 8).map(({ text }) => plain(text))).to.deep.equal([
      '4 240',
      '100,0 %',
      '8 480',
      '1 000 000,00 €',
      '100,0 %',
    ]);
    const poor = { ...shop(), revenue: 0, segments: shop().segments.map((each) => ({ ...each, revenueShare: null })) };
    expect(rfmTables(told('fr', poor))[0].rows).to.have.length(4);
    expect(segments.rows[0].map(({ value }) => value)).to.deep.equal([
      'TBC',
      10,
      500,
      848,
      0.2,
      1696,
      746_000,
      0.746,
      2,
      746_000 / 1696,
      746_000 / 848,
      20,
    ]);
    expect(cells.rows).to.have.length(25);
    expect(cells.rows[0].map(({ value }) => value)).to.deep.equal([1, '≥\u00a072', 5, '≥\u00a07', 170, 339, 40_000]);
    for (const table of [segments, cells]) for (const row of table.rows) expect(row).to.have.length(table.columns.length);
  });
});
