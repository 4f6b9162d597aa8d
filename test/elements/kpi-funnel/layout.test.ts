/** Geometry: whatever the steps, the width and the font, nothing overlaps, nothing leaves the picture, bars tell the truth. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { Box, Label, Words } from '../../../src/chart/pen.js';
import { layoutFunnel, type FunnelLayout, type FunnelText, type Line, type Place } from '../../../src/elements/kpi-funnel/funnel-layout.js';

const PIXELS = { heading: 17, body: 14, note: 12 };
const SLACK = 0.01;

interface Setting {
  width: number;
  compact: boolean;
  rtl: boolean;
  /** Width of a character as a share of its height. */
  font: number;
}

function frame({ width, compact, rtl, font }: Setting): ChartFrame {
  return { width, compact, rtl, static: false, measure: (text, size) => [...text].length * PIXELS[size] * font };
}

const word = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '');
const share = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 1e-9, max: 1, noNaN: true }));

const notes: fc.Arbitrary<Words[]> = fc
  .tuple(fc.constantFrom('−83,0 %', ''), fc.constantFrom('muted', 'strong accent'), fc.array(fc.constant('n = 10'), { maxLength: 2 }))
  .map(([loss, look, rest]) => [['↓ 17,0 %', 'muted'], [loss, look], ...rest.map((note): Words => [note, 'note muted'])]);

const counted = fc.constantFrom(
  ['9 007 199 254 740 991 · facultative', '9,0 Bd · facultative', '9,0 Bd'],
  ['9 007 199 254 740 991', '9,0 Bd', '9,0 Bd'],
  ['12 350', '12 k', '12 k'],
  ['0', '0', '0'],
  ['—', '—', '—'],
);

const step = (index: number): fc.Arbitrary<Line> =>
  fc
    .record({
      name: word,
      counts: counted,
      rate: fc.constantFrom('100,0 %', '0,0 %', '—', ''),
      optional: index === 0 ? fc.constant(false) : fc.boolean(),
      share: index === 0 ? fc.constant(1) : fc.option(share),
      range: fc.option(fc.tuple(share, share).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])),
      notes,
      lossy: fc.boolean(),
    })
    .map(({ name, rate, ...one }) => ({
      ...one,
      name: [name, one.optional ? 'note muted' : ''],
      countLook: one.optional ? 'note muted' : '',
      end: [rate, one.optional ? 'note muted' : 'strong'],
      notes: index === 0 || one.optional ? [] : one.notes,
    }));

