/** The tile that is open: bars of what adds up, a line with its interval of everything else, period by period. */
import { wordsFor, type PulseContext } from './pulse-context.js';
import { extent, roundTicks } from './pulse-scale.js';
import { changeText, dayText, nameOfCompared, nameOfShown, periodText, tickText, tickUnit, valueText } from './pulse-text.js';
import { sentenceOf } from './tile-layout.js';
import type { Mark } from '../../base/widget.js';
import type { Box, Label, Pen } from '../../chart/pen.js';
import { wrap } from '../../chart/truncate.js';
import type { PulseKpi, PulsePoint } from '../../core/kpi/pulse-types.js';

/** @internal One period. */
export interface PointPlace {
  readonly mark: Mark;
  readonly area: Box;
  /** Bar, or the dot of a line. */
  readonly bar: string;
  readonly partial: boolean;
}

/** @internal */
export interface Detail {
  readonly texts: readonly Label[];
  readonly paths: Readonly<Record<'grid' | 'axis' | 'band' | 'past' | 'line' | 'open', string>>;
  readonly points: readonly PointPlace[];
  readonly hasBars: boolean;
}

/** @internal Where it stands. */
export interface DetailBox {
  readonly top: number;
  readonly width: number;
  readonly bottom: number;
}

const enum Px {
  Head = 62,
  Line = 16,
  Foot = 22,
  Gutter = 8,
  Apart = 14,
  Widest = 44,
  Dot = 3,
}

/** In place of a bar: a period without a figure is not one with nothing. */
const NONE = '–';
const BAR = 0.68;
const TICKS = 3;
const HIGH = 0.75;
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** Sums of a period are lengths; quotients, quantiles and growth are levels. */
export function hasBars({ base, growth, unit }: PulseKpi, view: string): boolean {
  return view === 'bars' || (view !== 'line' && base.length === 0 && (growth || unit === 'count' || unit === 'money'));
}

function markOf(context: PulseContext, kpi: PulseKpi, point: PulsePoint): Mark {
  const { words, format, base } = context;
  const { interval, from, to, value } = point;
  const change = changeText(context, kpi, point);
  return {
    id: `point-${point.from}`,
    label: `${base.labelled(wordsFor(context, kpi)[0], sentenceOf(context, kpi, point))}.`,
    lines: [
      nameOfShown(context, kpi, point),
      value === null ? base.noFigures : valueText(context, kpi, value, true),
      interval ? format.rateInterval(interval) : '',
      change && `${change} ${words.versus(nameOfCompared(context, kpi, point))}`,
    ].filter(Boolean),
    selection: { dimension: 'period', values: [from, to], customers: null },
    figure: kpi.id,
  };
}

/** Name and period; under them how to read the marks, and the definition. Returns how many lines these are more than one. */
function writeHead(context: PulseContext, kpi: PulseKpi, isBars: boolean, withPast: boolean, { top, width }: DetailBox, pen: Pen): number {
  const { words, base } = context;
  const [label, definition] = wordsFor(context, kpi);
  const used = pen.write([label, 'heading'], 0, top + 14 * pen.scale, width) + 10;
  const by = `${words.by.toLowerCase()} ${words.grains[kpi.grain]}`;
  if (used + pen.width(by, 'note') <= width) pen.write([by, 'note quiet'], used, top + 15 * pen.scale);
  const { series } = kpi;
  const marks = [
    withPast && series.some(({ previous }) => previous !== null) && `▬ ${words.compares['previous-year']}`,
    !isBars && series.some(({ interval }) => interval) && `▒ ${base.lines.interval}`,
    series[series.length - 1].partial && words.soFar(isBars ? '⬚' : '○'),
    isBars && series.some(({ value }) => value === null) && `${NONE} ${base.noFigures.slice(0, -1).toLowerCase()}`,
  ];
  // What a mark is stays beside it.
  const told = marks.filter(Boolean).map((text) => `${text}`.replace(/ /g, '\u00a0'));
  const lines = wrap([...told, definition].join(' · '), width, (part) => pen.width(part, 'note'));
  lines.forEach((line, i) => pen.write([line, 'note quiet'], 0, top + (36 + i * Px.Line) * pen.scale, width));
  return Math.max(0, lines.length - 1);
}

/** Weeks of a year: a run of more names its years. */
const YEAR_OF_WEEKS = 53;

/** Name of a period under the axis: as short as it is clear. */
function shortName(context: PulseContext, { grain, series }: PulseKpi, { from }: PulsePoint): string {
  if (grain !== 'day' && grain !== 'week') return periodText(context, grain, from);
  return series.length > YEAR_OF_WEEKS ? context.format.dateShort(from) : dayText(context, from);
}

/** Ticks, and where values and periods stand. */
interface Plot {
  readonly ticks: readonly number[];
  readonly left: number;
  readonly head: number;
  readonly foot: number;
  readonly step: number;
  x(i: number): number;
  y(value: number): number;
}

