/** Geometry: everything inside the picture, no text on another, curves that rise, bars on one scale from zero. */
import { expect } from 'chai';
import fc from 'fast-check';
import { campaignOf } from '../../../src/elements/purchase-timing/campaign.js';
import { timingContext } from '../../../src/elements/purchase-timing/timing-context.js';
import { layoutTiming, timingHeight, type TimingLayout } from '../../../src/elements/purchase-timing/timing-layout.js';
import type { Box, Label } from '../../../src/chart/pen.js';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { PurchaseTimingResult, TimingCurve } from '../../../src/core/kpi/purchase-timing-types.js';
import { createSpeech } from '../../../src/locale/speech.js';
import { curve, point, result, split, timing } from './fixture.js';

const PIXELS = { heading: 17, body: 14, note: 12 };
/** Pessimistic letters: 0.6 of the height, as wide as a monospace. */
const measure = (text: string, size: keyof typeof PIXELS): number => Array.from(text).length * PIXELS[size] * 0.6;
const frame = (width: number, rest: Partial<ChartFrame> = {}): ChartFrame => ({
  ...{ width, compact: false, static: false, rtl: false, measure },
  ...rest,
});

function layoutOf(value: PurchaseTimingResult, where: ChartFrame, given: [number, number] | null = null, exact = true): TimingLayout {
  const context = timingContext(result({ ...value, leastPurchases: exact ? 1 : 10 }), 'second', createSpeech('fr-FR', 'fr'));
  return layoutTiming(context, campaignOf(context, given), 'all', where);
}

