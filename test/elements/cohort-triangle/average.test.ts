/** The line of average: no label on the line, nor on another one. */
import { expect } from 'chai';
import { layoutCohorts } from '../../../src/elements/cohort-triangle/cohort-triangle-layout.js';
import type { Path } from '../../../src/chart/draw.js';
import type { RetentionResult } from '../../../src/core/kpi/retention-types.js';
import { acquisition, cell, months, told } from './fixture.js';

const PIXELS = { heading: 17, body: 14, note: 12 };
const measure = (text: string, size: keyof typeof PIXELS = 'note'): number => Array.from(text).length * PIXELS[size] * 0.55;
const HALF = 4;

/** Cohorts whose average takes these values. */
function lined(metric: 'tbc' | 'revenue', line: readonly number[]): RetentionResult {
  const value = months(metric, { acquisition: { ...acquisition, cac: 38 } });
  const cohorts = line.map((_, index) => ({
    ...{ cohort: `2011-${String(index + 1).padStart(2, '0')}`, size: 100 },
    cells: line.slice(index).map((each) => cell(10, 100, { value: each })),
  }));
  const lineInterval = line.map(() => null);
  return { ...value, cohorts, triangle: { ...value.triangle!, line: [...line], lineWhole: line.map(() => 100), lineInterval } };
}

const pathOf = (layout: ReturnType<typeof layoutCohorts>, look: string): string =>
  (layout.groups.find((group) => group.look === 'average')!.inside as readonly Path[]).find((path) => path.look === look)!.path;

/** Points of the line of average, a pixel apart at most. */
function pointsOf(layout: ReturnType<typeof layoutCohorts>): [number, number][] {
  const corners = [...pathOf(layout, 'line').matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  return corners.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = corners[index];
    return Array.from({ length: 200 }, (_, step): [number, number] => [
      fromX + ((x - fromX) * step) / 200,
      fromY + ((y - fromY) * step) / 200,
    ]);
  });
}

describe('cohort-triangle: labels of the average', () => {
  const lines = {
    falling: [0.3, 0.165, 0.145, 0.05, 0.04],
    zigzag: [0.1, 0.4, 0.05, 0.5, 0.02],
    rising: [0.02, 0.05, 0.2, 0.6, 0.9],
  };
  for (const [name, line] of Object.entries(lines))
    for (const width of [280, 480, 720])
      for (const metric of ['tbc', 'revenue'] as const)
        it(`${name}, ${metric}, at ${width} px`, () => {
          const value = lined(metric, metric === 'tbc' ? line : line.map((each) => each * 120));
          const layout = layoutCohorts(told('en', value), { width, compact: false, static: false, rtl: false, measure });
          const points = pointsOf(layout);
          const [, cost] = /,([\d.]+)H/.exec(pathOf(layout, 'cost')) ?? [];
          for (const { x, y, text, look, anchor } of layout.texts.filter((each) => each.look.includes('halo'))) {
            const left = anchor === 'start' ? x : anchor === 'end' ? x - measure(text) : x - measure(text) / 2;
            const middle = y - 0.35 * 12;
            const crossed = points.some(([px, py]) => px > left && px < left + measure(text) && Math.abs(py - middle) < HALF);
            expect(crossed, `${text} (${look})`).to.equal(false);
            if (cost) expect(Math.abs(Number(cost) - middle), `${text} on the line of cost`).to.be.above(2 * HALF);
          }
        });
});
