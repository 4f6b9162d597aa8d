/** Where the arrow keys lead from a mark. */
import type { Mark } from './types.js';

type Direction = 'left' | 'right' | 'up' | 'down';

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

interface Placed {
  mark: Mark;
  row: number;
  column: number;
}

function placed(marks: readonly Mark[]): Placed[] {
  return marks.flatMap((mark) =>
    mark.row === undefined || mark.column === undefined ? [] : [{ mark, row: mark.row, column: mark.column }],
  );
}

const byDistance = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0] || a[1] - b[1];

/** The nearest placed mark in a direction; sideways only within the row. */
function neighbour(marks: readonly Placed[], from: Placed, direction: Direction): Mark | undefined {
  const sideways = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const candidates = marks.flatMap((to) => {
    const along = sign * (sideways ? to.column - from.column : to.row - from.row);
    const across = Math.abs(sideways ? to.row - from.row : to.column - from.column);
    return along > 0 && (!sideways || across === 0) ? [{ to, distance: [along, across] as const }] : [];
  });
  return candidates.sort((a, b) => byDistance(a.distance, b.distance))[0]?.to.mark;
}

/** Beyond the edge of the grid: the nearest mark, in reading order, that has no place in it. */
function outside(marks: readonly Mark[], from: Mark, step: 1 | -1): Mark | undefined {
  const free = (mark: Mark) => mark.row === undefined;
  for (let i = marks.indexOf(from) + step; marks[i]; i += step) if (free(marks[i])) return marks[i];
  return undefined;
}

/** Home and End: of the row in a grid, of everything otherwise. */
function edge(marks: readonly Mark[], from: Mark, last: boolean): Mark | undefined {
  const row = from.row === undefined ? marks : marks.filter((mark) => mark.row === from.row);
  const sorted = from.row === undefined ? row : [...row].sort((a, b) => (a.column ?? 0) - (b.column ?? 0));
  return sorted.at(last ? -1 : 0);
}

/**
 * The mark that a key leads to, or null when the key means nothing here or nothing lies in that direction.
 * @param rtl columns run from right to left.
 */
export function nextMark(marks: readonly Mark[], current: string, key: string, rtl: boolean): Mark | null {
  const from = marks.find((mark) => mark.id === current);
  if (!from) return null;
  if (key === 'Home' || key === 'End') return edge(marks, from, key === 'End') ?? null;
  let direction = DIRECTIONS[key];
  if (!direction) return null;
  if (rtl && direction === 'left') direction = 'right';
  else if (rtl && direction === 'right') direction = 'left';
  const step = direction === 'right' || direction === 'down' ? 1 : -1;
  const grid = placed(marks);
  const here = grid.find((each) => each.mark === from);
  if (!here) return marks[marks.indexOf(from) + step] ?? null;
  return neighbour(grid, here, direction) ?? (direction === 'up' || direction === 'down' ? outside(marks, from, step) : undefined) ?? null;
}
