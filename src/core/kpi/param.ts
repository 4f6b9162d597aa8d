/** Checks of request parameters: fill the default, or say which rule is broken. Absent and null say nothing. */
import { refuse } from '../errors.js';

/** One of a list of values; `fallback` when not given. */
export function wordParam<const T>(given: unknown, words: readonly T[], fallback: T, path: string): T {
  const value = (given ?? fallback) as T;
  return words.includes(value) ? value : refuse(path, words.join(', '), given);
}

/** Whole number between two bounds, both included; `fallback` when not given. */
export function integerParam(given: unknown, [low, high]: readonly [number, number], fallback: number, path: string): number {
  const value = (given ?? fallback) as number;
  return Number.isInteger(value) && value >= low && value <= high ? value : refuse(path, `a whole number, ${low} to ${high}`, given);
}

export function booleanParam(given: unknown, fallback: boolean, path: string): boolean {
  return wordParam(given, [false, true], fallback, path);
}

/** A plain object as a record; anything else is refused. */
export function objectParam(given: unknown, path: string): Record<string, unknown> {
  return typeof given === 'object' && given && !Array.isArray(given)
    ? (given as Record<string, unknown>)
    : refuse(path, 'an object', given);
}

/** An object, if any, as a record without other keys than these. */
export function knownKeys(given: unknown, keys: readonly string[], path: string): Record<string, unknown> {
  const record = objectParam(given ?? {}, path);
  const unknown = Object.keys(record).find((key) => (record[key] ?? null) !== null && !keys.includes(key));
  return unknown === undefined ? record : refuse(path, `keys ${keys.join(', ')}`, unknown);
}

/** @throws KpiError `invalid-param`: `path` broke `rule`. */
export function refuseParam(path: string, rule: string, advice: string, got: unknown): never {
  return refuse(path, `${rule}, ${advice}`, got);
}
