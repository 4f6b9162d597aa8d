/** Geometry: everything inside the picture, no text on another, cells side by side, steps by value. */
import { expect } from 'chai';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { Box, Label } from '../../../src/chart/pen.js';
import type { RetentionResult } from '../../../src/core/kpi/retention-types.js';
import { scaleOf, stepOf } from '../../../src/elements/cohort-triangle/cohort-scale.js';
import { marksIn } from '../../../src/chart/draw.js';
import { layoutCohorts, type CohortLayout } from '../../../src/elements/cohort-triangle/cohort-triangle-layout.js';
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
    // The youngest one has its name and size.
    expect(groupsOf(groups, 'row').map(({ inside }) => inside.length)).to.deep.equal([4, 3, 1]);
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
    expect(texts.map(({ text }) => plain(text))).to.include('The latest 24 of 60 cohorts; the table and the average have all of them.');
  });

  it('says how many periods have no room', () => {
    const value = many(30);
    value.cohorts.forEach((cohort, index) => {
      cohort.cells = Array.from({ length: 30 - index }, () => cell(100, 1234));
    });
    const said = (width: number) =>
      layoutCohorts(told('en', value), frame(width)).texts.filter(({ text }) => text.includes(' of 29 periods'));
    expect(said(1200)).to.have.length(0);
    // Names of 8 letters at 6.6 pixels, then a period takes 11: (280 - 52.8 - 10 + 2) / 11 is 19.9.
    expect(said(280).map(({ text }) => plain(text))).to.deep.equal(['The first 19 of 29 periods; the table has']);
  });

  it('tells what a cell without a figure means; a dash only where it has room', () => {
    const value = many(14);
    const none = { value: null, valueInterval: null };
    for (const { cells } of value.cohorts) cells.forEach((one, age) => one && Object.assign(one, age > 1 ? none : { value: 1 }));
    const texts = (width: number) => layoutCohorts(told('en', value), frame(width)).texts.map(({ text }) => text);
    // Periods 2 to 11 of two cohorts, then one fewer of each.
    expect(texts(720).filter((text) => text === '—')).to.have.length(65);
    expect(texts(720)).to.include('no figure');
    expect(texts(280)).to.include('no figure').and.not.to.include('—');
    expect(layoutCohorts(told('en', many(14)), frame(720)).texts.map(({ text }) => text)).not.to.include('no figure');
  });

  it('writes money without its sign where there is no room for that: whole below 1,000, else all with one decimal', () => {
    const priced = (amount: number) => {
      const value = months('revenue');
      for (const { cells } of value.cohorts) for (const one of cells) if (one) one.value = amount;
      return told('en', { ...value, triangle: { ...value.triangle!, line: [amount, amount, amount, null] } });
    };
    const [long, short] = priced(59.94).short;
    expect([plain(long(59.94)), plain(short(59.94))]).to.deep.equal(['€60', '60']);
    expect([736e6, 300.94e6].map((amount) => plain(priced(amount).short[1](amount)))).to.deep.equal(['736.0m', '300.9m']);
  });

  it('draws as many cohorts as they have periods', () => {
    const value = many(50);
    value.cohorts.forEach((cohort, index) => {
      cohort.cells = Array.from({ length: 50 - index }, () => cell(100, 1234));
    });
    const rows = groupsOf(layoutCohorts(told('en', value), frame(1200)).groups, 'row');
    expect(rows).to.have.length(50);
    expect(Math.max(...rows.map(({ inside }) => inside.length))).to.equal(50);
  });

  it('says in the cell itself that nothing but its colour tells its figure', () => {
    const value = { ...many(14), triangle: { ...many(14).triangle!, metric: 'basket' as const } };
    for (const { cells } of value.cohorts) for (const [age, one] of cells.entries()) if (one) one.value = 123 + age;
    const looks = (width: number) => groupsOf(layoutCohorts(told('en', value), frame(width)).groups, 'cell').map(({ look }) => look!);
    expect(
      looks(280)
        .filter((look) => /step/.test(look))
        .every((look) => look.endsWith(' bare')),
    ).to.equal(true);
    expect(looks(1200).some((look) => look.endsWith(' bare'))).to.equal(false);
  });

  it('frames and compares with the cost only what pays it back', () => {
    const value = months('revenue', { acquisition, paybackBy: 'margin' });
    const { groups, texts } = layoutCohorts(told('en', value), frame(720));
    expect(groupsOf(groups, 'cell').some(({ inside }) => inside.some((each) => each.look === 'paid'))).to.equal(false);
    expect(texts.some(({ text }) => text.includes('Acquisition cost'))).to.equal(false);
  });

  it('says what a filter by channel means, and what was spent before anybody was won', () => {
    const texts = (language: 'en' | 'fr') => {
      const context = { ...told(language, months('revenue', { spentBefore: 500 })), filter: { channel: ['web'] } };
      return plain(
        layoutCohorts(context, frame(1200))
          .texts.map(({ text }) => text)
          .join(' '),
      );
    };
    expect(texts('en'))
      .to.contain('The filter says where customers were won')
      .and.to.contain('Spent before the month of the first order: €500.00.');
    expect(texts('fr'))
      .to.contain('Le filtre dit où les clients ont été gagnés :')
      .and.to.contain('Dépensé avant le mois de la première commande : 500,00 €');
  });

  it('puts the newcomers beside where there is room, else below', () => {
    const bars = (width: number) => groupsOf(layoutCohorts(told('en', many(14)), frame(width)).groups, 'newcomer').map(boxOf);
    expect(bars(1200)[0].x).to.be.above(800);
    expect(bars(480)[0].x).to.equal(0);
    expect(bars(480)).to.have.length(3);
  });

  it('has no empty grid', () => {
    const young = { ...months(), cohorts: [] };
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
