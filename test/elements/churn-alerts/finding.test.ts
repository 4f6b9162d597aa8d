/** The sentence, case by case, in both languages: written by hand. */
import { expect } from 'chai';
import { churnContext } from '../../../src/elements/churn-alerts/churn-context.js';
import { churnFinding } from '../../../src/elements/churn-alerts/churn-finding.js';
import { createSpeech } from '../../../src/locale/speech.js';
import type { ChurnResult } from '../../../src/core/kpi/churn-types.js';
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import { churn, month, result, tier } from './fixture.js';

/** Spaces that may not break are written as `_`; engines differ on which of the two they print before %. */
const visible = (text: string): string => text.replaceAll('\u2060', '').replaceAll(/[\u00a0\u202f]/g, '_');

function say(language: 'en' | 'fr', value: ChurnResult, rest: Partial<KpiResult<ChurnResult>> = {}): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return visible(churnFinding(churnContext(result(value, rest), createSpeech(locale, language))));
}

function both(value: ChurnResult, fr: string, en: string, rest: Partial<KpiResult<ChurnResult>> = {}): void {
  expect(say('fr', value, rest)).to.equal(fr);
  expect(say('en', value, rest)).to.equal(en);
}

const attritionFr = 'L’attrition est de 31,2_% (intervalle 29,4–33,0_%), en hausse depuis 3 mois.';
const attritionEn = 'Attrition is 31.2% (interval 29.4–33.0%), rising for 3 months.';

