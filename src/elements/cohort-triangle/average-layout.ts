/** The line of average under the cells: the metric over all cohorts by age, its interval behind it, and what a customer costs. */
import type { Mark } from '../../base/widget.js';
import type { Group, Path } from '../../chart/draw.js';
import type { Pen } from '../../chart/pen.js';
import { isShare, type CohortContext } from './cohort-context.js';
import type { Grid } from './triangle-layout.js';

const enum Px {
  Above = 26,
  Height = 56,
  Low = 36,
  Text = 12,
  Dot = 3,
  Gap = 4,
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
  const lines = cac !== null && !isShare(metric) && metric !== 'basket' ? [said, terms.cost(money(cac))] : [said];
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

/** Values over their points: all of them where they fit, else at both ends. */
function writeValues({ line, triangle, short }: CohortContext, { across, x }: Grid, known: readonly number[], plot: Plot, pen: Pen): void {
  const values = known.map((age) => line[age] ?? 0);
  const write = short.find((each) => Math.max(0, ...values.map((value) => pen.width(each(value), 'note strong'))) + Px.Gap <= across);
  known.forEach((age, index) => {
    const isEnd = index === 0 || index === known.length - 1;
    const text = write ? write(values[index]) : isEnd ? short[0](values[index]) : '';
    const middle = plot.middle(age);
    const [anchor, place] =
      write || known.length < 2
        ? (['middle', middle] as const)
        : index
          ? (['end', x(age) + across] as const)
          : (['start', x(age)] as const);
    // A long text stands over all points under it.
    const reach = write ? 0 : pen.width(text, 'note strong');
    const under = known.filter((each) => Math.abs(plot.middle(each) - middle) <= reach);
    const above = Math.max(...under.map((each) => Math.max(line[each] ?? 0, triangle.lineInterval?.[each]?.[1] ?? 0)));
    pen.write([text, 'note strong halo'], place, plot.y(above) - Px.Text, Infinity, anchor);
  });
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
  const { line, triangle, terms, metric, short, first } = context;
  const { ages, across, start, end, names, rows, x } = grid;
  const cost = /^(rev|mar)/.test(metric) ? (triangle.acquisition?.cac ?? 0) : 0;
  const known = ages.filter((age) => (line[age] ?? null) !== null);
  const values = known.map((age) => line[age] ?? 0);
  const row = (inside: readonly Group[]): Group => ({ look: 'averages', role: 'row', label: terms.average, inside });
  if (known.length === 0) return { row: row([]), paths: [], bottom: grid.bottom - Px.Gap };
  const plot = plotOf(grid, values, Math.max(cost, ...known.flatMap((age) => triangle.lineInterval?.[age]?.[1] ?? [])));
  const { top, foot, y, middle } = plot;
  pen.write([terms.average, 'note strong'], 0, (top + foot) / 2, names);
  if (cost) pen.write([`${terms.costLine} ${short[0](cost)}`, 'note quiet halo'], end, y(cost) - Px.Text, end - start, 'end');
  writeValues(context, grid, known, plot, pen);
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
