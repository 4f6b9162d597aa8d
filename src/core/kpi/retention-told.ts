/**
 * What of a grid may be told, so that neither a cell, nor what is left of a line of average, nor the step from one cell to the next tells of
 * a few people.
 */
import type { RetentionPartials } from './retention-partials.js';
import type { RetentionParams } from './retention-types.js';
import { isFew, tellsOfFew, withheldParts } from './suppression.js';

/** @internal A grid as far as it is told. */
export interface Told {
  readonly partials: RetentionPartials;
  /** Rows that have members. */
  readonly rows: readonly number[];
  /** By row: withheld altogether. */
  readonly hidden: readonly boolean[];
  /** Rows begin in another period each, with all of their members. */
  readonly isByPeriod: boolean;
  readonly least: number;
}

export function toldOf(partials: RetentionPartials, { key }: RetentionParams, least: number): Told {
  const { sizes } = partials;
  const rows = [...sizes.keys()].filter((row) => sizes[row] > 0);
  return { partials, rows, hidden: withheldParts(sizes, least), isByPeriod: key === 'first-order', least };
}

/**
 * By cell: 1 where it is withheld.
 * @param people Those of the members who count.
 * @param falls Who counts in a cell does so in all before it: a step tells who counted there for the last time.
 */
export function hiddenCells({ partials: { base, width }, rows, hidden, least }: Told, people: Int32Array, falls: boolean): Uint8Array {
  const cells = new Uint8Array(base.length);
  if (least <= 1) return cells;
  for (const row of rows) {
    let before: number | null = null;
    for (let cell = row * width; cell < (row + 1) * width && base[cell] > 0; cell++) {
      const isStep: boolean = falls && before !== null && isFew(Math.abs(people[cell] - before), least);
      if (hidden[row] || isStep || tellsOfFew(people[cell], base[cell], least)) cells[cell] = 1;
      else before = people[cell];
    }
  }
  return cells;
}

/** The one and the other. */
export const either = (one: Uint8Array, other: Uint8Array): Uint8Array => one.map((flag, cell) => flag | other[cell]);

/** Of some cells together those that are withheld: whether their sums may be told. */
export function mayBePooled(cells: readonly number[], people: Int32Array, { partials: { base }, least }: Told): boolean {
  const add = (grid: Int32Array): number => cells.reduce((sum, cell) => sum + grid[cell], 0);
  return cells.length === 0 || (cells.length > 1 && !tellsOfFew(add(people), add(base), least));
}

/** Cells of an age that are over for somebody. */
export const cellsAt = ({ rows, partials: { base, width } }: Told, since: number): number[] =>
  rows.map((row) => row * width + since).filter((cell) => base[cell] > 0);

/**
 * By age: whether the sums over all cohorts may be told. What is shown is taken from them by anybody: what is left must be no few, nor the
 * members by whom it differs from one age to another, nor (`falls`) the people.
 */
export function toldAges(told: Told, people: Int32Array, hides: Uint8Array, falls: boolean): boolean[] {
  const { partials, hidden, isByPeriod, least } = told;
  const { width, base } = partials;
  const ages = Array.from({ length: width }, () => true);
  if (least <= 1) return ages;
  let [members, cohorts, before]: [number, number, number | null] = [0, 0, null];
  for (let since = width - 1; since >= 0; since--) {
    const left = cellsAt(told, since).filter((cell) => hides[cell] === 1);
    const small = left.filter((cell) => hidden[(cell - since) / width]);
    const size = small.reduce((sum, cell) => sum + base[cell], 0);
    const count = left.reduce((sum, cell) => sum + people[cell], 0);
    const isNew = size !== members && (size - members < least || small.length - (isByPeriod ? cohorts : 0) < 2);
    const isStep: boolean = falls && before !== null && isFew(Math.abs(count - before), least);
    ages[since] = mayBePooled(left, people, told) && !isNew && !isStep;
    if (ages[since]) [members, cohorts, before] = [size, small.length, left.length > 0 ? count : null];
  }
  return ages;
}
