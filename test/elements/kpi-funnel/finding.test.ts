/** The sentence, word for word, in both languages, for each kind of data. */
import { expect } from 'chai';
import type { Reason } from '../../../src/core/kpi/contract.js';
import type { FunnelResult } from '../../../src/core/kpi/funnel-types.js';
import { funnelFinding } from '../../../src/elements/kpi-funnel/funnel-finding.js';
import { counts, lead, plain, steps, told } from './fixture.js';

function says(value: Partial<FunnelResult>, french: string, english: string, reasons: Reason[] = [], params: object = {}): void {
  expect(plain(funnelFinding(told('fr', value, reasons, params)))).to.equal(french);
  expect(plain(funnelFinding(told('en', value, reasons, params)))).to.equal(english);
}

describe('kpi-funnel: the sentence', () => {
  it('tells how many of a round number convert, and where most are lost', () => {
    says(
      lead(12_000, 2_040, 240),
      'Sur 100 visiteurs, 2 achètent ; la plus grande perte est entre inscription et achat (−88 %).',
      'Out of 100 visitors, 2 buy; the largest loss is between sign-up and purchase (−88%).',
    );
    says(
      lead(12_000, 1_000, 240),
      'Sur 100 visiteurs, 2 achètent ; la plus grande perte est entre visite et inscription (−92 %).',
      'Out of 100 visitors, 2 buy; the largest loss is between visit and sign-up (−92%).',
    );
  });

  it('sets the spaces of French typography', () => {
    const text = funnelFinding(told('fr', lead(12_000, 2_040, 240)));
    expect(text).to.include('achètent\u202f; ');
    expect(text).to.match(/−88[\u00a0\u202f]%/);
    const few = funnelFinding(told('fr', counts(['Appels', 10], ['Signés', 20])));
    expect(few).to.include('«\u202fSignés\u202f»');
    expect(few).to.include(')\u00a0: ');
    expect(few).not.to.include("'");
  });

  it('takes a larger round number rather than distort the rate', () => {
    says(lead(100_000, 1_500), 'Sur 1 000 visiteurs, 15 s’inscrivent.', 'Out of 1,000 visitors, 15 sign up.');
    says(lead(20_000, 10), 'Sur 10 000 visiteurs, 5 s’inscrivent.', 'Out of 10,000 visitors, 5 sign up.');
    says(lead(100_000, 99_700), 'Sur 1 000 visiteurs, 997 s’inscrivent.', 'Out of 1,000 visitors, 997 sign up.');
  });

  it('puts one in the singular', () => {
    says(lead(100_000, 1_000), 'Sur 100 visiteurs, 1 s’inscrit.', 'Out of 100 visitors, 1 signs up.');
  });

  it('quotes the names that the page gave, and cuts long ones', () => {
    says(
      counts(['Appels', 1_000], ['Rendez-vous', 500], ['Signés', 100]),
      'Sur 100 « Appels », 10 vont jusqu’à « Signés » ; la plus grande perte est entre « Rendez-vous » et « Signés » (−80 %).',
      'Out of 100 “Appels”, 10 reach “Signés”; the largest loss is between “Rendez-vous” and “Signés” (−80%).',
    );
    says(
      counts(['Personnes ayant reçu le courriel de relance du mois', 1_000], ['B', 100]),
      'Sur 100 « Personnes ayant reçu le courriel de rel… », 10 vont jusqu’à « B ».',
      'Out of 100 “Personnes ayant reçu le courriel de rel…”, 10 reach “B”.',
    );
  });

  it('says of a rate near nothing that it is not nothing', () => {
    const few = { unit: 'visitor' as const, steps: steps(['visit', null, 12_345], ['cart', null, 1]) };
    expect(plain(funnelFinding(told('fr', few)))).to.equal('Sur 12 345 visiteurs, 1 va jusqu’à « Panier » (< 0,1 %, entre 0,0 et 0,1 %).');
    expect(plain(funnelFinding(told('en', few)))).to.equal('Out of 12,345 visitors, 1 reaches “Cart” (< 0.1%, between 0.0 and 0.1%).');
  });

  it('concludes nothing from fewer than 30, and gives the interval', () => {
    says(
      counts(['Appels', 10], ['Signés', 1]),
      'Trop peu de données pour conclure : 1 sur 10 (10,0 %, entre 1,8 et 40,4 %).',
      'Too little data to conclude: 1 out of 10 (10.0%, between 1.8 and 40.4%).',
    );
    says(
      lead(10, 5, 1),
      'Trop peu de visiteurs pour conclure : 1 sur 10 (10,0 %, entre 1,8 et 40,4 %).',
      'Too few visitors to conclude: 1 out of 10 (10.0%, between 1.8 and 40.4%).',
    );
    says(
      { ...lead(1, 1), unit: 'customer' },
      'Trop peu de clients pour conclure : 1 sur 1 (100,0 %, entre 20,7 et 100,0 %).',
      'Too few customers to conclude: 1 out of 1 (100.0%, between 20.7 and 100.0%).',
    );
  });

  it('gives the interval where few have converted or it is wide', () => {
    says(
      lead(100, 2),
      'Sur 100 visiteurs, 2 s’inscrivent (2,0 %, entre 0,6 et 7,0 %).',
      'Out of 100 visitors, 2 sign up (2.0%, between 0.6 and 7.0%).',
    );
    says(
      lead(40, 20),
      'Sur 40 visiteurs, 20 s’inscrivent (50,0 %, entre 35,2 et 64,8 %).',
      'Out of 40 visitors, 20 sign up (50.0%, between 35.2 and 64.8%).',
    );
    says(
      lead(50, 45),
      'Sur 50 visiteurs, 45 s’inscrivent (90,0 %, entre 78,6 et 95,7 %).',
      'Out of 50 visitors, 45 sign up (90.0%, between 78.6 and 95.7%).',
    );
  });

  it('says nobody and everybody, and how far nobody reaches', () => {
    says(
      lead(40, 0),
      'Sur 40 visiteurs, aucun ne s’inscrit (le vrai taux peut aller jusqu’à 8,8 %).',
      'Out of 40 visitors, none signs up (the true rate may be up to 8.8%).',
    );
    says(
      lead(100_000, 5_000, 0),
      'Sur 100 000 visiteurs, aucun n’achète ; la plus grande perte est entre inscription et achat (−100 %).',
      'Out of 100,000 visitors, none buys; the largest loss is between sign-up and purchase (−100%).',
    );
    says(
      counts(['A', 1_000], ['B', 0]),
      'Sur 1 000 « A », aucun ne va jusqu’à « B » (le vrai taux peut aller jusqu’à 0,4 %).',
      'Out of 1,000 “A”, none reaches “B” (the true rate may be up to 0.4%).',
    );
    says(lead(80, 80, 80), 'Sur 80 visiteurs, tous achètent.', 'Out of 80 visitors, all buy.');
  });

  it('does not name one largest loss where the data cannot tell', () => {
    says(
      lead(1_000, 500, 250),
      'Sur 100 visiteurs, 25 achètent ; chaque étape perd autant (−50 %).',
      'Out of 100 visitors, 25 buy; every step loses as much (−50%).',
    );
    says(
      lead(1_000, 510, 250),
      'Sur 100 visiteurs, 25 achètent ; les deux plus grandes pertes sont trop proches pour être départagées, entre inscription et achat (−51 %) et entre visite et inscription (−49 %).',
      'Out of 100 visitors, 25 buy; the two largest losses are too close to call, between sign-up and purchase (−51%) and between visit and sign-up (−49%).',
    );
    says(
      counts(['A', 8_000], ['B', 4_000], ['C', 2_000], ['D', 1_900]),
      'Sur 100 « A », 24 vont jusqu’à « D » ; les deux plus grandes pertes sont égales, entre « A » et « B » et entre « B » et « C » (−50 %).',
      'Out of 100 “A”, 24 reach “D”; the two largest losses are equal, between “A” and “B” and between “B” and “C” (−50%).',
    );
    says(
      counts(['A', 800], ['B', 404], ['C', 200], ['D', 101]),
      'Sur 100 « A », 13 vont jusqu’à « D » ; aucune perte ne se détache des autres (au plus −50 %).',
      'Out of 100 “A”, 13 reach “D”; no loss stands out from the others (at most −50%).',
    );
  });

  it('leaves steps that may be skipped out of the losses', () => {
    says(
      { steps: steps(['visit', null, 5_000], ['cart', null, 1_000], ['checkout', null, 20, true], ['purchase', null, 500]) },
      'Sur 100 visiteurs, 10 achètent ; la plus grande perte est entre visite et panier (−80 %).',
      'Out of 100 visitors, 10 buy; the largest loss is between visit and cart (−80%).',
    );
  });

  it('refuses a rate where a step counts more than the one before', () => {
    says(
      counts(['Appels', 100], ['Signés', 200]),
      '« Signés » (200) compte plus que « Appels » (100) : ces étapes ne se suivent pas, il n’y a pas de taux.',
      '“Signés” (200) counts more than “Appels” (100): these steps do not follow each other, there is no rate.',
    );
  });

  it('needs a start and a second step', () => {
    says(lead(0, 0), 'Aucun visiteur n’est entré dans le tunnel.', 'No visitor has entered the funnel.');
    says(counts(['A', 0], ['B', 0]), '« A » compte zéro : il n’y a pas de taux.', '“A” counts zero: there is no rate.');
    says(
      lead(12_345),
      '12 345 visiteurs ; il faut une deuxième étape pour calculer un taux.',
      '12,345 visitors; a rate needs a second step.',
    );
    says(counts(['A', 10]), '« A » : 10 ; il faut une deuxième étape pour calculer un taux.', '“A”: 10; a rate needs a second step.');
    expect(funnelFinding(told('fr', { steps: [] }))).to.equal('');
  });

  it('says which figures are withheld or missing, and why', () => {
    const withheld = [{ code: 'suppressed' }];
    says(
      lead(12_000, 2_040, null),
      'Sur 100 visiteurs, 17 s’inscrivent ; pas de chiffre pour « Achat » : masqué, car un groupe est trop petit.',
      'Out of 100 visitors, 17 sign up; no figure for “Purchase”: withheld, because a group is too small.',
      withheld,
    );
    says(
      lead(null, null, null),
      'Pas de chiffre pour « Visite », donc pas de taux : il manque un tableau dans les données (visites).',
      'No figure for “Visit”, hence no rate: a table is missing in the data (visits).',
      [{ code: 'missing-table', detail: 'visits' }],
    );
    says(
      lead(12_000, null, null),
      '12 000 visiteurs ; pas de chiffre pour « Inscription », « Achat » : pas de données pour ce chiffre.',
      '12,000 visitors; no figure for “Sign-up”, “Purchase”: no data for this figure.',
    );
  });
});

