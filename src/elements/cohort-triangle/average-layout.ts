/** The line of average under the cells: the metric over all cohorts by age, its interval behind it, and what a customer costs. */
import type { Mark } from '../../base/widget.js';
import type { Group, Path } from '../../chart/draw.js';
import type { Pen } from '../../chart/pen.js';
import { isPaidIn, type CohortContext } from './cohort-context.js';
import type { Grid } from './triangle-layout.js';

const enum Px {
  Above = 26,
  Height = 56,
  Low = 36,
  Text = 12,
  Dot = 3,
  Gap = 4,
  /** Between the middle of a text and a line; between two texts. */
  Clear = 9,
  Line = 15,
}

interface Average {
  /** Last row of the grid: a point for each age. */
  readonly row: Group;
  readonly paths: readonly Path[];
  readonly bottom: number;
}

function markOf(context: CohortContext, age: number, row: number, column: number): Mark {
  const { terms, base, format, metric, line, triangle, write, value, money } = context;
  const at = line[age];
  const interval = triangle.lineInterval?.[age] ?? null;
  const title = `${terms.average}, ${terms.later(age, value.grain)}`;
  const { cac = null } = triangle.acquisition ?? {};
  const said =
    at === null ? base.reasons['no-data'] : terms.said(metric, write(at)) + (interval ? ` (${format.rateInterval(interval)})` : '');
  const lines = cac !== null && isPaidIn(context) ? [said, terms.cost(money(cac))] : [said];
  return {
    id: `average-${age}`,
    label: `${base.labelled(title, lines.join('. '))}.`,
    lines: [title, ...lines],
    selection: null,
    figure: metric,
    row,
    column,
  };
}

/** Where values stand. */
interface Plot {
  readonly top: number;
  readonly foot: number;
  y(value: number): number;
  /** Middle of the column of an age. */
  middle(age: number): number;
}

function plotOf({ rows, bottom, across, x }: Grid, values: readonly number[], most: number): Plot {
  const height = rows.length > 2 ? Px.Height : Px.Low;
  const [top, foot] = [bottom + Px.Above, bottom + Px.Above + height];
  const [low, high] = [Math.min(0, ...values), Math.max(most, ...values) || 1];
  return { top, foot, y: (value) => foot - ((value - low) / (high - low)) * height, middle: (age) => x(age) + across / 2 };
}

/** Highest and lowest place of the line between two places of the picture. */
function reachOf(
  { line }: CohortContext,
  { across, x }: Grid,
  known: readonly number[],
  from: number,
  to: number,
): [low: number, high: number] {
  const at = (age: number): number => line[age] ?? 0;
  const middle = (age: number): number => x(age) + across / 2;
  const seen = known.flatMap((age, index) => {
    const next = known[index + 1];
    if (next !== age + 1) return middle(age) >= from && middle(age) <= to ? [at(age)] : [];
    const [start, end] = [Math.max(from, middle(age)), Math.min(to, middle(next))];
    const between = (place: number): number => at(age) + ((at(next) - at(age)) * (place - middle(age))) / (middle(next) - middle(age));
    return start <= end ? [between(start), between(end)] : [];
  });
  return [Math.min(...seen), Math.max(...seen)];
}

/** Room that a text takes. */
interface Room {
  readonly from: number;
  readonly to: number;
  /** Its middle. */
  readonly y: number;
}

/** Values over their points, above the line, and not on that of cost: all of them where they fit, else at both ends. */
function writeValues(context: CohortContext, grid: Grid, known: readonly number[], cost: number, plot: Plot, pen: Pen): Room[] {
  const { line, triangle, short } = context;
  const { across, x } = grid;
  const values = known.map((age) => line[age] ?? 0);
  const write = short.find((each) => Math.max(0, ...values.map((value) => pen.width(each(value), 'note strong'))) + Px.Gap <= across);
  return known.flatMap((age, index) => {
    const isEnd = index === 0 || index === known.length - 1;
    if (!write && !isEnd) return [];
    const text = (write ?? short[0])(values[index]);
    const width = pen.width(text, 'note strong');
    const from = write || known.length < 2 ? plot.middle(age) - width / 2 : index ? x(age) + across - width : x(age);
    const to = from + width;
    const limits = known.filter((each) => plot.middle(each) >= from && plot.middle(each) <= to);
    const high = Math.max(
      ...limits.map((each) => triangle.lineInterval?.[each]?.[1] ?? 0),
      reachOf(context, grid, known, from, to)[1],
      values[index],
    );
    const over = plot.y(high) - Px.Text;
    const y = cost && Math.abs(over - plot.y(cost)) < Px.Clear ? plot.y(cost) - Px.Clear : over;
    pen.write([text, 'note strong halo'], from, y);
    return [{ from, to, y }];
  });
}

