/** Marks in words over the plot, each in a column of its own, in as many rows as they need. */
import type { TimingContext } from './timing-context.js';
import type { Pen } from '../../chart/pen.js';
import type { TimingCurve } from '../../core/kpi/purchase-timing-types.js';

/** Widest column. */
const MOST = 160;
const GUTTER = 8;
const ROW = 42;

interface Grid {
  readonly columns: number;
  readonly height: number;
}

/** As many columns as hold any share. */
export function marksGrid(count: number, width: number, pen: Pen): Grid {
  const least = pen.width('100,0\u00a0%', 'strong') + GUTTER;
  const rows = Math.ceil(count / Math.max(1, Math.min(count, Math.floor((width + GUTTER) / least))));
  return { columns: Math.ceil(count / rows), height: rows * ROW * pen.scale };
}

export function writeMarks({ terms, format }: TimingContext, { marks }: TimingCurve, width: number, pen: Pen): void {
  const { columns } = marksGrid(marks.length, width, pen);
  const room = Math.min(MOST * pen.scale, (width + GUTTER) / columns);
  const long = marks.map(({ days }) => terms.mark(days));
  const fits = long.every((text) => pen.width(text, 'note') <= room - GUTTER);
  marks.forEach(({ days, probability }, i) => {
    const [start, top] = [(i % columns) * room, Math.floor(i / columns) * ROW];
    pen.write([fits ? long[i] : terms.daysShort(days), 'note'], start, (top + 8) * pen.scale, room - GUTTER);
    pen.write([format.rate(probability), 'strong'], start, (top + 26) * pen.scale, room - GUTTER);
  });
}
