/** Geometry: everything inside the picture, no text on another, bars on one scale from zero. */
import { expect } from 'chai';
import fc from 'fast-check';
import { churnHeight, layoutChurn, type ChurnLayout } from '../../../src/elements/churn-alerts/churn-alerts-layout.js';
import { churnContext, TIERS } from '../../../src/elements/churn-alerts/churn-context.js';
import type { Box, Label } from '../../../src/chart/pen.js';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { ChurnTier, ChurnTrendPoint } from '../../../src/core/kpi/churn-types.js';
import { createSpeech } from '../../../src/locale/speech.js';
import { churn, month, result, tier } from './fixture.js';

const PIXELS = { heading: 17, body: 14, note: 12 };
/** Pessimistic letters: 0.6 of the height, as wide as a monospace. */
const measure = (text: string, size: keyof typeof PIXELS): number => Array.from(text).length * PIXELS[size] * 0.6;

const frame = (width: number, rest: Partial<ChartFrame> = {}): ChartFrame => ({
  width,
  compact: false,
  static: false,
  rtl: false,
  measure,
  ...rest,
});

const tiersOf = (...counts: readonly (readonly [customers: number | null, revenue: number | null])[]): ChurnTier[] =>
  TIERS.map((id, i) => tier(id, ...(counts[i] ?? [0, 0])));

/** A month of this rate, with an interval around it. */
function point(rate: number | null, i = 0): ChurnTrendPoint {
  const interval: [number, number] | null = rate === null ? null : [Math.max(0, rate - 0.05), Math.min(1, rate + 0.05)];
  return { ...month(`${2020 + i}-09`, 0, rate === null ? 0 : 100, interval), attritionRate: rate };
}

function layoutOf(tiers: ChurnTier[], trend: ChurnTrendPoint[], where: ChartFrame): ChurnLayout {
  const { attritionRate = null, attritionInterval = null, base = 0 } = trend.at(-1) ?? {};
  const value = churn({ tiers, trend, attritionRate, attritionInterval, attritionBase: base });
  const missing = attritionRate === null ? [{ code: 'not-enough-history' }] : [];
  return layoutChurn(churnContext(result(value, { reasons: missing }), createSpeech('fr-FR', 'fr')), where);
}

const anyPicture = fc
  .record({
    counts: fc.array(fc.option(fc.nat(10_000_000)), { minLength: 3, maxLength: 3 }),
    revenues: fc.array(fc.option(fc.double({ min: -1e6, max: 1e12, noNaN: true })), { minLength: 3, maxLength: 3 }),
    rates: fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 0, maxLength: 24 }),
  })
  .map(({ counts, revenues, rates }) => ({
    tiers: TIERS.map((id, i) => tier(id, counts[i] ?? null, revenues[i] ?? null)),
    trend: rates.map(point),
  }));
const anyFrame = fc
  .record({ width: fc.integer({ min: 200, max: 1200 }), compact: fc.boolean(), rtl: fc.boolean() })
  .map(({ width, ...rest }) => frame(width, rest));

/** A label as the picture draws it: names in bold are a little wider. */
function labelBox({ x, y, text, anchor, look }: Label): Box {
  const size = (['heading', 'note'] as const).find((name) => look.includes(name)) ?? 'body';
  const width = look.includes('strong') ? (measure(text, 'heading') * 0.875) / 1.0625 : measure(text, size);
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return { x: left, y: y - PIXELS[size] * 0.8, width, height: PIXELS[size] };
}

const labelsOf = ({ trend, tiers }: ChurnLayout): Label[] => [...tiers.flatMap(({ texts }) => texts), ...trend.texts];
/** Widths of the bars of each tier as shares of their rails. */
const sharesOf = ({ tiers }: ChurnLayout): number[][] =>
  tiers.map(({ bars: [customersRail, customers, revenueRail, revenue] }) => [
    customers.width / customersRail.width,
    revenue.width / revenueRail.width,
  ]);
/** Heights of the lines of the ticks, zero first. */
const ticksOf = ({ trend: { paths } }: ChurnLayout): number[] =>
  [...(paths.axis + paths.grid).matchAll(/M[^,]*,([^H]*)H/g)].map(([, y]) => Number(y));

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01 || a.y + a.height <= b.y + 0.01 || b.y + b.height <= a.y + 0.01;

