/** Geometry of the cohorts: names and sizes, a cell for each age, hatched where a period is not over. */
import type { Mark } from '../../base/widget.js';
import type { Group, Path } from '../../chart/draw.js';
import { widest, type Box, type Pen, type Words } from '../../chart/pen.js';
import { wrap } from '../../chart/truncate.js';
import type { RetentionCell } from '../../core/kpi/retention-types.js';
import { cellLines, costLines, isPaidIn, selectionOf, valueOf, type CohortContext, type CohortRow } from './cohort-context.js';
import { stepOf, type Scale } from './cohort-scale.js';

/** Cohorts that are drawn at most, unless they are followed for longer: the latest ones, or the largest. */
const MOST_ROWS = 24;
/** Room for names at most, as a share of the width. */
const NAMES = 0.3;
/** Height of a cell as a share of its width. */
const ASPECT = 0.6;

const enum Px {
  Line = 16,
  /** Middles of the two lines over the cells, and where the cells begin. */
  Axis = 8,
  Heads = 28,
  Top = 40,
  Gap = 2,
  /** Between two ages. */
  Between = 6,
  Apart = 10,
  Widest = 60,
  Narrowest = 9,
  Lowest = 18,
  Highest = 30,
  /** From here on sizes stand beside the names. */
  Sizes = 380,
  Hatch = 5,
}

/** @internal Where the cells stand. */
export interface Grid {
  readonly rows: readonly CohortRow[];
  /** Ages that are drawn. */
  readonly ages: readonly number[];
  /** End of the names; end of the sizes, 0 where there is no room for them. */
  readonly names: number;
  readonly sizes: number;
  readonly start: number;
  readonly end: number;
  /** End of the title over the columns, if that is further. */
  readonly right: number;
  readonly across: number;
  readonly down: number;
  readonly bottom: number;
  /** Room for all of it. */
  readonly width: number;
  x(age: number): number;
}

export function gridOf(context: CohortContext, pen: Pen, width: number, compact: boolean): Grid {
  const { cohorts, first, terms, format, value } = context;
  const most = Math.max(MOST_ROWS, ...cohorts.map(({ cells }) => cells.length));
  const rows = value.key === 'first-order' ? cohorts.slice(-most) : cohorts.slice(0, most);
  const own = widest(pen, [...rows.map(({ name }) => name), terms.cohort]);
  const names = Math.min(width * NAMES, Math.max(own, pen.width(terms.average, 'note strong')));
  const hasSizes = width >= Px.Sizes;
  const sizes = hasSizes ? names + Px.Apart + widest(pen, [...rows.map(({ size }) => format.count(size)), terms.size]) : 0;
  const start = Math.max(names, sizes) + Px.Apart;
  const longest = Math.max(1, ...rows.map(({ cells }) => cells.length - first));
  const fitting = Math.floor((width - start + Px.Gap) / (Px.Narrowest + Px.Gap));
  const columns = Math.max(1, Math.min(longest, fitting));
  const across = Math.min(Px.Widest, (width - start + Px.Gap) / columns - Px.Gap);
  const down = compact ? Px.Lowest : Math.min(Px.Highest, Math.max(Px.Lowest, across * ASPECT));
  const step = across + Px.Gap;
  return {
    ...{ rows, names, sizes, start, across, down, width },
    ages: Array.from({ length: columns }, (_, index) => index + first),
    end: start + columns * step - Px.Gap,
    right: Math.max(start + columns * step, Math.min(width, start + pen.width(axisTitle(context, width, pen), 'note'))),
    bottom: Px.Top + rows.length * (down + Px.Gap),
    x: (age) => start + (age - first) * step,
  };
}

/** What a value, or that there is none, looks like in all cells, if it fits into the smallest one. */
export function writerOf(
  { short, first }: CohortContext,
  { rows, across }: Grid,
  pen: Pen,
): ((value: number | null) => string) | undefined {
  const values = rows.flatMap(({ cells }) => cells.slice(first)).flatMap((cell) => (cell ? [valueOf(cell)] : []));
  return short.find((write) => widest(pen, values.map(write)) <= across - Px.Gap);
}

/** Diagonals through a box. */
export function hatch({ x, y, width, height }: Box): Path {
  let path = '';
  for (let at = Px.Hatch / 2; at < width + height; at += Px.Hatch) {
    const [fromX, fromY] = at < height ? [0, at] : [at - height, height];
    const [toX, toY] = at < width ? [at, 0] : [width, at - width];
    path += `M${(x + fromX).toFixed(1)},${(y + fromY).toFixed(1)}L${(x + toX).toFixed(1)},${(y + toY).toFixed(1)}`;
  }
  return { look: 'hatch', path };
}

/** Title of the columns in the words that fit. */
function axisTitle({ terms, value }: CohortContext, width: number, pen: Pen): string {
  const wordings = terms.axis[value.grain];
  return wordings.find((words) => pen.width(words, 'note') <= width) ?? wordings[1];
}

