/** The curves: share who have bought by each day, with bands, marks, names at the ends and the campaign window. */
import { writeMarks } from './marks-layout.js';
import { BESIDE, KEY, KEY_ROOM, nameLook } from './names-layout.js';
import { curveAt, isOpen, limitsOf, pointBefore, waitingAt, type Line, type TimingContext } from './timing-context.js';
import type { Place, Plot } from './timing-layout.js';
import type { WindowSelection } from './window-select-event.js';
import type { Box, Pen } from '../../chart/pen.js';
import type { TimingCurve } from '../../core/kpi/purchase-timing-types.js';

/** @internal A curve: its look, its line, its band, the key before its name, and what it says. */
export interface DrawnLine extends Place {
  readonly look: string;
  readonly line: string;
  readonly band: string;
  readonly key: string;
  /** It can be picked. */
  readonly picks: boolean;
}

/** @internal */
export interface CurvesLayout {
  readonly lines: readonly DrawnLine[];
  readonly paths: Readonly<Record<'axis' | 'grid' | 'mark' | 'dots' | 'bracket', string>>;
  readonly campaign: Box | null;
}

const GUTTER = 8;
const ROW = 16;
const TICK = 2;
const DOT = 3.5;
const LEAST_SCALE = 0.1;

type At = (day: number, share: number) => string;

/** Shares by day, from none on day 0: in steps, or straight between the days that are told where others are withheld. */
function edgeOf(steps: readonly (readonly [day: number, share: number])[], exact: boolean, end: number, at: At): string[] {
  const [, share] = steps.at(-1) ?? [0, 0];
  return [
    at(0, 0),
    ...steps.flatMap(([day, next], i) => (exact ? [at(day, i > 0 ? steps[i - 1][1] : 0), at(day, next)] : [at(day, next)])),
    at(end, share),
  ];
}

/**
 * Line and band up to the last day, or to the last one that is told: on from there where all have bought, or where it is known that
 * nobody bought while others still waited.
 */
function pathsOf(curve: TimingCurve, last: number, exact: boolean, at: At): { line: string; band: string } {
  const { points } = curve;
  const ending = points.at(-1);
  if (!ending) return { line: '', band: '' };
  const end = ending.survival === 0 || (exact && isOpen(curve)) ? last : Math.min(last, ending.days);
  const shown = points.filter(({ days }) => days <= last);
  const bounded = shown.filter(({ upper, lower }) => upper !== null && lower !== null);
  const limit = bounded.length < shown.length ? Math.min(end, bounded.at(-1)?.days ?? 0) : end;
  const edge = (key: 'upper' | 'lower'): string[] =>
    edgeOf(
      bounded.map((point) => [point.days, 1 - point[key]!]),
      exact,
      limit,
      at,
    );
  const line = edgeOf(
    shown.map(({ days, survival }) => [days, 1 - survival]),
    exact,
    end,
    at,
  );
  return {
    line: `M${line.join('L')}`,
    band: bounded.length > 0 ? `M${[...edge('upper'), ...edge('lower').reverse()].join('L')}Z` : '',
  };
}

/** Names beside the ends of their curves, moved apart where these are close. */
function spread(heights: readonly number[], row: number, top: number, bottom: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b] || a - b);
  const placed = [...heights];
  order.forEach((i, rank) => (placed[i] = Math.max(heights[i], rank > 0 ? placed[order[rank - 1]] + row : top)));
  let limit = bottom;
  for (const i of [...order].reverse()) {
    placed[i] = Math.min(placed[i], limit);
    limit = placed[i] - row;
  }
  return placed;
}

/** What a line says where its name is pointed at. */
function lineMark(context: TimingContext, { name, curve }: Line): Place['mark'] {
  const { terms, format, labelled, value } = context;
  const { id, group, part, customers, medianDays, marks, events } = curve;
  const said = marks.map((mark) => `${labelled(terms.mark(mark.days), format.rate(mark.probability))}`);
  const median = medianDays === null ? terms.notReached : terms.daysShort(medianDays);
  const lines = events === null ? [terms.withheld] : [terms.median(median), ...said];
  return {
    id: `curve-${id}-${part}${group ?? ''}`,
    label: `${labelled(`${terms.purchase[id][0]}, ${name}`, lines.join(', '))}.`,
    lines: [name, ...lines],
    selection: part === 'group' ? { dimension: value.by, values: [group!], customers } : null,
    figure: 'median',
  };
}

