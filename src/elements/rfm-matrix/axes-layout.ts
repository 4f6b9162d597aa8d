/** Levels of both axes in words: scores and the values that get them. */
import { LINE, MIDDLE, longestFitting, type Label, type Measure, type Pen } from './geometry.js';
import type { LevelScene, RfmScene } from './scene.js';

const GUTTER = { least: 22, gap: 8 };
/** Below a column of labels before the title of the axis. */
const SPACE = 2;

interface GridPlace {
  readonly start: number;
  readonly top: number;
  readonly gap: number;
  readonly width: number;
  readonly height: number;
  readonly cell: { readonly width: number; readonly height: number };
  /** From the start of the cells to the end of the picture. */
  readonly room: number;
}

/** Room for the words of the frequency axis. */
export function gutterOf(scene: RfmScene, measure: Measure): number {
  const widest = Math.max(...scene.rows.map((row) => measure(row.wordings[0] ?? '', 'note')));
  return Math.max(GUTTER.least, Math.ceil(widest)) + GUTTER.gap;
}

/** The longest wording that every column has room for; the last ones take turns on two lines where none has. */
function columnWords(columns: readonly LevelScene[], room: number, measure: Measure): { words: string[]; lines: 1 | 2 } {
  const longest = Math.max(...columns.map((column) => column.wordings.length));
  const at = (column: LevelScene, from: number) => column.wordings[Math.min(from, column.wordings.length - 1)] ?? '';
  for (let from = 0; from < longest; from++) {
    const words = columns.map((column) => at(column, from));
    if (words.every((word) => measure(word, 'note') <= room)) return { words, lines: 1 };
  }
  return { words: columns.map((column) => at(column, longest - 1)), lines: 2 };
}

function rowLabels(scene: RfmScene, grid: GridPlace, pen: Pen): Label[] {
  const withScore = grid.cell.height >= 2 * LINE.note;
  const at = grid.start - GUTTER.gap;
  return scene.rows.flatMap((row, index) => {
    const centre = grid.top + index * (grid.cell.height + grid.gap) + grid.cell.height / 2 + MIDDLE.note;
    const word = pen.label(row.wordings[0] ?? '', at, withScore ? centre - 7 : centre, { anchor: 'end' });
    return withScore ? [word, pen.label(row.letter, at, centre + 7, { anchor: 'end', tone: 'quiet' })] : [word];
  });
}

export function axesLayout(scene: RfmScene, grid: GridPlace, measure: Measure, pen: Pen): { labels: Label[]; height: number } {
  const { words, lines } = columnWords(scene.columns, grid.cell.width - grid.gap, measure);
  const y = grid.top + grid.height + LINE.note;
  const labels = rowLabels(scene, grid, pen);
  for (const [index, column] of scene.columns.entries()) {
    const middle = grid.start + index * (grid.cell.width + grid.gap) + grid.cell.width / 2;
    labels.push(pen.label(words[index] ?? '', middle, y + (index % lines) * LINE.note, { anchor: 'middle' }));
    if (lines === 1) labels.push(pen.label(column.letter, middle, y + LINE.note - 1, { anchor: 'middle', tone: 'quiet' }));
  }
  const title = longestFitting(scene.axis.recency, grid.room, 'note', measure);
  labels.push(pen.label(title, grid.start, y + 2 * LINE.note + SPACE, { tone: 'quiet' }));
  return { labels, height: 3 * LINE.note + SPACE + 4 };
}
