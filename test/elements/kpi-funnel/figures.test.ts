/** What can be asked "why?": value, ground and interval, or the reason why there is none. */
import { expect } from 'chai';
import type { Figure } from '../../../src/base/widget.js';
import type { FunnelResult } from '../../../src/core/kpi/funnel-types.js';
import { funnelFigures } from '../../../src/elements/kpi-funnel/funnel-figures.js';
import { funnelTables } from '../../../src/elements/kpi-funnel/funnel-tables.js';
import { counts, lead, plain, steps, told } from './fixture.js';

function figures(value: Partial<FunnelResult>): Record<string, Partial<Figure>> {
  const list = funnelFigures(told('en', value)).map(({ id, ...rest }): [string, Partial<Figure>] => [
    id,
    Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, typeof one === 'string' ? plain(one) : one])),
  ]);
  return Object.fromEntries(list);
}

describe('kpi-funnel: figures', () => {
  it('have numerator, denominator, interval and sample', () => {
    const all = figures(lead(12_000, 2_040, 240));
    expect(Object.keys(all)).to.deep.equal([
      'overall-rate',
      'conversions',
      'largest-loss',
      'entries',
      'entries-per-conversion',
      'step-rate:lead',
      'step-rate:customer',
    ]);
    expect(all['overall-rate']).to.include({
      value: '2.0%',
      numerator: '240 (Purchase)',
      denominator: '12,000 (Visit)',
      n: 12_000,
      primary: true,
    });
    expect(all['overall-rate']!.interval).to.equal('1.8–2.3%');
    expect(all['largest-loss']).to.include({
      value: '88.2%',
      numerator: '1,800 (Sign-up → Purchase)',
      denominator: '2,040 (Sign-up)',
      interval: '86.8–89.6%',
      n: 2_040,
    });
    expect(all['step-rate:lead']).to.include({
      value: '17.0%',
      numerator: '2,040 (Sign-up)',
      denominator: '12,000 (Visit)',
      primary: false,
    });
    expect(all['conversions']!.value).to.equal('240');
    expect(all['entries']!.value).to.equal('12,000');
    expect(all['entries-per-conversion']).to.include({ value: '50.0', numerator: '12,000 (Visit)', denominator: '240 (Purchase)' });
    expect(figures(lead(9, 3, 0))['entries-per-conversion']!.value, 'nobody arrives').to.equal('—');
  });

  it('compare with the last step that nobody may skip', () => {
    const all = figures({ steps: steps(['visit', null, 1_000], ['checkout', null, 50, true], ['purchase', null, 200]) });
    expect(all['step-rate:purchase']).to.include({ value: '20.0%', denominator: '1,000 (Visit)' });
    expect(all['largest-loss']).to.include({ value: '80.0%', numerator: '800 (Visit → Purchase)' });
  });

  it('are a dash with a reason where the data cannot tell', () => {
    const rising = figures(counts(['A', 10], ['B', 20]));
    expect(rising['overall-rate']).to.include({ value: '—', reason: 'a step counts more than the one before it' });
    expect(rising['largest-loss']).to.include({ value: '—', reason: 'a step counts more than the one before it' });
    const empty = figures(counts(['A', 10], ['B', 0], ['C', 0]));
    expect(empty['step-rate:C']!.value).to.equal('—');
    expect(empty['step-rate:C']!.reason).to.be.a('string');
    const single = figures(counts(['A', 10]));
    expect(single['overall-rate']).to.include({ value: '—', reason: 'a rate needs a second step' });
    const withheld = figures(lead(1_000, 200, null));
    expect(withheld['overall-rate']!.value).to.equal('—');
    expect(withheld['conversions']).to.include({ value: '—', primary: false });
  });

  it('say so where nothing is lost', () => {
    expect(figures(lead(50, 50))['largest-loss']).to.include({ value: '0.0%', reason: 'no step loses anybody' });
  });
});

describe('kpi-funnel: tables', () => {
  it('hold the exact numbers, and groups apart', () => {
    const value = {
      ...lead(1_000, 250),
      breakdown: [
        { key: 'email', steps: lead(400, 150).steps! },
        { key: null, steps: lead(600, 100).steps! },
      ],
    };
    const [main, groups] = funnelTables(told('fr', value, [], { breakdown: 'channel' }));
    expect(main!.columns.map(({ label }) => label).slice(0, 3)).to.deep.equal(['Étape', 'Nombre', 'Taux de l’étape']);
    expect(main!.rows[1]!.slice(0, 3).map(({ text, value: exact }) => ({ text: plain(text), value: exact }))).to.deep.equal([
      { text: 'Inscription', value: 'Inscription' },
      { text: '250', value: 250 },
      { text: '25,0 %', value: 0.25 },
    ]);
    expect(groups!.caption).to.equal('Tunnel par canal');
    expect(groups!.rows.map((row) => row.slice(0, 3).map((cell) => cell.value))).to.deep.equal([
      ['email', 'Visite', 400],
      ['email', 'Inscription', 150],
      ['Autres', 'Visite', 600],
      ['Autres', 'Inscription', 100],
    ]);
  });

  it('have a column of days only where days are known', () => {
    const dated = { steps: steps(['visit', null, 100], ['lead', null, 50, false, 2.5]) };
    expect(funnelTables(told('en', dated))[0]!.columns.at(-1)!.label).to.equal('Median time (days)');
    expect(funnelTables(told('en', dated))[0]!.rows[1]!.at(-1)).to.deep.equal({ text: '2.5', value: 2.5 });
    expect(funnelTables(told('en', lead(100, 50)))[0]!.columns).to.have.length(9);
  });
});
