/** Geometry: everything inside the picture, no text on another, bars on one scale from zero. */
import { expect } from 'chai';
import fc from 'fast-check';
import { churnHeight, layoutChurn, type ChurnPicture } from '../../../src/elements/churn-alerts/churn-alerts-layout.js';
import { TIERS } from '../../../src/elements/churn-alerts/churn-context.js';
import type { Box, Label } from '../../../src/elements/churn-alerts/geometry.js';
import type { TierText } from '../../../src/elements/churn-alerts/tiers-layout.js';
import type { TrendPoint } from '../../../src/elements/churn-alerts/trend-layout.js';
import type { ChartFrame } from '../../../src/base/widget.js';

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

const tierText = (id: TierText['id'], customers: number | null, revenue: number | null): TierText => ({
  id,
  name: { watch: 'À surveiller', risk: 'À risque', inactive: 'Inactifs' }[id],
  rules: ['silence > 30 jours', '> 30 jours', '> 30 j'],
  counts: customers === null ? ['—'] : [`${customers} clients`, String(customers), '1,2 M'],
  moneys: revenue === null ? ['—'] : [`${revenue} € sur 12 mois`, `${revenue} €`],
  customers,
  revenue,
});

const picture = (tiers: readonly TierText[], points: readonly TrendPoint[], grounds: readonly string[] = []): ChurnPicture => ({
  tiers,
  trend: {
    title: 'Taux d’attrition',
    grounds,
    points,
    lastRate: '31,2 %',
    empty: 'historique trop court',
    tick: (rate, unit) => `${Math.round(rate * 1000) / 10}${unit ? ' %' : ''}`,
  },
});

const point = (rate: number | null, i = 0): TrendPoint => ({
  month: `sept. ${2020 + i}`,
  rate,
  interval: rate === null ? null : [Math.max(0, rate - 0.05), Math.min(1, rate + 0.05)],
});

const anyPicture = fc
  .record({
    counts: fc.array(fc.option(fc.nat(10_000_000)), { minLength: 3, maxLength: 3 }),
    revenues: fc.array(fc.option(fc.double({ min: -1e6, max: 1e12, noNaN: true })), { minLength: 3, maxLength: 3 }),
    rates: fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 0, maxLength: 24 }),
    grounds: fc.boolean(),
  })
  .map(({ counts, revenues, rates, grounds }) =>
    picture(
      TIERS.map((id, i) => tierText(id, counts[i], revenues[i])),
      rates.map(point),
      grounds ? ['29,1–33,4 %, 812 perdus sur 2604 clients', '812 sur 2604'] : [],
    ),
  );
const anyFrame = fc
  .record({ width: fc.integer({ min: 200, max: 1200 }), compact: fc.boolean(), rtl: fc.boolean() })
  .map(({ width, ...rest }) => frame(width, rest));

/** Width of a label as the picture draws it: names in bold are a little wider. */
function labelBox(label: Label, rtl: boolean): Box {
  const strong = label.size === 'strong';
  const width = strong ? (measure(label.text, 'heading') * 0.875) / 1.0625 : measure(label.text, label.size as keyof typeof PIXELS);
  const height = PIXELS[strong ? 'body' : (label.size as keyof typeof PIXELS)];
  const toLeft = (label.anchor === 'end') !== rtl;
  const x = label.anchor === 'middle' ? label.x - width / 2 : toLeft ? label.x - width : label.x;
  return { x, y: label.y - height * 0.8, width, height };
}

function labelsOf(layout: ReturnType<typeof layoutChurn>): Label[] {
  const { trend, tiers } = layout;
  return [
    ...tiers.flatMap(({ labels }) => Object.values(labels)),
    trend.title,
    trend.ground,
    ...trend.grid.map((line) => line.label),
    ...trend.months,
    ...(trend.last ? [trend.last.label] : []),
  ].filter((label) => label.text !== '');
}

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01 || a.y + a.height <= b.y + 0.01 || b.y + b.height <= a.y + 0.01;

