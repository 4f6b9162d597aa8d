/** Where the arrow keys lead from a mark. */
import type { Mark } from './types.js';

/**
 * The mark that a key leads to, or null when the key means nothing here or nothing lies in that direction. In a grid: the nearest
 * one, sideways only within the row. Marks without a place are walked through in order; up and down lead out of the grid to them.
 * @param rtl columns run from right to left.
 */
export function nextMark(marks: readonly Mark[], current: string, key: string, rtl: boolean): Mark | null {
  let at = marks.findIndex(({ id }) => id === current);
  const from = marks[at];
  const [, direction] = /^(?:Arrow)?(Left|Right|Up|Down|Home|End)$/.exec(key) ?? [];
  if (!from || !direction) return null;
  const { row, column } = from;
  if (direction === 'Home' || direction === 'End')
    return marks.filter((mark) => row === undefined || mark.row === row).at(direction === 'End' ? -1 : 0)!;
  const sideways = direction === 'Left' || direction === 'Right';
  const sign = (direction === 'Right' || direction === 'Down' ? 1 : -1) * (sideways && rtl ? -1 : 1);
  if (row === undefined) return marks[at + sign] ?? null;
  const ahead = (mark: Mark) => sign * (sideways ? mark.column! - column! : mark.row! - row) > 0 && (!sideways || mark.row === row);
  const distance = (mark: Mark) => Math.abs(mark.row! - row) * 1000 + Math.abs(mark.column! - column!);
  const [found] = marks.filter(ahead).sort((a, b) => distance(a) - distance(b));
  if (found || sideways) return found ?? null;
  do at += sign;
  while (marks[at]?.row !== undefined);
  return marks[at] ?? null;
}
