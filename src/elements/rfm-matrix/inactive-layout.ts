/** The inactive customers, beside the matrix and not in it. */
import { wrap } from '../../chart/truncate.js';
import type { Grid } from './cells-layout.js';
import { LINE, longestFitting, strongWidth, type Box, type Label, type Measure, type Pen } from './geometry.js';
import type { RfmScene } from './scene.js';

export interface InactiveLayout {
  readonly box: Box;
  readonly labels: readonly Label[];
}

type Inactive = NonNullable<RfmScene['inactive']>;

const COLUMN = { width: 96, gap: 16, padding: 8, least: 60 };
const LINE_OF_TEXT = { widest: 480, padding: 8 };
/** Width of the matrix from which a column leaves enough room for the cells. */
const COLUMN_FROM = 440;

/** Room that a column takes at the start of the line; 0 where there is none. */
export function columnRoom(scene: RfmScene, width: number): number {
  return scene.inactive && width >= COLUMN_FROM ? COLUMN.width + COLUMN.gap : 0;
}

/** A column beside the old end of the recency axis, over the height of the matrix. */
export function inactiveColumn(inactive: Inactive, grid: Grid, measure: Measure, pen: Pen): InactiveLayout {
  const room = COLUMN.width - 2 * COLUMN.padding;
  const middle = COLUMN.width / 2;
  const height = Math.max(COLUMN.least, grid.height);
  const rule = wrap(inactive.rule, room, (text) => measure(text, 'note'));
  const fitting = Math.max(0, Math.floor((height - 2 * COLUMN.padding - LINE.body - LINE.note) / LINE.note));
  const lines = [inactive.word, ...(rule.length <= fitting ? rule : [])];
  const top = grid.top + (height - LINE.body - lines.length * LINE.note) / 2;
  const isWide = strongWidth(inactive.count[0] ?? '', 'body', measure) > room;
  const count = isWide ? inactive.count.at(-1) : inactive.count[0];
  return {
    box: pen.box(0, grid.top, COLUMN.width, height),
    labels: [
      pen.label(count ?? '', middle, top + 15, { size: 'body', anchor: 'middle', tone: 'strong' }),
      ...lines.map((line, index) =>
        pen.label(line, middle, top + LINE.body + index * LINE.note + 12, { anchor: 'middle', tone: index === 0 ? 'plain' : 'quiet' }),
      ),
    ],
  };
}

/** Lines below the axis, where a column would take the room of the cells. */
export function inactiveLines(inactive: Inactive, y: number, end: number, measure: Measure, pen: Pen): InactiveLayout {
  const width = Math.min(end, LINE_OF_TEXT.widest);
  const room = width - 2 * LINE_OF_TEXT.padding;
  const count = longestFitting(inactive.count, room, 'note', measure);
  const lines = wrap(`${count} ${inactive.word}, ${inactive.rule}`, room, (text) => measure(text, 'note'));
  return {
    box: pen.box(0, y, width, lines.length * LINE.note + LINE_OF_TEXT.padding),
    labels: lines.map((line, index) => pen.label(line, LINE_OF_TEXT.padding, y + LINE_OF_TEXT.padding / 2 + index * LINE.note + 12)),
  };
}
