/** Geometry of the heat map: cells, axes in words, colour scale, and the inactive customers beside it. */
import type { ChartFrame } from '../../base/widget.js';
import { wrap } from '../../chart/truncate.js';
import { axesLayout, gutterOf } from './axes-layout.js';
import { LINE, MIDDLE, longestFitting, strongWidth, type Box, type Label, type LabelSize, type Pen } from './geometry.js';
import { legendLayout, type LegendLayout } from './legend-layout.js';
import type { CellScene, RfmScene } from './scene.js';

export interface CellLayout {
  readonly scene: CellScene;
  readonly box: Box;
  /** Number of customers, then their revenue where there is room. */
  readonly labels: readonly Label[];
}

export interface InactiveLayout {
  readonly box: Box;
  readonly labels: readonly Label[];
}

export interface MatrixLayout {
  /** By row, then column. */
  readonly rows: readonly (readonly CellLayout[])[];
  readonly axes: readonly Label[];
  readonly legend: LegendLayout | null;
  readonly inactive: InactiveLayout | null;
  readonly width: number;
  readonly height: number;
}

/** Cells, in pixels: as in the rest of the page nothing gets larger without saying more. */
const CELL = { gap: 2, widest: 120, grid: 440, aspect: 0.6, lowest: 34, highest: 54, compact: 30, padding: 2 };
/** Room that the revenue below the number needs. */
const TWO_LINES = 40;
const ASIDE = { width: 96, gap: 16, from: 440, widest: 480, padding: 8, narrowGap: 12 };
const TITLE = 22;

interface Grid {
  readonly start: number;
  readonly top: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
}

function gridOf(scene: RfmScene, start: number, top: number, width: number, compact: boolean): Grid {
  const across = scene.columns.length;
  const down = scene.rows.length;
  const room = Math.floor((width - start - CELL.gap * (across - 1)) / across);
  const cellWidth = Math.min(CELL.widest, Math.floor(CELL.grid / across), room);
  const tall = Math.min(CELL.highest, Math.max(CELL.lowest, Math.round(cellWidth * CELL.aspect)));
  const cellHeight = compact ? CELL.compact : tall;
  return {
    start,
    top,
    cell: { width: cellWidth, height: cellHeight },
    width: across * cellWidth + (across - 1) * CELL.gap,
    height: down * cellHeight + (down - 1) * CELL.gap,
  };
}

interface CellText {
  readonly size: LabelSize;
  /** Which of the wordings of the number. */
  readonly wording: number;
  readonly withRevenue: boolean;
}

/** One look for all cells, so that numbers stay comparable: the largest in which every number fits. */
function cellText(scene: RfmScene, { cell }: Grid, measure: ChartFrame['measure']): CellText {
  const all = scene.cells.flat();
  const room = cell.width - 2 * CELL.padding;
  const fits = (size: LabelSize, wording: number) =>
    all.every(({ customers }) => strongWidth(customers[wording] ?? customers[0] ?? '', size, measure) <= room);
  const looks: [LabelSize, number][] = [
    ['body', 0],
    ['note', 0],
    ['body', 1],
    ['note', 1],
  ];
  const [size, wording] = looks.find((look) => fits(...look)) ?? ['note', 1];
  const withRevenue = cell.height >= TWO_LINES && all.every(({ revenue }) => measure(revenue, 'note') <= room);
  return { size, wording, withRevenue };
}

function cellLayout(scene: CellScene, row: number, column: number, grid: Grid, text: CellText, pen: Pen): CellLayout {
  const start = grid.start + column * (grid.cell.width + CELL.gap);
  const y = grid.top + row * (grid.cell.height + CELL.gap);
  const middle = start + grid.cell.width / 2;
  const centre = y + grid.cell.height / 2;
  const number = scene.customers[text.wording] ?? scene.customers[0];
  const labels: Label[] = [];
  const twoLines = text.withRevenue && scene.revenue !== '';
  if (number !== undefined) {
    const baseline = centre + MIDDLE[text.size] - (twoLines ? LINE.note / 2 : 0);
    labels.push(pen.label(number, middle, baseline, { size: text.size, anchor: 'middle', tone: 'strong' }));
  }
  if (twoLines) labels.push(pen.label(scene.revenue, middle, centre + MIDDLE.note + LINE.body / 2 - 1, { anchor: 'middle' }));
  return { scene, box: pen.box(start, y, grid.cell.width, grid.cell.height), labels };
}

