/** The curves: share who have bought by each day, with bands, marks, names at the ends and the campaign window. */
import { boughtBy, limitsOf, pointBefore, waitingAt, type Line, type TimingContext } from './timing-context.js';
import type { Place, Plot } from './timing-layout.js';
import type { WindowSelection } from './window-select-event.js';
import type { Box, Pen } from '../../chart/pen.js';
import type { TimingCurve, TimingPoint } from '../../core/kpi/purchase-timing-types.js';

/** @internal A curve: its look, its step line, its band, the key before its name, and what it says. */
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
/** Widest column of a mark in words. */
const MARK = 160;
const KEY = 14;
const DOT = 3.5;
const LEAST_SCALE = 0.1;

type At = (day: number, share: number) => string;

/** How far a curve goes: on to the last day where all have bought, or somebody still waits after its last point. */
function endOf(points: readonly TimingPoint[], last: number): number {
  const { survival = 1, atRisk = 0, events = 0, censored = 0, days = 0 } = points.at(-1) ?? {};
  return survival === 0 || atRisk > events + censored ? last : Math.min(last, days);
}

/** Steps from no purchase on day 0 up to the last day. */
function stepPath(points: readonly TimingPoint[], last: number, shareOf: (point: TimingPoint) => number | null, at: At): string {
  let [path, share] = [`M${at(0, 0)}`, 0];
  for (const point of points) {
    const next = shareOf(point);
    if (point.days > last || next === null) break;
    path += `L${at(point.days, share)}L${at(point.days, next)}`;
    share = next;
  }
  return `${path}L${at(endOf(points, last), share)}`;
}

function bandPath(points: readonly TimingPoint[], last: number, at: At): string {
  const shown = points.filter(({ days, upper, lower }) => days <= last && upper !== null && lower !== null);
  const edge = (key: 'upper' | 'lower'): string[] =>
    shown
      .flatMap((point, i) => [at(point.days, i > 0 ? 1 - shown[i - 1][key]! : 0), at(point.days, 1 - point[key]!)])
      .concat(at(endOf(shown, last), 1 - (shown.at(-1)?.[key] ?? 1)));
  return shown.length > 0 ? `M${at(0, 0)}L${[...edge('upper'), ...edge('lower').reverse()].join('L')}Z` : '';
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
  const said = marks.map((mark) => `${labelled(terms.mark(mark.days)[0], format.rate(mark.probability))}`);
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
  const days = main.marks.map(({ days: day }) => day);
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

/** Marks in words over the plot, each in a column of its own. */
function writeMarks(context: TimingContext, main: TimingCurve, { right }: Plot, pen: Pen): void {
  const { terms, format } = context;
  const room = Math.min(MARK * pen.scale, right / main.marks.length);
  const long = main.marks.map(({ days }) => terms.mark(days)[0]);
  const fits = long.every((text) => pen.width(text, 'note') <= room - GUTTER);
  main.marks.forEach(({ days, probability }, i) => {
    pen.write([fits ? long[i] : terms.daysShort(days), 'note'], i * room, 8 * pen.scale, room - GUTTER);
    pen.write([format.rate(probability), 'strong'], i * room, 26 * pen.scale, room - GUTTER);
  });
}

export function layoutCurves(
  context: TimingContext,
  main: TimingCurve,
  campaign: WindowSelection | null,
  plot: Plot,
  pen: Pen,
): CurvesLayout {
  const { terms, lines } = context;
  const { right, width, top, bottom, last, x } = plot;
  const tops = lines.map(({ curve }) => boughtBy(curve, last));
  const bounds = main.points.flatMap(({ days, lower }) => (days <= last && lower !== null ? [1 - lower] : []));
  const most = Math.min(1, Math.ceil(Math.max(LEAST_SCALE, ...tops, ...bounds) * 10 - 1e-9) / 10);
  const y = (share: number): number => bottom - (share / most) * (bottom - top);
  const at: At = (day, share) => `${pen.x(x(day)).toFixed(1)},${y(Math.min(share, most)).toFixed(1)}`;
  const row = ROW * pen.scale;
  const heights = spread(tops.map(y), row, top - row / 2, bottom);
  writeMarks(context, main, plot, pen);
  const drawn = lines.map((line, i): DrawnLine => {
    const { look, name, curve } = line;
    const { points } = curve;
    const from = right + 6;
    const room = pen.write([name, look === 'main' ? 'note strong' : 'note'], from + KEY + 2, heights[i], width - from - KEY - 2);
    return {
      look,
      line: points.length > 0 ? stepPath(points, last, ({ survival }) => 1 - survival, at) : '',
      band: look === 'main' || curve.part === 'group' ? bandPath(points, last, at) : '',
      key: `M${pen.x(from)},${heights[i]}H${pen.x(from + KEY)}`,
      mark: lineMark(context, line),
      area: pen.box(right, heights[i] - row / 2, KEY + 8 + room, row),
      picks: curve.part === 'group',
    };
  });
  const dots = main.marks.flatMap(({ days, probability }) =>
    probability === null
      ? []
      : [`M${pen.x(x(days)) - DOT},${y(probability)}a${DOT},${DOT} 0 1 0 ${2 * DOT},0a${DOT},${DOT} 0 1 0-${2 * DOT},0z`],
  );
  const paths = { ...writeAxes(context, main, plot, most, pen), dots: dots.join(''), bracket: '' };
  if (!campaign) return { lines: drawn, paths, campaign: null };
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
  const { from, to, rate } = main.hazard[place];
  const name = terms.span(from, to);
  const point = pointBefore(main, to);
  const limits = point ? limitsOf(context, { lower: point.upper && 1 - point.upper, upper: point.lower && 1 - point.lower }) : '';
  const said = [
    terms.boughtBy(format.rate(boughtBy(main, to)), limits),
    ...(rate === null ? [] : [terms.hazardOf(format.rate(rate))]),
    terms.waiting(waitingAt(main, from)),
  ];
  return { id: `span-${from}`, label: `${labelled(name, said.join(', '))}.`, lines: [name, ...said], selection: null, figure: 'peak' };
}
