/** Levels of both axes in words: scores and the values that get them. */
import { LINE, MIDDLE, longestFitting, middleInside, type Label, type Measure, type Pen } from './geometry.js';
import type { LevelScene, RfmScene } from './scene.js';

/** `most`: share of the width that the words of the frequency axis may take from the cells. */
const GUTTER = { least: 22, gap: 8, most: 0.25 };
/** Below a column of labels before the title of the axis. */
const SPACE = 2;

/** Words of the frequency axis, best row first, and the room that they take. */
export interface Gutter {
  readonly words: readonly string[];
  readonly width: number;
}

interface GridPlace {
  readonly start: number;
  readonly top: number;
  readonly gap: number;
  readonly width: number;
  readonly height: number;
  readonly cell: { readonly width: number; readonly height: number };
  /** From the start of the line to the end of the room for the matrix. */
  readonly end: number;
}

/** The longest wording with which every level keeps within the room, and whether even the last one does. */
function wordsWithin(levels: readonly LevelScene[], room: number, measure: Measure): { words: string[]; fits: boolean } {
  const wordings = Math.max(...levels.map((level) => level.wordings.length));
  const at = (index: number) => levels.map((level) => level.wordings[Math.min(index, level.wordings.length - 1)] ?? '');
  for (let index = 0; index < wordings; index++) {
    const words = at(index);
    if (words.every((word) => measure(word, 'note') <= room)) return { words, fits: true };
  }
  return { words: at(wordings - 1), fits: false };
}

export function gutterOf(scene: RfmScene, width: number, measure: Measure): Gutter {
  const { words } = wordsWithin(scene.rows, width * GUTTER.most, measure);
  const widest = Math.max(...words.map((word) => measure(word, 'note')));
  return { words, width: Math.max(GUTTER.least, Math.ceil(widest)) + GUTTER.gap };
}

function rowLabels(scene: RfmScene, words: readonly string[], grid: GridPlace, pen: Pen): Label[] {
  const withScore = grid.cell.height >= 2 * LINE.note;
  const at = grid.start - GUTTER.gap;
  return scene.rows.flatMap((row, index) => {
    const centre = grid.top + index * (grid.cell.height + grid.gap) + grid.cell.height / 2 + MIDDLE.note;
    const word = pen.label(words[index] ?? '', at, withScore ? centre - 8 : centre, { anchor: 'end' });
    return withScore ? [word, pen.label(row.letter, at, centre + 8, { anchor: 'end', tone: 'quiet' })] : [word];
  });
}

/** Below the columns; on two lines in turn, without scores, where one line has no room. */
function columnLabels(scene: RfmScene, grid: GridPlace, measure: Measure, pen: Pen): Label[] {
  const { words, fits } = wordsWithin(scene.columns, grid.cell.width - grid.gap, measure);
  const y = grid.top + grid.height + LINE.note;
  return scene.columns.flatMap((column, index) => {
    const word = words[index] ?? '';
    const middle = grid.start + index * (grid.cell.width + grid.gap) + grid.cell.width / 2;
    const at = middleInside(middle, word, grid.end, measure);
    const line = fits ? 0 : index % 2;
    const label = pen.label(word, at, y + line * LINE.note, { anchor: 'middle' });
    return fits ? [label, pen.label(column.letter, middle, y + LINE.note, { anchor: 'middle', tone: 'quiet' })] : [label];
  });
}

export function axesLayout(
  scene: RfmScene,
  gutter: Gutter,
  grid: GridPlace,
  measure: Measure,
  pen: Pen,
): { labels: Label[]; height: number } {
  const title = longestFitting(scene.axis.recency, grid.end - grid.start, 'note', measure);
  const baseline = grid.top + grid.height + 3 * LINE.note + SPACE;
  return {
    labels: [
      ...rowLabels(scene, gutter.words, grid, pen),
      ...columnLabels(scene, grid, measure, pen),
      pen.label(title, grid.start, baseline, { tone: 'quiet' }),
    ],
    height: 3 * LINE.note + SPACE + 4,
  };
}
