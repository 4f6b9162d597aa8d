import { expect } from 'chai';
import fc from 'fast-check';
import { countsOf, runFunnel } from './funnel-run.js';
import { oracleAny, oracleOrdered, oracleStrict } from './funnel-oracle.js';
import type { OracleRow, OracleSteps } from './funnel-oracle.js';
import type { FunnelParams, FunnelStepSpec } from '../../../src/core/kpi/funnel-types.js';
import type { TinyEvent } from './tiny-dataset.js';

const STEPS = 4;
const HOUR = 60;

/** People by name, each with rows at full hours of three days (never midnight, which reads as no time). */
const journeys = fc.array(
  fc.array(
    fc.record({
      step: fc.integer({ min: 0, max: STEPS - 1 }),
      minute: fc.integer({ min: 0, max: 13 }).map((hour) => (1 + hour * 5) * HOUR),
    }),
    { maxLength: 8 },
  ),
  { maxLength: 5 },
);
const shapes = fc.record({ skippable: fc.constantFrom(null, 1, 2, 3), windowDays: fc.constantFrom(null, 0.25, 0.5, 1, 2) });

function eventsOf(people: readonly (readonly OracleRow[])[]): TinyEvent[] {
  return people.flatMap((rows, person) =>
    rows.map(({ step, minute }) => ({
      visitor: `p${person}`,
      at: new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString().slice(0, 16),
      type: `s${step}`,
    })),
  );
}

function stepSpecs(skippable: number | null): FunnelStepSpec[] {
  return Array.from({ length: STEPS }, (_, step) => ({
    id: `s${step}`,
    table: 'events',
    types: [`s${step}`],
    ...(step === skippable ? { optional: true } : {}),
  }));
}

interface Shape {
  skippable: number | null;
  windowDays: number | null;
}

function expected(
  people: readonly (readonly OracleRow[])[],
  shape: Shape,
  oracle: (rows: readonly OracleRow[], steps: OracleSteps) => boolean[] | null,
) {
  const steps = {
    optional: Array.from({ length: STEPS }, (_, step) => step === shape.skippable),
    windowMinutes: shape.windowDays === null ? null : shape.windowDays * 24 * HOUR,
  };
  const counts = Array.from({ length: STEPS }, () => 0);
  for (const rows of people) oracle(rows, steps)?.forEach((isReached, step) => (counts[step] += isReached ? 1 : 0));
  return Object.fromEntries(counts.map((count, step) => [`s${step}`, count]));
}

function counted(people: readonly (readonly OracleRow[])[], shape: Shape, order: FunnelParams['order']) {
  const params = { steps: stepSpecs(shape.skippable), windowDays: shape.windowDays, order };
  return runFunnel({ events: eventsOf(people) }, params).value.steps;
}

describe('funnel: properties', () => {
  const oracles = { ordered: oracleOrdered, strict: oracleStrict, any: oracleAny } as const;
  for (const order of ['ordered', 'strict', 'any'] as const) {
    it(`${order}: agrees with brute force`, () => {
      fc.assert(
        fc.property(journeys, shapes, (people, shape) => {
          expect(countsOf(counted(people, shape, order))).to.deep.equal(expected(people, shape, oracles[order]));
        }),
        { numRuns: 400 },
      );
    });
  }

  it('never grows from one required step to the next, whatever the order', () => {
    fc.assert(
      fc.property(journeys, shapes, fc.constantFrom('ordered', 'strict', 'any'), (people, shape, order) => {
        let before = Infinity;
        for (const step of counted(people, shape, order)) {
          expect(step.count).to.be.at.most(before);
          if (!step.optional) before = step.count!;
          if (step.stepRate !== null) expect(step.stepRate).to.be.within(step.stepInterval![0], step.stepInterval![1]);
          if (step.medianDays !== null) expect(step.medianDays).to.be.at.least(0);
        }
      }),
    );
  });

  it('lets through at least as many in any order as in order, and at least as many in order as strictly', () => {
    fc.assert(
      fc.property(journeys, fc.constantFrom(null, 0.5, 2), (people, windowDays) => {
        const [any, ordered, strict] = (['any', 'ordered', 'strict'] as const).map((order) =>
          counted(people, { skippable: null, windowDays }, order),
        );
        ordered.forEach((step, index) => {
          expect(any[index].count).to.be.at.least(step.count!);
          expect(step.count).to.be.at.least(strict[index].count!);
        });
      }),
    );
  });

  it('does not depend on the order of the rows, to the byte', () => {
    const channels = fc.constantFrom('ads', 'mail', undefined);
    const input = journeys.chain((people) => {
      const events = eventsOf(people);
      return fc.tuple(
        fc.tuple(...events.map((event) => channels.map((channel) => ({ ...event, channel })))),
        fc.shuffledSubarray([...events.keys()], { minLength: events.length }),
      );
    });
    fc.assert(
      fc.property(input, shapes, fc.constantFrom('ordered', 'strict', 'any'), ([events, order], shape, mode) => {
        const params = { steps: stepSpecs(shape.skippable), windowDays: shape.windowDays, order: mode, breakdown: 'channel' as const };
        const straight = runFunnel({ events }, params);
        const shuffled = runFunnel({ events: order.map((index) => events[index]) }, params);
        expect(JSON.stringify(shuffled)).to.equal(JSON.stringify(straight));
      }),
    );
  });

  it('splits into parts that add up to the whole', () => {
    fc.assert(
      fc.property(
        journeys,
        shapes,
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 40, maxLength: 40 }),
        (people, shape, keys) => {
          const events = eventsOf(people).map((event, index) => ({ ...event, channel: keys[index] }));
          const { value } = runFunnel(
            { events },
            { steps: stepSpecs(shape.skippable), windowDays: shape.windowDays, breakdown: 'channel' },
          );
          value.steps.forEach((step, index) => {
            const sum = (value.breakdown ?? []).reduce((total, part) => total + part.steps[index].count!, 0);
            if (events.length > 0) expect(sum).to.equal(step.count);
          });
        },
      ),
    );
  });
});
