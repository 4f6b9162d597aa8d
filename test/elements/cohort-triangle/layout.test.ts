/** Geometry: everything inside the picture, no text on another, cells side by side, steps by value. */
import { expect } from 'chai';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { Box, Label } from '../../../src/chart/pen.js';
import type { RetentionResult } from '../../../src/core/kpi/retention-types.js';
import { scaleOf, stepOf } from '../../../src/elements/cohort-triangle/cohort-scale.js';
import { layoutCohorts, marksIn, type CohortLayout } from '../../../src/elements/cohort-triangle/cohort-triangle-layout.js';
import { typicalResult } from '../../../src/elements/cohort-triangle/typical.js';
import type { Group } from '../../../src/chart/draw.js';
import { acquisition, cell, channels, months, plain, told } from './fixture.js';

const PIXELS = { heading: 17, body: 14, note: 12 };
/** Letters of a usual sans serif, on average. */
const measure = (text: string, size: keyof typeof PIXELS): number => Array.from(text).length * PIXELS[size] * 0.55;
const frame = (width: number, rest: Partial<ChartFrame> = {}): ChartFrame => ({
  width,
  compact: false,
  static: false,
  rtl: false,
  measure,
  ...rest,
});

const groupsOf = (groups: readonly Group[], look: string): Group[] =>
  groups.flatMap((group) => [
    ...(group.look?.split(' ')[0] === look ? [group] : []),
    ...groupsOf(
      group.inside.filter((each): each is Group => 'inside' in each),
      look,
    ),
  ]);
const boxOf = ({ inside }: Group): Box => inside.find((each): each is Box & typeof each => 'width' in each)!;

function textBox({ x, y, text, look, anchor }: Label): Box {
  const size = look.includes('note') ? 'note' : 'body';
  const width = measure(text, size);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - PIXELS[size] * 0.8, width, height: PIXELS[size] };
}
const overlaps = (a: Box, b: Box): boolean =>
  a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;