/** A curve through random steps. */
const anyCurve = fc
  .array(fc.record({ days: fc.integer({ min: 1, max: 30 }), drop: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((steps): Partial<TimingCurve> => {
    let [days, survival, atRisk] = [0, 1, 1000];
    const points = steps.map((step) => {
      days += step.days;
      survival *= 1 - step.drop;
      atRisk -= 40;
      return point(days, survival, atRisk + 40, 30, 10);
    });
    return { points, hazard: points.map((each) => ({ from: each.days, to: each.days, events: 30, rate: 0.1 })), peak: null };
  });
const anyPicture = fc
  .record({ whole: anyCurve, groups: fc.array(fc.tuple(fc.string({ maxLength: 40 }), anyCurve), { maxLength: 6 }) })
  .map(({ whole, groups }) =>
    timing({ by: 'channel', curves: [curve(whole), ...groups.map(([group, own]) => curve({ part: 'group', group, ...own }))] }),
  );
const anyFrame = fc
  .record({ width: fc.integer({ min: 240, max: 1200 }), compact: fc.boolean(), rtl: fc.boolean() })
  .map(({ width, ...rest }) => frame(width, rest));

function labelBox({ x, y, text, anchor, look }: Label): Box & { text: string } {
  const size = (['heading', 'note'] as const).find((name) => look.includes(name)) ?? 'body';
  const width = look.includes('strong') ? (measure(text, 'heading') * (size === 'note' ? 0.75 : 0.875)) / 1.0625 : measure(text, size);
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return { x: left, y: y - PIXELS[size] * 0.8, width, height: PIXELS[size], text };
}

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01 || a.y + a.height <= b.y + 0.01 || b.y + b.height <= a.y + 0.01;
const numbers = (path: string): [number, number][] =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('purchase-timing: the layout', () => {
  it('keeps every text and every bar inside the picture, and no text on another', () => {
    fc.assert(
      fc.property(anyPicture, anyFrame, (value, where) => {
        const { texts, height, strip, histograms } = layoutOf(value, where);
        const boxes = texts.map(labelBox);
        boxes.forEach((box, i) => {
          expect(box.x, box.text).to.be.at.least(-0.5);
          expect(box.x + box.width, box.text).to.be.at.most(where.width + 0.5);
          expect(box.y + box.height, box.text).to.be.at.most(height + 3);
          for (const other of boxes.slice(i + 1)) expect(apart(box, other), `${box.text} | ${other.text}`).to.equal(true);
        });
        for (const { bar } of [...strip!.spans, ...histograms.flatMap(({ bars }) => bars)]) {
          if (!bar) continue;
          expect(bar.x).to.be.at.least(-0.01);
          expect(bar.x + bar.width).to.be.at.most(where.width + 1.01);
          expect(bar.y + bar.height).to.be.at.most(height);
        }
      }),
    );
  });

  it('draws curves that never fall, from nothing, inside the plot', () => {
    fc.assert(
      fc.property(anyPicture, anyFrame, (value, where) => {
        for (const { line } of layoutOf(value, where).curves!.lines) {
          const places = numbers(line);
          places.slice(1).forEach(([x, y], i) => {
            expect(y).to.be.at.most(places[i][1]);
            expect(where.rtl ? places[i][0] - x : x - places[i][0]).to.be.at.least(0);
          });
        }
      }),
    );
  });

  it('draws the band around the curve up to its end', () => {
    const { lines } = layoutOf(timing({ curves: [curve()] }), frame(720)).curves!;
    const [{ band, line }] = lines;
    const end = Math.max(...numbers(line).map(([x]) => x));
    expect(Math.max(...numbers(band).map(([x]) => x))).to.be.closeTo(end, 0.11);
  });

  it('marks the window where its days are', () => {
    const { curves } = layoutOf(timing(), frame(720), [31, 60]);
    const [start, end] = [curves!.campaign!.x, curves!.campaign!.x + curves!.campaign!.width];
    const days = [...curves!.paths.mark.matchAll(/M([\d.]+)/g)].map(([, x]) => Number(x));
    // The window begins where the mark of day 30 stands, and ends at that of day 60.
    expect(start).to.be.closeTo(days[1], 0.01);
    expect(end).to.be.closeTo(days[2], 0.01);
  });

  it('draws both histograms on one scale', () => {
    const { histograms } = layoutOf(timing(), frame(720));
    const tall = histograms.map(({ bars }) => bars.map(({ bar }) => bar?.height ?? 0));
    // 40 % of all intervals are the tallest bar; 40 of 130 customers stand beside it.
    expect(tall[1][1] / tall[0][2]).to.be.closeTo(40 / 130 / 0.4, 1e-9);
  });

  it('writes a day of a class under its end, as the median stands under its day', () => {
    const { histograms, texts } = layoutOf(timing(), frame(720));
    const [{ bars, median }] = histograms;
    const { classes, medianDays } = timing().intervals.pooled;
    const [{ to: size }] = classes;
    const [{ area }] = bars;
    const under = (day: number): number => area.x + ((day - 0.5) / size!) * area.width;
    expect(Number(/^M([\d.]+)/.exec(median)![1])).to.be.closeTo(under(medianDays!), 0.01);
    const named = classes.filter(
      ({ to }) => to !== null && texts.some(({ text, x }) => text === `${to}` && Math.abs(x - under(to)) < 0.01),
    );
    expect(named).to.not.have.length(0);
  });

  it('leaves out groups that are withheld, and tells all others by name', () => {
    const value = split();
    const withheld = curve({ part: 'rest', group: null, points: [], events: null });
    const { curves } = layoutOf({ ...value, curves: [...value.curves, withheld] }, frame(720));
    expect(curves!.lines.map(({ mark: { lines } }) => lines[0])).to.deep.equal(['mail', 'ads', 'Ensemble']);
  });

  it('cuts no figure of a mark, and no name', () => {
    const marks = [1, 2, 3, 7, 14, 30, 60, 365].map((days) => ({ days, probability: 1, lower: 0.9, upper: 1 }));
    const names = ['Searchengineoptimisation', 'Recommendation by a friend', 'Networks', 'Newsletter'];
    const groups = names.map((group) => curve({ part: 'group', group, marks }));
    for (const width of [280, 480, 720, 1200]) {
      const { texts } = layoutOf(timing({ by: 'channel', curves: [curve({ marks }), ...groups] }), frame(width));
      const written = texts.map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' '));
      expect(
        written.filter((text) => text === '100,0 %'),
        `${width}`,
      ).to.have.length(8);
      for (const name of names) expect(written, `${width}`).to.include(name);
    }
  });

  it('ends the line where more is withheld, and straight between the days that are told', () => {
    const points = [point(5, 0.9, 200, 20), point(20, 0.5824, 180, 60)];
    const value = timing({ curves: [curve({ points })] });
    const [{ line: steps }] = layoutOf(value, frame(720)).curves!.lines;
    const [{ line, band }] = layoutOf(value, frame(720), null, false).curves!.lines;
    // 100 of 200 go on waiting: as far as the axis where all is told.
    expect(numbers(steps)).to.have.length(6);
    expect(numbers(line).map(([x]) => x)).to.have.members([...new Set(numbers(line).map(([x]) => x)), numbers(line).at(-1)![0]]);
    expect(Math.max(...numbers(line).map(([x]) => x))).to.be.below(Math.max(...numbers(steps).map(([x]) => x)));
    expect(Math.max(...numbers(band).map(([x]) => x))).to.equal(Math.max(...numbers(line).map(([x]) => x)));
  });

  it('marks bars that are withheld, which are no zeros', () => {
    const [first, ...others] = curve().hazard;
    const hidden = timing({ curves: [curve({ hazard: [{ ...first, events: null, rate: null }, ...others], peak: null })] });
    const { strip } = layoutOf(hidden, frame(720));
    expect(strip!.spans.map(({ withheld, bar }) => [withheld, (bar?.height ?? 0) > 0]).slice(0, 3)).to.deep.equal([
      ...[
        [true, true],
        [false, false],
        [false, true],
      ],
    ]);
  });

  it('draws nothing of a window that lies beyond the days', () => {
    const { curves, texts } = layoutOf(timing(), frame(720), [400, 500]);
    expect([curves!.campaign, curves!.paths.bracket]).to.deep.equal([null, '']);
    expect(texts.filter(({ text }) => text.includes('400'))).to.have.length(0);
  });

  it('is as high as it was expected to be', () => {
    for (const width of [280, 480, 720, 1200])
      expect(layoutOf(timing(), frame(width)).height).to.be.closeTo(timingHeight(frame(width), 'all', 3), 1);
  });
});
