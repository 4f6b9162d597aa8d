/** Different customers with an order in some stretches of days: one look at the orders for a dozen stretches. */
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay, lastOrderDay } from './order-facts.js';
import { ledgerOf } from './order-ledger.js';
import type { Ledger } from './order-ledger.js';

/** @internal First and last day. */
export interface Stretch {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

/** @internal Whom to count. */
export interface Presence {
  readonly now: Stretch;
  readonly before?: Stretch;
}

const COUNTS = ['now', 'again', 'before', 'gone'] as const;

/**
 * Customers with an order now, with two orders or more now, with one before, and with one before but none now: the whole first, then each
 * part. What was bought in a part counts in this part alone.
 */
export type PeopleIn = Readonly<Record<(typeof COUNTS)[number], Float64Array>>;

/** Stretches that are counted together: a bit each. */
const BATCH = 12;
const SETS = 2 ** BATCH;

/** By day: the stretches that hold it. */
function holders(stretches: readonly (Stretch | undefined)[], first: CivilDay, last: CivilDay): Int32Array {
  const sets = new Int32Array(Math.max(last - first + 1, 0));
  stretches.forEach((stretch, at) => {
    if (!stretch) return;
    const end = Math.min(stretch.to, last);
    for (let day = Math.max(stretch.from, first); day <= end; day++) sets[day - first] |= 1 << at;
  });
  return sets;
}

/** How many customers there are by the set of stretches in which they did something, part after part. */
type Sets = Readonly<Record<(typeof COUNTS)[number], Int32Array>>;

/** @param place Where the sets of a part begin. */
function tell(sets: Sets, place: number, now: number, again: number, before: number): void {
  if (now) sets.now[place + now]++;
  if (again) sets.again[place + again]++;
  if (before) sets.before[place + before]++;
  if (before & ~now) sets.gone[place + (before & ~now)]++;
}

/** @param now By day since the first one, the stretches that hold it; `before` likewise. */
function tellAll(ledger: Ledger, first: CivilDay, now: Int32Array, before: Int32Array, partOf: Uint8Array | null, parts: number): Sets {
  const { owners, begin, end, day, row } = ledger;
  const sets = Object.fromEntries(COUNTS.map((name) => [name, new Int32Array(SETS * parts)])) as Sets;
  const [ownNow, ownAgain, ownBefore] = [new Int32Array(parts), new Int32Array(parts), new Int32Array(parts)];
  for (let at = 0; at < owners.length; at++) {
    if (owners[at] < 0) continue;
    let seen = 0;
    let twice = 0;
    let was = 0;
    for (let one = begin[at]; one < end[at]; one++) {
      const set = now[day[one] - first];
      const earlier = before[day[one] - first];
      twice |= seen & set;
      seen |= set;
      was |= earlier;
      if (!partOf) continue;
      const part = partOf[row[one]];
      ownAgain[part] |= ownNow[part] & set;
      ownNow[part] |= set;
      ownBefore[part] |= earlier;
    }
    tell(sets, 0, seen, twice, was);
    for (let part = 1; part < parts; part++) {
      tell(sets, part * SETS, ownNow[part], ownAgain[part], ownBefore[part]);
      ownNow[part] = ownAgain[part] = ownBefore[part] = 0;
    }
  }
  return sets;
}

/** Customers whose sets hold one stretch. */
function holding(counts: Int32Array, place: number, at: number): number {
  let total = 0;
  for (let set = 1 << at; set < SETS; set = (set + 1) | (1 << at)) total += counts[place + set];
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
    const [now, before] = (['now', 'before'] as const).map((name) =>
      holders(
        batch.map((one) => one[name]),
        first,
        last,
      ),
    );
    const sets = tellAll(ledger, first, now, before, partOf, parts);
    for (const at of batch.keys()) {
      const counted = COUNTS.map((name) => [name, Float64Array.from({ length: parts }, (_, part) => holding(sets[name], part * SETS, at))]);
      found.push(Object.fromEntries(counted) as PeopleIn);
    }
    yield;
  }
  return found;
}
