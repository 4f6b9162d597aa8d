/** Geometry of the heat map with its axes in words, its colour scale, and the inactive customers beside it. */
import type { Group } from '../../chart/draw.js';
import { widest, type Pen, type Words } from '../../chart/pen.js';
import { wrap } from '../../chart/truncate.js';
import type { RfmCell } from '../../core/kpi/rfm-types.js';
import { markOf, type LevelText, type RfmContext } from './rfm-context.js';
import type { Part } from './rfm-matrix-layout.js';
import { edgesOf, stepOf } from './shade.js';

/** Room for the words of the frequency axis at most, as a share of the width. */
const MOST = 0.25;
/** Height of a cell as a share of its width. */
const ASPECT = 0.6;

const enum Px {
  /** Heights of a line and of the title above the cells. */
  Line = 16,
  Top = 22,
  Gap = 2,
  Apart = 8,
  /** A cell gets no larger than it says more. */
  Widest = 120,
  WidestGrid = 440,
  Lowest = 34,
  Highest = 54,
  Compact = 30,
  /** Height from which a second line finds room. */
  TwoLines = 38,
  /** Room for the words of the frequency axis at least. */
  Gutter = 24,
  /** The inactive customers: a column, from this width of the matrix on; else lines below it. */
  Column = 96,
  ColumnFrom = 448,
  Swatch = 44,
}

/** @internal Where the cells stand. */
interface Grid {
  /** End of the inactive customers, start of the cells, end of the room for the matrix. */
  readonly aside: number;
  readonly start: number;
  readonly end: number;
  /** Middles of the columns and rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Size of a cell. */
  readonly across: number;
  readonly down: number;
  readonly bottom: number;
}

/** Lines over one another around a middle. */
function stack(pen: Pen, lines: readonly Words[], x: number, middle: number, room: number, anchor: 'middle' | 'end' = 'middle'): void {
  lines.forEach((line, index) => pen.write(line, x, middle + (index - (lines.length - 1) / 2) * Px.Line, room, anchor));
}

function gridOf({ rows, columns }: RfmContext, pen: Pen, aside: number, width: number, compact: boolean): Grid {
  const gutter = widest(
    pen,
    rows.map(({ words }) => words[1]),
  );
  const start = aside + Px.Apart + Math.min(width * MOST, Math.max(Px.Gutter, gutter));
  const across = Math.min(Px.Widest, Px.WidestGrid / columns.length, (width - start + Px.Gap) / columns.length) - Px.Gap;
  const down = compact ? Px.Compact : Math.min(Px.Highest, Math.max(Px.Lowest, across * ASPECT));
  return {
    aside,
    start,
    end: Math.min(width, start + Px.WidestGrid),
    xs: columns.map((_, column) => start + column * (across + Px.Gap) + across / 2),
    ys: rows.map((_, row) => Px.Top + row * (down + Px.Gap) + down / 2),
    across,
    down,
    bottom: Px.Top + rows.length * (down + Px.Gap),
  };
}

function cells(context: RfmContext, { xs, ys, across, down }: Grid, edges: readonly number[], pen: Pen): Group[] {
  const { terms, base, columns, rows, format, compact, count } = context;
  const room = across - 2 * Px.Gap;
  const fits = (text: (cell: RfmCell) => string, look?: string) => widest(pen, context.cells.flat().map(text), look) <= room;
  const number = ({ customers }: RfmCell) => (customers ? format.countCompact(customers) : customers === null ? '—' : '·');
  const revenue = (cell: RfmCell) => compact(cell.revenue);
  // One look for all, so that they stay comparable.
  const size = fits(number, 'strong') ? 'strong' : 'note strong';
  const both = down >= Px.TwoLines && fits(revenue);
  const draw = (cell: RfmCell, row: number, column: number): Group => {
    const { recency, frequency, customers } = cell;
    const step = customers ? `step-${stepOf(cell.revenue, edges)}` : 'quiet';
    const lines: Words[] = [
      [number(cell), `${size} ${step}`],
      [revenue(cell), `note ${step}`],
    ];
    stack(pen, lines.slice(0, both && customers ? 2 : 1), xs[column], ys[row], room);
    const mark = markOf(
      context,
      `cell-${recency}-${frequency}`,
      terms.cell(recency, frequency, context.value.bins),
      [recency, frequency],
      customers,
      [count(customers, terms.customer), count(cell.orders, terms.order), context.money(cell.revenue)],
      [base.labelled(terms.cellHeads[1], columns[column].words[1]), base.labelled(terms.cellHeads[3], rows[row].words[1])],
      { figure: 'active-customers', row, column },
    );
    return { look: `cell ${step}`, role: 'gridcell', mark, inside: [pen.box(xs[column] - across / 2, ys[row] - down / 2, across, down)] };
  };
  return context.cells.map((line, row) => ({ look: 'row', role: 'row', inside: line.map((cell, column) => draw(cell, row, column)) }));
}

