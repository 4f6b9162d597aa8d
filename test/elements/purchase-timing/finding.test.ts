/** Sentences: what the data can carry, in both languages. */
import { expect } from 'chai';
import { campaignOf, parseCampaign, parseDays } from '../../../src/elements/purchase-timing/campaign.js';
import {
  boughtBy,
  lastDay,
  timingContext,
  toldMark,
  waitingAt,
  type TimingContext,
} from '../../../src/elements/purchase-timing/timing-context.js';
import { rhythm, splitNote, timingFinding } from '../../../src/elements/purchase-timing/timing-finding.js';
import type { PurchaseTimingResult } from '../../../src/core/kpi/purchase-timing-types.js';
import { createSpeech } from '../../../src/locale/speech.js';
import { curve, params, result, split, timing } from './fixture.js';

const en = createSpeech('en-GB', 'en');
const fr = createSpeech('fr-FR', 'fr');
const context = (value: PurchaseTimingResult = timing(), speech = en, purchase: 'first' | 'second' | 'next' = 'second') =>
  timingContext(result(value), purchase, speech);
/** The same as where groups of a few are withheld, with other parameters. */
const coarse = (value: PurchaseTimingResult = timing(), change: Partial<typeof params> = {}, exact = false) =>
  timingContext({ ...result({ ...value, leastPurchases: exact ? 1 : 10 }), params: { ...params, ...change } }, 'second', en);
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

  it('does not call segments or stages quick, which follow from purchases', () => {
    for (const by of ['segment', 'stage'] as const) expect(said({ ...split(), by })).to.match(/one of 30 days reaches 61\.2%\.$/);
    expect(said({ ...split(), by: 'country' })).to.match(/Quickest: mail/);
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
    const shares = (of: TimingContext, days: readonly number[]) =>
      days.map((day) => boughtBy(of, curve(), day)).map((share) => (share === null ? null : +share.toFixed(4)));
    expect(shares(context(), [0, 4, 5, 19, 20, 90])).to.deep.equal([0, 0, 0.1, 0.1, 0.4176, 0.6824]);
    // All who were left were last seen on day 90.
    expect(shares(context(), [91, 300])).to.deep.equal([null, null]);
    // Between two points that stand for several purchases each, nothing is known.
    expect(shares(coarse(), [-1, 4, 5, 19, 20])).to.deep.equal([0, null, 0.1, null, 0.4176]);
    expect([1, 6, 11, 46].map((day) => waitingAt(context(), curve(), day))).to.deep.equal([200, 180, 170, 60]);
    expect(waitingAt(coarse(), curve(), 6)).to.equal(null);
    // Nearly all purchases have come by day 45; the last mark lies later.
    expect(lastDay(context(), curve())).to.equal(60);
  });

  it('ends the curve at the horizon, whatever the marks', () => {
    // Points of the first 20 days: 110 still wait.
    const cut = curve({ points: curve().points.slice(0, 3) });
    const short = coarse(timing({ curves: [cut] }), { horizonDays: 20 }, true);
    expect(lastDay(short, cut)).to.equal(20);
    expect([20, 21, 45].map((day) => boughtBy(short, cut, day)?.toFixed(4))).to.deep.equal(['0.4176', undefined, undefined]);
    // The suggested window goes on to day 45: as the result says, not as far as the points go.
    expect(campaignOf(short, null)).to.deep.include({ from: 1, to: 45, probability: 0.6824, customers: null });
    expect(campaignOf(short, [1, 31])).to.deep.include({ probability: null, customers: null });
    expect(campaignOf(short, [6, 20])).to.deep.include({ customers: 10 });
    const half = { ...short, main: { ...cut, medianDays: null } };
    expect(timingFinding(half)).to.match(/: 41\.8% within 20 days\./);
  });

  it('knows what a campaign window holds where its days are marks', () => {
    // Between points nothing is told; marks are, and day 0 is before anybody could buy again.
    expect(campaignOf(coarse(), [1, 60])).to.deep.include({ probability: 0.6824, customers: null });
    expect(campaignOf(coarse(), [1, 59])).to.deep.include({ probability: null });
    expect(campaignOf(coarse(), [8, 30])!.probability).to.be.closeTo(0.4176 - 0.1, 1e-9);
  });

  it('tells the mark nearest to 7, 30 and 60 days', () => {
    const marks = [1, 2, 3, 7, 14, 30, 60, 365].map((days) => ({ days, probability: 0.1, lower: 0, upper: 0.2 }));
    const told = (['first', 'second', 'next'] as const).map((id) => toldMark(curve({ id, marks })).days);
    expect(told).to.deep.equal([7, 30, 60]);
    // 3 is 4 days off, 14 is 7; 45 is 15 days off both ways, 14 is 16.
    const own = marks.slice(0, 4).map((mark, i) => ({ ...mark, days: [3, 14, 45, 90][i] }));
    expect((['first', 'second', 'next'] as const).map((id) => toldMark(curve({ id, marks: own })).days)).to.deep.equal([3, 45, 45]);
  });

  it('says that nobody was seen in a window of days', () => {
    expect(campaignOf(context(), [400, 500])).to.deep.include({ probability: null, customers: 0 });
    expect(plain(context().terms.campaignSays(null, 0))).to.equal(
      'How many buy in these days is not known; 0 customers are in this window now.',
    );
    expect(plain(context(timing(), fr).terms.campaignSays(null, null))).to.equal('On ignore combien achètent pendant ces jours.');
  });

  it('judges regularity as it is printed', () => {
    const words = [0.64, 0.65, 1.44, 1.493, 1.5].map((k) => context().terms.regularity(k));
    expect(words).to.deep.equal(['in bursts', 'as if by chance', 'as if by chance', 'regularly', 'regularly']);
  });

  it('says why the first purchase is not split by segment or stage', () => {
    const by = (purchase: 'first' | 'second', split: 'segment' | 'stage' = 'segment') =>
      splitNote(context({ ...timing(), by: split }, en, purchase));
    expect(by('first')).to.equal('The time to the first purchase is not split this way: segments and stages follow from purchases.');
    expect(by('first', 'stage')).to.equal(by('first'));
    expect(by('second', 'stage')).to.match(/^Stages are those of today/);
    expect(by('second')).to.match(/^Segments are those of today/);
    expect(splitNote(context(split()))).to.equal('');
  });

  it('reads a list of days', () => {
    expect(['7 30 60', '60;7, 7', ' 3650 '].map(parseDays)).to.deep.equal([[7, 30, 60], [60, 7], [3650]]);
    expect(['', '0', '3651', '1.5', '1 2 3 4 5 6 7 8 9', 'x'].map(parseDays)).to.deep.equal([null, null, null, null, null, null]);
  });

  it('understands a window of days, and nothing else', () => {
    expect(parseCampaign('3-14')).to.deep.equal([3, 14]);
    expect(parseCampaign(' 0 - 0 ')).to.deep.equal([0, 0]);
    for (const text of ['', 'auto', '14-3', '3', '-3-14', '3-4000', '3.5-9']) expect(parseCampaign(text), text).to.equal(null);
  });

  it('counts what a window holds', () => {
    expect(campaignOf(context(), null)).to.deep.include({ purchase: 'second', from: 1, to: 45, customers: 10 });
    const chosen = campaignOf(context(), [6, 30])!;
    expect(chosen.probability).to.be.closeTo(0.4176 - 0.1, 1e-9);
    expect(campaignOf(coarse(), [6, 29])).to.deep.include({ probability: null, customers: null });
    expect(campaignOf(context(timing({ curves: [curve({ window: null })] })), null)).to.equal(null);
  });
});
