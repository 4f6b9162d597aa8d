/** Geometry: everything inside the picture, no text on another, cells and pieces side by side. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { Box, Label } from '../../../src/chart/pen.js';
import type { RfmResult } from '../../../src/core/kpi/rfm-types.js';
import { marksIn, type Group } from '../../../src/chart/draw.js';
import { layoutRfm, type RfmLayout, type RfmView } from '../../../src/elements/rfm-matrix/rfm-matrix-layout.js';
import { typicalResult } from '../../../src/elements/rfm-matrix/typical.js';
import { plain, segment, shop, told } from './fixture.js';

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

function layoutOf(value: RfmResult, chart: ChartFrame, view: RfmView = 'matrix', language: 'en' | 'fr' = 'fr'): RfmLayout {
  return layoutRfm(told(language, value), chart, view);
}

/** All groups whose first class is this one. */
function groupsOf(groups: RfmLayout['groups'], look: string): Group[] {
  return groups.flatMap((group) => [
    ...(group.look?.split(' ')[0] === look ? [group] : []),
    ...groupsOf(
      group.inside.filter((each) => 'inside' in each),
      look,
    ),
  ]);
}

const boxesIn = ({ inside }: Group, look?: string): Box[] =>
  inside.flatMap((each) =>
    'inside' in each ? boxesIn(each, look) : each.path === undefined && (!look || each.look === look) ? [each] : [],
  );
const boxOf = (group: Group): Box => boxesIn(group)[0];
const cellsOf = (layout: RfmLayout): Group[] => groupsOf(layout.groups, 'cell');
const textIn = ({ texts }: RfmLayout, box: Box): string =>
  texts
    .filter(({ x, y }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
    .map(({ text }) => plain(text))
    .join(' ');

function textBox({ x, y, text, look, anchor }: Label): Box {
  const size = look.includes('note') ? 'note' : 'body';
  const width = measure(text, size);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - PIXELS[size] * 0.8, width, height: PIXELS[size] };
}

const NEAR = 0.6;
const overlaps = (a: Box, b: Box): boolean =>
  a.x + NEAR < b.x + b.width && b.x + NEAR < a.x + a.width && a.y + NEAR < b.y + b.height && b.y + NEAR < a.y + a.height;
const inside = (a: Box, b: Box): boolean =>
  a.x >= b.x - NEAR && a.y >= b.y - NEAR && a.x + a.width <= b.x + b.width + NEAR && a.y + a.height <= b.y + b.height + NEAR;

function expectApart(boxes: readonly (readonly [name: string, box: Box])[]): void {
  boxes.forEach(([name, box], index) => {
    for (const [other, otherBox] of boxes.slice(index + 1)) if (overlaps(box, otherBox)) expect.fail(`${name} lies on ${other}`);
  });
}

function check(layout: RfmLayout): void {
  const picture = { x: 0, y: 0, width: layout.width, height: layout.height };
  const texts = layout.texts.map((label) => [`${label.text} at ${label.x} ${label.y}`, textBox(label)] as const);
  for (const [name, box] of texts) if (!inside(box, picture)) expect.fail(`${name} leaves the picture: ${JSON.stringify(box)}`);
  for (const box of layout.groups.flatMap((group) => boxesIn(group)))
    if (box.width < 0 || !inside(box, picture)) expect.fail(`box leaves: ${JSON.stringify(box)}`);
  expectApart(texts);
  const cells = cellsOf(layout).map((cell) => [cell.mark?.id ?? '', boxOf(cell)] as const);
  expectApart(cells);
  for (const [name, box] of texts)
    for (const [cell, cellBox] of cells) if (overlaps(box, cellBox) && !inside(box, cellBox)) expect.fail(`${name} leaves ${cell}`);
}

const ids = ['TBC', 'BC', 'CO', 'CTO'] as const;
const amount = fc.oneof(fc.integer({ min: 1, max: 999 }), fc.double({ min: 0.01, max: 1e9, noNaN: true }));
const cutsOf = (most: number, bins: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: most }), { minLength: 0, maxLength: bins - 1 }).map((list) => list.sort((a, b) => a - b));

const anyResult = fc.constantFrom(3, 4, 5).chain((bins) =>
  fc
    .record({
      recencyDays: cutsOf(900, bins),
      orderCount: cutsOf(120, bins),
      counts: fc.array(fc.option(fc.oneof(fc.nat(900), fc.nat(90_000)), { freq: 8 }), { minLength: bins * bins, maxLength: bins * bins }),
      revenues: fc.array(amount, { minLength: bins * bins, maxLength: bins * bins }),
      shares: fc.array(fc.tuple(fc.option(fc.nat(100_000), { freq: 8 }), amount), { minLength: 4, maxLength: 4 }),
      inactive: fc.oneof(fc.constant(0), fc.nat(2_000_000)),
      guests: fc.constantFrom(0, 12),
    })
    .map(({ recencyDays, orderCount, counts, revenues, shares, inactive, guests }): RfmResult => {
      const customers = Math.max(
        1,
        shares.reduce((sum, [count]) => sum + (count ?? 0), 0),
      );
      const revenue = shares.reduce((sum, [count, money]) => sum + (count ? money : 0), 0);
      return {
        ...shop(),
        bins,
        customers,
        revenue,
        inactive,
        guestOrders: guests,
        guestRevenue: guests * 10,
        cuts: { recencyDays, orderCount, revenue: [] },
        cells: counts.map((count, index) => ({
          recency: Math.floor(index / bins) + 1,
          frequency: (index % bins) + 1,
          customers: count,
          orders: count,
          revenue: count === null ? null : count === 0 ? 0 : revenues[index],
        })),
        segments: ids.map((id, index) => segment(id, shares[index][0], shares[index][0] ? shares[index][1] : 0, { customers, revenue })),
      };
    }),
);