/** A column beside the old end of the recency axis, over the height of the matrix. */
function inactiveColumn(inactive: NonNullable<RfmScene['inactive']>, grid: Grid, frame: ChartFrame, pen: Pen): InactiveLayout {
  const room = ASIDE.width - 2 * ASIDE.padding;
  const middle = ASIDE.width / 2;
  const rule = wrap(inactive.rule, room, (text) => frame.measure(text, 'note'));
  const fitting = Math.max(0, Math.floor((grid.height - 2 * ASIDE.padding - LINE.body - LINE.note) / LINE.note));
  const lines = [inactive.word, ...(rule.length <= fitting ? rule : [])];
  const top = grid.top + (grid.height - LINE.body - lines.length * LINE.note) / 2;
  return {
    box: pen.box(0, grid.top, ASIDE.width, grid.height),
    labels: [
      pen.label(inactive.count, middle, top + 15, { size: 'body', anchor: 'middle', tone: 'strong' }),
      ...lines.map((line, index) =>
        pen.label(line, middle, top + LINE.body + index * LINE.note + 12, { anchor: 'middle', tone: index === 0 ? 'plain' : 'quiet' }),
      ),
    ],
  };
}

/** A line below the axis, where a column would take the room of the cells. */
function inactiveLine(inactive: NonNullable<RfmScene['inactive']>, y: number, width: number, frame: ChartFrame, pen: Pen): InactiveLayout {
  const room = width - 2 * ASIDE.padding;
  const lines = wrap(`${inactive.count} ${inactive.word}, ${inactive.rule}`, room, (text) => frame.measure(text, 'note'));
  return {
    box: pen.box(0, y, width, lines.length * LINE.note + ASIDE.padding),
    labels: lines.map((line, index) => pen.label(line, ASIDE.padding, y + ASIDE.padding / 2 + index * LINE.note + 12)),
  };
}

/** @param width room for the matrix with its axes, pixels. */
export function matrixLayout(scene: RfmScene, width: number, frame: ChartFrame, pen: Pen): MatrixLayout {
  const { measure } = frame;
  const isAside = scene.inactive !== null && width >= ASIDE.from;
  const aside = isAside ? ASIDE.width + ASIDE.gap : 0;
  const grid = gridOf(scene, aside + gutterOf(scene, measure), TITLE, width, frame.compact);
  const text = cellText(scene, grid, measure);
  const rows = scene.cells.map((cells, row) => cells.map((cell, column) => cellLayout(cell, row, column, grid, text, pen)));
  const title = longestFitting(scene.axis.frequency, width - aside, 'note', measure);
  const axes = axesLayout(scene, { ...grid, gap: CELL.gap, room: width - grid.start }, measure, pen);
  let y = grid.top + grid.height + axes.height;
  let inactive: InactiveLayout | null = null;
  if (scene.inactive && isAside) inactive = inactiveColumn(scene.inactive, grid, frame, pen);
  else if (scene.inactive) {
    inactive = inactiveLine(scene.inactive, y + ASIDE.narrowGap, Math.min(width, ASIDE.widest), frame, pen);
    y += ASIDE.narrowGap + inactive.box.height;
  }
  const legend = legendLayout(
    scene.legend,
    { start: grid.start, y: y + 10, width: Math.max(grid.width, Math.min(width - grid.start, 240)) },
    measure,
    pen,
  );
  return {
    rows,
    axes: [pen.label(title, aside, 12, { tone: 'quiet' }), ...axes.labels],
    legend,
    inactive,
    width: Math.max(grid.start + grid.width, Math.min(width, 240)),
    height: legend ? y + 10 + legend.height : y,
  };
}