describe('kpi-funnel: steps that the data lack', () => {
  const reasons = [{ code: 'missing-event', detail: 'view' }];
  const value = { steps: steps(['visit', null, 5_000], ['cart', null, 1_000], ['purchase', null, 500]) };

  it('are named, with the reason', () => {
    says(
      value,
      'Sur 100 visiteurs, 10 achètent ; la plus grande perte est entre visite et panier (−80 %) ; pas de chiffre pour « Fiche produit » : les données n’ont aucun événement de cette étape.',
      'Out of 100 visitors, 10 buy; the largest loss is between visit and cart (−80%); no figure for “Product page”: the data have no event of this step.',
      reasons,
    );
  });

  it('are not told twice', () => {
    expect(told('en', value, reasons).told).to.include('missing-event');
    expect(told('en', lead(100, null), [{ code: 'suppressed' }]).told).to.include('suppressed');
    expect(told('en', value, [...reasons, { code: 'missing-event', detail: 'own' }]).told).not.to.include('missing-event');
    expect(told('en', value, [{ code: 'missing-table', detail: 'orders' }]).told).not.to.include('missing-table');
  });
});

describe('kpi-funnel: the sentence about groups', () => {
  const group = (key: string | null, entries: number, converted: number): NonNullable<FunnelResult['breakdown']>[number] => ({
    key,
    steps: steps(['visit', null, entries], ['customer', null, converted]),
  });
  const whole = { steps: steps(['visit', null, 10_000], ['customer', null, 1_000]) };
  const head = { fr: 'Sur 100 visiteurs, 10 achètent.', en: 'Out of 100 visitors, 10 buy.' };

  it('names the best and the worst where their intervals do not overlap', () => {
    says(
      { ...whole, breakdown: [group('e-mail', 1_000, 300), group('search', 5_000, 600), group('social', 4_000, 100)] },
      `${head.fr} E-mail convertit le mieux (30,0 %), social le moins bien (2,5 %).`,
      `${head.en} E-mail converts best (30.0%), social worst (2.5%).`,
      [],
      { breakdown: 'channel' },
    );
  });

  it('claims nothing within the margin of error, of few, or of the rest', () => {
    says(
      { ...whole, breakdown: [group('e-mail', 100, 12), group('social', 100, 9), group('x', 5, 5), group(null, 900, 0)] },
      `${head.fr} Par canal, aucun écart ne dépasse la marge d’erreur.`,
      `${head.en} By channel, no difference exceeds the margin of error.`,
      [],
      { breakdown: 'channel' },
    );
    says({ ...whole, breakdown: [group('e-mail', 1_000, 300), group('x', 5, 5)] }, head.fr, head.en);
  });
});
