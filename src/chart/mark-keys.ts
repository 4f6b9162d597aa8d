/** Where the arrow keys lead from a mark. */
import type { Mark } from './types.js';

/** The nearest mark of the grid in a direction: the row or column first, then the distance across; sideways only within the row. */
function neighbour(marks: readonly Mark[], from: Mark, sideways: boolean, sign: number): Mark | undefined {
  let least = Infinity;
  let found: Mark | undefined;
  for (const mark of marks) {
    const down = mark.row! - from.row!;
    const right = mark.column! - from.column!;
    const distance = sideways ? (down ? NaN : sign * right) : sign * down + Math.abs(right) / 1000;
    if ((sideways ? right : down) * sign > 0 && distance < least) {
      least = distance;
      found = mark;
    }
  }
  return found;
}

/**
 * The mark that a key leads to, or null when the key means nothing here or nothing lies in that direction. Marks without a place
 * are walked through in order; up and down lead out of the grid to the nearest of them.
 * @param rtl columns run from right to left.
 */
export function nextMark(marks: readonly Mark[], current: string, key: string, rtl: boolean): Mark | null {
  let at = marks.findIndex(({ id }) => id === current);
  const from = marks[at];
  const [, direction] = /^(?:Arrow)?(Left|Right|Up|Down|Home|End)$/.exec(key) ?? [];
  if (!from || !direction) return null;
  const { row } = from;
  if (direction === 'Home' || direction === 'End') {
    const line = marks.filter((mark) => row === undefined || mark.row === row);
    return line.at(direction === 'End' ? -1 : 0) ?? null;
  }
  const sideways = direction === 'Left' || direction === 'Right';
  const sign = (direction === 'Right' || direction === 'Down' ? 1 : -1) * (sideways && rtl ? -1 : 1);
  if (row === undefined) return marks[at + sign] ?? null;
  const found = neighbour(marks, from, sideways, sign);
  if (found || sideways) return found ?? null;
  do at += sign;
  while (marks[at]?.row !== undefined);
  return marks[at] ?? null;
}
