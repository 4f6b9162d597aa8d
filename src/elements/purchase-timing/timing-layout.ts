/** The whole picture: marks in words, curves, hazard; under them the histograms, side by side where there is room. */
import { layoutCurves, type CurvesLayout } from './curves-layout.js';
import { marksGrid } from './marks-layout.js';
import { placeNames, type Names } from './names-layout.js';
import { layoutHistograms, type Histogram } from './histogram-layout.js';
import { layoutStrip, type Strip } from './strip-layout.js';
import { lastDay, type TimingContext } from './timing-context.js';
import type { WindowSelection } from './window-select-event.js';
import type { ChartFrame, Mark } from '../../base/widget.js';
import { Pen, type Box, type Label } from '../../chart/pen.js';
import type { TimingCurve } from '../../core/kpi/purchase-timing-types.js';

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
  readonly names: Names;
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

/** Over the plot: the campaign window in words. */
const HEAD = 26;
const PLOT = 200;
const AXIS = 22;
const STRIP = 84;
const GAP = 32;
const HISTOGRAM = 168;
const BESIDE_FROM = 560;
const BESIDE_GAP = 40;
const COMPACT = 0.8;

function plotOf(context: TimingContext, main: TimingCurve, { width }: ChartFrame, pen: Pen, unit: number): Plot {
  const { lines, terms } = context;
  const over = marksGrid(main.marks.length, width, pen).height;
  const names = placeNames(lines, width, over, pen);
  const last = lastDay(context, main);
  const left = pen.width('100\u00a0%', 'note') + 8;
  const right = width - (names.beside || pen.width(terms.daysShort(last), 'note') / 2);
  const top = over + names.over + HEAD * pen.scale;
  return {
    left,
    right,
    width,
    top,
    bottom: top + PLOT * unit,
    last,
    names,
    x: (day) => left + (Math.min(day, last) / last) * (right - left),
  };
}

/** Height of the picture in a frame before there is a result, with so many marks; names are taken to stand beside the curves. */
export function timingHeight(frame: ChartFrame, view: TimingView, marks: number): number {
  const pen = new Pen(frame);
  const { scale } = pen;
  const unit = frame.compact ? COMPACT * scale : scale;
  const curves = view === 'intervals' ? 0 : (HEAD + AXIS + STRIP) * scale + PLOT * unit + marksGrid(marks, frame.width, pen).height;
  const histograms =
    view === 'curves' ? 0 : HISTOGRAM * unit * (frame.width >= BESIDE_FROM ? 1 : 2) + (frame.width >= BESIDE_FROM ? 0 : GAP);
  return curves + histograms + (curves > 0 && histograms > 0 ? GAP : 0);
}

export function layoutTiming(context: TimingContext, campaign: WindowSelection | null, view: TimingView, frame: ChartFrame): TimingLayout {
  const pen = new Pen(frame);
  const { scale } = pen;
  const unit = frame.compact ? COMPACT * scale : scale;
  const { main } = context;
  const plot = view !== 'intervals' && main ? plotOf(context, main, frame, pen, unit) : null;
  const curves = plot && layoutCurves(context, main!, campaign, plot, pen);
  const strip = plot && layoutStrip(context, main!, plot, [plot.bottom + AXIS * scale, frame.width], pen);
  let height = plot ? plot.bottom + (AXIS + STRIP) * scale : 0;
  const beside = frame.width >= BESIDE_FROM;
  const { pooled } = context.value.intervals;
  const histograms: Histogram[] = [];
  if (view !== 'curves' && pooled.classes.length > 0) {
    if (plot) height += GAP;
    const width = beside ? (frame.width - BESIDE_GAP) / 2 : frame.width;
    (['pooled', 'perCustomer'] as const).forEach((id, at) => {
      const top = height + (beside ? 0 : at * (HISTOGRAM * unit + GAP));
      histograms.push(layoutHistograms(context, id, [beside ? at * (width + BESIDE_GAP) : 0, top, width, HISTOGRAM * unit], pen));
    });
    height += HISTOGRAM * unit * (beside ? 1 : 2) + (beside ? 0 : GAP);
  }
  return { height, texts: pen.texts, curves, strip, histograms };
}

/** Whether bars are withheld. */
export const isDotted = ({ strip, histograms }: TimingLayout): boolean =>
  [...(strip?.spans ?? []), ...histograms.flatMap(({ bars }) => bars)].some(({ withheld }) => withheld);
