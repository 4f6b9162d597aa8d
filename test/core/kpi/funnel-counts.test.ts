import { expect } from 'chai';
import { countsOf, eventsOf, eventSteps, runFunnel } from './funnel-run.js';

describe('funnel: ready counts', () => {
  it('10 calls, 1 signed: 10 %, between 1.79 and 40.42 %', () => {
    const { value, status, reasons, asOf } = runFunnel({
      steps: [
        { step: 'Appels', count: 10 },
        { step: 'Signés', count: 1 },
      ],
    });
    expect([status, reasons, asOf]).to.deep.equal(['ready', [], null]);
    expect([value.unit, value.preset]).to.deep.equal(['count', 'counts']);
    const [calls, signed] = value.steps;
    expect(calls).to.deep.equal({
      id: 'Appels',
      label: 'Appels',
      optional: false,
      count: 10,
      stepRate: null,
      overallRate: 1,
      dropOff: null,
      stepInterval: null,
      overallInterval: null,
      medianDays: null,
    });
    expect([signed.stepRate, signed.overallRate, signed.dropOff]).to.deep.equal([0.1, 0.1, 0.9]);
    expect(signed.stepInterval![0]).to.be.closeTo(0.0179, 5e-5);
    expect(signed.stepInterval![1]).to.be.closeTo(0.4042, 5e-5);
  });

  it('100 landings, 90 bounce: 90 %, between 82.6 and 94.5 %', () => {
    const { value } = runFunnel({
      steps: [
        { step: 'landing', count: 100 },
        { step: 'bounce', count: 90 },
      ],
    });
    expect(value.steps[1].stepRate).to.equal(0.9);
    expect(value.steps[1].stepInterval![0]).to.be.closeTo(0.826, 5e-4);
    expect(value.steps[1].stepInterval![1]).to.be.closeTo(0.945, 5e-4);
  });

  it('shows a count that rises as it is, without a rate', () => {
    const { value, status, reasons } = runFunnel({
      steps: [
        { step: 'a', count: 10 },
        { step: 'b', count: 4 },
        { step: 'c', count: 6 },
      ],
    });
    expect(value.steps[2].count).to.equal(6);
    expect([value.steps[2].stepRate, value.steps[2].stepInterval, value.steps[2].dropOff]).to.deep.equal([null, null, null]);
    expect(value.steps[2].overallRate).to.equal(0.6);
    expect([status, reasons]).to.deep.equal(['ready', [{ code: 'rising-count', detail: 'c' }]]);
  });

  it('has no rate over nobody', () => {
    const { value, status, reasons } = runFunnel({
      steps: [
        { step: 'a', count: 10 },
        { step: 'b', count: 0 },
        { step: 'c', count: 0 },
      ],
    });
    expect(value.steps.map((step) => step.stepRate)).to.deep.equal([null, 0, null]);
    expect([status, reasons]).to.deep.equal(['ready', [{ code: 'zero-denominator', detail: 'c' }]]);
  });

  it('is empty when nobody enters, or there is one step', () => {
    const nobody = [
      { step: 'a', count: 0 },
      { step: 'b', count: 0 },
    ];
    expect(runFunnel({ steps: nobody }).status).to.equal('empty');
    expect(runFunnel({ steps: [{ step: 'a', count: 3 }] }).status).to.equal('empty');
    const none = runFunnel({ orders: [] }, { preset: 'counts' });
    expect([none.status, none.reasons]).to.deep.equal(['empty', [{ code: 'no-data' }, { code: 'missing-table', detail: 'steps' }]]);
  });

  it('adds up rows of the same step, and makes a part of each group', () => {
    const { value } = runFunnel({
      steps: [
        { step: 'a', count: 10, group: 'x' },
        { step: 'a', count: 30, group: 'y' },
        { step: 'b', count: 5, group: 'x' },
        { step: 'b', count: 3, group: 'y' },
      ],
    });
    expect(countsOf(value.steps)).to.deep.equal({ a: 40, b: 8 });
    expect(value.breakdown!.map(({ key, steps }) => [key, steps[1].overallRate])).to.deep.equal([
      ['x', 0.5],
      ['y', 0.1],
    ]);
  });

  it('takes a row without group for the whole', () => {
    const { value } = runFunnel({
      steps: [
        { step: 'a', count: 10, group: 'x' },
        { step: 'a', count: 100 },
        { step: 'b', count: 50 },
        { step: 'b', count: 5, group: 'x' },
      ],
    });
    expect(countsOf(value.steps)).to.deep.equal({ a: 100, b: 50 });
  });
});

