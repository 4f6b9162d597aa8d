/** Where the values of a table come from. Readers of columns see only this, whatever stands behind. */

/** Value of a row; UNREADABLE where taking it out failed. */
export type ValueAt = (row: number) => unknown;

/** A value that could not even be looked at (a getter that throws, a revoked proxy). */
export const UNREADABLE = Symbol('unreadable');

/** Values of one place in the elements of a nested list (`refunds[].total`): they are added up. */
export class Parts {
  constructor(readonly values: readonly unknown[]) {}
}

export interface TableSource {
  /** JSON path of the table: `$`, `$.orders`. */
  readonly path: string;
  readonly length: number;
  /** Looks at one row: learns its headers. False when it is no row at all. */
  scan(row: number): boolean;
  /** Headers of all rows scanned, in alphabetical order; members of nested objects by dotted path. */
  headers(): string[];
  /** True for a header under which no row has anything. */
  isBlank(header: string): boolean;
  value(header: string): ValueAt;
  /** The whole row, for examples. */
  row(row: number): unknown;
  /** JSON path of a value, or of the whole row. */
  pathOf(row: number, header: string | null): string;
}

/** The same, and UNREADABLE instead of an exception. */
export function guarded(take: ValueAt): ValueAt {
  return (row) => {
    try {
      return take(row);
    } catch {
      return UNREADABLE;
    }
  };
}

/** Nothing stands here. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Date objects of a page stand for instants: they are values, not nested objects. */
export function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
