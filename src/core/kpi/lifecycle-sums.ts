/** Histories added up: of everybody, or of those whom a filter chooses. */
import { NEVER } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { Histories } from './lifecycle-history.js';
import { PLACES } from './stage-rules.js';

/** @internal Stays by their days. */
export interface Stays {
  readonly ended: Int32Array;
  /** Not over on the as-of day. */
  readonly open: Int32Array;
}

/** @internal */
export interface MonthCount {
  readonly start: CivilDay;
  readonly end: CivilDay;
  /** With an order: first ever, after one in the month before, or after a longer time. */
  readonly fresh: number;
  readonly retained: number;
  readonly reactivated: number;
}

/** @internal */
export interface HistorySums {
  /** From each date to the next one: customers by passage. */
  readonly passages: readonly Int32Array[];
  /** By passage between the last two dates, from each of the days on. */
  readonly revenues: readonly Float64Array[];
  /** The same of margins, from the last of these days on; null where costs are not known. */
  readonly margins: Float64Array | null;
  /** By stage. */
  readonly stays: readonly Stays[];
  readonly months: readonly MonthCount[];
  /** Somebody is known before a first order. */
  readonly knowsProspects: boolean;
}

const CELLS = PLACES * PLACES;

// What loops see are typed arrays alone: engines forget the shape of objects that are made anew for each request.

/** By customer: those who count, as 1. */
function chosenOf(customers: number, inside: Uint8Array | null): Uint8Array {
  return inside ? inside.subarray(1) : new Uint8Array(customers).fill(1);
}

function addMarks(counts: Int32Array, marks: Int32Array, ends: Int32Array, from: number, chosen: Uint8Array): void {
  let at = 0;
  for (let place = 0; place < ends.length; place++) {
    const end = ends[place];
    if (chosen[from + place] === 0) at = end;
    for (; at < end; at++) counts[marks[at]]++;
  }
}

function countPaths(paths: Int32Array, chosen: Uint8Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (let owner = 0; owner < paths.length; owner++) counts[paths[owner]] += chosen[owner];
  return counts;
}

function addRevenue(revenue: Float64Array, paths: Int32Array, chosen: Uint8Array): Float64Array {
  const sums = new Float64Array(CELLS);
  for (let owner = 0; owner < paths.length; owner++) if (chosen[owner] === 1) sums[paths[owner] % CELLS] += revenue[owner];
  return sums;
}

function knowsAny(entries: Int32Array, chosen: Uint8Array): boolean {
  for (let owner = 0; owner < entries.length; owner++) if (chosen[owner] === 1 && entries[owner] !== NEVER) return true;
  return false;
}

/** Customers by all their stages -> by each passage. */
function passagesOf(counts: Int32Array, dates: number): Int32Array[] {
  const passages = Array.from({ length: dates - 1 }, () => new Int32Array(CELLS));
  counts.forEach((customers, path) => {
    if (customers === 0) return;
    for (let at = dates - 2, rest = path; at >= 0; at--, rest = Math.floor(rest / PLACES)) passages[at][rest % CELLS] += customers;
  });
  // Who is outside at both dates is in nothing.
  for (const one of passages) one[0] = 0;
  return passages;
}

/** @param dates How many. @param inside By customer row + 1: 1 for those who count; null: everybody. */
export function* sumPieces(
  { parts, span, starts, paths, entries, revenues, margins }: Histories,
  dates: number,
  inside: Uint8Array | null,
): Generator<void, HistorySums, void> {
  const chosen = chosenOf(paths.length, inside);
  const counts = new Int32Array(2 * PLACES * span + 3 * starts.length);
  for (const { marks, ends, from } of parts) addMarks(counts, marks, ends, from, chosen);
  yield;
  const days = (stage: number) => counts.subarray(stage * span, (stage + 1) * span);
  return {
    passages: passagesOf(countPaths(paths, chosen, PLACES ** dates), dates),
    revenues: revenues.map((revenue) => addRevenue(revenue, paths, chosen)),
    margins: margins && addRevenue(margins, paths, chosen),
    stays: Array.from({ length: PLACES }, (_, stage) => ({ ended: days(stage), open: days(PLACES + stage) })),
    months: starts.slice(1).map((next, place) => {
      const [fresh, retained, reactivated] = counts.subarray(2 * PLACES * span + 3 * place);
      return { start: starts[place], end: next - 1, fresh, retained, reactivated };
    }),
    knowsProspects: knowsAny(entries, chosen),
  };
}
