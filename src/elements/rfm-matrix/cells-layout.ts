/** Geometry of the cells: one size and one look of the numbers for all of them. */
import { LINE, MIDDLE, strongWidth, type Box, type Label, type LabelSize, type Measure, type Pen } from './geometry.js';
import type { CellScene, RfmScene } from './scene.js';

export interface CellLayout {
  readonly scene: CellScene;
  readonly box: Box;
  /** Number of customers, then their revenue where there is room. */
  readonly labels: readonly Label[];
}

/** Where the cells stand, counted from the start of the line. */
export interface Grid {
  readonly start: number;
  readonly top: number;
  readonly gap: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
}

/** In pixels: a cell gets no larger than it says more. */
const CELL = { gap: 2, widest: 120, grid: 440, aspect: 0.6, lowest: 34, highest: 54, compact: 30, padding: 2 };
/** Height from which a second line finds room. */
const TWO_LINES = 40;

interface CellText {
  readonly size: LabelSize;
  /** Which of the wordings of the number. */
  readonly wording: number;
  readonly withRevenue: boolean;
}

const LOOKS: readonly (readonly [size: LabelSize, wording: number])[] = [
  ['body', 0],
  ['note', 0],
  ['body', 1],
  ['note', 1],
];

/** @param end end of the room, from the start of the line. */
export function gridOf(scene: RfmScene, start: number, top: number, end: number, compact: boolean): Grid {
  const across = scene.columns.length;
  const down = scene.rows.length;
  const room = Math.floor((end - start - CELL.gap * (across - 1)) / across);
  const width = Math.min(CELL.widest, Math.floor(CELL.grid / across), room);
  const height = compact ? CELL.compact : Math.min(CELL.highest, Math.max(CELL.lowest, Math.round(width * CELL.aspect)));
  return {
    start,
    top,
    gap: CELL.gap,
    cell: { width, height },
    width: across * width + (across - 1) * CELL.gap,
    height: down * height + (down - 1) * CELL.gap,
  };
}

const numberOf = ({ customers }: CellScene, wording: number): string => customers[wording] ?? customers[0] ?? '';

/** One look for all cells, so that numbers stay comparable: the largest and most exact in which every number fits. */
function cellText(scene: RfmScene, { cell }: Grid, measure: Measure): CellText {
  const all = scene.cells.flat();
  const room = cell.width - 2 * CELL.padding;
  const fits = ([size, wording]: (typeof LOOKS)[number]) =>
    all.every((each) => strongWidth(numberOf(each, wording), size, measure) <= room);
  const [size, wording] = LOOKS.find(fits) ?? ['note', 1];
  const withRevenue = cell.height >= TWO_LINES && all.every(({ revenue }) => measure(revenue, 'note') <= room);
  return { size, wording, withRevenue };
}

function cellLabels(scene: CellScene, middle: number, centre: number, room: number, text: CellText, measure: Measure, pen: Pen): Label[] {
  const number = numberOf(scene, text.wording);
  if (number === '' || strongWidth(number, text.size, measure) > room) return [];
  const look = { size: text.size, anchor: 'middle', tone: 'strong' } as const;
  if (!text.withRevenue || scene.revenue === '') return [pen.label(number, middle, centre + MIDDLE[text.size], look)];
  return [
    pen.label(number, middle, centre + MIDDLE[text.size] - LINE.note / 2, look),
    pen.label(scene.revenue, middle, centre + MIDDLE.note + LINE.note / 2 + 1, { anchor: 'middle' }),
  ];
}

/** By row, then column. */
export function cellsLayout(scene: RfmScene, grid: Grid, measure: Measure, pen: Pen): CellLayout[][] {
  const text = cellText(scene, grid, measure);
  const { width, height } = grid.cell;
  return scene.cells.map((cells, row) =>
    cells.map((each, column) => {
      const start = grid.start + column * (width + grid.gap);
      const y = grid.top + row * (height + grid.gap);
      const labels = cellLabels(each, start + width / 2, y + height / 2, width, text, measure, pen);
      return { scene: each, box: pen.box(start, y, width, height), labels };
    }),
  );
}
