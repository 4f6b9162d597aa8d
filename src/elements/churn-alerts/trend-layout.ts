/** Where the months of attrition stand: a line from a zero baseline, its interval behind it, gaps where there is no rate. */
import { nice, ticks as niceTicks } from 'd3-array';
import { area as areaShape, line as lineShape } from 'd3-shape';
import { cut, fit, fitOrNothing, type Measure } from './text-fit.js';
import { mirror, type Box, type Label, type Mirror } from './geometry.js';

export interface TrendPoint {
  readonly month: string;
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
}

export interface TrendText {
  readonly title: string;
  /** Interval and denominator of the last rate, from the longest wording to the shortest; empty where there is none. */
  readonly grounds: readonly string[];
  readonly points: readonly TrendPoint[];
  /** The last rate, written beside its point. */
  readonly lastRate: string;
  /** Said under the title when no month has a rate. */
  readonly empty: string;
  /** Text of a tick; the unit stands on the last one only. */
  tick(rate: number, unit: boolean): string;
}

export interface TrendArea {
  readonly picture: number;
  readonly start: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly rtl: boolean;
}

export interface MonthPoint {
  readonly x: number;
  /** null: no rate. */
  readonly y: number | null;
  /** Column that answers to the pointer. */
  readonly hit: Box;
  /** No neighbour with a rate: the line does not show it, a dot does. */
  readonly alone: boolean;
}

export interface TrendLayout {
  readonly title: Label;
  readonly ground: Label;
  readonly grid: readonly { readonly y: number; readonly x1: number; readonly x2: number; readonly label: Label }[];
  readonly months: readonly Label[];
  readonly line: string;
  readonly band: string;
  readonly points: readonly MonthPoint[];
  /** The last month with a rate, and its rate in words. */
  readonly last: { readonly x: number; readonly y: number; readonly label: Label } | null;
}

const HEAD = 52;
const FOOT = 22;
const TICK_GAP = 18;
const GUTTER = 8;
const LAST_GAP = 10;
const MONTH_GAP = 14;
const NO_RATE_TOP = 0.1;

/** No month has a rate: there is nothing to draw. */
export function isEmpty(points: readonly TrendPoint[]): boolean {
  return points.every((point) => point.rate === null);
}

/** Rounded top of the scale and its ticks, as many as leave room for their labels. */
function scaleTicks(points: readonly TrendPoint[], height: number): number[] {
  const most = Math.max(0, ...points.map((point) => Math.max(point.rate ?? 0, point.interval?.[1] ?? 0)));
  for (let count = 4; count > 1; count--) {
    const [, top] = nice(0, most > 0 ? most : NO_RATE_TOP, count);
    const values = niceTicks(0, Math.min(1, top), count);
    if (values[values.length - 1] >= most && height / (values.length - 1) >= TICK_GAP) return values;
  }
  const [, top] = nice(0, most > 0 ? most : NO_RATE_TOP, 1);
  return [0, Math.min(1, top)];
}

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  x(index: number): number;
  y(rate: number): number;
}

function plotOf(text: TrendText, area: TrendArea, values: readonly number[], tickWidth: number, measure: Measure): Plot {
  const top = area.top + HEAD;
  const bottom = area.top + area.height - FOOT;
  const left = area.start + tickWidth + GUTTER;
  const room = Math.min(measure(text.lastRate, 'strong') + LAST_GAP, area.width / 2);
  const right = Math.max(left + 1, area.start + area.width - room);
  const steps = Math.max(1, text.points.length - 1);
  const only = text.points.length === 1;
  const most = values[values.length - 1];
  return {
    left,
    right,
    top,
    bottom,
    x: (index) => (only ? right : left + (index / steps) * (right - left)),
    y: (rate) => bottom - (Math.min(rate, most) / most) * (bottom - top),
  };
}

function monthLabels(text: TrendText, area: TrendArea, plot: Plot, flip: Mirror, measure: Measure): Label[] {
  const widest = Math.max(0, ...text.points.map((point) => measure(point.month, 'note')));
  const apart = (plot.right - plot.left) / Math.max(1, text.points.length - 1);
  const every = Math.max(1, Math.ceil((widest + MONTH_GAP) / apart));
  const labels: Label[] = [];
  let limit = area.start + area.width;
  for (let i = text.points.length - 1; i >= 0; i -= every) {
    const month = cut(text.points[i].month, area.width, 'note', measure);
    const half = measure(month, 'note') / 2;
    const centre = Math.min(Math.max(plot.x(i), area.start + half), area.start + area.width - half);
    if (centre + half > limit) continue;
    labels.unshift({ x: flip.x(centre), y: area.top + area.height - 4, text: month, size: 'note', anchor: 'middle' });
    limit = centre - half - MONTH_GAP / 2;
  }
  return labels;
}

