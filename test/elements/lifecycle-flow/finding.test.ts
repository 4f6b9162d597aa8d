/** The sentence, the rules and the words, in both languages. */
import { expect } from '@open-wc/testing';
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { LifecycleResult, StageId } from '../../../src/core/kpi/lifecycle-types.js';
import { lifecycleContext } from '../../../src/elements/lifecycle-flow/lifecycle-context.js';
import { lifecycleFinding } from '../../../src/elements/lifecycle-flow/lifecycle-finding.js';
import { lifecycleTerms } from '../../../src/locale/lifecycle-terms.js';
import { createSpeech } from '../../../src/locale/speech.js';
import { flow, lifecycle, result } from './fixture.js';

/** No-break spaces as `_`. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, '_').replace(/\u2060/g, '');
const speech = { fr: createSpeech('fr', 'fr'), en: createSpeech('en-GB', 'en') };
const say = (lang: 'fr' | 'en', value: LifecycleResult, rest: Partial<KpiResult<LifecycleResult>> = {}): string =>
  plain(lifecycleFinding(lifecycleContext(result(value, rest), speech[lang])));

function both(value: LifecycleResult, fr: string, en: string, rest: Partial<KpiResult<LifecycleResult>> = {}): void {
  expect(say('fr', value, rest)).to.equal(fr);
  expect(say('en', value, rest)).to.equal(en);
}

const renewal = lifecycle().renewal;
const still = { ...renewal, reactivated: 0 };

describe('lifecycle-flow: finding', () => {
  it('says how the base is renewed, who came back, and where most could be won', () => {
    both(
      lifecycle(),
      'Depuis le 30_septembre 2025, plus de clients gagnés que perdus_: 120 nouveaux, 100 devenus inactifs (renouvellement +4,0_%). 7 clients sont revenus_: la base passe de 500 à 527. Premier gisement_: 30,0_% au lieu de 20,0_% de prospect à nouveau, soit environ 200_€ en 92 jours.',
      'More customers won than lost since 30_September 2025: 120 new, 100 became inactive (renewal +4.0%). 7 customers came back: the base went from 500 to 527. Largest potential: 30.0% instead of 20.0% from prospect to new, worth about €200 in 92 days.',
    );
  });

  it('tells a loss, a draw, and nothing at all', () => {
    both(
      lifecycle({ flows: [], renewal: { ...still, newCustomers: 1, becameInactive: 21, rate: -0.04 } }),
      'Depuis le 30_septembre 2025, moins de clients gagnés que perdus_: 1 nouveau, 21 devenus inactifs (renouvellement −4,0_%).',
      'Fewer customers won than lost since 30_September 2025: 1 new, 21 became inactive (renewal −4.0%).',
    );
    both(
      lifecycle({ flows: [], renewal: { ...still, newCustomers: 1, becameInactive: 1, rate: 0, reactivated: 1 } }),
      'Depuis le 30_septembre 2025, autant de clients gagnés que perdus_: 1 nouveau, 1 devenu inactif (renouvellement 0,0_%). 1 client est revenu_: la base passe de 500 à 527.',
      'As many customers won as lost since 30_September 2025: 1 new, 1 became inactive (renewal 0.0%). 1 customer came back: the base went from 500 to 527.',
    );
    both(
      lifecycle({ flows: [], renewal: { ...still, newCustomers: 0, becameInactive: 0, rate: 0 } }),
      'Depuis le 30_septembre 2025, aucun nouveau client et aucun devenu inactif.',
      'Nobody came and nobody became inactive since 30_September 2025.',
    );
  });

  it('says nothing of a base that is withheld', () => {
    both(
      lifecycle({ flows: [], renewal: { ...renewal, activeAtEnd: null } }),
      'Depuis le 30_septembre 2025, plus de clients gagnés que perdus_: 120 nouveaux, 100 devenus inactifs (renouvellement +4,0_%). 7 clients sont revenus.',
      'More customers won than lost since 30_September 2025: 120 new, 100 became inactive (renewal +4.0%). 7 customers came back.',
    );
  });

  it('names the reason where there is no rate', () => {
    const unknown = { ...still, rate: null, verdict: null };
    both(
      lifecycle({ flows: [], renewal: unknown }),
      'Pas de taux de renouvellement_: les données doivent remonter au 1er_juillet 2025.',
      'No renewal rate: the data must reach back to 1_July 2025.',
      { reasons: [{ code: 'not-enough-history', detail: '2025-07-01' }] },
    );
    both(
      lifecycle({ flows: [], renewal: { ...unknown, activeAtStart: 0 } }),
      'Pas de taux de renouvellement_: la base était vide le 30_septembre 2025.',
      'No renewal rate: the base was empty on 30_September 2025.',
      { reasons: [{ code: 'zero-denominator', detail: 'renewal' }] },
    );
    both(
      lifecycle({ flows: [], renewal: { ...unknown, newCustomers: null, reactivated: null } }),
      'Pas de taux de renouvellement_: un groupe est trop petit.',
      'No renewal rate: a group is too small.',
      { reasons: [{ code: 'suppressed', detail: 'flows' }] },
    );
  });

  it('promises nothing from fewer than 30', () => {
    const few = lifecycle({ flows: [flow('new', 'loyal', 5, 29, { target: 0.5, opportunity: 1000 })], renewal: still });
    expect(say('en', few)).not.to.contain('potential');
  });

  it('elides where French does', () => {
    const value = lifecycle({ flows: [flow('inactive', 'loyal', 7, 307, { target: 0.1, opportunity: 50 })], renewal: still });
    expect(say('fr', value)).to.match(/Premier gisement_: 10,0_% au lieu de [\d,]+_% d’inactif à fidèle/);
  });
});

describe('lifecycle-flow: rules in words', () => {
  const rule = (lang: 'fr' | 'en', id: StageId, change: Partial<LifecycleResult['rules']> = {}): string =>
    plain(lifecycleTerms[lang](speech[lang].format).rule(id, { ...lifecycle().rules, ...change }));

  it('as they are by default', () => {
    const ids: StageId[] = ['prospect', 'new', 'loyal', 'premium', 'inactive'];
    expect(ids.map((id) => rule('en', id))).to.deep.equal([
      'registered or seen, no order yet',
      'active, one purchase day',
      'active, 2 purchase days or more',
      'active, 3 purchase days or more, at most 60 days apart on average',
      'no order for 3 months or longer',
    ]);
    expect(ids.map((id) => rule('fr', id))).to.deep.equal([
      'inscrits ou vus, sans commande',
      'actifs, un seul jour d’achat',
      'actifs, 2 jours d’achat ou plus',
      'actifs, 3 jours d’achat ou plus, à 60 jours d’intervalle au plus en moyenne',
      'aucune commande depuis 3 mois ou plus',
    ]);
  });

  it('as they were set', () => {
    expect(rule('en', 'new', { loyalPurchases: 4 })).to.equal('active, up to 3 purchase days');
    expect(rule('fr', 'premium', { premiumShare: 0.1, premiumPurchases: 13, premiumDays: null })).to.equal(
      'actifs, premiers 10,0_%_: 13 jours d’achat ou plus',
    );
    const far = { silentMonths: null, silentDays: 91, inactiveDays: 366 };
    expect(rule('en', 'defecting', far)).to.equal('no order for 91 days or longer');
    expect(rule('fr', 'inactive', far)).to.equal('aucune commande depuis 366 jours ou plus');
  });

  it('French has real typography, and both languages have the same words', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(texts) : [];
    const [fr, en] = (['fr', 'en'] as const).map((lang) => texts(lifecycleTerms[lang](speech[lang].format)));
    expect(fr.length).to.equal(en.length);
    expect(fr.filter((text) => /[ ][:;?!»%]|«[ ]|[\p{L}]'[\p{L}]|"/u.test(text))).to.deep.equal([]);
  });
});
