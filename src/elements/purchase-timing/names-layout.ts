/** Where the names of the curves stand: beside their ends where all of them fit, else as a legend over the plot. */
import type { Line } from './timing-context.js';
import type { Pen } from '../../chart/pen.js';

/** @internal */
export interface Names {
  /** By line: where its key begins, and its middle; null: beside the ends. */
  readonly legend: readonly (readonly [start: number, middle: number])[] | null;
  /** Width that they take beside the plot, and height over it. */
  readonly beside: number;
  readonly over: number;
}

/** Length of a key, long enough for its dashes; and from its start to the name. */
export const KEY = 20;
export const KEY_ROOM = KEY + 4;

const ROW = 24;
const APART = 20;
/** Beside the plot: from its end to the key. */
export const BESIDE = 4;
/** Most of the width that names may take beside the plot. */
const SHARE = 0.35;

export const nameLook = (look: string): string => (look === 'main' ? 'note strong' : 'note');

export function placeNames(lines: readonly Line[], width: number, top: number, pen: Pen): Names {
  const widths = lines.map(({ name, look }) => Math.min(pen.width(name, nameLook(look)) + KEY_ROOM, width));
  const beside = Math.max(0, ...widths) + BESIDE;
  if (beside <= width * SHARE) return { legend: null, beside, over: 0 };
  let [start, row] = [0, 0];
  const legend = widths.map((own): [number, number] => {
    if (start > 0 && start + own > width) [start, row] = [0, row + 1];
    const place: [number, number] = [start, top + (row + 0.5) * ROW * pen.scale];
    start += own + APART;
    return place;
  });
  return { legend, beside: 0, over: (row + 1) * ROW * pen.scale };
}
