/** Geometry: whatever the steps, the width and the font, nothing overlaps, nothing leaves the picture, bars tell the truth. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { Box, Label } from '../../../src/elements/kpi-funnel/geometry.js';
import type { GroupText } from '../../../src/elements/kpi-funnel/groups-layout.js';
import { layoutFunnel, type FunnelLayout, type FunnelText, type StepText } from '../../../src/elements/kpi-funnel/kpi-funnel-layout.js';

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

const passage = fc.record({
  rate: fc.constant('↓ 17,0 %'),
  loss: fc.constantFrom('−83,0 %', ''),
  notes: fc.array(fc.constant('n = 10'), { maxLength: 2 }),
});

const step = (index: number): fc.Arbitrary<StepText> =>
  fc
    .record({
      name: word,
      counts: fc.constantFrom(['9 007 199 254 740 991', '9,0 Bd'], ['12 350', '12 k'], ['0', '0'], ['—']),
      rate: fc.constantFrom('100,0 %', '0,0 %', '—', ''),
      optional: index === 0 ? fc.constant(false) : fc.boolean(),
      tag: fc.constantFrom('', 'facultative'),
      share: index === 0 ? fc.constant(1) : fc.option(share),
      range: fc.option(fc.tuple(share, share).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])),
      passage: fc.option(passage),
      lossy: fc.boolean(),
    })
    .map((one) => (index === 0 || one.optional ? { ...one, passage: null } : one));

const group: fc.Arbitrary<GroupText> = fc.record({
  name: word,
  rate: fc.constant('12,0 %'),
  steps: fc.array(
    fc.record({
      name: word,
      counts: fc.constantFrom(['12 350', '12 k'], ['9 007 199 254 740 991', '9,0 Bd']),
      share: fc.option(share),
      loss: fc.constantFrom('', '−83,0 %'),
      optional: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

const text: fc.Arbitrary<FunnelText> = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    steps: fc.tuple(...Array.from({ length: count }, (_, index) => step(index))),
    rateHeading: fc.constant('au total'),
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
function boxOf(label: Label, { font }: Setting): Box {
  const height = label.size === 'note' ? PIXELS.note : PIXELS.body;
  const perCharacter = label.size === 'strong' ? (PIXELS.heading * 0.875) / 1.0625 : height;
  const width = [...label.text].length * perCharacter * font;
  return { x: label.anchor === 'start' ? label.x : label.x - width, y: label.y - height * 0.7, width, height: height * 0.7 };
}

function overlap(a: Box, b: Box): boolean {
  const apart = (from: number, length: number, other: number): boolean => from + length <= other + SLACK;
  return !(apart(a.x, a.width, b.x) || apart(b.x, b.width, a.x) || apart(a.y, a.height, b.y) || apart(b.y, b.height, a.y));
}

function textsOf(layout: FunnelLayout): Label[] {
  const { rateHeading, groupsHeading, steps, groups } = layout;
  const all = [
    rateHeading,
    groupsHeading,
    ...steps.flatMap(({ name, tag, count, rate, passage }) => [
      name,
      tag,
      count,
      rate,
      passage?.rate,
      passage?.loss,
      ...(passage?.notes ?? []),
    ]),
    ...groups.flatMap(({ name, rate, rows }) => [name, rate, ...rows.flatMap((row) => [row.name, row.count, row.loss])]),
  ];
  return all.filter((label): label is Label => Boolean(label && label.text));
}

function boxesOf({ steps, groups }: FunnelLayout): Box[] {
  const all = [
    ...steps.flatMap(({ area, bar, lost }) => [area, bar, lost]),
    ...groups.flatMap(({ area, rows }) => [area, ...rows.map(({ bar }) => bar)]),
  ];
  return all.filter((box): box is Box => box !== null);
}

const always = (check: (layout: FunnelLayout, given: Setting, texts: FunnelText) => void): void =>
  fc.assert(
    fc.property(text, setting, (texts, given) => check(layoutFunnel(texts, frame(given)), given, texts)),
    { numRuns: 300, seed: 20260101 },
  );

describe('kpi-funnel: geometry', () => {
  it('keeps everything inside the picture, with no negative length', () => {
    always((layout, given) => {
      expect(layout.width).to.equal(given.width);
      for (const box of [...boxesOf(layout), ...textsOf(layout).map((label) => boxOf(label, given))]) {
        expect(box.width, JSON.stringify(box)).to.be.at.least(0);
        expect(box.height).to.be.at.least(0);
        expect(box.x, JSON.stringify(box)).to.be.at.least(-SLACK);
        expect(box.x + box.width, JSON.stringify(box)).to.be.at.most(layout.width + SLACK);
        expect(box.y, JSON.stringify(box)).to.be.at.least(-SLACK);
        expect(box.y + box.height, JSON.stringify(box)).to.be.at.most(layout.height + SLACK);
      }
      for (const { whisker } of layout.steps) {
        if (!whisker) continue;
        expect(Math.min(whisker.from, whisker.to)).to.be.at.least(-SLACK);
        expect(Math.max(whisker.from, whisker.to)).to.be.at.most(layout.width + SLACK);
      }
    });
  });

  it('never lets two texts overlap, nor a text and a bar', () => {
    always((layout, given) => {
      const texts = textsOf(layout).map((label) => ({ label, box: boxOf(label, given) }));
      for (const [index, { label, box }] of texts.entries()) {
        for (const other of texts.slice(index + 1)) if (overlap(box, other.box)) expect.fail(`${label.text} | ${other.label.text}`);
        for (const { bar } of [...layout.steps, ...layout.groups.flatMap(({ rows }) => rows)]) {
          if (bar && overlap(box, bar)) expect.fail(`${label.text} on a bar`);
        }
      }
    });
  });

  it('never lets steps or groups overlap', () => {
    always(({ steps, groups }) => {
      const areas = [...steps, ...groups].map(({ area }) => area);
      for (const [index, area] of areas.entries()) {
        for (const other of areas.slice(index + 1)) expect(overlap(area, other)).to.equal(false);
      }
    });
  });

  it('draws bars from one zero, as long as their counts', () => {
    always((layout, { rtl }, texts) => {
      const zero = (box: Box): number => (rtl ? box.x + box.width : box.x);
      const bars = layout.steps.map(({ bar }) => bar);
      const longest = bars[0]!.width;
      for (const [index, bar] of bars.entries()) {
        const given = texts.steps[index]!.share;
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
        const mirrored = textsOf(left).map(({ x, y, text: words, anchor }) => [
          given.width - x,
          y,
          words,
          anchor === 'start' ? 'end' : 'start',
        ]);
        expect(textsOf(right).map(({ x, y, text: words, anchor }) => [x, y, words, anchor])).to.deep.equal(mirrored);
        expect(right.height).to.equal(left.height);
      }),
      { numRuns: 100, seed: 20260102 },
    );
  });

  it('says everything in full where there is room', () => {
    const texts: FunnelText = {
      steps: ['Visite', 'Inscription', 'Achat'].map((name, index) => ({
        name,
        counts: ['12 350', '12 k'],
        rate: '17,0 %',
        optional: false,
        tag: '',
        share: 1 / (index + 1),
        range: null,
        passage: index === 0 ? null : { rate: '↓ 17,0 %', loss: '−83,0 %', notes: ['la moitié en 12 jours'] },
        lossy: index === 1,
      })),
      rateHeading: 'au total',
      groupsHeading: '',
      groups: [],
    };
    for (const width of [280, 480, 720, 1200]) {
      const said = textsOf(layoutFunnel(texts, frame({ width, compact: false, rtl: false, font: 0.55 }))).map((label) => label.text);
      for (const words of ['Visite', 'Inscription', 'Achat', '12 350', '↓ 17,0 %', '−83,0 %', 'au total'])
        expect(said, `${width}`).to.include(words);
    }
  });

  it('does not stretch on a wide page', () => {
    always(({ steps }, { width }) => {
      for (const { area, bar } of steps) {
        expect(area.width).to.be.at.most(Math.min(width, 880));
        if (bar) expect(bar.height).to.be.at.most(24 * 2.2);
      }
    });
  });
});