/** Name of the line of cost: where neither the line of average nor a value stands. */
function writeCost(
  context: CohortContext,
  grid: Grid,
  known: readonly number[],
  cost: number,
  plot: Plot,
  values: readonly Room[],
  pen: Pen,
): void {
  const { terms, short } = context;
  const { start, end } = grid;
  const text = `${terms.costLine} ${short[0](cost)}`;
  const width = Math.min(pen.width(text, 'note'), end - start);
  const at = plot.y(cost);
  const isFree = ({ from, to, y }: Room): boolean => {
    const [low, high] = reachOf(context, grid, known, from, to).map((value) => plot.y(value));
    const crossed = low > y - Px.Clear && high < y + Px.Clear;
    return (
      y > plot.top - Px.Above &&
      y < plot.foot &&
      !crossed &&
      !values.some((other) => from < other.to && to > other.from && Math.abs(other.y - y) < Px.Line)
    );
  };
  const rooms = [at - Px.Text, at + Px.Text].flatMap((y) => [end - width, start].map((from) => ({ from, to: from + width, y })));
  const { from, y } = rooms.find(isFree) ?? { from: end - width, y: plot.top - Px.Above + Px.Gap };
  pen.write([text, 'note quiet halo'], from, y, end - start);
}

function pathsOf(
  { line, triangle }: CohortContext,
  { start, end }: Grid,
  known: readonly number[],
  cost: number,
  plot: Plot,
  pen: Pen,
): Path[] {
  const { y, middle } = plot;
  const at = (age: number, value: number): string => `${pen.x(middle(age)).toFixed(1)},${y(value).toFixed(1)}`;
  const across = (value: number): string => `M${pen.x(start)},${y(value)}H${pen.x(end)}`;
  const paths = { axis: across(0), band: '', cost: cost ? across(cost) : '', line: '' };
  known.forEach((age, index) => {
    const before = known[index - 1] === age - 1;
    paths.line += (before ? 'L' : 'M') + at(age, line[age] ?? 0);
    const [now, past] = [triangle.lineInterval?.[age], triangle.lineInterval?.[age - 1]];
    if (before && now && past) paths.band += `M${at(age - 1, past[0])}L${at(age - 1, past[1])} ${at(age, now[1])} ${at(age, now[0])}Z`;
  });
  return Object.entries(paths).map(([look, path]) => ({ look, path }));
}

export function layoutAverage(context: CohortContext, grid: Grid, pen: Pen): Average {
  const { line, triangle, terms, first } = context;
  const { ages, across, names, rows, x } = grid;
  const cost = isPaidIn(context) ? (triangle.acquisition?.cac ?? 0) : 0;
  const known = ages.filter((age) => (line[age] ?? null) !== null);
  const values = known.map((age) => line[age] ?? 0);
  const row = (inside: readonly Group[]): Group => ({ look: 'averages', role: 'row', label: terms.average, inside });
  if (known.length === 0) return { row: row([]), paths: [], bottom: grid.bottom - Px.Gap };
  const plot = plotOf(grid, values, Math.max(cost, ...known.flatMap((age) => triangle.lineInterval?.[age]?.[1] ?? [])));
  const { top, foot, y, middle } = plot;
  pen.write([terms.average, 'note strong'], 0, (top + foot) / 2, names);
  const rooms = writeValues(context, grid, known, cost, plot, pen);
  if (cost) writeCost(context, grid, known, cost, plot, rooms, pen);
  const points = known.map((age, index): Group => {
    const [cx, cy] = [pen.x(middle(age)), y(values[index])];
    return {
      look: 'point',
      role: 'gridcell',
      mark: markOf(context, age, rows.length, age - first + 1),
      inside: [pen.box(x(age), top, across, foot - top), { look: 'dot', path: `M${cx - Px.Dot} ${cy}a3,3 0 1 0 6,0a3,3 0 1 0-6,0z` }],
    };
  });
  return {
    row: row(points),
    paths: pathsOf(context, grid, known, cost, plot, pen),
    bottom: foot,
  };
}
