/** Typed arrays that take more. */

/** The same cells in an array of another length; what is new holds `blank`. */
export function grown<T extends Int32Array | Uint32Array | Float64Array | Uint8Array>(cells: T, length: number, blank = 0): T {
  const all = new (cells.constructor as new (length: number) => T)(length);
  // Memory that is new is 0 as it comes: writing it would take it.
  if (blank !== 0) all.fill(blank);
  all.set(cells);
  return all;
}
