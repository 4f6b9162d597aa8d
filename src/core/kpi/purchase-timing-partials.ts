/** What `purchase-timing` counts, in integers: waits by their days, and intervals. */
import type { KpiContext } from './contract.js';
import { occasionsOf } from './occasions.js';
import { lastOrders } from './order-sums.js';
import { groupSpells } from './purchase-timing-groups.js';
import type { SpellGroups } from './purchase-timing-groups.js';
import { intervalCounts } from './purchase-timing-gaps.js';
import type { IntervalCounts } from './purchase-timing-gaps.js';
import { collectSpells } from './purchase-timing-spells.js';
import type { Spells } from './purchase-timing-spells.js';
import type { PurchaseId, PurchaseTimingParams, TimingCurve } from './purchase-timing-types.js';

export const KINDS: readonly PurchaseId[] = ['first', 'second', 'next'];

/** Steps from one purchase to another that are told one by one. */
const STEPS = 5;

/** @internal Waits by the days that they took, or have taken so far. */
export interface Waits {
  customers: number;
  readonly events: Int32Array;
  readonly censored: Int32Array;
}

/** @internal */
export interface PurchaseTimingPartials {
  readonly hasOrders: boolean;
  readonly guestOrders: number;
  readonly used: number;
  /** Registered before the first order; bought before they registered. */
  readonly early: number;
  readonly ahead: number;
  /** Registrations whose day is known and counts. */
  readonly registered: number;
  /** The column by which to split is not there. */
  readonly lacks: boolean;
  readonly waits: readonly (Pick<TimingCurve, 'id' | 'part' | 'group'> & Waits)[];
  /** From the first purchase on. */
  readonly steps: readonly Waits[];
  readonly intervals: IntervalCounts;
}

/** @param slotOf of a spell; -1: not counted. Spells of a customer stand together. */
function countWaits({ length, owner, days, ended }: Spells, slots: number, slotOf: (at: number) => number): Waits[] {
  let longest = -1;
  for (let at = 0; at < length; at++) longest = Math.max(longest, days[at]);
  const column = () => new Int32Array(longest + 1);
  const waits = Array.from({ length: slots }, (): Waits => ({ customers: 0, events: column(), censored: column() }));
  const last = new Int32Array(slots).fill(-1);
  for (let at = 0; at < length; at++) {
    const slot = slotOf(at);
    if (slot < 0) continue;
    const { events, censored } = waits[slot];
    (ended[at] === 1 ? events : censored)[days[at]]++;
    waits[slot].customers += +(last[slot] !== owner[at]);
    last[slot] = owner[at];
  }
  return waits;
}

/** Everybody of each kind, then the groups of each kind: those in which somebody waits. */
function curvesOf(spells: Spells, { names, of }: SpellGroups): PurchaseTimingPartials['waits'] {
  const kindOf = (at: number): number => Math.min(spells.purchases[at], 2);
  const width = names.length;
  const all = countWaits(spells, KINDS.length, kindOf);
  const groups = of ? countWaits(spells, KINDS.length * width, (at) => (of[at] < 0 ? -1 : kindOf(at) * width + of[at])) : [];
  return KINDS.flatMap((id, kind) => [
    { id, part: 'all' as const, group: null, ...all[kind] },
    ...names.map((group, at) => ({
      id,
      part: group === null ? ('rest' as const) : ('group' as const),
      group,
      ...groups[kind * width + at],
    })),
  ]).filter(({ customers }) => customers > 0);
}

export function* purchaseTimingPartials(
  context: KpiContext,
  { by, cadenceDays }: PurchaseTimingParams,
): Generator<void, PurchaseTimingPartials, void> {
  const { dataset } = context;
  const occasions = occasionsOf(dataset);
  yield;
  const spells = yield* collectSpells(context, occasions);
  yield;
  const groups = yield* groupSpells(context, spells, by);
  yield;
  const waits = curvesOf(spells, groups);
  yield;
  const steps = countWaits(spells, STEPS, (at) => (spells.purchases[at] > STEPS ? -1 : spells.purchases[at] - 1));
  yield;
  const { used, guestOrders } = lastOrders(context);
  const registered = waits.find(({ id }) => id === 'first')?.customers ?? 0;
  return {
    ...{ hasOrders: dataset.orders !== null, guestOrders, used: used + registered, early: spells.early, ahead: spells.ahead, registered },
    lacks: (by === 'channel' || by === 'country') && !groups.names.some(Boolean),
    ...{ waits, steps, intervals: intervalCounts(spells, cadenceDays) },
  };
}
