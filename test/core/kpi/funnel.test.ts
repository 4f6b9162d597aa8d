import { expect } from 'chai';
import { countsOf, eventsOf, eventSteps, runFunnel } from './funnel-run.js';
import type { FunnelParams } from '../../../src/core/kpi/funnel-types.js';

/** Counts of a funnel of event steps. */
function count(lines: string[], steps: string[], params: Partial<FunnelParams> = {}) {
  return countsOf(runFunnel({ events: eventsOf(...lines) }, { steps: eventSteps(...steps), ...params }).value.steps);
}

describe('funnel: ordered', () => {
  it('counts a worked table: 4 enter, 3 see, 2 put, 1 buys', () => {
    const events = eventsOf(
      ...['ann 1T09:00 visit', 'ann 1T09:10 view', 'ann 1T09:20 cart', 'ann 3T09:20 buy'],
      ...['bob 1T10:00 visit', 'bob 1T10:30 view', 'bob 2T10:30 cart'],
      ...['cid 1T11:00 visit', 'cid 1T11:02 view', 'dan 1T12:00 visit'],
    );
    const { value, status, rows } = runFunnel({ events }, { steps: eventSteps('visit', 'view', 'cart', 'buy') });
    expect(status).to.equal('ready');
    expect(rows).to.deep.equal({ used: 10, left: {} });
    expect(value.unit).to.equal('visitor');
    expect(countsOf(value.steps)).to.deep.equal({ visit: 4, view: 3, cart: 2, buy: 1 });
    expect(value.steps.map((step) => step.stepRate)).to.deep.equal([null, 3 / 4, 2 / 3, 1 / 2]);
    expect(value.steps.map((step) => step.overallRate)).to.deep.equal([1, 3 / 4, 2 / 4, 1 / 4]);
    expect(value.steps.map((step) => step.dropOff)).to.deep.equal([null, 1 / 4, 1 - 2 / 3, 1 / 2]);
    // view: 10, 30, 2 minutes; cart: 10 minutes and 1 day; buy: 2 days.
    expect(value.steps.map((step) => step.medianDays)).to.deep.equal([null, 10 / 1440, (10 / 1440 + 1) / 2, 2]);
  });

  it('takes what comes before the entry, or before the step before, for nothing', () => {
    expect(count(['ann 1T09:00 cart', 'ann 1T10:00 visit', 'ann 1T11:00 buy'], ['visit', 'cart', 'buy'])).to.deep.equal({
      visit: 1,
      cart: 0,
      buy: 0,
    });
  });

  it('takes acts of the same instant in order of the steps', () => {
    expect(count(['ann 1T09:00 buy', 'ann 1T09:00 cart', 'ann 1T09:00 visit'], ['visit', 'cart', 'buy'])).to.deep.equal({
      visit: 1,
      cart: 1,
      buy: 1,
    });
  });

  it('lets nobody in who never does the first step', () => {
    expect(count(['ann 1T09:00 visit', 'bob 1T09:00 cart'], ['visit', 'cart'])).to.deep.equal({ visit: 1, cart: 0 });
  });

  it('counts a person once, however often she comes', () => {
    const lines = ['ann 1T09:00 visit', 'ann 2T09:00 visit', 'ann 2T10:00 buy', 'ann 3T09:00 visit', 'ann 3T10:00 buy'];
    expect(count(lines, ['visit', 'buy'])).to.deep.equal({ visit: 1, buy: 1 });
  });

  it('asks for another row where two steps ask for the same', () => {
    expect(count(['ann 1T09:00 a', 'ann 1T10:00 b', 'ann 1T11:00 a', 'bob 1T09:00 a', 'bob 1T10:00 b'], ['a', 'b'])).to.deep.equal({
      a: 2,
      b: 2,
    });
    const steps = [...eventSteps('a', 'b'), { id: 'again', table: 'events' as const, types: ['A'] }];
    const { value } = runFunnel(
      { events: eventsOf('ann 1T09:00 a', 'ann 1T10:00 b', 'ann 1T11:00 a', 'bob 1T09:00 a', 'bob 1T09:00 b') },
      { steps },
    );
    expect(countsOf(value.steps)).to.deep.equal({ a: 2, b: 2, again: 1 });
  });

  it('counts the nth row from entry on', () => {
    const visits = [
      ...['2024-01-01', '2024-01-05', '2024-01-09'].map((at) => ({ visitor: 'ann', at: `${at}T08:00` })),
      ...['2024-01-01', '2024-01-05'].map((at) => ({ visitor: 'bob', at: `${at}T08:00` })),
    ];
    const steps = [1, 2, 3].map((nth) => ({ id: `visit ${nth}`, table: 'visits' as const, nth }));
    expect(countsOf(runFunnel({ visits }, { steps }).value.steps)).to.deep.equal({ 'visit 1': 2, 'visit 2': 2, 'visit 3': 1 });
  });
});

