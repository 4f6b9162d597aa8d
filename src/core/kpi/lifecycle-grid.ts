/** Passages as a table: one row for each stage of origin, one column for each of destination. Sums, and what must be withheld. */
import { PLACES } from './stage-rules.js';
import { withheldParts } from './suppression.js';

const each = [...Array(PLACES).keys()];
const cellsOf = (line: number, isRow: boolean): number[] => each.map((other) => (isRow ? line * PLACES + other : other * PLACES + line));

/** Sums of the rows, or of the columns. */
export function lineSums(grid: ArrayLike<number>, areRows: boolean): number[] {
  return each.map((line) => cellsOf(line, areRows).reduce((total, cell) => total + grid[cell], 0));
}

/** @internal */
export interface Withheld {
  readonly cells: readonly boolean[];
  /** Sums of rows and of columns. */
  readonly before: readonly boolean[];
  readonly after: readonly boolean[];
}

/**
 * Cells and sums to withhold, so that no sum that is shown tells a cell that is not: a line with one such cell has another one or no sum,
 * and a line without its sum shows no cell.
 */
export function withheldCells(grid: Int32Array, least: number): Withheld {
  const cells = Array.from(grid, () => false);
  const sums = [true, false].map((areRows) => lineSums(grid, areRows));
  const hidden = sums.map((sizes) => sizes.map(() => false));
  for (let changes = +(least > 1); changes;) {
    changes = 0;
    const hide = (flags: boolean[], at: number): void => {
      if (!flags[at]) changes++;
      flags[at] = true;
    };
    hidden.forEach((flags, side) => {
      withheldParts(sums[side], least, flags).forEach((isHidden, line) => isHidden && hide(flags, line));
      for (const line of each) {
        const places = cellsOf(line, side === 0).filter((cell) => grid[cell] > 0);
        const parts = withheldParts(
          places.map((cell) => grid[cell]),
          least,
          places.map((cell) => cells[cell]),
        );
        places.forEach((cell, at) => (parts[at] || flags[line]) && hide(cells, cell));
        if (parts.filter(Boolean).length === 1) hide(flags, line);
      }
    });
  }
  return { cells, before: hidden[0], after: hidden[1] };
}
