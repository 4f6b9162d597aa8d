/** Sentences: what the data can carry, in both languages. */
import { expect } from 'chai';
import { campaignOf, parseCampaign } from '../../../src/elements/purchase-timing/campaign.js';
import { boughtBy, lastDay, timingContext, waitingAt } from '../../../src/elements/purchase-timing/timing-context.js';
import { rhythm, timingFinding } from '../../../src/elements/purchase-timing/timing-finding.js';
import type { PurchaseTimingResult } from '../../../src/core/kpi/purchase-timing-types.js';
import { createSpeech } from '../../../src/locale/speech.js';
import { curve, result, split, timing } from './fixture.js';

const en = createSpeech('en-GB', 'en');
const fr = createSpeech('fr-FR', 'fr');
const context = (value: PurchaseTimingResult = timing(), speech = en, purchase: 'first' | 'second' | 'next' = 'second') =>
  timingContext(result(value), purchase, speech);
const plain = (text: string): string => text.replace(/\u2060/g, '').replace(/[\u00a0\u202f]/g, ' ');
const said = (...args: Parameters<typeof context>): string => plain(timingFinding(context(...args)));

describe('purchase-timing: the sentence', () => {
  it('says the median, the probability of its mark, and what a programme must last', () => {
    expect(said()).to.equal(
      'Half of the first-time buyers buy again within 45 days of the first purchase. Within 30 days, 41.8% have bought (interval 35.0–49.0%). ' +
        'To reach 80% of those who buy within 90 days, a programme must last 45 days; one of 30 days reaches 61.2%.',
    );
    expect(said(timing(), fr)).to.equal(
      'La moitié des nouveaux acheteurs rachète dans les 45 jours qui suivent le premier achat. En 30 jours, 41,8 % ont acheté (intervalle 35,0–49,0 %). ' +
        'Pour toucher 80 % de ceux qui achètent dans les 90 jours, un programme doit durer 45 jours ; avec 30 jours, il en touche 61,2 %.',
    );
  });

  it('tells each purchase by its own mark', () => {
    expect(said(timing(), en, 'first')).to.match(/^Half of those who register buy within 6 days of registering\. Within 7 days, 10\.0%/);
    expect(said(timing(), en, 'next')).to.match(/^After each later purchase, half buy again within 45 days of it\. Within 60 days, 68\.2%/);
    expect(said(timing({ curves: [curve({ id: 'first', medianDays: 0 })] }), en, 'first')).to.match(
      /^Half .* buy on the day they register\./,
    );
  });

  it('does not say half where half is not reached', () => {
    const value = timing({ curves: [curve({ medianDays: null, medianInterval: [null, null] })] });
    expect(said(value)).to.match(/^Fewer than half of the first-time buyers have bought again: 68\.2% within 60 days\./);
    expect(said(value, fr)).to.match(/^Moins de la moitié des nouveaux acheteurs ont racheté : 68,2 % au bout de 60 jours\./);
  });

  it('concludes nothing from fewer than 30 waits', () => {
    expect(said(timing({ curves: [curve({ spells: 29 })] }))).to.match(/Only 29 waits are known: too few to conclude\.$/);
    expect(said(timing({ curves: [curve({ spells: 1 })] }), fr)).to.match(/1 attente seulement : trop peu pour conclure\.$/);
  });

  it('compares groups that differ by more than chance', () => {
    expect(said(split())).to.match(/Quickest: mail \(median 20 days\); slowest: ads \(half is not reached\)\.$/);
    const alike = { ...split(), tests: [{ id: 'second' as const, chiSquared: 1, df: 1, pValue: 0.3 }] };
    expect(said(alike)).to.match(/reaches 61\.2%\.$/);
  });

  it('takes another purchase where nobody waits for the one asked for, and says where nobody waits at all', () => {
    expect(context(timing({ curves: [curve({ id: 'next' })] }), en, 'first').main?.id).to.equal('next');
    expect(said(timing({ curves: [] }))).to.equal('Nobody waits for a purchase yet.');
    expect(said(timing({ curves: [curve({ events: null })] }))).to.equal('A group is too small.');
  });

  it('tells regularity and cadence', () => {
    expect(plain(rhythm(context()))).to.equal(
      'Purchases come regularly (regularity 1.8). Of 60 customers with three purchase days or more, 75.0% buy every 60 days or faster.',
    );
    expect(plain(rhythm(context(timing(), fr)))).to.equal(
      'Les achats tombent régulièrement (régularité 1,8). Sur 60 clients avec trois jours d’achat ou plus, 75,0 % achètent tous les 60 jours ou plus souvent.',
    );
  });
});

describe('purchase-timing: curve and campaign', () => {
  it('reads the curve between its points', () => {
    expect([0, 4, 5, 19, 20, 300].map((day) => +boughtBy(curve(), day).toFixed(4))).to.deep.equal([0, 0, 0.1, 0.1, 0.4176, 0.6824]);
    expect([1, 6, 11, 46].map((day) => waitingAt(curve(), day))).to.deep.equal([200, 180, 170, 60]);
    // Nearly all purchases have come by day 45; the last mark lies later.
    expect(lastDay(curve())).to.equal(60);
  });

  it('understands a window of days, and nothing else', () => {
    expect(parseCampaign('3-14')).to.deep.equal([3, 14]);
    expect(parseCampaign(' 0 - 0 ')).to.deep.equal([0, 0]);
    for (const text of ['', 'auto', '14-3', '3', '-3-14', '3-4000', '3.5-9']) expect(parseCampaign(text), text).to.equal(null);
  });

  it('counts what a window holds', () => {
    expect(campaignOf(context(), null, true)).to.deep.include({ purchase: 'second', from: 1, to: 45, customers: 10 });
    const chosen = campaignOf(context(), [6, 30], true)!;
    expect(chosen.probability).to.be.closeTo(0.4176 - 0.1, 1e-9);
    expect(campaignOf(context(), [6, 30], false)!.customers).to.equal(null);
    expect(campaignOf(context(timing({ curves: [curve({ window: null })] })), null, true)).to.equal(null);
  });
});