describe('funnel: optional steps', () => {
  const steps = ['visit', 'coupon?', 'buy'];
  it('may be skipped, and do not count in the rate after them', () => {
    const events = eventsOf(
      'ann 1T09:00 visit',
      'ann 1T10:00 buy',
      'bob 1T09:00 visit',
      'bob 1T09:30 coupon',
      'bob 1T10:00 buy',
      'cid 1T09:00 visit',
    );
    const { value } = runFunnel({ events }, { steps: eventSteps(...steps) });
    expect(countsOf(value.steps)).to.deep.equal({ visit: 3, coupon: 1, buy: 2 });
    expect(value.steps.map((step) => step.stepRate)).to.deep.equal([null, 1 / 3, 2 / 3]);
    expect(value.steps.map((step) => step.optional)).to.deep.equal([false, true, false]);
  });

  it('are taken where the goal is reached all the same: a later purchase carries the earlier coupon', () => {
    expect(count(['ann 1T09:00 visit', 'ann 1T10:00 buy', 'ann 1T11:00 coupon', 'ann 1T12:00 buy'], steps)).to.deep.equal({
      visit: 1,
      coupon: 1,
      buy: 1,
    });
  });

  it('never cost a required step: a coupon after the only purchase does not count', () => {
    expect(count(['ann 1T09:00 visit', 'ann 1T10:00 buy', 'ann 1T11:00 coupon'], steps)).to.deep.equal({ visit: 1, coupon: 0, buy: 1 });
  });

  it('count for those who stop there', () => {
    expect(count(['ann 1T09:00 visit', 'ann 1T11:00 coupon'], steps)).to.deep.equal({ visit: 1, coupon: 1, buy: 0 });
  });
});

describe('funnel: window', () => {
  it('is 24 hours a day where times are known, its end included', () => {
    const lines = ['ann 1T09:00 visit', 'ann 2T09:00 buy', 'bob 1T09:00 visit', 'bob 2T09:01 buy'];
    expect(count(lines, ['visit', 'buy'], { windowDays: 1 })).to.deep.equal({ visit: 2, buy: 1 });
  });

  it('is civil days where only days are known', () => {
    const lines = ['ann 1 visit', 'ann 2 buy', 'bob 1 visit', 'bob 3 buy', 'cid 1T23:59 visit', 'cid 2 buy'];
    expect(count(lines, ['visit', 'buy'], { windowDays: 1 })).to.deep.equal({ visit: 3, buy: 2 });
  });

  it('tries every entry, and keeps the earliest that gets furthest', () => {
    const events = eventsOf('ann 1T09:00 visit', 'ann 20T09:00 visit', 'ann 20T12:00 visit', 'ann 21T09:00 buy');
    const { value } = runFunnel({ events }, { steps: eventSteps('visit', 'buy'), windowDays: 7 });
    expect(countsOf(value.steps)).to.deep.equal({ visit: 1, buy: 1 });
    expect(value.steps[1].medianDays).to.equal(1);
  });

  it('tells how many entered too late to have had it whole', () => {
    const events = eventsOf('ann 1T09:00 visit', 'ann 1T10:00 buy', 'bob 9T09:00 visit', 'cid 9T09:00 visit', 'cid 9T10:00 buy');
    const { reasons } = runFunnel({ events }, { steps: eventSteps('visit', 'buy'), windowDays: 7 });
    expect(reasons).to.deep.equal([{ code: 'open-window', detail: '1' }]);
  });
});