describe('churn-alerts: the finding', () => {
  it('counts both tiers, their revenue together, and the rise', () => {
    both(
      churn(),
      `412 clients sont à surveiller et 188 à risque_: ensemble, 84,3_k_€ de revenu sur 12 mois. ${attritionFr}`,
      `412 customers need watching and 188 are at risk: together, €84.3k of revenue over the last 12 months. ${attritionEn}`,
    );
  });

  it('uses the singular for one, in French for zero too', () => {
    both(
      churn({ tiers: [tier('watch', 1, 20), tier('risk', 1, 30), tier('inactive', 0, 0)] }),
      `1 client est à surveiller et 1 à risque_: ensemble, 50_€ de revenu sur 12 mois. ${attritionFr}`,
      `1 customer needs watching and 1 is at risk: together, €50 of revenue over the last 12 months. ${attritionEn}`,
    );
  });

  it('speaks of one tier alone', () => {
    both(
      churn({ tiers: [tier('watch', 0, 0), tier('risk', 188, 32300), tier('inactive', 3, 1)] }),
      `188 clients sont à risque_: 32,3_k_€ de revenu sur 12 mois. ${attritionFr}`,
      `188 customers are at risk: €32.3k of revenue over the last 12 months. ${attritionEn}`,
    );
    both(
      churn({ tiers: [tier('watch', 412, 52000), tier('risk', 0, 0), tier('inactive', 3, 1)] }),
      `412 clients sont à surveiller_: 52,0_k_€ de revenu sur 12 mois_; personne n’est à risque. ${attritionFr}`,
      `412 customers need watching: €52.0k of revenue over the last 12 months; nobody is at risk. ${attritionEn}`,
    );
  });

  it('says that nobody is at risk', () => {
    both(
      churn({ tiers: [tier('watch', 0, 0), tier('risk', 0, 0), tier('inactive', 3, 1)], trend: [] }),
      'Aucun client n’est à surveiller ni à risque. L’attrition est de 31,2_% (intervalle 29,4–33,0_%).',
      'No customer needs watching or is at risk. Attrition is 31.2% (interval 29.4–33.0%).',
    );
  });

  it('says that everybody has gone', () => {
    const gone = { active: 0, base: 2357, attritionRate: 1, attritionInterval: [0.97, 1], attritionBase: 140, trend: [] } as const;
    both(
      churn({
        ...gone,
        attritionInterval: [0.97, 1],
        trend: [],
        tiers: [tier('watch', 0, 0), tier('risk', 0, 0), tier('inactive', 2357, 9)],
      }),
      'Les 2_357 clients sont inactifs_: aucun n’a commandé depuis 3 mois. L’attrition est de 100,0_% (intervalle 97,0–100,0_%).',
      'All 2,357 customers are inactive: none has ordered for 3 months. Attrition is 100.0% (interval 97.0–100.0%).',
    );
  });

  it('knows the only customer, and a window in days', () => {
    const window = { ...churn().window, months: null, rule: 'given' as const };
    const few = { attritionRate: 1, attritionInterval: [0.2065, 1] as [number, number], attritionBase: 1, attritionLost: 1, trend: [] };
    both(
      churn({ window, base: 1, active: 0, ...few, tiers: [tier('watch', 0, 0), tier('risk', 0, 0), tier('inactive', 1, 9)] }),
      'Le seul client est inactif_: aucune commande depuis 91 jours. L’attrition est de 100,0_% (intervalle 20,7–100,0_%), mais sur 1 client seulement_: trop peu pour conclure.',
      'The only customer is inactive: no order for 91 days. Attrition is 100.0% (interval 20.7–100.0%), but of 1 customer only: too few to conclude.',
    );
  });

  it('does not conclude from fewer than 30, whatever the trend', () => {
    const value = churn({ attritionRate: 0.4, attritionInterval: [0.1682, 0.6873], attritionBase: 10, attritionLost: 4 });
    expect(say('fr', value)).to.match(
      /L’attrition est de 40,0_% \(intervalle 16,8–68,7_%\), mais sur 10 clients seulement_: trop peu pour conclure\.$/,
    );
    expect(say('en', value)).to.match(/but of 10 customers only: too few to conclude\.$/);
  });

  it('names the reason where there is no rate', () => {
    const unknown = churn({ attritionRate: null, attritionInterval: null, attritionBase: 0, attritionLost: 0, trend: [] });
    const history = { reasons: [{ code: 'not-enough-history' }] };
    expect(say('fr', unknown, history)).to.match(/Pas de taux d’attrition_: les données doivent couvrir deux fenêtres de 3 mois\.$/);
    expect(say('en', unknown, history)).to.match(/No attrition rate: the data must cover two windows of 3 months\.$/);
    const nobody = { reasons: [{ code: 'zero-denominator' }] };
    expect(say('fr', unknown, nobody)).to.match(/Pas de taux d’attrition_: personne n’était actif dans la fenêtre précédente\.$/);
    expect(say('en', unknown, nobody)).to.match(/No attrition rate: nobody was active in the previous window\.$/);
  });

  it('tells what is withheld, and nothing about it', () => {
    const reasons = [{ code: 'suppressed' }];
    both(
      churn({ tiers: [tier('watch', 412, 52000), tier('risk', null, null), tier('inactive', null, null)] }),
      `412 clients sont à surveiller_: 52,0_k_€ de revenu sur 12 mois. Masqué, car un groupe est trop petit_: à risque, inactifs. ${attritionFr}`,
      `412 customers need watching: €52.0k of revenue over the last 12 months. Withheld, because a group is too small: at risk, inactive. ${attritionEn}`,
      { reasons },
    );
    const all = churn({
      tiers: [tier('watch', null, null), tier('risk', null, null), tier('inactive', null, null)],
      attritionRate: null,
      attritionBase: 4,
    });
    both(
      all,
      'Masqué, car un groupe est trop petit_: à surveiller, à risque, inactifs. Pas de taux d’attrition_: un groupe est trop petit.',
      'Withheld, because a group is too small: watch, at risk, inactive. No attrition rate: a group is too small.',
      { reasons },
    );
  });

  it('leaves money out where the data have none', () => {
    expect(say('fr', churn({ tiers: [tier('watch', 2, null), tier('risk', 3, null), tier('inactive', 0, null)] }))).to.match(
      /^2 clients sont à surveiller et 3 à risque\. L/,
    );
  });

  it('has a sentence for no customer at all', () => {
    both(churn({ base: 0, active: 0 }), 'Aucun client n’a encore commandé.', 'No customer has ordered yet.');
  });

  describe('the trend', () => {
    const steady = [
      month('2025-10', 300, 1000, [0.272, 0.329]),
      month('2025-11', 310, 1000, [0.282, 0.339]),
      month('2025-12', 320, 1000, [0.292, 0.349]),
    ];
    const ending = /\(intervalle 29,4–33,0_%\)\.$/;

    it('is not told where the intervals overlap', () => {
      expect(say('fr', churn({ trend: steady }))).to.match(ending);
    });

    it('is not told from one step', () => {
      expect(say('fr', churn({ trend: churn().trend.slice(-2) }))).to.match(ending);
    });

    it('is not told over a gap, nor without intervals, nor from fewer than 30', () => {
      const [first, second, third, fourth] = churn().trend;
      expect(say('fr', churn({ trend: [first, { ...second, attritionRate: null }, third, fourth] }))).to.match(ending);
      expect(say('fr', churn({ trend: [{ ...first, attritionInterval: null }, second, third, fourth] }))).to.match(ending);
      expect(say('fr', churn({ trend: [{ ...first, base: 29 }, second, third, fourth] }))).to.match(ending);
    });

    it('begins with the first step that is more than noise', () => {
      const [first, second, third, fourth] = churn().trend;
      const flat = [{ ...first, attritionRate: 0.26, attritionInterval: [0.2413, 0.2796] as [number, number] }, second, third, fourth];
      expect(say('fr', churn({ trend: flat }))).to.match(/, en hausse depuis 2 mois\.$/);
    });

    it('counts a fall too, as far back as it goes without a break', () => {
      const down = [
        month('2025-08', 100, 1000, [0.083, 0.12]),
        month('2025-09', 500, 1000, [0.469, 0.531]),
        month('2025-10', 400, 1000, [0.37, 0.431]),
        month('2025-12', 312, 1000, [0.284, 0.341]),
      ];
      expect(say('fr', churn({ trend: down }))).to.match(/, en baisse depuis 2 mois\.$/);
      expect(say('en', churn({ trend: down }))).to.match(/, falling for 2 months\.$/);
    });
  });
});
