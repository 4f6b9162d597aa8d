/** Sliding windows that end on the as-of day: `auto`, `all`, `3M` (calendar months), `90D` (days). */
import { KpiError } from '../errors.js';
import { addMonths } from './civil-day.js';
import type { CivilDay } from './civil-day.js';

/** A window whose length is known. */
export type FixedWindow =
  { readonly kind: 'all' } | { readonly kind: 'months'; readonly count: number } | { readonly kind: 'days'; readonly count: number };
/** `auto`: the KPI finds the length in the data. */
export type WindowSpec = { readonly kind: 'auto' } | FixedWindow;

const MAX = { months: 1200, days: 36525 } as const;

function refuse(given: unknown, path: string): never {
  const got = typeof given === 'string' ? JSON.stringify(given) : String(given);
  throw new KpiError(
    'invalid-param',
    `window is "auto", "all", months or days: give for instance "3M" or "90D" (at most 100 years); got ${got}`,
    {
      path,
      details: { param: path, got },
    },
  );
}

/**
 * Window of its text, letter case aside.
 * @param path Where the text stands, for the error.
 * @throws KpiError `invalid-param`.
 */
export function parseWindow(given: unknown, path = 'params.window'): WindowSpec {
  if (typeof given !== 'string') return refuse(given, path);
  const text = given.trim().toLowerCase();
  if (text === 'auto' || text === 'all') return { kind: text };
  const match = /^(\d{1,5})([md])$/.exec(text);
  if (match === null) return refuse(given, path);
  const kind = match[2] === 'm' ? 'months' : 'days';
  const count = Number(match[1]);
  return count >= 1 && count <= MAX[kind] ? { kind, count } : refuse(given, path);
}

/** Canonical text: `auto`, `all`, `3M`, `90D`. */
export function formatWindow(spec: WindowSpec): string {
  if (spec.kind === 'months') return `${spec.count}M`;
  return spec.kind === 'days' ? `${spec.count}D` : spec.kind;
}

/** First day inside (asOf - W, asOf], the day after asOf - W; null when the window has no beginning. */
export function windowStart(asOf: CivilDay, spec: FixedWindow): CivilDay | null {
  if (spec.kind === 'all') return null;
  return (spec.kind === 'months' ? addMonths(asOf, -spec.count) : asOf - spec.count) + 1;
}