describe('funnel: days without time', () => {
  it('let a row fit anywhere in its day', () => {
    expect(count(['ann 1T15:00 visit', 'ann 1 buy', 'bob 2T15:00 visit', 'bob 1 buy'], ['visit', 'buy'])).to.deep.equal({
      visit: 2,
      buy: 1,
    });
  });

  it('keep what came earlier before what must come later', () => {
    expect(count(['ann 1T15:00 visit', 'ann 1 cart', 'ann 1T14:00 buy'], ['visit', 'cart', 'buy'])).to.deep.equal({
      visit: 1,
      cart: 1,
      buy: 0,
    });
    expect(count(['ann 1T15:00 visit', 'ann 1 cart', 'ann 1T16:00 buy'], ['visit', 'cart', 'buy'])).to.deep.equal({
      visit: 1,
      cart: 1,
      buy: 1,
    });
  });

  it('count durations in whole days', () => {
    const { value } = runFunnel({ events: eventsOf('ann 1T15:00 visit', 'ann 3 buy') }, { steps: eventSteps('visit', 'buy') });
    expect(value.steps[1].medianDays).to.equal(2);
  });
});

describe('funnel: strict', () => {
  const steps = ['a', 'b', 'c'];
  const strict = (...lines: string[]) => count(lines, steps, { order: 'strict' });

  it('ends the way at another step of the funnel in between', () => {
    expect(strict('ann 1T01:00 a', 'ann 1T02:00 c', 'ann 1T03:00 b', 'ann 1T04:00 c')).to.deep.equal({ a: 1, b: 0, c: 0 });
  });

  it('does not mind repeats of the step where the person stands, nor acts outside the funnel', () => {
    expect(strict('ann 1T01:00 a', 'ann 1T02:00 a', 'ann 1T03:00 x', 'ann 1T04:00 b', 'ann 1T05:00 b', 'ann 1T06:00 c')).to.deep.equal({
      a: 1,
      b: 1,
      c: 1,
    });
  });

  it('tries later entries', () => {
    expect(strict('ann 1T01:00 a', 'ann 1T02:00 c', 'ann 1T03:00 a', 'ann 1T04:00 b', 'ann 1T05:00 c')).to.deep.equal({ a: 1, b: 1, c: 1 });
  });

  it('lets being known interrupt nothing', () => {
    const visits = ['01', '03'].map((day) => ({ visitor: 'v', customer: 'ann', at: `2024-01-${day}T08:00` }));
    const input = {
      customers: [{ id: 'ann', created: '2024-01-02T08:00' }],
      visits,
      orders: [{ customer: 'ann', at: '2024-01-03T09:00', net: 5 }],
    };
    const { value } = runFunnel(input, { preset: 'lead', order: 'strict' });
    expect(countsOf(value.steps)).to.deep.equal({ visit: 1, lead: 1, customer: 1 });
  });

  it('keeps to the window', () => {
    const lines = ['ann 1T01:00 a', 'ann 1T02:00 b', 'ann 5T02:00 c'];
    expect(count(lines, steps, { order: 'strict', windowDays: 2 })).to.deep.equal({ a: 1, b: 1, c: 0 });
  });
});

describe('funnel: any order', () => {
  const any = (windowDays: number | null, ...lines: string[]) => count(lines, ['a', 'b', 'c'], { order: 'any', windowDays });

  it('counts a step for those who did it and all before it, whenever', () => {
    expect(any(null, 'ann 1T03:00 a', 'ann 1T02:00 b', 'ann 1T01:00 c', 'bob 1T01:00 c', 'bob 1T02:00 a')).to.deep.equal({
      a: 2,
      b: 1,
      c: 1,
    });
  });

  it('wants all of them within the window', () => {
    expect(any(1, 'ann 1T03:00 b', 'ann 2T02:00 a', 'ann 3T02:00 c', 'ann 9T02:00 c')).to.deep.equal({ a: 1, b: 1, c: 0 });
    expect(any(2, 'ann 1T03:00 b', 'ann 2T02:00 a', 'ann 3T02:00 c')).to.deep.equal({ a: 1, b: 1, c: 1 });
  });

  it('has no negative durations: a step is reached when the last act that it needs is done', () => {
    const events = eventsOf('ann 3T03:00 a', 'ann 1T03:00 b', 'ann 4T03:00 c');
    const { value } = runFunnel({ events }, { steps: eventSteps('a', 'b', 'c'), order: 'any' });
    expect(value.steps.map((step) => step.medianDays)).to.deep.equal([null, 0, 1]);
  });
});