describe('churn-alerts: the layout', () => {
  it('keeps every text, bar and point inside the picture', () => {
    fc.assert(
      fc.property(anyPicture, anyFrame, ({ tiers, trend }, where) => {
        const layout = layoutOf(tiers, trend, where);
        const boxes = [
          ...labelsOf(layout).map(labelBox),
          ...layout.tiers.flatMap(({ area, shape, bars }) => [area, shape, ...bars]),
          ...layout.trend.months.map(({ area }) => area),
        ];
        for (const { x, y, width, height } of boxes) {
          expect(Math.min(x, y, width, height)).to.be.at.least(-0.01);
          expect(x + width).to.be.at.most(where.width + 0.01);
          expect(y + height).to.be.at.most(layout.height + 0.01);
        }
        if (trend.some(({ attritionRate }) => attritionRate !== null)) expect(layout.height).to.equal(churnHeight(where));
      }),
    );
  });

  it('writes no text over another', () => {
    fc.assert(
      fc.property(anyPicture, anyFrame, ({ tiers, trend }, where) => {
        const boxes = labelsOf(layoutOf(tiers, trend, where)).map(labelBox);
        boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(apart(a, b), JSON.stringify([a, b, where.width])).to.equal(true)));
      }),
    );
  });

  it('has no NaN in its paths, and breaks the line where a month has no rate', () => {
    fc.assert(
      fc.property(anyPicture, anyFrame, ({ tiers, trend }, where) => {
        const { paths, months } = layoutOf(tiers, trend, where).trend;
        expect(Object.values(paths).join('')).not.to.match(/NaN|Infinity/);
        const runs = months.filter((each, i) => each.y !== null && (i === 0 || months[i - 1].y === null)).length;
        expect((paths.line.match(/M/g) ?? []).length).to.equal(runs);
        const steps = months.filter((each, i) => each.y !== null && i > 0 && months[i - 1].y !== null).length;
        expect((paths.band.match(/M/g) ?? []).length).to.equal(steps);
      }),
    );
  });

  it('stacks tiers below 480 px, rows them from there, and puts the trend beside them from 720 px', () => {
    const places = (width: number): [boolean, boolean] => {
      const { tiers, trend } = layoutOf(tiersOf([4, 10], [2, 20], [8, 0]), [point(0.2), point(0.3)], frame(width));
      const [first, second] = tiers.map(({ area }) => area);
      return [second.x === first.x && second.y >= first.y + first.height, trend.texts[0].y < first.y + first.height];
    };
    expect([479, 480, 719, 720].map(places)).to.deep.equal([
      [true, false],
      [false, false],
      [false, false],
      [false, true],
    ]);
  });

  it('draws bars of one measure on one scale from zero', () => {
    const layout = layoutOf(tiersOf([4, 10], [2, 20], [8, -5]), [], frame(720));
    expect(sharesOf(layout)).to.deep.equal([
      [0.5, 0.5],
      [0.25, 1],
      [1, 0],
    ]);
  });

  it('draws no bar where there is nobody, or where the number is withheld', () => {
    const layout = layoutOf(tiersOf([null, null], [0, 0], [8, 5]), [], frame(480));
    expect(sharesOf(layout)).to.deep.equal([
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
    expect(layout.tiers[0].texts.map(({ text }) => text).slice(1, 3)).to.deep.equal(['—', '—']);
  });

  it('starts the rates at zero, and writes the unit once', () => {
    const layout = layoutOf([], [point(0.1), point(0.35)], frame(480));
    const ticks = layout.trend.texts.filter(({ anchor }) => anchor === 'end').map(({ text }) => text.replace(/\s/, ' '));
    expect(ticks).to.deep.equal(['0', '20', '40 %']);
    const [zero, half, whole] = ticksOf(layout);
    const [first, second] = layout.trend.months.map(({ y }) => zero - (y ?? 0));
    expect(first / second).to.be.closeTo(0.1 / 0.35, 1e-9);
    expect([(zero - half) / first, (zero - whole) / first].map(Math.round)).to.deep.equal([2, 4]);
  });

  it('marks a month without neighbours with a dot, and the last one', () => {
    const { months } = layoutOf([], [point(0.1), point(null), point(0.3), point(0.4), point(null)], frame(480)).trend;
    expect(months.map(({ dotted }) => dotted)).to.deep.equal([true, false, false, true, false]);
  });

  it('says why instead of drawing an empty axis', () => {
    const { paths, months, texts } = layoutOf([], [point(null), point(null)], frame(320)).trend;
    expect([Object.values(paths).join(''), months]).to.deep.equal(['', []]);
    expect(texts.map(({ text }) => text)).to.deep.equal(['Taux d’attrition', 'historique trop court']);
  });

  it('mirrors every place on a right-to-left page', () => {
    const [ltr, rtl] = [false, true].map((each) =>
      layoutOf(tiersOf([4, 10], [2, 20], [8, 5]), [point(0.2), point(0.3)], frame(800, { rtl: each })),
    );
    rtl.tiers.forEach(({ area, texts }, i) => {
      expect(area.x).to.be.closeTo(800 - ltr.tiers[i].area.x - ltr.tiers[i].area.width, 1e-9);
      expect(texts[0].x).to.be.closeTo(800 - ltr.tiers[i].texts[0].x, 1e-9);
    });
    expect(rtl.trend.months[0].x).to.be.greaterThan(rtl.trend.months[1].x);
  });
});
