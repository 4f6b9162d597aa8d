/** The sentence, word for word, in both languages, for each kind of data. */
import { expect } from 'chai';
import type { RfmResult } from '../../../src/core/kpi/rfm-types.js';
import { rfmFinding } from '../../../src/elements/rfm-matrix/rfm-finding.js';
import { plain, segment, shop, told } from './fixture.js';

function says(value: RfmResult, english: string, french: string, reasons: string[] = []): void {
  expect(plain(rfmFinding(told('en', value, reasons)))).to.equal(english);
  expect(plain(rfmFinding(told('fr', value, reasons)))).to.equal(french);
}

const all = (value: RfmResult): RfmResult => ({ ...value, inactive: 0, window: { ...value.window, months: null, rule: 'all' } });

describe('rfm-matrix: the sentence', () => {
  it('tells what the very good customers bring, and who has gone silent', () => {
    says(
      shop(),
      'Your 848 very good customers (20.0% of active customers) make 74.6% of revenue; 1,023 customers have not bought for 3 months.',
      'Vos 848 très bons clients (20,0 % des clients actifs) font 74,6 % du revenu ; 1 023 clients n’ont pas acheté depuis 3 mois.',
    );
  });

  it('sets the spaces of French typography', () => {
    const text = rfmFinding(told('fr', shop()));
    expect(text).to.include('revenu\u202f; ');
    expect(text).to.match(/74,6[\u00a0\u202f]%/);
    expect(text).to.match(/1[\u00a0\u202f]023/);
    expect(text).not.to.include("'");
  });

  it('says nothing of silence over all time', () => {
    says(
      all(shop()),
      'Your 848 very good customers (20.0% of active customers) make 74.6% of revenue.',
      'Vos 848 très bons clients (20,0 % des clients actifs) font 74,6 % du revenu.',
    );
  });

  it('puts one customer and one month in the singular', () => {
    const of = { customers: 4240, revenue: 1_000_000 };
    const value = shop();
    value.window.months = 1;
    value.inactive = 1;
    value.segments[0] = segment('TBC', 1, 500_000, of);
    says(
      value,
      'Your only very good customer (< 0.1% of active customers) makes 50.0% of revenue; 1 customer has not bought for 1 month.',
      'Votre seul très bon client (< 0,1 % des clients actifs) fait 50,0 % du revenu ; 1 client n’a pas acheté depuis 1 mois.',
    );
  });

  it('names the day where the window is no number of months', () => {
    const value = shop();
    value.window.months = null;
    value.window.rule = 'given';
    says(
      value,
      'Your 848 very good customers (20.0% of active customers) make 74.6% of revenue; 1,023 customers have not bought since 10 September 2011.',
      'Vos 848 très bons clients (20,0 % des clients actifs) font 74,6 % du revenu ; 1 023 clients n’ont pas acheté depuis le 10 septembre 2011.',
    );
  });

  it('speaks of the best segment that has somebody in it', () => {
    const of = { customers: 4240, revenue: 1_000_000 };
    const value = all(shop());
    value.segments[0] = segment('TBC', 0, 0, of);
    says(
      value,
      'Your 1,200 good customers (28.3% of active customers) make 16.0% of revenue.',
      'Vos 1 200 bons clients (28,3 % des clients actifs) font 16,0 % du revenu.',
    );
  });

  it('says that few customers are few', () => {
    says(
      all({ ...shop(), customers: 29, revenue: 3400 }),
      '29 active customers worth €3,400.00 of revenue: too few to say which matter most.',
      '29 clients actifs pour 3 400,00 € de revenu : trop peu pour dire lesquels comptent le plus.',
    );
  });

  it('compares nothing with one customer', () => {
    says(
      all({ ...shop(), customers: 1, orders: 3, revenue: 120.5 }),
      'Only one active customer, with 3 orders worth €120.50: nothing to compare yet.',
      'Un seul client actif, avec 3 commandes pour 120,50 € : rien à comparer encore.',
    );
    expect(plain(rfmFinding(told('fr', all({ ...shop(), customers: 1, orders: 1, revenue: 9 }))))).to.include('avec 1 commande pour');
  });

  it('tells nobody from another where all bring the same', () => {
    const of = { customers: 40, revenue: 800 };
    const [top, ...rest] = (['CTO', 'TBC', 'BC', 'CO'] as const).map((id) =>
      segment(id, id === 'CTO' ? 40 : 0, id === 'CTO' ? 800 : 0, of),
    );
    const value = all({ ...shop(), ...of, segments: [...rest, { ...top, from: 20, to: 20 }] });
    says(
      value,
      'All your 40 active customers have spent €20.00: nothing sets good customers apart.',
      'Vos 40 clients actifs ont tous dépensé 20,00 € : rien ne distingue de bons clients.',
    );
  });

  it('says that one segment holds everybody', () => {
    const of = { customers: 40, revenue: 800 };
    const segments = (['TBC', 'BC', 'CO', 'CTO'] as const).map((id) => segment(id, id === 'CO' ? 40 : 0, id === 'CO' ? 800 : 0, of));
    says(
      all({ ...shop(), ...of, segments }),
      'All your 40 active customers are in the same segment, occasional customers.',
      'Vos 40 clients actifs sont tous dans le même segment, clients occasionnels.',
    );
  });

  it('makes no segments without revenue', () => {
    says(
      all({ ...shop(), revenue: 0 }),
      '4,240 active customers, but no revenue in the period: no segments.',
      '4 240 clients actifs, mais aucun revenu sur la période : pas de segments.',
    );
  });

  it('keeps what is withheld', () => {
    const of = { customers: 4240, revenue: 1_000_000 };
    const value = all(shop());
    value.segments[0] = segment('TBC', null, 0, of);
    says(
      value,
      '4,240 active customers worth €1,000,000.00 of revenue; the share of the best is withheld, because a group is too small.',
      '4 240 clients actifs pour 1 000 000,00 € de revenu ; la part des meilleurs est masquée, car un groupe est trop petit.',
    );
  });

  it('says that the history is short', () => {
    says(
      all(shop()),
      'Your 848 very good customers (20.0% of active customers) make 74.6% of revenue; the data do not reach back over the whole window.',
      'Vos 848 très bons clients (20,0 % des clients actifs) font 74,6 % du revenu ; les données ne remontent pas sur toute la fenêtre.',
      ['not-enough-history'],
    );
  });

  it('says that nobody has bought', () => {
    const none = (['TBC', 'BC', 'CO', 'CTO'] as const).map((id) => segment(id, 0, 0, { customers: 1, revenue: 0 }));
    says(
      { ...shop(), customers: 0, orders: 0, revenue: 0, segments: none },
      'None of your 1,023 customers has bought for 3 months.',
      'Aucun de vos 1 023 clients n’a acheté depuis 3 mois.',
    );
  });
});
