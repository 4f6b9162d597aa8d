import { wilsonInterval } from './wilson.js';

/** part / whole; null when the whole is not above 0. */
export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/**
 * Proportion and its Wilson interval of 95 %; nulls when either is not known, the whole is 0, or the part is larger: then it is no
 * part.
 */
export function proportion(part: number | null, whole: number | null): [rate: number | null, interval: [number, number] | null] {
  return part === null || !whole || part > whole ? [null, null] : [part / whole, wilsonInterval(part, whole)];
}