/** Words of both axes: titles, thresholds, scores. */
function axes({ terms, rows, columns }: RfmContext, { aside, start, end, xs, ys, across, down, bottom }: Grid, pen: Pen): void {
  const lines = ({ name, words }: LevelText, wording: number): Words[] => [
    [words[wording], 'note'],
    [name, 'note quiet'],
  ];
  const fitting =
    [0, 1].find(
      (wording) =>
        widest(
          pen,
          columns.map(({ words }) => words[wording]),
        ) <
        across - 2 * Px.Gap,
    ) ?? 2;
  pen.write([terms.axis.frequency, 'note quiet'], aside, Px.Apart, end - aside);
  const recency: Words = [terms.axis.recency, 'note quiet'];
  pen.write(recency, Math.max(0, Math.min(start, end - pen.width(...recency))), bottom + 46, end);
  rows.forEach((level, row) =>
    stack(pen, lines(level, 1).slice(0, down > Px.Compact ? 2 : 1), start - Px.Apart, ys[row], start - aside - Px.Apart, 'end'),
  );
  columns.forEach((level, column) => stack(pen, lines(level, fitting), xs[column], bottom + 20, across));
}

/** The colour scale as steps: every second edge is told, between its two swatches. */
function legend({ terms, compact }: RfmContext, edges: readonly number[], start: number, y: number, room: number, pen: Pen): Group {
  const width = Math.min(Px.Swatch, room / (edges.length + 1));
  pen.write([terms.legend, 'note quiet'], start, y + 8, room);
  const inside = [0, ...edges].map((edge, index) => {
    const x = start + index * width;
    if (index && index % 2 === 0) pen.write([compact(edge), 'note quiet'], x, y + 38, 2 * width, 'middle');
    return { ...pen.box(x, y + 20, width, 8), look: `step-${index + 1}` };
  });
  return { look: 'legend', inside };
}

/** @param width room for the matrix with its axes, pixels. */
export function layoutMatrix(context: RfmContext, pen: Pen, width: number, compact: boolean): Part {
  const { value, terms, format, count } = context;
  const inactive = value.inactive ?? 0;
  const [who, since] = [count(inactive, terms.inactive), terms.before(format.date(value.window.from))];
  const wrapped = (room: number) => wrap(`${who}, ${since}`, room - 2 * Px.Apart, (text) => pen.width(text, 'note'));
  const isColumn = inactive > 0 && width >= Px.ColumnFrom && wrapped(Px.Column).length < 2 * context.rows.length;
  const grid = gridOf(context, pen, isColumn ? Px.Column + 2 * Px.Apart : 0, width, compact);
  const { start, end, bottom } = grid;
  const edges = edgesOf(value.cells);
  axes(context, grid, pen);
  const groups: Group[] = [{ look: 'grid', role: 'grid', label: terms.grid, inside: cells(context, grid, edges, pen) }];
  let y = bottom + 62;
  if (inactive) {
    const lines = wrapped(isColumn ? Px.Column : end);
    const [top, room, height] = isColumn ? [Px.Top, Px.Column, bottom - Px.Top - Px.Gap] : [y, end, lines.length * Px.Line + Px.Apart];
    const words = lines.map((line, index): Words => [line, isColumn && !index ? 'note strong' : 'note']);
    stack(pen, words, room / 2, top + height / 2, room);
    const mark = markOf(context, 'inactive', who, ['inactive'], inactive, [since], [], { figure: 'inactive-customers' });
    groups.push({ look: 'inactive', role: 'button', mark, inside: [pen.box(0, top, room, height)] });
    if (!isColumn) y += height + Px.Apart;
  }
  if (edges.length) groups.push(legend(context, edges, start, y, end - start, pen));
  return { groups, width: end, height: y + 46 };
}
