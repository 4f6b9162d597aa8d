/** Geometry of the heat map with its axes in words, its colour scale, and the inactive customers beside it. */
import type { Pen, Words } from '../../chart/pen.js';
import { wrap } from '../../chart/truncate.js';
import type { RfmCell } from '../../core/kpi/rfm-types.js';
import { markOf, type LevelText, type RfmContext } from './rfm-context.js';
import { widest, type Group, type Part } from './rfm-matrix-layout.js';
import { edgesOf, stepOf } from './shade.js';

/** Heights of a line and of the title above the cells. */
const LINE = 16;
const TOP = 22;
const GAP = 2;
const APART = 8;
/** A cell gets no larger than it says more. */
const WIDEST = 120;
const WIDEST_GRID = 440;
const ASPECT = 0.6;
const LOWEST = 34;
const HIGHEST = 54;
const COMPACT = 30;
/** Height from which a second line finds room. */
const TWO_LINES = 38;
/** Room for the words of the frequency axis: at least, and at most as a share of the width. */
const GUTTER = 22;
const MOST = 0.25;
/** The inactive customers: a column, from this width of the matrix on; else lines below it. */
const COLUMN = 96;
const COLUMN_FROM = 440;
const SWATCH = 44;

/** Where the cells stand. */
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
  lines.forEach((line, index) => pen.write(line, x, middle + (index - (lines.length - 1) / 2) * LINE, room, anchor));
}

function gridOf({ rows, columns }: RfmContext, pen: Pen, aside: number, width: number, compact: boolean): Grid {
  const gutter = widest(
    pen,
    rows.map(({ words }) => words[1]),
  );
  const start = aside + APART + Math.min(width * MOST, Math.max(GUTTER, gutter));
  const across = Math.min(WIDEST, WIDEST_GRID / columns.length, (width - start + GAP) / columns.length) - GAP;
  const down = compact ? COMPACT : Math.min(HIGHEST, Math.max(LOWEST, across * ASPECT));
  return {
    aside,
    start,
    end: Math.min(width, start + WIDEST_GRID),
    xs: columns.map((_, column) => start + column * (across + GAP) + across / 2),
    ys: rows.map((_, row) => TOP + row * (down + GAP) + down / 2),
    across,
    down,
    bottom: TOP + rows.length * (down + GAP),
  };
}

function cells(context: RfmContext, { xs, ys, across, down }: Grid, edges: readonly number[], pen: Pen): Group[] {
  const { terms, base, columns, rows, format, compact, count } = context;
  const room = across - 2 * GAP;
  const fits = (text: (cell: RfmCell) => string, look?: string) => widest(pen, context.cells.flat().map(text), look) <= room;
  const number = ({ customers }: RfmCell) => (customers ? format.countCompact(customers) : customers === null ? '—' : '·');
  const revenue = (cell: RfmCell) => compact(cell.revenue);
  // One look for all, so that they stay comparable.
  const size = fits(number, 'strong') ? 'strong' : 'note strong';
  const both = down >= TWO_LINES && fits(revenue);
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
function axes({ terms, rows, columns }: RfmContext, { aside, start, end, xs, ys, across, bottom }: Grid, pen: Pen): void {
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
        across - 2 * GAP,
    ) ?? 2;
  pen.write([terms.axis.frequency, 'note quiet'], aside, APART, end - aside);
  pen.write([terms.axis.recency, 'note quiet'], start, bottom + 46, end - start);
  rows.forEach((level, row) => stack(pen, lines(level, 1), start - APART, ys[row], start - aside - APART, 'end'));
  columns.forEach((level, column) => stack(pen, lines(level, fitting), xs[column], bottom + 20, across));
}

/** The colour scale as steps: every second edge is told, between its two swatches. */
function legend({ terms, compact }: RfmContext, edges: readonly number[], start: number, y: number, room: number, pen: Pen): Group {
  const width = Math.min(SWATCH, room / (edges.length + 1));
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
  const { inactive } = value;
  const [who, since] = [count(inactive, terms.inactive), terms.before(format.date(value.window.from))];
  const wrapped = (room: number) => wrap(`${who}, ${since}`, room - 2 * APART, (text) => pen.width(text, 'note'));
  const isColumn = inactive > 0 && width >= COLUMN_FROM && wrapped(COLUMN).length < 2 * context.rows.length;
  const grid = gridOf(context, pen, isColumn ? COLUMN + 2 * APART : 0, width, compact);
  const { start, end, bottom } = grid;
  const edges = edgesOf(value.cells);
  axes(context, grid, pen);
  const groups: Group[] = [{ look: 'grid', role: 'grid', label: terms.grid, inside: cells(context, grid, edges, pen) }];
  let y = bottom + 62;
  if (inactive) {
    const lines = wrapped(isColumn ? COLUMN : end);
    const [top, room, height] = isColumn ? [TOP, COLUMN, bottom - TOP - GAP] : [y, end, lines.length * LINE + APART];
    const words = lines.map((line, index): Words => [line, isColumn && !index ? 'note strong' : 'note']);
    stack(pen, words, room / 2, top + height / 2, room);
    const mark = markOf(context, 'inactive', who, ['inactive'], inactive, [since], [], { figure: 'inactive-customers' });
    groups.push({ look: 'inactive', role: 'button', mark, inside: [pen.box(0, top, room, height)] });
    if (!isColumn) y += height + APART;
  }
  if (edges.length) groups.push(legend(context, edges, start, y, end - start, pen));
  return { groups, width: end, height: y + 46 };
}
