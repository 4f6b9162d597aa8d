/** Geometry: whatever the steps, the width and the font, nothing overlaps, nothing leaves the picture, bars tell the truth. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { Box, Label } from '../../../src/chart/pen.js';
import type { FunnelResult } from '../../../src/core/kpi/funnel-types.js';
import type { FunnelContext } from '../../../src/elements/kpi-funnel/funnel-context.js';
import { expectedHeight, layoutFunnel, type FunnelLayout, type Place } from '../../../src/elements/kpi-funnel/funnel-layout.js';
import { counts, lead, steps, told, type Row } from './fixture.js';

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
const entries = fc.constantFrom(0, 1, 25, 12_350, 9_007_199_254_740_991);
const share = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 1e-9, max: 1, noNaN: true }));

/** Name, count as a share of the first step (null: unknown), whether it may be skipped, days. */
type Step = readonly [name: string, share: number | null, optional: boolean, days: number | undefined];
const step = fc.tuple(
  word,
  fc.option(share, { freq: 8, nil: null }),
  fc.boolean(),
  fc.option(fc.double({ min: 0, max: 99, noNaN: true }), { nil: undefined }),
);

const rows = (first: number, given: readonly Step[]): Row[] =>
  given.map(([name, part, optional, days], index) => {
    const count = part === null ? null : Math.floor(part * first);
    return index === 0 ? [name, name, first] : [name, name, count, optional, days];
  });

const result: fc.Arbitrary<Partial<FunnelResult>> = fc.integer({ min: 1, max: 8 }).chain((length) => {
  const path = fc
    .tuple(entries, fc.array(step, { minLength: length, maxLength: length }))
    .map(([first, given]) => steps(...rows(first, given)));
  const group = fc.record({ key: fc.option(word), steps: path });
  return fc.record({ steps: path, breakdown: fc.array(group, { maxLength: 7 }) });
});

const setting: fc.Arbitrary<Setting> = fc.record({
  width: fc.integer({ min: 200, max: 1200 }),
  compact: fc.boolean(),
  rtl: fc.boolean(),
  font: fc.double({ min: 0.4, max: 1.1, noNaN: true }),
});

const kind = fc.constantFrom('overall', 'step');

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
  places.flatMap(({ shapes }) => shapes.filter(({ look = '' }) => kind.test(look)));
const barOf = (place: Place): Box | null => shapesOf([place], /^bar/)[0] ?? null;

const always = (check: (layout: FunnelLayout, given: Setting, context: FunnelContext) => void): void =>
  fc.assert(
    fc.property(result, setting, kind, (value, given, of) => {
      const context = told('fr', value);
      check(layoutFunnel(context, of, frame(given)), given, context);
    }),
    { numRuns: 150, seed: 20260101 },
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
      for (const path of layout.flows) {
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
    always((layout, { rtl }, { facts }) => {
      const zero = (box: Box): number => (rtl ? box.x + box.width : box.x);
      const bars = layout.steps.map(barOf);
      const longest = bars[0]!.width;
      for (const [index, bar] of bars.entries()) {
        const { count } = facts[index]!;
        expect(bar === null).to.equal(count === null);
        if (!bar || count === null) continue;
        expect(zero(bar)).to.be.closeTo(zero(bars[0]!), SLACK);
        if (count === 0) expect(bar.width).to.equal(0);
        else expect(bar.width).to.be.closeTo(Math.max(2, (count / facts[0]!.count!) * longest), 2 + SLACK);
      }
    });
  });

  it('is mirrored on a right-to-left page', () => {
    fc.assert(
      fc.property(result, setting, kind, (value, given, of) => {
        const [left, right] = [false, true].map((rtl) => layoutFunnel(told('en', value), of, frame({ ...given, rtl })));
        const mirrored = left!.texts.map(({ x, anchor, ...rest }) => ({
          ...rest,
          x: given.width - x,
          anchor: anchor === 'start' ? 'end' : 'start',
        }));
        expect(right!.texts).to.deep.equal(mirrored);
        expect(right!.height).to.equal(left!.height);
      }),
      { numRuns: 100, seed: 20260102 },
    );
  });

  it('says everything in full where there is room', () => {
    const value = { steps: steps(['visit', null, 12_350], ['lead', null, 2_100, false, 12], ['customer', null, 247, false, 3]) };
    for (const width of [280, 480, 720, 1200]) {
      const { texts } = layoutFunnel(told('en', value), 'overall', frame({ width, compact: false, rtl: false, font: 0.55 }));
      const said = texts.map((label) => label.text);
      for (const words of ['Visit', 'Sign-up', 'Purchase', '12,350', '↓ 17.0%', '−83.0%', '−88.2%', 'overall', 'half within 3 days'])
        expect(said, `${width}`).to.include(words);
    }
  });

  it('cuts no number: counts are compact where they have no room, the rest is left out', () => {
    const value = counts(['A', 9_007_199_254_740_991], ['B', 9_007_199_254_740_990]);
    const { texts } = layoutFunnel(told('en', value), 'overall', frame({ width: 280, compact: false, rtl: false, font: 0.6 }));
    expect(texts.map((label) => label.text))
      .to.include.members(['9,007.2T'])
      .and.not.to.include('9,007,199,254,740,991');
  });

  it('has the height that was expected', () => {
    for (const width of [280, 720]) {
      for (const compact of [false, true]) {
        const given = frame({ width, compact, rtl: false, font: 0.55 });
        expect(expectedHeight(3, given)).to.equal(layoutFunnel(told('en', lead(12_000, 2_040, 240)), 'overall', given).height);
      }
    }
  });

  it('does not stretch on a wide page', () => {
    always(({ steps }, { width }) => {
      for (const place of steps) {
        const bar = barOf(place);
        expect(place.area.width).to.be.at.most(Math.min(width, 880));
        if (bar) expect(bar.height).to.be.at.most(24 * 2.2);
      }
    });
  });
});