/** Ticks of the shares, and days at which something is told. */
function writeAxes(
  context: TimingContext,
  main: TimingCurve,
  plot: Plot,
  most: number,
  pen: Pen,
): Record<'axis' | 'grid' | 'mark', string> {
  const { format, terms } = context;
  const { left, right, top, bottom, last, x } = plot;
  const paths = { axis: '', grid: '', mark: '' };
  const ticks = [format.count(0), format.count(most * 50), format.rate(most).replace(/[.,]0(?!\d)/, '')];
  ticks.forEach((text, i) => {
    const y = bottom - ((bottom - top) * i) / 2;
    pen.write([text, 'note'], left - GUTTER, y, left, 'end');
    paths[i ? 'grid' : 'axis'] += `M${pen.x(left)},${y}H${pen.x(right)}`;
  });
  const days = main.marks.map(({ days: day }) => day).filter((day) => day <= last);
  const y = bottom + (ROW / 2 + 2) * pen.scale;
  let end = -Infinity;
  const lastWidth = pen.width(terms.daysShort(last), 'note');
  for (const day of [...days.filter((each) => each < last), last]) {
    const isLast = day === last;
    const text = isLast ? terms.daysShort(day) : format.count(day);
    const half = pen.width(text, 'note') / 2;
    if (!isLast && (x(day) - half < end || x(day) + half + TICK > x(last) - lastWidth / 2)) continue;
    pen.write([text, 'note'], x(day), y, Infinity, 'middle');
    end = x(day) + half + TICK;
  }
  for (const day of days) paths.mark += `M${pen.x(x(day))},${top}V${bottom + 4}`;
  return paths;
}

export function layoutCurves(
  context: TimingContext,
  main: TimingCurve,
  campaign: WindowSelection | null,
  plot: Plot,
  pen: Pen,
): CurvesLayout {
  const { terms, lines, exact } = context;
  const { right, width, top, bottom, last, names, x } = plot;
  const shareAt = (curve: TimingCurve): number => 1 - (pointBefore(curve, last)?.survival ?? 1);
  const tops = lines.map(({ curve }) => shareAt(curve));
  const bounds = main.points.flatMap(({ days, lower }) => (days <= last && lower !== null ? [1 - lower] : []));
  const most = Math.min(1, Math.ceil(Math.max(LEAST_SCALE, ...tops, ...bounds) * 10 - 1e-9) / 10);
  const y = (share: number): number => bottom - (share / most) * (bottom - top);
  const at: At = (day, share) => `${pen.x(x(day)).toFixed(1)},${y(Math.min(share, most)).toFixed(1)}`;
  const row = ROW * pen.scale;
  const heights = spread(tops.map(y), row, top - row / 2, bottom);
  writeMarks(context, main, width, pen);
  const drawn = lines.map((line, i): DrawnLine => {
    const { look, name, curve } = line;
    const [start, middle] = names.legend?.[i] ?? [right + BESIDE, heights[i]];
    const room = pen.write([name, nameLook(look)], start + KEY_ROOM, middle, width - start - KEY_ROOM);
    return {
      ...{ look, key: `M${pen.x(start)},${middle}H${pen.x(start + KEY)}` },
      ...pathsOf(curve, last, exact, at),
      mark: lineMark(context, line),
      area: pen.box(start - TICK, middle - row / 2, KEY_ROOM + TICK + room, row),
      picks: curve.part === 'group',
    };
  });
  const dots = main.marks.flatMap(({ days, probability }) =>
    probability === null || days > last
      ? []
      : [`M${pen.x(x(days)) - DOT},${y(probability)}a${DOT},${DOT} 0 1 0 ${2 * DOT},0a${DOT},${DOT} 0 1 0-${2 * DOT},0z`],
  );
  const paths = { ...writeAxes(context, main, plot, most, pen), dots: dots.join(''), bracket: '' };
  if (!campaign || campaign.from > last) return { lines: drawn, paths, campaign: null };
  const [start, end] = [Math.max(0, campaign.from - 1), campaign.to].map(x);
  const span = terms.span(campaign.from, campaign.to);
  const long = terms.campaignOf(span);
  const text = pen.width(long, 'note') > right ? span : long;
  const begin = Math.max(0, Math.min(start, right - pen.width(text, 'note')));
  pen.write([text, 'note accent'], begin, top - row, right - begin);
  paths.bracket = `M${pen.x(start)},${top - 4}H${pen.x(end)}`;
  return { lines: drawn, paths, campaign: pen.box(start, top - 4, Math.max(end - start, 1), bottom - top + 4) };
}

/** What a span of days says: by then, and of those who wait. */
export function spanMark(context: TimingContext, main: TimingCurve, place: number): Place['mark'] {
  const { terms, format, labelled } = context;
  const { from, to, events, rate } = main.hazard[place];
  const name = terms.span(from, to);
  const point = curveAt(context, main, to);
  const limits = point ? limitsOf(context, { lower: point.upper && 1 - point.upper, upper: point.lower && 1 - point.lower }) : '';
  const waiting = waitingAt(context, main, from);
  const said = [
    ...(point ? [terms.boughtBy(format.rate(1 - point.survival), limits)] : []),
    ...(rate === null ? [events === null ? terms.withheld : terms.unknown] : [terms.hazardOf(format.rate(rate))]),
    ...(waiting === null ? [] : [terms.waiting(waiting)]),
  ];
  return { id: `span-${from}`, label: `${labelled(name, said.join(', '))}.`, lines: [name, ...said], selection: null, figure: 'peak' };
}
