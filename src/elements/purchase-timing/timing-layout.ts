/** The whole picture: marks in words, curves, hazard; under them the histograms, side by side where there is room. */
import { layoutCurves, type CurvesLayout } from './curves-layout.js';
import { layoutHistograms, type Histogram } from './histogram-layout.js';
import { layoutStrip, type Strip } from './strip-layout.js';
import { lastDay, type TimingContext } from './timing-context.js';
import type { WindowSelection } from './window-select-event.js';
import type { ChartFrame, Mark } from '../../base/widget.js';
import { Pen, type Box, type Label } from '../../chart/pen.js';

/** @internal Something that a person can reach: what it says, and where it answers to the pointer. */
export interface Place {
  readonly mark: Mark;
  readonly area: Box;
}

/** @internal Where the days stand, and from where to where the plot goes. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  /** Of the whole picture. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly last: number;
  x(day: number): number;
}

/** @internal */
export interface TimingLayout {
  readonly height: number;
  readonly texts: readonly Label[];
  readonly curves: CurvesLayout | null;
  readonly strip: Strip | null;
  readonly histograms: readonly Histogram[];
}

export type TimingView = 'all' | 'curves' | 'intervals';

const HEAD = 68;
const PLOT = 200;
const AXIS = 22;
const STRIP = 84;
const GAP = 32;
const HISTOGRAM = 168;
const BESIDE_FROM = 560;
const BESIDE_GAP = 40;
/** Most of the width that names at the ends of curves may take. */
const NAMES = 0.32;
const SWATCH = 22;
const COMPACT = 0.8;

function plotOf({ lines, main }: TimingContext, { width }: ChartFrame, pen: Pen, unit: number): Plot {
  const left = pen.width('100 %', 'note') + 8;
  const widest = Math.max(0, ...lines.map(({ name }) => pen.width(name, 'note strong')));
  const right = width - Math.min(widest + SWATCH, width * NAMES);
  const last = main ? lastDay(main) : 1;
  const top = HEAD * pen.scale;
  return { left, right, width, top, bottom: top + PLOT * unit, last, x: (day) => left + (Math.min(day, last) / last) * (right - left) };
}

/** Height of the picture in a frame before there is a result. */
export function timingHeight(frame: ChartFrame, view: TimingView): number {
  const { scale } = new Pen(frame);
  const unit = frame.compact ? COMPACT * scale : scale;
  const curves = view === 'intervals' ? 0 : (HEAD + AXIS + STRIP) * scale + PLOT * unit;
  const histograms =
    view === 'curves' ? 0 : HISTOGRAM * unit * (frame.width >= BESIDE_FROM ? 1 : 2) + (frame.width >= BESIDE_FROM ? 0 : GAP);
  return curves + histograms + (curves > 0 && histograms > 0 ? GAP : 0);
}

export function layoutTiming(context: TimingContext, campaign: WindowSelection | null, view: TimingView, frame: ChartFrame): TimingLayout {
  const pen = new Pen(frame);
  const { scale } = pen;
  const unit = frame.compact ? COMPACT * scale : scale;
  const plot = plotOf(context, frame, pen, unit);
  const { main } = context;
  const isDrawn = view !== 'intervals' && main !== null;
  const curves = isDrawn ? layoutCurves(context, main, campaign, plot, pen) : null;
  const strip = isDrawn ? layoutStrip(context, main, plot, [plot.bottom + AXIS * scale, frame.width], pen) : null;
  let height = isDrawn ? plot.bottom + (AXIS + STRIP) * scale : 0;
  const beside = frame.width >= BESIDE_FROM;
  const { pooled } = context.value.intervals;
  const histograms: Histogram[] = [];
  if (view !== 'curves' && pooled.classes.length > 0) {
    if (isDrawn) height += GAP;
    const width = beside ? (frame.width - BESIDE_GAP) / 2 : frame.width;
    (['pooled', 'perCustomer'] as const).forEach((id, at) => {
      const top = height + (beside ? 0 : at * (HISTOGRAM * unit + GAP));
      histograms.push(layoutHistograms(context, id, [beside ? at * (width + BESIDE_GAP) : 0, top, width, HISTOGRAM * unit], pen));
    });
    height += HISTOGRAM * unit * (beside ? 1 : 2) + (beside ? 0 : GAP);
  }
  return { height, texts: pen.texts, curves, strip, histograms };
}
