/** Checks of request parameters: fill the default, or say which rule is broken. */
import { KpiError } from '../errors.js';

/** A value as an error may show it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** @throws KpiError `invalid-param`: `path` broke `rule`. */
export function refuseParam(path: string, rule: string, advice: string, got: unknown): never {
  const text = shown(got);
  throw new KpiError('invalid-param', `${path} ${rule}: ${advice}; got ${text}`, { path, details: { param: path, got: text } });
}

/** One of a list of words; `fallback` when not given. */
export function wordParam<T extends string>(given: unknown, words: readonly T[], fallback: T, path: string): T {
  if (given === undefined || given === null) return fallback;
  const found = words.find((word) => word === given);
  return found ?? refuseParam(path, 'is one of a list', `give one of ${words.join(', ')}`, given);
}

/** Whole number between two bounds, both included; `fallback` when not given. */
export function integerParam(given: unknown, bounds: readonly [number, number], fallback: number, path: string): number {
  if (given === undefined || given === null) return fallback;
  if (typeof given === 'number' && Number.isInteger(given) && given >= bounds[0] && given <= bounds[1]) return given;
  return refuseParam(path, 'is a whole number', `give ${bounds[0]} to ${bounds[1]}`, given);
}

export function booleanParam(given: unknown, fallback: boolean, path: string): boolean {
  if (given === undefined || given === null) return fallback;
  return typeof given === 'boolean' ? given : refuseParam(path, 'is a boolean', 'give true or false', given);
}

/** A plain object as a record; anything else is refused. */
export function objectParam(given: unknown, path: string): Record<string, unknown> {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Record<string, unknown>;
  return refuseParam(path, 'is an object', 'give an object', given);
}

/** The object as a record, when it has no key but these; null and undefined say nothing. */
export function knownKeys(given: object, keys: readonly string[], path: string): Record<string, unknown> {
  const record = given as Record<string, unknown>;
  const unknown = Object.keys(record).find((key) => record[key] !== undefined && record[key] !== null && !keys.includes(key));
  if (unknown !== undefined) refuseParam(path, `has no key ${shown(unknown)}`, `use ${keys.join(', ')}`, unknown);
  return record;
}