function plotOf(context: PulseContext, kpi: PulseKpi, isBars: boolean, withPast: boolean, under: number, box: DetailBox, pen: Pen): Plot {
  const { series, unit } = kpi;
  const bounds = series.flatMap(({ value, previous, interval }) => [
    value,
    withPast ? previous : null,
    ...(isBars ? [] : (interval ?? [])),
  ]);
  const [least, most] = extent(bounds, isBars || unit === 'rate');
  // A rate has an end.
  const ticks = unit === 'rate' && most > HIGH ? QUARTERS : roundTicks(least, most, TICKS, tickUnit(kpi, Math.max(-least, most)));
  const left = Px.Gutter + Math.max(...ticks.map((tick) => pen.width(tickText(context, kpi, tick), 'note')));
  const head = box.top + (Px.Head + under * Px.Line) * pen.scale;
  const foot = box.bottom - Px.Foot * pen.scale;
  const step = (box.width - left) / series.length;
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  return {
    ...{ ticks, left, head, foot, step },
    x: (i) => left + (i + 0.5) * step,
    y: (value) => foot - ((value - low) / (high - low)) * (foot - head),
  };
}

/** Names of ticks and periods; of these as many as fit, the last one always. */
function writeAxes(context: PulseContext, kpi: PulseKpi, { ticks, left, step, x, y }: Plot, { width, bottom }: DetailBox, pen: Pen): void {
  const { series } = kpi;
  for (const tick of ticks) pen.write([tickText(context, kpi, tick), 'note quiet'], left - Px.Gutter, y(tick), left, 'end');
  const names = series.map((point) => shortName(context, kpi, point));
  const widths = names.map((name) => pen.width(name, 'note'));
  const widest = Math.max(...widths);
  // The last name may have to stand before its place.
  const every = Math.ceil((widest + Px.Apart + Math.max(0, widest - step) / 2) / step);
  names.forEach((name, i) => {
    if ((series.length - 1 - i) % every === 0)
      pen.write([name, 'note quiet'], Math.min(x(i), width - widths[i] / 2), bottom - Px.Foot / 2 + 2, Infinity, 'middle');
  });
}

export function layoutDetail(context: PulseContext, kpi: PulseKpi, view: string, box: DetailBox, pen: Pen): Detail {
  const { series } = kpi;
  const isBars = hasBars(kpi, view);
  const withPast = context.value.compare === 'previous-year' && !kpi.growth;
  const under = writeHead(context, kpi, isBars, withPast, box, pen);
  const plot = plotOf(context, kpi, isBars, withPast, under, box, pen);
  const { left, head, foot, step, x, y } = plot;
  const at = (i: number, value: number): string => `${pen.x(x(i)).toFixed(1)},${y(value).toFixed(1)}`;
  const paths = { grid: '', axis: '', band: '', past: '', line: '', open: '' };
  writeAxes(context, kpi, plot, box, pen);
  series.forEach(({ value }, i) => {
    if (isBars && value === null) pen.write([NONE, 'note quiet'], x(i), foot - Px.Gutter, Infinity, 'middle');
  });
  for (const tick of plot.ticks) paths[tick === 0 ? 'axis' : 'grid'] += `M${pen.x(left)},${y(tick).toFixed(1)}H${pen.x(box.width)}`;
  const half = Math.min(step * BAR, Px.Widest) / 2;
  const points = series.map((point, i): PointPlace => {
    const { value, previous, interval, partial } = point;
    const before = series[i - 1] as PulsePoint | undefined;
    const [start, end] = [pen.x(x(i) - half).toFixed(1), pen.x(x(i) + half).toFixed(1)];
    if (withPast && previous !== null) paths.past += `M${start},${y(previous).toFixed(1)}H${end}`;
    const past = before?.value ?? null;
    if (!isBars && value !== null && past !== null)
      paths[partial || before!.partial ? 'open' : 'line'] += `M${at(i - 1, past)}L${at(i, value)}`;
    if (!isBars && interval && before?.interval)
      paths.band += `M${at(i - 1, before.interval[0])}L${at(i - 1, before.interval[1])} ${at(i, interval[1])} ${at(i, interval[0])}Z`;
    const dot = `M${(pen.x(x(i)) - Px.Dot).toFixed(1)} ${y(value ?? 0).toFixed(1)}a3,3 0 1 0 6,0a3,3 0 1 0-6,0z`;
    const bar = `M${start},${y(0).toFixed(1)}V${y(value ?? 0).toFixed(1)}H${end}V${y(0).toFixed(1)}Z`;
    return {
      mark: markOf(context, kpi, point),
      area: pen.box(left + i * step, head, step, foot - head),
      bar: value === null ? '' : isBars ? bar : dot,
      partial,
    };
  });
  return { texts: pen.texts.splice(0), paths, points, hasBars: isBars };
}
