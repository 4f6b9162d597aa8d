import { expect } from 'chai';
import type { PooledRate, RetentionResult } from '../../../src/core/kpi/retention-types.js';
import { cohortFigures } from '../../../src/elements/cohort-triangle/cohort-figures.js';
import { cohortFinding } from '../../../src/elements/cohort-triangle/cohort-finding.js';
import { cohortTables } from '../../../src/elements/cohort-triangle/cohort-tables.js';
import { acquisition, cell, channels, months, plain, told } from './fixture.js';

const said = (value: RetentionResult) => (['fr', 'en'] as const).map((language) => plain(cohortFinding(told(language, value))));
const pooled = (rate: number): PooledRate => ({ cohorts: 3, customers: rate * 100, base: 100, rate, interval: [rate - 0.02, rate + 0.02] });

describe('cohort-triangle: the sentence', () => {
  it('says how many come back', () => {
    expect(said(months())).to.deep.equal([
      '20,0 % des nouveaux clients (15,0–26,0 %) rachètent 1 mois après leur première commande.',
      '20.0% of new customers (15.0–26.0%) order again 1 month after their first order.',
    ]);
    expect(said({ ...months(), mode: 'rolling' })[0]).to.contain('rachètent 1 mois après leur première commande ou plus tard');
  });

  it('compares later cohorts with earlier ones only as far as intervals allow', () => {
    const compare = (recent: number, earlier: number, verdict: 'higher' | 'lower' | 'unclear') =>
      said(months('retention', { comparison: { recent: pooled(recent), earlier: pooled(earlier), verdict } }));
    expect(compare(0.3, 0.2, 'higher')).to.deep.equal([
      '20,0 % des nouveaux clients (15,0–26,0 %) rachètent 1 mois après leur première commande ; les 3 dernières cohortes font mieux que les 3 précédentes : 30,0 % contre 20,0 %.',
      '20.0% of new customers (15.0–26.0%) order again 1 month after their first order; the latest 3 cohorts do better than the 3 before: 30.0% against 20.0%.',
    ]);
    expect(compare(0.1, 0.2, 'lower')[1]).to.contain('do worse than the 3 before');
    expect(compare(0.21, 0.2, 'unclear')[0]).to.contain('ne se distinguent pas nettement');
    expect(compare(0, 0, 'unclear')[1]).not.to.contain('cohorts');
  });

  it('names the best and the worst channel where they differ, never those without a name', () => {
    expect(said(channels())[0]).to.contain('; en tête E-mail (40,0 %), en queue Instagram (20,0 %).');
    expect(said(channels(0.21))[1]).to.contain('; no cohort stands out clearly from another.');
  });

  it('tells money with what a customer costs', () => {
    expect(said(months('revenue'))[1]).to.equal('A new customer has brought €90.00 of revenue 2 months after the first order.');
    expect(said(months('revenue', { acquisition }))[0]).to.equal(
      'Un nouveau client a rapporté 90,00 € de revenu 2 mois après sa première commande ; les 30,00 € que coûte un client sont remboursés par le revenu dès le mois de la première commande.',
    );
    expect(said(months('revenue', { acquisition: { ...acquisition, payback: null } }))[1]).to.contain(
      'is not paid back by revenue within 3 months',
    );
    expect(said(months('revenue', { acquisition, paybackBy: 'margin' }))[1]).to.contain(
      'is paid back by margin in the month of the first order',
    );
  });

  it('looks half a year ahead, whatever the periods are', () => {
    const line = [0.5, 0.4, 0.3, 0.2, 0.1, 0.09, 0.08];
    const value = { ...months('tbc', { line, lineWhole: line.map(() => 100) }), grain: 'quarter' as const };
    expect(said(value)[1]).to.contain('1 quarter after their first order');
    expect(said({ ...value, grain: 'month' })[1]).to.contain('5 months after their first order');
    expect(said({ ...value, grain: 'week' })[1]).to.contain('6 weeks after their first order');
  });

  it('claims nothing of a few, or before a period is over', () => {
    expect(said(months('retention', { lineWhole: [20, 12, 5, null] }))[1]).to.equal(
      'Only 12 customers have been followed that far: too few to say.',
    );
    expect(said(months('retention', { lineWhole: [1, 1, 1, null] }))[0]).to.equal(
      '1 client seulement a été suivi aussi longtemps : trop peu pour conclure.',
    );
    const young = { ...months('retention', { line: [null] }), average: [null], cohorts: [] };
    expect(said(young)[0]).to.contain('Trop tôt pour conclure : aucune période');
    const bare = months('margin', { line: [null, null, null, null] });
    expect(said(bare)[0]).to.equal('Pas de marge sans le coût d’achat de ce qui est vendu.');
    const some = months('margin', { line: [null, null, null, null], costCoverage: 0.5 });
    expect(said(some)[1]).to.equal('Unit costs are known for too little of the revenue (95% is needed).');
    expect(said(months('tbc', { line: [null, null, null, null] }))[1]).to.equal('Withheld, because a group is too small.');
  });
});