describe('churn-alerts: the layout', () => {
  it('keeps every text, bar and point inside the picture', () => {
    fc.assert(
      fc.property(anyPicture, anyFrame, (what, where) => {
        const layout = layoutChurn(what, where);
        const boxes = [
          ...labelsOf(layout).map((label) => labelBox(label, where.rtl)),
          ...layout.tiers.flatMap(({ area, shape, customers, revenue }) => [area, shape, customers.rail, revenue.rail]),
          ...layout.tiers.flatMap(({ customers, revenue }) => [customers.bar, revenue.bar].filter((bar) => bar !== null)),
          ...layout.trend.points.map(({ hit }) => hit),
        ];
        for (const { x, y, width, height } of boxes) {
          expect(Math.min(x, y, width, height)).to.be.at.least(-0.01);
          expect(x + width).to.be.at.most(layout.width + 0.01);
          expect(y + height).to.be.at.most(layout.height + 0.01);
        }
        if (what.trend.points.some(({ rate }) => rate !== null)) expect(layout.height).to.equal(churnHeight(where));
      }),
    );
  });

  it('writes no text over another', () => {
    fc.assert(
      fc.property(anyPicture, anyFrame, (what, where) => {
        const boxes = labelsOf(layoutChurn(what, where)).map((label) => labelBox(label, where.rtl));
        boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(apart(a, b), JSON.stringify([a, b, where.width])).to.equal(true)));
      }),
    );
  });

  it('has no NaN in its paths, and breaks the line where a month has no rate', () => {
    fc.assert(
      fc.property(anyPicture, anyFrame, (what, where) => {
        const { line, band, points } = layoutChurn(what, where).trend;
        expect(line + band).not.to.match(/NaN|Infinity/);
        const runs = points.filter((each, i) => each.y !== null && (i === 0 || points[i - 1].y === null)).length;
        expect((line.match(/M/g) ?? []).length).to.equal(runs);
      }),
    );
  });

  it('stacks tiers below 480 px, rows them from there, and puts the trend beside them from 720 px', () => {
    const what = picture([tierText('watch', 4, 10), tierText('risk', 2, 20), tierText('inactive', 8, 0)], [point(0.2), point(0.3)]);
    const places = (width: number): [boolean, boolean] => {
      const { stacked, beside } = layoutChurn(what, frame(width));
      return [stacked, beside];
    };
    expect([479, 480, 719, 720].map(places)).to.deep.equal([
      [true, false],
      [false, false],
      [false, false],
      [false, true],
    ]);
  });

  it('draws bars of one measure on one scale from zero', () => {
    const what = picture([tierText('watch', 4, 10), tierText('risk', 2, 20), tierText('inactive', 8, -5)], []);
    const { tiers } = layoutChurn(what, frame(720));
    const full = tiers[0].customers.rail.width;
    expect(tiers.map(({ customers }) => (customers.bar?.width ?? 0) / full)).to.deep.equal([0.5, 0.25, 1]);
    expect(tiers.map(({ revenue }) => (revenue.bar?.width ?? 0) / full)).to.deep.equal([0.5, 1, 0]);
  });

  it('draws no bar where the number is withheld', () => {
    const { tiers } = layoutChurn(
      picture([tierText('watch', null, null), tierText('risk', 0, 0), tierText('inactive', 8, 5)], []),
      frame(480),
    );
    expect(tiers[0].customers.bar).to.equal(null);
    expect(tiers[0].labels.count.text).to.equal('—');
    expect(tiers[1].customers.bar?.width).to.equal(0);
  });

  it('starts the rates at zero, and writes the unit once', () => {
    const { grid, points } = layoutChurn(picture([], [point(0.1), point(0.35)]), frame(480)).trend;
    const labels = grid.map(({ label }) => label.text);
    expect(labels[0]).to.equal('0');
    expect(labels.filter((text) => text.includes('%'))).to.deep.equal([labels.at(-1)]);
    const zero = grid[0].y;
    expect((zero - (points[0].y ?? 0)) / (zero - (points[1].y ?? 0))).to.be.closeTo(0.1 / 0.35, 1e-9);
  });

  it('marks a month without neighbours with a dot', () => {
    const { points, last } = layoutChurn(
      picture(
        [],
        [point(0.1), point(null), point(0.3), point(null)].map((each) => each),
      ),
      frame(480),
    ).trend;
    expect(points.map(({ alone }) => alone)).to.deep.equal([true, false, true, false]);
    expect(last?.x).to.equal(points[2].x);
  });

  it('says why instead of drawing an empty axis', () => {
    const { grid, months, ground, last } = layoutChurn(picture([], [point(null), point(null)]), frame(320)).trend;
    expect([grid.length, months.length, last]).to.deep.equal([0, 0, null]);
    expect(ground.text).to.equal('historique trop court');
  });

  it('mirrors every place on a right-to-left page', () => {
    const what = picture([tierText('watch', 4, 10), tierText('risk', 2, 20), tierText('inactive', 8, 5)], [point(0.2), point(0.3)]);
    const ltr = layoutChurn(what, frame(800));
    const rtl = layoutChurn(what, frame(800, { rtl: true }));
    rtl.tiers.forEach(({ area, labels }, i) => {
      expect(area.x).to.be.closeTo(800 - ltr.tiers[i].area.x - ltr.tiers[i].area.width, 1e-9);
      expect(labels.name.x).to.be.closeTo(800 - ltr.tiers[i].labels.name.x, 1e-9);
    });
    expect(rtl.trend.points[0].x).to.be.greaterThan(rtl.trend.points[1].x);
  });
});