const group: fc.Arbitrary<FunnelText['groups'][number]> = fc.record({
  name: word,
  rate: fc.constant('12,0 %'),
  lines: fc.array(
    fc.record({
      name: word.map((name): Words => [name, 'note muted']),
      counts: counted,
      countLook: fc.constant('note'),
      share: fc.option(share),
      end: fc.constantFrom('', '−83,0 %').map((loss): Words => [loss, 'note strong accent']),
      optional: fc.boolean(),
      range: fc.constant(null),
      lossy: fc.constant(false),
      notes: fc.constant([]),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

const text: fc.Arbitrary<FunnelText> = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    lines: fc.tuple(...Array.from({ length: count }, (_, index) => step(index))),
    heading: fc.constantFrom('au total', ''),
    groupsHeading: fc.constant('Tunnel par canal'),
    groups: fc.array(group, { maxLength: 7 }),
  }),
);

const setting: fc.Arbitrary<Setting> = fc.record({
  width: fc.integer({ min: 200, max: 1200 }),
  compact: fc.boolean(),
  rtl: fc.boolean(),
  font: fc.double({ min: 0.4, max: 1.1, noNaN: true }),
});

/** What a text covers. */
function boxOf({ look, text: words, anchor, x, y }: Label, { font }: Setting): Box {
  const height = look.includes('note') ? PIXELS.note : PIXELS.body;
  const perCharacter = look.includes('strong') ? (PIXELS.heading * (height / 16)) / 1.0625 : height;
  const width = [...words].length * perCharacter * font;
  return { x: anchor === 'start' ? x : x - width, y: y - height * 0.7, width, height: height * 0.7 };
}

function overlap(a: Box, b: Box): boolean {
  const apart = (from: number, length: number, other: number): boolean => from + length <= other + SLACK;
  return !(apart(a.x, a.width, b.x) || apart(b.x, b.width, a.x) || apart(a.y, a.height, b.y) || apart(b.y, b.height, a.y));
}

const placesOf = ({ steps, groups }: FunnelLayout): Place[] => [...steps, ...groups];
const shapesOf = (places: readonly Place[], kind: RegExp): Box[] =>
  places.flatMap(({ shapes }) => shapes.flatMap(([box, look]) => (kind.test(look) ? [box] : [])));
const barOf = (place: Place): Box | null => shapesOf([place], /^bar/)[0] ?? null;

const always = (check: (layout: FunnelLayout, given: Setting, texts: FunnelText) => void): void =>
  fc.assert(
    fc.property(text, setting, (texts, given) => check(layoutFunnel(texts, frame(given)), given, texts)),
    { numRuns: 300, seed: 20260101 },
  );

describe('kpi-funnel: geometry', () => {
  it('keeps everything inside the picture, with no negative length', () => {
    always((layout, given) => {
      expect(layout.width).to.equal(given.width);
      const places = placesOf(layout);
      const boxes = [...places.map(({ area }) => area), ...shapesOf(places, /./), ...layout.texts.map((label) => boxOf(label, given))];
      for (const box of boxes) {
        expect(box.width, JSON.stringify(box)).to.be.at.least(0);
        expect(box.height).to.be.at.least(0);
        expect(box.x, JSON.stringify(box)).to.be.at.least(-SLACK);
        expect(box.x + box.width, JSON.stringify(box)).to.be.at.most(layout.width + SLACK);
        expect(box.y, JSON.stringify(box)).to.be.at.least(-SLACK);
        expect(box.y + box.height, JSON.stringify(box)).to.be.at.most(layout.height + SLACK);
      }
      for (const path of [...layout.flows, ...places.flatMap(({ whisker }) => whisker ?? [])]) {
        for (const [, x] of path.matchAll(/[MHL](-?[\d.]+)/g)) expect(Number(x)).to.be.within(-SLACK, layout.width + SLACK);
      }
    });
  });

  it('never lets two texts overlap, nor a text and a bar', () => {
    always((layout, given) => {
      const texts = layout.texts.map((label) => ({ label, box: boxOf(label, given) }));
      for (const [index, { label, box }] of texts.entries()) {
        for (const other of texts.slice(index + 1)) if (overlap(box, other.box)) expect.fail(`${label.text} | ${other.label.text}`);
        for (const bar of shapesOf(placesOf(layout), /^bar/)) if (overlap(box, bar)) expect.fail(`${label.text} on a bar`);
      }
    });
  });

  it('never lets steps or groups overlap', () => {
    always((layout) => {
      const areas = placesOf(layout).map(({ area }) => area);
      for (const [index, area] of areas.entries()) {
        for (const other of areas.slice(index + 1)) expect(overlap(area, other)).to.equal(false);
      }
    });
  });

  it('draws bars from one zero, as long as their counts', () => {
    always((layout, { rtl }, texts) => {
      const zero = (box: Box): number => (rtl ? box.x + box.width : box.x);
      const bars = layout.steps.map(barOf);
      const longest = bars[0]!.width;
      for (const [index, bar] of bars.entries()) {
        const given = texts.lines[index]!.share;
        expect(bar === null).to.equal(given === null);
        if (!bar || given === null) continue;
        expect(zero(bar)).to.be.closeTo(zero(bars[0]!), SLACK);
        if (given === 0) expect(bar.width).to.equal(0);
        else expect(bar.width).to.be.closeTo(Math.max(2, given * longest), 2 + SLACK);
      }
    });
  });

  it('is mirrored on a right-to-left page', () => {
    fc.assert(
      fc.property(text, setting, (texts, given) => {
        const left = layoutFunnel(texts, frame({ ...given, rtl: false }));
        const right = layoutFunnel(texts, frame({ ...given, rtl: true }));
        const mirrored = left.texts.map(({ x, y, text: words, anchor }) => [
          given.width - x,
          y,
          words,
          anchor === 'start' ? 'end' : 'start',
        ]);
        expect(right.texts.map(({ x, y, text: words, anchor }) => [x, y, words, anchor])).to.deep.equal(mirrored);
        expect(right.height).to.equal(left.height);
      }),
      { numRuns: 100, seed: 20260102 },
    );
  });

  it('says everything in full where there is room', () => {
    const texts: FunnelText = {
      lines: ['Visite', 'Inscription', 'Achat'].map((name, index) => ({
        name: [name, ''],
        counts: ['12 350', '12 k', '12 k'],
        countLook: '',
        end: ['17,0 %', 'strong'],
        optional: false,
        share: 1 / (index + 1),
        range: null,
        notes: [
          ['↓ 17,0 %', 'muted'],
          ['−83,0 %', 'strong accent'],
          ['la moitié en 12 jours', 'note muted'],
        ],
        lossy: index === 1,
      })),
      heading: 'au total',
      groupsHeading: '',
      groups: [],
    };
    for (const width of [280, 480, 720, 1200]) {
      const said = layoutFunnel(texts, frame({ width, compact: false, rtl: false, font: 0.55 })).texts.map((label) => label.text);
      for (const words of ['Visite', 'Inscription', 'Achat', '12 350', '↓ 17,0 %', '−83,0 %', 'au total'])
        expect(said, `${width}`).to.include(words);
    }
  });

  it('does not stretch on a wide page', () => {
    always(({ steps }, { width }) => {
      for (const step of steps) {
        const bar = barOf(step);
        expect(step.area.width).to.be.at.most(Math.min(width, 880));
        if (bar) expect(bar.height).to.be.at.most(24 * 2.2);
      }
    });
  });
});
