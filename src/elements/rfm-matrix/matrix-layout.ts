/** Geometry of the heat map with its axes in words, its colour scale, and the inactive customers beside it. */
import type { ChartFrame } from '../../base/widget.js';
import { axesLayout, gutterOf } from './axes-layout.js';
import { cellsLayout, gridOf, type CellLayout } from './cells-layout.js';
import { longestFitting, type Label, type Pen } from './geometry.js';
import { columnRoom, inactiveColumn, inactiveLines, type InactiveLayout } from './inactive-layout.js';
import { legendLayout, type LegendLayout } from './legend-layout.js';
import type { RfmScene } from './scene.js';

export interface MatrixLayout {
  /** By row, then column. */
  readonly rows: readonly (readonly CellLayout[])[];
  readonly axes: readonly Label[];
  readonly legend: LegendLayout | null;
  readonly inactive: InactiveLayout | null;
  readonly width: number;
  readonly height: number;
}

const TITLE = { height: 22, baseline: 12 };
const APART = { inactive: 12, legend: 10 };
/** Titles and colour scale keep this room where the cells are few. */
const LEAST = 240;

/** @param width room for the matrix with its axes, pixels. */
export function matrixLayout(scene: RfmScene, width: number, frame: ChartFrame, pen: Pen): MatrixLayout {
  const { measure } = frame;
  const aside = columnRoom(scene, width);
  const gutter = gutterOf(scene, width, measure);
  const grid = gridOf(scene, aside + gutter.width, TITLE.height, width, frame.compact);
  const end = Math.min(width, grid.start + Math.max(grid.width, LEAST));
  const axes = axesLayout(scene, gutter, { ...grid, end }, measure, pen);
  const title = longestFitting(scene.axis.frequency, end - aside, 'note', measure);
  let y = grid.top + grid.height + axes.height;
  let inactive: InactiveLayout | null = null;
  if (scene.inactive && aside > 0) inactive = inactiveColumn(scene.inactive, grid, measure, pen);
  else if (scene.inactive) {
    inactive = inactiveLines(scene.inactive, y + APART.inactive, end, measure, pen);
    y += APART.inactive + inactive.box.height;
  }
  const legend = legendLayout(scene.legend, { start: grid.start, y: y + APART.legend, end }, measure, pen);
  return {
    rows: cellsLayout(scene, grid, measure, pen),
    axes: [pen.label(title, aside, TITLE.baseline, { tone: 'quiet' }), ...axes.labels],
    legend,
    inactive,
    width: end,
    height: legend ? y + APART.legend + legend.height : y,
  };
}
