/** Geometry: everything inside the picture, no text on another, cells and pieces side by side. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { RfmResult } from '../../../src/core/kpi/rfm-types.js';
import type { Box, Label } from '../../../src/elements/rfm-matrix/geometry.js';
import { rfmLayout, type RfmLayout, type RfmView } from '../../../src/elements/rfm-matrix/rfm-matrix-layout.js';
import { sceneOf } from '../../../src/elements/rfm-matrix/scene.js';
import { typicalResult } from '../../../src/elements/rfm-matrix/typical.js';
import { rfmResult, segment, shop, told } from './fixture.js';

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
  return rfmLayout(sceneOf(rfmResult(value), told(language, value)), chart, view);
}

const isBox = (thing: object): thing is Box => 'width' in thing && 'height' in thing && 'x' in thing;
const isLabel = (thing: object): thing is Label => 'anchor' in thing;

/** Everything of a kind anywhere in a layout. */
function collect<T>(thing: unknown, is: (each: object) => each is T & object): T[] {
  if (thing === null || typeof thing !== 'object') return [];
  if (is(thing)) return [thing];
  return Object.entries(thing).flatMap(([key, value]) => (key === 'scene' ? [] : collect(value, is)));
}

function textBox({ x, y, text, size, anchor, tone }: Label): Box {
  const width = measure(text, size) * (tone === 'strong' ? 1.1 : 1);
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
  const labels = collect<Label>(layout, isLabel);
  const texts = labels.map((label) => [`${label.text} at ${label.x} ${label.y}`, textBox(label)] as const);
  for (const [name, box] of texts) if (!inside(box, picture)) expect.fail(`${name} leaves the picture: ${JSON.stringify(box)}`);
  for (const box of collect<Box>(layout, isBox))
    if (box.width < 0 || !inside(box, picture)) expect.fail(`box leaves: ${JSON.stringify(box)}`);
  expectApart(texts);
  const cells = layout.matrix?.rows.flat() ?? [];
  expectApart(cells.map(({ box, scene }) => [`cell ${scene.cell.recency} ${scene.cell.frequency}`, box]));
  for (const { box, labels: own } of cells)
    for (const label of own) if (!inside(textBox(label), box)) expect.fail(`${label.text} leaves its cell`);
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
        const layout = layoutOf(typicalResult(bins, true).value, frame(width));
        check(layout);
        expect(layout.matrix?.rows.flat()).to.have.length(bins * bins);
        expect(layout.matrix?.rows.flat().every(({ labels }) => labels.length > 0)).to.equal(true);
      }
    }
  });

  it('puts recent to the right and frequent on top; on a right-to-left page recent to the left', () => {
    const scores = (rtl: boolean) =>
      layoutOf(shop(), frame(600, { rtl })).matrix?.rows[0].map(({ box, scene }) => [box.x, scene.cell.recency, scene.cell.frequency]) ??
      [];
    const sorted = (rtl: boolean) =>
      scores(rtl)
        .sort((a, b) => a[0] - b[0])
        .map(([, recency, frequency]) => [recency, frequency]);
    expect(sorted(false)).to.deep.equal([
      [1, 5],
      [2, 5],
      [3, 5],
      [4, 5],
      [5, 5],
    ]);
    expect(sorted(true)).to.deep.equal([
      [5, 5],
      [4, 5],
      [3, 5],
      [2, 5],
      [1, 5],
    ]);
  });

  it('is mirrored on a right-to-left page', () => {
    const [ltr, rtl] = [false, true].map((each) => collect<Box>(layoutOf(shop(), frame(800, { rtl: each })), isBox));
    ltr.forEach((box, index) => expect(rtl[index].x).to.be.closeTo(800 - box.x - box.width, 0.001));
  });

  it('caps the cells and sets the segments beside the matrix on wide pages', () => {
    const { matrix, segments, height } = layoutOf(shop(), frame(1200));
    const widest = Math.max(...(matrix?.rows.flat().map(({ box }) => box.width) ?? []));
    expect(widest).to.be.lessThan(100);
    expect(Math.min(...segments.tracks.map((box) => box.x))).to.be.greaterThan((matrix?.rows[0][4].box.x ?? 0) + widest);
    expect(height).to.be.lessThan(480);
    expect(Math.max(...segments.tracks.map((box) => box.width))).to.be.at.most(560);
  });

  it('sets the inactive customers beside the matrix, in no cell', () => {
    for (const width of [280, 600, 1200]) {
      const { matrix } = layoutOf(shop(), frame(width));
      expect(matrix?.inactive?.labels.map(({ text }) => text).join(' ')).to.match(/^1\s023 inactifs/);
      for (const { box } of matrix?.rows.flat() ?? []) expect(overlaps(box, matrix?.inactive?.box ?? box)).to.equal(false);
    }
    expect(layoutOf({ ...shop(), inactive: 0 }, frame(600)).matrix?.inactive).to.equal(null);
  });

  it('cuts both bars by the shares of the segments, aligned', () => {
    const { segments } = layoutOf(shop(), frame(500));
    const widths = (of: 'customers' | 'revenue') => segments.segments.map((each) => Math.round((each[of]?.box.width ?? 0) * 100) / 100);
    expect(widths('customers')).to.deep.equal([100, 141.51, 140.57, 117.92]);
    expect(widths('revenue')).to.deep.equal([373, 80, 35, 12]);
    expect(segments.tracks.map(({ x, width }) => [x, width])).to.deep.equal([
      [0, 500],
      [0, 500],
    ]);
  });

  it('says what is withheld in the bar', () => {
    const value = shop();
    const of = { customers: value.customers, revenue: value.revenue };
    value.segments[1] = segment('BC', null, 0, of);
    value.segments[2] = segment('CO', null, 0, of);
    const { segments, notes } = layoutOf(value, frame(600));
    expect(segments.withheld).to.have.length(2);
    expect(segments.withheld[0].label?.text).to.equal('masqué');
    expect(segments.withheld[0].box.width).to.be.closeTo(600 * (1 - (848 + 1000) / 4240), 0.01);
    expect(notes.map(({ text }) => text).join(' ')).to.include('masqué');
  });

  it('says when bins were merged', () => {
    const value = { ...shop(), cuts: { ...shop().cuts, orderCount: [1, 2] } };
    const { matrix, notes } = layoutOf(value, frame(600));
    expect(matrix?.rows).to.have.length(3);
    expect(
      notes
        .map(({ text }) => text)
        .join(' ')
        .replace(/\u00a0/g, ' '),
    ).to.equal('La fréquence a 3 niveaux au lieu de 5 : trop de clients partagent la même valeur.');
  });
});
