/** Where the arrow keys lead from a mark of a grid. Loaded with the widgets that have one. */
import { nextInOrder } from './mark-keys.js';
import type { NextMark } from './mark-keys.js';
import type { Mark } from './types.js';

/** Steps of the arrow keys: columns, rows. */
const STEPS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The nearest mark in the direction, sideways only within the row. Marks without a place are walked through in order; up and down
 * lead out of the grid to them.
 */
export const nextInGrid: NextMark = (marks, current, key, rtl) => {
  let at = marks.findIndex(({ id }) => id === current);
  const { row, column = NaN } = marks[at] ?? {};
  if (row === undefined) return nextInOrder(marks, current, key, rtl);
  if (key === 'Home' || key === 'End') return marks.filter((mark) => mark.row === row).at(key === 'End' ? -1 : 0)!;
  const [right, down] = STEPS[key] ?? [0, 0];
  const side = rtl ? -right : right;
  let found: Mark | null = null;
  let least = Infinity;
  for (const mark of marks) {
    const [x, y] = [mark.column! - column, mark.row! - row];
    const distance = x * side + y * down + Math.abs(side ? y : x) / 1000;
    if (x * side + y * down > 0 && !(side && y) && distance < least) [found, least] = [mark, distance];
  }
  if (!found && down) {
    do at += down;
    while (marks[at]?.row !== undefined);
    found = marks[at] ?? null;
  }
  return found;
};
