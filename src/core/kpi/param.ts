/** Checks of request parameters: fill the default, or say which rule is broken. Absent and null say nothing. */
import { refuse } from '../errors.js';

/** Value of a key, or refusal with its path. */
export type Reader<T> = (given: unknown, path: string) => T;

export type Readers<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

/** One of a list; the first when not given. */
export function oneOf<const T>(...words: readonly T[]): Reader<T> {
  return (given, path) => {
    const value = (given ?? words[0]) as T;
    return words.includes(value) ? value : refuse(path, words.join(', '), given);
  };
}

/** Whole number between two bounds, both included. */
export function whole(fallback: number, low: number, high: number): Reader<number> {
  return (given, path) => {
    const value = (given ?? fallback) as number;
    return Number.isInteger(value) && value >= low && value <= high ? value : refuse(path, `a whole number, ${low} to ${high}`, given);
  };
}

/** A plain object as a record; anything else is refused. */
export function objectParam(given: unknown, path: string): Record<string, unknown> {
  return typeof given === 'object' && given && !Array.isArray(given)
    ? (given as Record<string, unknown>)
    : refuse(path, 'an object', given);
}

/** Each key of an object, if any, through its reader; other keys are refused. */
export function readAll<T>(given: unknown, path: string, readers: Readers<T>): T {
  const raw = objectParam(given ?? {}, path);
  const keys = Object.keys(readers) as (keyof T & string)[];
  const unknown = Object.keys(raw).find((key) => (raw[key] ?? null) !== null && !keys.includes(key as keyof T & string));
  if (unknown !== undefined) refuse(path, `keys ${keys.join(', ')}`, unknown);
  return Object.fromEntries(keys.map((key) => [key, readers[key](raw[key], `${path}.${key}`)])) as T;
}

/** What a record says beyond null, false and 1, which are there by default. */
export function said<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value && value !== 1)) as T;
}