function monthPoints(text: TrendText, plot: Plot, flip: Mirror): MonthPoint[] {
  const apart = (plot.right - plot.left) / Math.max(1, text.points.length - 1);
  return text.points.map((point, i) => {
    const from = Math.max(plot.left, plot.x(i) - apart / 2);
    const to = Math.min(plot.right, plot.x(i) + apart / 2);
    const known = (j: number): boolean => (text.points[j]?.rate ?? null) !== null;
    return {
      x: flip.x(plot.x(i)),
      y: point.rate === null ? null : plot.y(point.rate),
      hit: flip.box(from, plot.top, Math.max(1, to - from), plot.bottom - plot.top),
      alone: point.rate !== null && !known(i - 1) && !known(i + 1),
    };
  });
}

function paths(text: TrendText, plot: Plot, flip: Mirror): { line: string; band: string } {
  const x = (_: TrendPoint, i: number): number => flip.x(plot.x(i));
  const line = lineShape<TrendPoint>(x, (point) => plot.y(point.rate ?? 0)).defined((point) => point.rate !== null);
  const band = areaShape<TrendPoint>(
    x,
    (point) => plot.y(point.interval?.[0] ?? 0),
    (point) => plot.y(point.interval?.[1] ?? 0),
  ).defined((point) => point.rate !== null && Boolean(point.interval));
  return { line: line(text.points) ?? '', band: band(text.points) ?? '' };
}

function lastPoint(text: TrendText, plot: Plot, area: TrendArea, flip: Mirror, measure: Measure): TrendLayout['last'] {
  const index = Math.max(-1, ...text.points.map((point, i) => (point.rate === null ? -1 : i)));
  if (index < 0) return null;
  const x = plot.x(index);
  const y = plot.y(text.points[index].rate ?? 0);
  const label = cut(text.lastRate, area.start + area.width - x - LAST_GAP, 'strong', measure);
  const baseline = Math.min(plot.bottom, Math.max(plot.top + 10, y + 5));
  return { x: flip.x(x), y, label: { x: flip.x(x + LAST_GAP), y: baseline, text: label, size: 'strong', anchor: 'start' } };
}

function gridLines(values: readonly number[], texts: readonly string[], plot: Plot, flip: Mirror): TrendLayout['grid'] {
  return values.map((value, i) => ({
    y: plot.y(value),
    x1: flip.x(plot.left),
    x2: flip.x(plot.right),
    label: { x: flip.x(plot.left - GUTTER), y: plot.y(value) + 4, text: texts[i], size: 'note', anchor: 'end' },
  }));
}

const NOTHING = { grid: [], months: [], line: '', band: '', points: [], last: null } as const;

export function layoutTrend(text: TrendText, area: TrendArea, measure: Measure): TrendLayout {
  const flip = mirror(area.picture, area.rtl);
  const at = (y: number, words: string, size: Label['size']): Label => ({
    x: flip.x(area.start),
    y: area.top + y,
    text: words,
    size,
    anchor: 'start',
  });
  const title = at(13, fit([text.title], area.width, 'strong', measure), 'strong');
  if (isEmpty(text.points)) return { ...NOTHING, title, ground: at(31, fit([text.empty], area.width, 'note', measure), 'note') };
  const values = scaleTicks(text.points, area.height - HEAD - FOOT);
  const ticks = values.map((value, i) => text.tick(value, i === values.length - 1));
  const plot = plotOf(text, area, values, Math.max(...ticks.map((tick) => measure(tick, 'note'))), measure);
  return {
    title,
    ground: at(31, fitOrNothing(text.grounds, area.width, 'note', measure), 'note'),
    grid: gridLines(values, ticks, plot, flip),
    months: monthLabels(text, area, plot, flip, measure),
    ...paths(text, plot, flip),
    points: monthPoints(text, plot, flip),
    last: lastPoint(text, plot, area, flip, measure),
  };
}
