/** Where the arrow keys lead from a mark. */
import type { Mark } from './types.js';

/** Steps of the arrow keys: columns, rows. */
const STEPS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The mark that a key leads to, or null when the key means nothing here or nothing lies in that direction. In a grid: the nearest mark,
 * sideways only within the row. Marks without a place in a grid are walked through in order; up and down lead out of the grid to them.
 * @param rtl columns run from right to left.
 */
export function nextMark(marks: readonly Mark[], current: string, key: string, rtl: boolean): Mark | null {
  let at = marks.findIndex(({ id }) => id === current);
  const { row, column = NaN } = marks[at] ?? {};
  const [right, down] = STEPS[key] ?? [0, 0];
  const side = rtl ? -right : right;
  const isFree = row === undefined;
  const line = isFree ? marks : marks.filter((mark) => mark.row === row);
  if (key === 'Home' || key === 'End') return (at >= 0 && line.at(key === 'End' ? -1 : 0)) || null;
  if (isFree) return (side + down && marks[at + side + down]) || null;
  const ahead = (mark: Mark) => (mark.column! - column) * side + (mark.row! - row) * down;
  const aside = (mark: Mark) => Math.abs(mark.column! - column);
  const [found] = (side ? line : marks).filter((mark) => ahead(mark) > 0).sort((a, b) => ahead(a) - ahead(b) || aside(a) - aside(b));
  if (found || !down) return found ?? null;
  do at += down;
  while (marks[at]?.row !== undefined);
  return marks[at] ?? null;
}