function heads(context: CohortContext, grid: Grid, pen: Pen): void {
  const { terms, format } = context;
  const { start, ages, across, names, sizes, width, x } = grid;
  if (grid.rows.length === 0) return;
  const title: Words = [axisTitle(context, width, pen), 'note quiet'];
  pen.write(title, Math.max(0, Math.min(start, width - pen.width(...title))), Px.Axis, width);
  const least = widest(pen, ages.map(format.count)) + Px.Between;
  const every = Math.ceil(least / (across + Px.Gap));
  ages.forEach((age, index) => {
    if (index % every === 0) pen.write([format.count(age), 'note quiet'], x(age) + across / 2, Px.Heads, Infinity, 'middle');
  });
  pen.write([terms.cohort, 'note quiet'], 0, Px.Heads, names);
  if (sizes) pen.write([terms.size, 'note quiet'], sizes, Px.Heads, sizes - names, 'end');
}

/** What a person can reach in the row of a cohort. */
function markOf(context: CohortContext, cohort: CohortRow, row: number, column: number, title: string, lines: readonly string[]): Mark {
  return {
    id: `cell-${row}-${column}`,
    label: `${context.base.labelled(title, lines.join('. '))}.`,
    lines: [title, ...lines],
    selection: selectionOf(context, cohort),
    figure: context.metric,
    ...{ row, column },
  };
}

function cellGroup(cell: RetentionCell | null, box: Box, step: string, mark: Mark, isPaid: boolean): Group {
  const { x, y, width, height } = box;
  const look = step ? `cell ${step}` : cell ? 'cell quiet' : 'cell running';
  return {
    look,
    role: 'gridcell',
    mark,
    inside: [
      box,
      ...(cell ? [] : [hatch(box)]),
      ...(isPaid ? [{ x: x + 1, y: y + 1, width: width - 2, height: height - 2, look: 'paid' }] : []),
    ],
  };
}

/** Age at which the cost of a cohort has come back; none where another figure is shown than the one that pays it back. */
export function paidAt(context: CohortContext, { acquisition }: CohortRow): number {
  return isPaidIn(context) ? (acquisition?.payback ?? 0) - 1 : -1;
}

export function layoutTriangle(context: CohortContext, grid: Grid, scale: Scale, pen: Pen): Group[] {
  const { terms, format, value, first } = context;
  const { rows, names, sizes, start, ages, across, down, x } = grid;
  const write = writerOf(context, grid, pen);
  heads(context, grid, pen);
  return rows.map((cohort, row) => {
    const { name, size, cells, censored } = cohort;
    const top = Px.Top + row * (down + Px.Gap);
    const middle = top + down / 2;
    pen.write([name, 'note'], 0, middle, names);
    if (sizes) pen.write([format.count(size), 'note quiet'], sizes, middle, sizes - names, 'end');
    const of = size === null ? context.base.reasons.suppressed : terms.customers(size);
    const told = [of, ...(censored ? [terms.leftCensored] : []), ...costLines(context, cohort)];
    const head = markOf(context, cohort, row, 0, name, told);
    const drawn = ages.flatMap((age): Group[] => {
      if (age >= cells.length) return [];
      const cell = cells[age];
      const figure = cell && valueOf(cell);
      const step = figure === null ? null : stepOf(figure, scale);
      const box = pen.box(x(age), top, across, down);
      if (cell && write)
        pen.write([write(figure), `note ${step ? `step-${step}` : 'quiet'}`], x(age) + across / 2, middle, across, 'middle');
      const title = `${name}, ${terms.later(age, value.grain)}`;
      const mark = markOf(context, cohort, row, age - first + 1, title, cellLines(context, cell));
      // Without its figure a cell has nothing but its colour.
      return [cellGroup(cell, box, step ? `step-${step}${write ? '' : ' bare'}` : '', mark, paidAt(context, cohort) === age)];
    });
    const header: Group = { look: 'cohort', role: 'gridcell', mark: head, inside: [pen.box(0, top, start - Px.Apart / 2, down)] };
    return { look: 'row', role: 'row', inside: [header, ...drawn] };
  });
}

/** Lines of a note that is as wide as the grid. */
export const noteLines = (pen: Pen, text: string, room: number): string[] => wrap(text, room, (part) => pen.width(part, 'note'));

/** Cohorts and ages that are not drawn. */
export function leftOut({ terms, cohorts, first }: CohortContext, { rows, ages }: Grid): string[] {
  const longest = Math.max(0, ...rows.map(({ cells }) => cells.length - first));
  return [
    ...(cohorts.length > rows.length ? [terms.latest(rows.length, cohorts.length)] : []),
    ...(longest > ages.length ? [terms.earliest(ages.length, longest)] : []),
  ];
}