/** So many cohorts, each a period younger than the one before. */
function many(
  count: number,
  name = (index: number) => `20${10 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
): RetentionResult {
  const value = months();
  const cohorts = Array.from({ length: count }, (_, index) => ({
    ...{ cohort: name(index), size: 1234 },
    cells: [...Array.from({ length: Math.min(12, count - index - 1) }, (_each, age) => cell(age ? 100 + index : 1234, 1234)), null],
  }));
  const line = Array.from({ length: Math.min(13, count) }, (_, age) => (age ? 0.1 : 1));
  return {
    ...value,
    cohorts,
    triangle: { ...value.triangle!, line, lineWhole: line.map(() => 1234), lineInterval: line.map(() => [0.09, 0.11]) },
  };
}

const shapes: Record<string, () => RetentionResult> = {
  'three months': () => months(),
  'revenue with costs': () => months('revenue', { acquisition }),
  channels: () => channels(),
  'fourteen cohorts': () => many(14),
  'sixty cohorts': () => many(60),
  'one cohort': () => many(1),
  'long names': () => ({ ...many(14, (index) => `Recommandation d’un proche numéro ${index}`), key: 'channel' }),
};

function wellPlaced({ groups, texts, width, height }: CohortLayout): void {
  const boxes = texts.map(textBox);
  for (const [at, box] of boxes.entries()) {
    expect(box.x, texts[at].text).to.be.at.least(-1);
    expect(box.x + box.width, texts[at].text).to.be.at.most(width + 1);
    expect(box.y, texts[at].text).to.be.at.least(-3);
    expect(box.y + box.height, texts[at].text).to.be.at.most(height + 3);
    for (const [other, against] of boxes.entries())
      if (other > at) expect(overlaps(box, against), `${texts[at].text} on ${texts[other].text}`).to.equal(false);
  }
  const cells = groupsOf(groups, 'cell').map(boxOf);
  for (const [at, box] of cells.entries()) {
    expect([box.x >= -0.1, box.x + box.width <= width + 0.1]).to.deep.equal([true, true]);
    for (const other of cells.slice(at + 1)) expect(overlaps(box, other)).to.equal(false);
  }
}

describe('cohort-triangle: geometry', () => {
  for (const [name, shape] of Object.entries(shapes))
    for (const width of [280, 480, 720, 1200])
      it(`${name} at ${width} px, from both sides, in both languages`, () => {
        for (const language of ['en', 'fr'] as const)
          for (const rest of [{}, { rtl: true }, { compact: true }]) wellPlaced(layoutCohorts(told(language, shape()), frame(width, rest)));
      });

  it('leaves out the first column of retention, blanks what is to come and hatches what is running', () => {
    const { groups } = layoutCohorts(told('en', months()), frame(720));
    expect(groupsOf(groups, 'row').map(({ inside }) => inside.length)).to.deep.equal([4, 3]);
    const looks = groupsOf(groups, 'cell').map(({ look }) => look);
    expect(looks).to.deep.equal(['cell step-7', 'cell step-1', 'cell running', 'cell step-7', 'cell running']);
    const revenue = layoutCohorts(told('en', months('revenue')), frame(720));
    expect(groupsOf(revenue.groups, 'row').map(({ inside }) => inside.length)).to.deep.equal([5, 4, 2]);
  });

  it('frames the cell in which a cohort has paid back its cost', () => {
    const { groups } = layoutCohorts(told('en', months('revenue')), frame(720));
    const paid = groupsOf(groups, 'cell').filter(({ inside }) => inside.some((each) => each.look === 'paid'));
    expect(paid.map(({ mark }) => mark!.id)).to.deep.equal(['cell-0-3', 'cell-1-1']);
    expect(
      groupsOf(layoutCohorts(told('en', months()), frame(720)).groups, 'cell').some(({ inside }) =>
        inside.some((each) => each.look === 'paid'),
      ),
    ).to.equal(false);
  });

  it('draws the latest 24 cohorts and says so', () => {
    const { groups, texts } = layoutCohorts(told('en', many(60)), frame(720));
    expect(groupsOf(groups, 'row')).to.have.length(24);
    expect(texts.map(({ text }) => plain(text))).to.include('The latest 24 of 59 cohorts; the table has all of them.');
  });

  it('puts the newcomers beside where there is room, else below', () => {
    const bars = (width: number) => groupsOf(layoutCohorts(told('en', many(14)), frame(width)).groups, 'newcomer').map(boxOf);
    expect(bars(1200)[0].x).to.be.above(800);
    expect(bars(480)[0].x).to.equal(0);
    expect(bars(480)).to.have.length(3);
  });

  it('has no empty rows and no empty grid', () => {
    const young = { ...months(), cohorts: months().cohorts.slice(2) };
    const bare = { ...young, triangle: { ...young.triangle!, line: [null], lineInterval: [null] } };
    expect(groupsOf(layoutCohorts(told('en', bare), frame(480)).groups, 'grid')).to.deep.equal([]);
    const unknown = months('margin', { line: [null, null, null, null] });
    expect(groupsOf(layoutCohorts(told('en', unknown), frame(480)).groups, 'averages')).to.deep.equal([]);
  });

  it('has ids of marks once each, and a place in the grid for those of the grid', () => {
    const marks = layoutCohorts(told('en', many(14)), frame(720)).groups.flatMap(marksIn);
    expect(new Set(marks.map(({ id }) => id)).size).to.equal(marks.length);
    expect(marks.filter(({ row }) => row === undefined).map(({ id }) => id)).to.deep.equal(['newcomers-1', 'newcomers-2', 'newcomers-3']);
  });

  it('knows its height before there is a result', () => {
    const typical = { key: 'first-order', mode: 'classic', grain: 'month', metric: 'revenue' };
    const { height } = layoutCohorts({ ...told('en', months()), ...told('en', typicalResult(typical).value) }, frame(640));
    expect(height).to.be.within(300, 700);
  });
});

describe('cohort-triangle: colours', () => {
  it('are even steps from the lowest to the highest value, without cells of a few customers', () => {
    const value = months();
    value.cohorts[0].cells[2] = cell(9, 10);
    const scale = scaleOf(told('en', value));
    expect([scale.low, scale.high, scale.edges.length]).to.deep.equal([0.2, 0.2, 0]);
    const even = { low: 0, high: 7, edges: [1, 2, 3, 4, 5, 6] };
    expect([0, 0.99, 1, 3.5, 6, 7, 9].map((each) => stepOf(each, even))).to.deep.equal([1, 1, 2, 4, 7, 7, 7]);
    expect(stepOf(0.2, scale)).to.equal(4);
  });
});
