/** Geometry, by hand: columns of tiles, ticks, bars and bridges. Every character is 7 pixels wide, 6 in notes. */
import { expect } from 'chai';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { PulseKpi, PulseResult } from '../../../src/core/kpi/pulse-types.js';
import { layoutPulse, pulseHeight } from '../../../src/elements/kpi-pulse/kpi-pulse-layout.js';
import { pulseContext } from '../../../src/elements/kpi-pulse/pulse-context.js';
import { extent, roundTicks } from '../../../src/elements/kpi-pulse/pulse-scale.js';
import { tileGrid } from '../../../src/elements/kpi-pulse/tile-layout.js';
import { createSpeech } from '../../../src/locale/speech.js';
import { kpi, month, netRevenue, part, pulse, repeatRate, result, salesMonth } from './fixture.js';

const frame = (width: number, rest: Partial<ChartFrame> = {}): ChartFrame => ({
  ...{ width, compact: false, static: false, rtl: false },
  measure: (text, size) => text.length * (size === 'note' ? 6 : 7),
  ...rest,
});
const context = (of: KpiResult<PulseResult> = result()) => pulseContext(of, createSpeech('en', 'en'));

describe('kpi-pulse: layout', () => {
  it('stands in as many columns as have room, in rows of even length', () => {
    const columns = (count: number, width: number): number => tileGrid(count, frame(width), 1).columns;
    expect([columns(12, 1200), columns(12, 720), columns(12, 480), columns(12, 280)]).to.deep.equal([6, 4, 3, 2]);
    expect([columns(8, 1200), columns(9, 1200), columns(5, 480), columns(1, 480), columns(3, 200)]).to.deep.equal([4, 5, 3, 1, 1]);
  });

  it('knows its height before there is a result', () => {
    const of = context(result(pulse([salesMonth(), netRevenue()])));
    expect(layoutPulse(of, '', 'auto', frame(720)).height).to.equal(pulseHeight(2, false, frame(720)));
    expect(layoutPulse(of, 'sales-month', 'auto', frame(720)).height).to.equal(pulseHeight(2, true, frame(720)));
  });

  it('ticks are round and hold all values', () => {
    expect(roundTicks(0, 42, 3)).to.deep.equal([0, 15, 30, 45]);
    expect(roundTicks(0, 100, 3)).to.deep.equal([0, 40, 80, 120]);
    expect(roundTicks(-0.075, 0.031, 3)).to.deep.equal([-0.08, -0.04, 0, 0.04]);
    expect(roundTicks(0, 0, 3)).to.deep.equal([0, 0.4]);
    expect(roundTicks(7, 7, 3)[0]).to.be.at.most(7);
    expect(roundTicks(0.1 + 0.2, 0.9, 3)).to.deep.equal([0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('ticks are multiples of what can be written', () => {
    // From 0.44 % to 1.03 %: steps of 0.2 % are the first that are tenths of a percent; of 0.25 % the names would be wrong.
    expect(roundTicks(0.0044, 0.0103, 3, 0.001)).to.deep.equal([0.004, 0.006, 0.008, 0.01, 0.012]);
    // A third of 5 orders is 1.67: no one orders half.
    expect(roundTicks(0, 5, 3, 1)).to.deep.equal([0, 2, 4, 6]);
    // In thousands with one decimal 1,250 is no name: the next step is 300.
    expect(roundTicks(1010, 1760, 3, 100)).to.deep.equal([900, 1200, 1500, 1800]);
    expect(roundTicks(41, 41, 3, 1)[0]).to.be.at.most(41);
  });

  it('ticks say what they are', () => {
    const ticks = (of: PulseKpi): string[] => {
      const { texts } = layoutPulse(context(result(pulse([of]))), of.id, 'auto', frame(720)).detail!;
      return texts.filter(({ look, anchor }) => look === 'note quiet' && anchor === 'end').map(({ text }) => text);
    };
    const run = (...values: number[]) => values.map((value, i) => month(`2025-0${i + 1}`, value));
    expect(ticks(kpi('orders', run(1200, 2900)))).to.deep.equal(['0', '1,000', '2,000', '3,000']);
    expect(ticks(kpi('orders', run(3, 4)))).to.deep.equal(['0', '2', '4']);
    const of = { base: [{ measure: 'orders', weight: 1, amount: 3 }] } as const;
    expect(ticks(kpi('refund-rate', run(0.0044, 0.0103), { ...of, base: [...of.base], unit: 'ratio' }))).to.deep.equal([
      ...['0.4%', '0.6%', '0.8%', '1%', '1.2%'],
    ]);
    expect(ticks(kpi('basket', run(1010, 1760), { base: [...of.base], unit: 'money' }))).to.deep.equal(['€900', '€1.2K', '€1.5K', '€1.8K']);
  });

  it('the name of the open tile stays inside of it, and is strong where that has room', () => {
    // Ten pixels a character in headings: 18 of them are 127 in bold notes, at 0.75 to 1.0625 of the size, and 108 in others.
    const measure: ChartFrame['measure'] = (text, size) => text.length * { note: 6, body: 7, heading: 10 }[size];
    const name = (width: number) => layoutPulse(context(), 'sales-month', 'auto', frame(width, { measure })).tiles[0]!.texts[0]!;
    expect(name(200)).to.include({ text: 'Sales of the month', look: 'note label strong' });
    expect(name(120)).to.include({ text: 'Sales of the month', look: 'note label' });
  });

  it('what stands over the open tile is told whole, with the marks it has', () => {
    const lines = (of: PulseKpi, width: number): string[] =>
      layoutPulse(context(result(pulse([of]))), of.id, 'auto', frame(width))
        .detail!.texts.filter(({ look, anchor, y }) => look === 'note quiet' && anchor === 'start' && y > 130)
        .map(({ text }) => text.replace(/\u00a0/g, ' '))
        .filter((text) => !text.startsWith('by '));
    expect(lines(salesMonth(), 720)).to.deep.equal(['⬚ so far · Valid orders, net of refunds, tax and shipping as far as they are known.']);
    expect(lines(salesMonth(), 280).join(' ')).to.equal(lines(salesMonth(), 720)[0]);
    expect(lines(repeatRate(), 720)).to.deep.equal([
      '▒ 95% interval (Wilson) · Customers who had ordered before, among those who ordered.',
    ]);
  });

  it('a bar that nobody may know is not one of nothing', () => {
    const run = [month('2025-09', 10), month('2025-10', null), month('2025-11', 0), month('2025-12', 14)];
    const { texts, points } = layoutPulse(context(result(pulse([kpi('orders', run)]))), 'orders', 'auto', frame(720)).detail!;
    const dashes = texts.filter(({ text }) => text === '–');
    const second = points[1]!.area;
    expect(dashes.map(({ x }) => Math.round(x))).to.deep.equal([Math.round(second.x + second.width / 2)]);
    expect(texts.map(({ text }) => text).join()).to.contain('–\u00a0no\u00a0figure · Valid orders');
    expect(points.map(({ mark }) => mark.lines![1])).to.deep.equal(['10', 'No figure.', '0', '14']);
  });

  it('a label keeps its words where a bar still has room beside it', () => {
    const { rows } = layoutPulse(context(), 'sales-month', 'auto', frame(280));
    expect(rows).not.to.equal(null);
    const split = pulse([salesMonth()], { by: 'channel' });
    // 16 characters of 7 pixels: 112 of 280, of which 42 % are 117; 22 are 154.
    const of = (key: string) => ({ ...split, kpis: [{ ...salesMonth(), parts: [part(key, 300, 250)] }] });
    const texts = (key: string) =>
      layoutPulse(context(result(of(key))), 'sales-month', 'auto', frame(280)).rows!.texts.map(({ text }) => text);
    expect(texts('a name of 22 letters..')).to.include('a name of 22 letters..');
    expect(texts('a name of many more letters than that').join()).to.contain('…');
  });

  it('lengths begin at zero, levels where they are', () => {
    expect(extent([5, null, 9], true)).to.deep.equal([0, 9]);
    expect(extent([5, null, 9], false)).to.deep.equal([5, 9]);
    expect(extent([-2, 9], true)).to.deep.equal([-2, 9]);
    expect(extent([null], false)).to.deep.equal([0, 0]);
  });

  it('no tile is wider than its column, and none overlaps another', () => {
    for (const width of [200, 280, 480, 720, 1200])
      for (const rtl of [false, true]) {
        const { tiles } = layoutPulse(context(), '', 'auto', frame(width, { rtl }));
        tiles.forEach(({ area }, i) => {
          expect(area.x).to.be.at.least(-0.001);
          expect(area.x + area.width).to.be.at.most(width + 0.001);
          for (const { area: other } of tiles.slice(i + 1)) {
            const apart = area.x + area.width <= other.x || other.x + other.width <= area.x || area.y + area.height <= other.y;
            expect(apart).to.equal(true);
          }
        });
      }
  });

  it('a bridge goes from the first to the sum: each bar begins where the one before it ended', () => {
    const { rows } = layoutPulse(context(), 'net-revenue', 'auto', frame(720));
    const [gross, refunds, net] = rows!.rows.map(({ bar }) => bar!);
    // 45,000 gross, 3,000 back, 42,000 left.
    expect(refunds!.x + refunds!.width).to.be.closeTo(gross!.x + gross!.width, 0.01);
    expect(net!.x + net!.width).to.be.closeTo(refunds!.x, 0.01);
    expect(refunds!.width / gross!.width).to.be.closeTo(3 / 45, 1e-9);
  });

  it('gaps are gaps: no line through a period without a figure', () => {
    const broken = kpi('basket', [month('2025-09', 10), month('2025-10', null), month('2025-11', 12), month('2025-12', 14)], {
      ...{ unit: 'money', base: [{ measure: 'orders', weight: 1, amount: 3 }] },
    });
    const { tiles, detail } = layoutPulse(context(result(pulse([broken]))), 'basket', 'auto', frame(720));
    expect(tiles[0]!.paths.run.match(/M/g)).to.have.length(1);
    expect(detail!.paths.line.match(/M/g)).to.have.length(1);
    expect(detail!.points.map(({ bar }) => bar !== '')).to.deep.equal([true, false, true, true]);
  });
});