describe('cohort-triangle: figures and tables', () => {
  it('shows the average, the newcomers, their potential and the payback first', () => {
    const figures = cohortFigures(told('en', months('revenue', { acquisition })));
    const primary = figures.filter((figure) => figure.primary).map(({ label, value }) => [label, plain(value)]);
    expect(primary).to.deep.equal([
      ['Revenue per customer so far, after 2 months', '€90.00'],
      ['New customers, last 6 months', '540'],
      ['Expected very good customers', '52 (9.7%)'],
      ['Payback by revenue', 'in the same month'],
    ]);
    expect(figures.map(({ id }) => id)).to.deep.equal([
      'revenue',
      'newcomers',
      'potential',
      'payback',
      'cac',
      'newcomer-revenue',
      'newcomer-orders',
      'newcomer-basket',
      'newcomer-active',
    ]);
    // Newcomers came in days of their own; what all cohorts stand on is said of the result.
    expect(figures.map(({ period }) => period?.from)).to.deep.equal([
      ...[undefined, '2011-06-10', '2011-06-10', undefined, undefined],
      ...Array<string>(4).fill('2011-06-10'),
    ]);
    expect(figures[6]).to.deep.include({ value: '1.48', numerator: '800 orders', denominator: '540 customers' });
    expect(figures[7]).to.deep.include({ value: '€67.50', numerator: '€54,000.00', denominator: '800 orders' });
    expect(figures[4]).to.deep.include({ numerator: '€9,000.00', denominator: '300 customers' });
    expect(cohortFigures(told('en', months()))[0]).to.deep.include({ numerator: '44 customers', denominator: '220 customers', n: 220 });
    for (const { definition, formula } of figures) expect(`${definition}${formula}`).not.to.match(/undefined|NaN/);
  });

  it('says why there is no figure', () => {
    const { newcomers } = months().triangle!;
    const figure = (id: string, change: object) =>
      cohortFigures(told('fr', months('margin', { newcomers: { ...newcomers, ...change } }))).find((each) => each.id === id)!;
    expect(figure('potential', { potential: null })).to.deep.include({
      value: '—',
      reason: 'aucun client plus ancien n’a été suivi douze mois',
    });
    expect(figure('newcomers', { customers: null, meanRevenue: null })).to.deep.include({
      value: '—',
      reason: 'masqué, car un groupe est trop petit',
    });
    const margin = cohortFigures(told('fr', months('margin', { costCoverage: 0.83 })))[0];
    expect(plain(margin.definition)).to.contain('Les coûts sont connus pour 83,0 % du revenu');
  });

  it('has the triangle, every cell, costs and newcomers as tables', () => {
    const [wide, long, costs, fresh] = cohortTables(told('en', months('retention', { acquisition })));
    expect(wide.columns.map(({ label }) => label)).to.deep.equal(['Cohort', 'Customers', '0', '1', '2', '3']);
    expect(wide.rows.map((row) => row.map(({ value }) => value))).to.deep.equal([
      ['2011-09', 100, 1, 0.2, 0.1, null],
      ['2011-10', 120, 1, 0.2, null, null],
      ['2011-12', 40, null, null, null, null],
      ['Average', null, 1, 0.2, 0.1, null],
    ]);
    expect(long.rows).to.have.length(5);
    expect(long.rows[1].map(({ text }) => plain(text))).to.deep.equal([
      'Sept 2011',
      '1',
      '100',
      '20.0%',
      '18.0%',
      '22.0%',
      '20',
      '20',
      '€1,000.00',
    ]);
    expect(costs.rows.at(-1)!.map(({ value }) => value)).to.deep.equal(['Average', 9000, 300, 30, 1, 3]);
    expect(fresh.rows[0].map(({ text }) => text)).to.deep.equal(['3 orders or more', 'highest quarter', '39', '18.5%']);
    for (const table of [wide, long, costs, fresh]) for (const row of table.rows) expect(row).to.have.length(table.columns.length);
    const money = cohortTables(told('fr', months('revenue')))[1];
    for (const row of money.rows) expect(row).to.have.length(money.columns.length);
  });

  it('tells a result without a metric as retention', () => {
    const { triangle, ...bare } = months();
    expect(triangle).not.to.equal(undefined);
    const cohorts = bare.cohorts.map(({ cohort, size }) => ({ cohort, size, cells: [cell(10, 10), null] }));
    for (const each of cohorts) for (const one of each.cells) if (one) delete one.value;
    const context = told('en', { ...bare, cohorts });
    expect(cohortFinding(context)).to.contain('order again');
    expect(cohortFigures(context)).to.have.length(1);
    expect(cohortTables(context)).to.have.length(2);
  });
});
