/** Different customers with an order in some stretches of days: one look at the orders for sixteen stretches. */
import type { Span } from '../calendar/period.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay, lastOrderDay } from './order-facts.js';
import { ledgerOf } from './order-ledger.js';
import type { Ledger } from './order-ledger.js';

/** @internal Whom to count. */
export interface Presence {
  readonly now: Span;
  readonly before?: Span;
}

/** What is told of each customer, and its name. */
const enum Told {
  Now,
  Again,
  Before,
  Gone,
}
const COUNTS = ['now', 'again', 'before', 'gone'] as const;

/**
 * Customers with an order now, with two orders or more now, with one before, and with one before but none now: the whole first, then each
 * part. What was bought in a part counts in this part alone.
 */
export type PeopleIn = Readonly<Record<(typeof COUNTS)[number], Float64Array>>;

/** Stretches that are counted together: a bit each, those before on top of those now. */
const BATCH = 16;
const NOW = 2 ** BATCH - 1;
/** Sets are counted by their halves: few enough numbers to be at hand. */
const HALF = 8;
const HALVES = 2 ** HALF;

/** Where the counts of a part begin: by the lower halves, then by the upper ones. */
const placeOf = (part: number, told: Told): number => (part * COUNTS.length + told) * 2 * HALVES;

/** By day: the stretches that hold it. */
function holders(batch: readonly Presence[], first: CivilDay, last: CivilDay): Int32Array {
  const sets = new Int32Array(Math.max(last - first + 1, 0));
  const hold = ({ from, to }: Span, bit: number): void => {
    for (let day = Math.max(from, first); day <= Math.min(to, last); day++) sets[day - first] |= 1 << bit;
  };
  batch.forEach(({ now, before }, at) => {
    hold(now, at);
    if (before) hold(before, at + BATCH);
  });
  return sets;
}

/** Adds a set of 16 stretches. @param place Where the counts begin. */
function tell(counts: Int32Array, place: number, set: number): void {
  if (set === 0) return;
  counts[place + (set & (HALVES - 1))]++;
  counts[place + HALVES + (set >>> HALF)]++;
}

/** Adds a customer. @param seen Stretches in which there was an order. @param twice Those in which there was more than one. */
function tellOne(counts: Int32Array, part: number, seen: number, twice: number): void {
  const before = seen >>> BATCH;
  tell(counts, placeOf(part, Told.Now), seen & NOW);
  tell(counts, placeOf(part, Told.Again), twice & NOW);
  tell(counts, placeOf(part, Told.Before), before);
  tell(counts, placeOf(part, Told.Gone), before & ~seen);
}

/** How many customers there are by the set of stretches in which they did something. @param sets By day since the first one. */
function tellAll(ledger: Ledger, first: CivilDay, sets: Int32Array, partOf: Uint8Array | null, parts: number): Int32Array {
  const { owners, begin, end, day, row } = ledger;
  const counts = new Int32Array(placeOf(parts, Told.Now));
  const ownSeen = new Int32Array(parts);
  const ownTwice = new Int32Array(parts);
  // Before the first day of all stretches nobody need be looked at.
  const from = first + sets.findIndex((set) => set !== 0);
  for (let at = 0; at < owners.length; at++) {
    if (owners[at] < 0) continue;
    let seen = 0;
    let twice = 0;
    for (let one = end[at] - 1; one >= begin[at] && day[one] >= from; one--) {
      const set = sets[day[one] - first];
      twice |= seen & set;
      seen |= set;
      if (!partOf) continue;
      const part = partOf[row[one]];
      ownTwice[part] |= ownSeen[part] & set;
      ownSeen[part] |= set;
    }
    if (seen === 0) continue;
    tellOne(counts, 0, seen, twice);
    for (let part = 1; part < parts; part++) {
      tellOne(counts, part, ownSeen[part], ownTwice[part]);
      ownSeen[part] = ownTwice[part] = 0;
    }
  }
  return counts;
}

/** Customers whose sets hold one stretch. */
function holding(counts: Int32Array, part: number, told: Told, at: number): number {
  const bit = 1 << (at % HALF);
  const place = placeOf(part, told) + (at < HALF ? 0 : HALVES);
  let total = 0;
  for (let set = bit; set < HALVES; set = (set + 1) | bit) total += counts[place + set];
  return total;
}

/**
 * Counts people, and nobody who is not known; in slices.
 * @param partOf Part of each row of the table, from 1 on; null without a split.
 * @param parts Parts, the whole included.
 */
export function* peoplePieces(
  context: KpiContext,
  asked: readonly Presence[],
  partOf: Uint8Array | null = null,
  parts = 1,
): Generator<void, PeopleIn[], void> {
  const ledger = ledgerOf(context);
  const first = firstOrderDay(context.dataset);
  const last = lastOrderDay(context.dataset);
  const found: PeopleIn[] = [];
  for (let from = 0; from < asked.length; from += BATCH) {
    const batch = asked.slice(from, from + BATCH);
    const counts = tellAll(ledger, first, holders(batch, first, last), partOf, parts);
    for (const at of batch.keys()) {
      const counted = COUNTS.map((name, told) => [
        name,
        Float64Array.from({ length: parts }, (_, part) => holding(counts, part, told, at)),
      ]);
      found.push(Object.fromEntries(counted) as PeopleIn);
    }
    yield;
  }
  return found;
}