describe('rfm-matrix: layout', () => {
  it('keeps everything inside and apart, whatever the numbers, the width and the language', () => {
    const language = fc.constantFrom('en' as const, 'fr' as const);
    const look = fc.record({ compact: fc.boolean(), rtl: fc.boolean() });
    fc.assert(
      fc.property(
        anyResult,
        fc.integer({ min: 200, max: 1200 }),
        fc.constantFrom<RfmView>('matrix', 'segments'),
        language,
        look,
        (value, width, view, words, rest) => check(layoutOf(value, frame(width, rest), view, words)),
      ),
      { numRuns: 300 },
    );
  });

  it('draws all cells of three, four and five bins', () => {
    for (const bins of [3, 4, 5]) {
      for (const width of [200, 280, 480, 720, 1200]) {
        const layout = layoutOf(typicalResult(bins, 1000).value, frame(width));
        check(layout);
        expect(cellsOf(layout)).to.have.length(bins * bins);
        for (const cell of cellsOf(layout)) expect(textIn(layout, boxOf(cell))).to.match(/\d/);
      }
    }
  });

  it('needs no more room for a result than for a typical one', () => {
    for (const width of [200, 280, 480, 720, 1200]) {
      const [typical, real] = [typicalResult(5, 1000).value, shop()].map((value) => layoutOf(value, frame(width)).height);
      expect(real).to.be.closeTo(typical, 20);
    }
  });

  it('puts recent to the right and frequent on top; on a right-to-left page recent to the left', () => {
    const scores = (rtl: boolean) =>
      groupsOf(layoutOf(shop(), frame(600, { rtl })).groups, 'row')[0]
        .inside.map((cell) => cell as Group)
        .sort((a, b) => boxOf(a).x - boxOf(b).x)
        .map(({ mark }) => mark?.selection?.values);
    const expected = [1, 2, 3, 4, 5].map((recency) => [recency, 5]);
    expect(scores(false)).to.deep.equal(expected);
    expect(scores(true)).to.deep.equal(expected.reverse());
  });

  it('is mirrored on a right-to-left page', () => {
    const [ltr, rtl] = [false, true].map((each) => layoutOf(shop(), frame(800, { rtl: each })).groups.flatMap((group) => boxesIn(group)));
    ltr.forEach((box, index) => expect(rtl[index].x).to.be.closeTo(800 - box.x - box.width, 0.001));
  });

  it('caps the cells and sets the segments beside the matrix on wide pages', () => {
    const layout = layoutOf(shop(), frame(1200));
    const cells = cellsOf(layout).map(boxOf);
    const tracks = groupsOf(layout.groups, 'track').flatMap((group) => boxesIn(group));
    expect(Math.max(...cells.map((box) => box.width))).to.be.lessThan(100);
    expect(Math.min(...tracks.map((box) => box.x))).to.be.greaterThan(Math.max(...cells.map((box) => box.x + box.width)));
    expect(layout.height).to.be.lessThan(480);
    expect(Math.max(...tracks.map((box) => box.width))).to.be.at.most(640);
  });

  it('sets the inactive customers beside the matrix, in no cell', () => {
    for (const width of [280, 600, 1200]) {
      const layout = layoutOf(shop(), frame(width));
      const [box] = groupsOf(layout.groups, 'inactive').map(boxOf);
      expect(textIn(layout, box)).to.match(/^1 023 inactifs, dernière commande avant le 10 septembre 2011$/);
      for (const cell of cellsOf(layout)) expect(overlaps(boxOf(cell), box)).to.equal(false);
    }
    expect(groupsOf(layoutOf({ ...shop(), inactive: 0 }, frame(600)).groups, 'inactive')).to.deep.equal([]);
  });

  it('cuts both bars by the shares of the segments, aligned', () => {
    const { groups } = layoutOf(shop(), frame(500));
    const pieces = groupsOf(groups, 'segment').map((group) => boxesIn(group, 'piece'));
    const widths = (bar: number) => pieces.map((boxes) => Math.round(boxes[bar].width * 100) / 100);
    expect(widths(0)).to.deep.equal([100, 141.51, 140.57, 117.92]);
    expect(widths(1)).to.deep.equal([373, 80, 35, 12]);
    expect(groupsOf(groups, 'track').flatMap((group) => boxesIn(group).map(({ x, width }) => [x, width]))).to.deep.equal([
      [0, 500],
      [0, 500],
    ]);
  });

  it('leaves what is withheld of a bar empty, and says so', () => {
    const value = shop();
    value.segments[1] = segment('BC', null, 0, value);
    value.segments[2] = segment('CO', null, 0, value);
    const { groups, texts } = layoutOf(value, frame(600));
    const pieces = groupsOf(groups, 'segment').map((group) => boxesIn(group, 'piece')[0].width);
    expect(pieces.map((width) => Math.round(width))).to.deep.equal([120, 0, 0, 142]);
    expect(texts.filter(({ text, x }) => text === '—' && x > 260 && x < 270)).to.have.length(1);
  });

  it('has fewer rows where bins were merged', () => {
    const layout = layoutOf({ ...shop(), cuts: { ...shop().cuts, orderCount: [1, 2] } }, frame(600));
    expect(groupsOf(layout.groups, 'row')).to.have.length(3);
  });

  it('walks through the cells, then the inactive customers, then the segments', () => {
    const ids = layoutOf(shop(), frame(600)).groups.flatMap(marksIn);
    expect(ids).to.have.length(30);
    expect(ids.slice(24).map(({ id }) => id)).to.deep.equal([
      'cell-5-1',
      'inactive',
      'segment-TBC',
      'segment-BC',
      'segment-CO',
      'segment-CTO',
    ]);
  });
});