describe('funnel: breakdown', () => {
  /** `entries` people of a channel, of whom `buyers` buy. */
  function people(channel: string | undefined, entries: number, buyers: number) {
    return Array.from({ length: entries }, (_, index) => {
      const name = `${channel}-${index}`;
      const lines = [`${name} 1T09:00 visit`, ...(index < buyers ? [`${name} 1T10:00 buy`] : [])];
      return eventsOf(...lines).map((event) => ({ ...event, channel }));
    }).flat();
  }
  const params = { steps: eventSteps('visit', 'buy'), breakdown: 'channel' } as const;

  it('takes the entry’s value, sorts by overall rate, keeps six and puts the rest last', () => {
    const sizes: [string, number, number][] = [
      ['a', 9, 3],
      ['b', 8, 4],
      ['c', 7, 1],
      ['d', 6, 6],
      ['e', 5, 0],
      ['f', 4, 1],
      ['g', 3, 3],
    ];
    const events = [...sizes.flatMap(([key, entries, buyers]) => people(key, entries, buyers)), ...people(undefined, 2, 1)];
    const { value } = runFunnel({ events }, params);
    expect(value.breakdown!.map(({ key, steps }) => [key, steps[0].count, steps[1].count])).to.deep.equal([
      ['d', 6, 6],
      ['b', 8, 4],
      ['a', 9, 3],
      ['f', 4, 1],
      ['c', 7, 1],
      ['e', 5, 0],
      [null, 5, 4],
    ]);
  });

  it('says when the entry has no such column', () => {
    const { status, reasons, value } = runFunnel({ events: eventsOf('ann 1 visit', 'ann 1 buy') }, params);
    expect(value).not.to.have.property('breakdown');
    expect([status, reasons]).to.deep.equal(['partial', [{ code: 'missing-column', detail: 'events.channel' }]]);
  });

  it('withholds small groups, and what would tell them', () => {
    const events = [...people('a', 20, 10), ...people('b', 10, 6), ...people('c', 2, 2)];
    const { status, reasons, value } = runFunnel({ events }, params, { minGroupSize: 5 });
    expect([status, reasons]).to.deep.equal(['partial', [{ code: 'suppressed' }]]);
    expect(countsOf(value.steps)).to.deep.equal({ visit: 32, buy: 18 });
    // c alone would be told by the difference, so it goes with b.
    expect(value.breakdown!.map(({ key, steps }) => [key, steps[0].count, steps[1].count])).to.deep.equal([
      ['a', 20, 10],
      [null, 12, 8],
    ]);
  });

  it('withholds small counts of the whole', () => {
    const { value, status } = runFunnel({ events: people('a', 20, 3) }, { steps: params.steps }, { minGroupSize: 5 });
    expect(status).to.equal('partial');
    expect([value.steps[1].count, value.steps[1].stepRate, value.steps[1].medianDays]).to.deep.equal([null, null, null]);
  });
});

describe('funnel: parameters', () => {
  const refused = (params: object): string => {
    try {
      runFunnel({ events: [] }, params);
    } catch (error) {
      return `${(error as { code: string }).code} ${(error as { path: string }).path}`;
    }
    return 'accepted';
  };

  it('are filled in', () => {
    expect(runFunnel({ events: [] }).params).to.deep.equal({
      preset: 'auto',
      steps: null,
      order: 'ordered',
      windowDays: null,
      breakdown: null,
    });
    const steps = eventSteps('a', 'b');
    expect(runFunnel({ events: [] }, { steps }).params).to.include({ preset: 'custom' });
  });

  it('are refused with their path', () => {
    expect(refused({ preset: 'sales' })).to.equal('invalid-param params.preset');
    expect(refused({ preset: 'custom' })).to.equal('invalid-param params.steps');
    expect(refused({ steps: eventSteps('a') })).to.equal('invalid-param params.steps');
    expect(refused({ steps: eventSteps('a', 'a') })).to.equal('invalid-param params.steps');
    expect(
      refused({
        steps: [
          { id: 'a', table: 'events' },
          { id: 'b', table: 'carts' },
        ],
      }),
    ).to.equal('invalid-param params.steps[1].table');
    expect(
      refused({
        steps: [
          { id: 'a', table: 'orders', types: ['x'] },
          { id: 'b', table: 'events' },
        ],
      }),
    ).to.equal('invalid-param params.steps[0].types');
    expect(refused({ steps: eventSteps('a?', 'b') })).to.equal('invalid-param params.steps[0].optional');
    expect(refused({ windowDays: 0 })).to.equal('invalid-param params.windowDays');
    expect(refused({ order: 'random' })).to.equal('invalid-param params.order');
    expect(refused({ breakdown: 'age' })).to.equal('invalid-param params.breakdown');
    expect(refused({ colour: 'red' })).to.equal('invalid-param params');
  });
});
