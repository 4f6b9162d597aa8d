/** Where the arrow keys lead from a mark. */
import type { Mark } from './types.js';

/**
 * The mark that a key leads to, or null when the key means nothing here or nothing lies in that direction.
 * @param rtl columns run from right to left.
 */
export type NextMark = (marks: readonly Mark[], current: string, key: string, rtl: boolean) => Mark | null;

/** Marks walked through in their order. */
export const nextInOrder: NextMark = (marks, current, key, rtl) => {
  const at = marks.findIndex(({ id }) => id === current);
  const side = rtl ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -side,
    ArrowRight: side,
    ArrowUp: -1,
    ArrowDown: 1,
    Home: -at,
    End: marks.length - 1 - at,
  };
  return (at >= 0 && marks[at + steps[key]]) || null;
};
