/** The hazard: of those who wait, how many buy a day, span by span; bars from zero under the days of the curves. */
import { spanMark } from './curves-layout.js';
import type { TimingContext } from './timing-context.js';
import type { Place, Plot } from './timing-layout.js';
import type { Box, Pen } from '../../chart/pen.js';
import type { TimingCurve } from '../../core/kpi/purchase-timing-types.js';

/** @internal */
export interface StripSpan extends Place {
  /** As high as all where it is withheld. */
  readonly bar: Box | null;
  readonly withheld: boolean;
  readonly peak: boolean;
}

/** @internal */
export interface Strip {
  readonly spans: readonly StripSpan[];
  readonly axis: string;
}

const TITLE = 14;
const BARS = 36;
const HAIR = 1;

export function layoutStrip(
  context: TimingContext,
  main: TimingCurve,
  plot: Plot,
  [top, width]: readonly [top: number, width: number],
  pen: Pen,
): Strip {
  const { terms, format, labelled } = context;
  const { scale } = pen;
  const { left, right, last, x } = plot;
  const { hazard } = main;
  const peak = main.peak && main.peak.to <= last ? main.peak : null;
  const shown = hazard.filter(({ from }) => from <= last);
  const most = Math.max(0, ...shown.map(({ rate }) => rate ?? 0));
  const [first, bars] = [top + (2 * TITLE - 6) * scale, BARS * scale];
  const foot = first + bars;
  pen.write([terms.purchase[main.id][2], 'note'], left, top + 2 * scale, width - left);
  const told = (words: 'peak' | 'peakAlone'): string =>
    peak ? terms[words](format.decimal(peak.rate! * 100), terms.span(peak.from, peak.to)) : '';
  const long = peak ? labelled(terms.hazard, told('peak')) : terms.hazard;
  const text = pen.width(long, 'note') <= width - left ? long : peak ? told('peakAlone') : terms.hazardShort;
  pen.write([text, 'note'], left, foot + 12 * scale, width - left);
  const spans = shown.map(({ from, to, events, rate }, place): StripSpan => {
    const start = x(place > 0 ? from - 1 : 0);
    const width = Math.max(x(to) - start, HAIR);
    const withheld = events === null;
    const height = withheld ? bars : most > 0 ? ((rate ?? 0) / most) * bars : 0;
    return {
      mark: spanMark(context, main, place),
      area: pen.box(start, plot.top, width, foot - plot.top),
      bar: height > 0 ? pen.box(start, foot - height, Math.max(width - HAIR, HAIR), height) : null,
      withheld,
      peak: peak !== null && from === peak.from,
    };
  });
  return { spans, axis: `M${pen.x(left)},${foot}H${pen.x(right)}` };
}
