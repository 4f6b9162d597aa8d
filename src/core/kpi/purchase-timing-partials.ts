/** What `purchase-timing` counts, in integers: waits by their days, and intervals. */
import { sum } from '../stats/sum.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { lastOrders } from './order-sums.js';
import { countPieces, STEPS } from './purchase-timing-count.js';
import type { SpellCounts } from './purchase-timing-count.js';
import { groupSpells } from './purchase-timing-groups.js';
import type { SpellGroups } from './purchase-timing-groups.js';
import { Gap, intervalCounts } from './purchase-timing-gaps.js';
import type { IntervalCounts } from './purchase-timing-gaps.js';
import { findSpells } from './purchase-timing-spells.js';
import type { PurchaseId, PurchaseTimingParams, TimingCurve } from './purchase-timing-types.js';

export const KINDS: readonly PurchaseId[] = ['first', 'second', 'next'];

/** @internal Waits by the days that they took, or have taken so far. */
export interface Waits {
  customers: number;
  readonly events: Int32Array;
  readonly censored: Int32Array;
}

/** @internal */
export interface PurchaseTimingPartials {
  readonly hasOrders: boolean;
  /** First day on which waiting may begin. */
  readonly begin: CivilDay | null;
  readonly guestOrders: number;
  readonly used: number;
  /** Registered before the first order; bought before they registered; may have bought before the data begin. */
  readonly early: number;
  readonly ahead: number;
  readonly older: number;
  /** Registrations whose day is known and counts. */
  readonly registered: number;
  /** The column by which to split is not there. */
  readonly lacks: boolean;
  readonly waits: readonly (Pick<TimingCurve, 'id' | 'part' | 'group'> & Waits)[];
  /** From the first purchase on. */
  readonly steps: readonly Waits[];
  readonly intervals: IntervalCounts;
}

/** Those that go on, and those that ended, which stand after one another. */
const waitsAt = (counts: Int32Array, span: number, slot: number): Pick<Waits, 'events' | 'censored'> => {
  const [open, ended, end] = [2 * slot * span, (2 * slot + 1) * span, (2 * slot + 2) * span];
  return { events: counts.subarray(ended, end), censored: counts.subarray(open, ended) };
};

/** By purchases before. */
function stepsOf({ waits, span }: SpellCounts): Waits[] {
  return Array.from({ length: STEPS + 1 }, (_, before) => {
    const own = waitsAt(waits, span, before);
    // Nobody waits twice with as many purchases.
    return { customers: sum(own.events) + sum(own.censored), ...own };
  });
}

/** Waits for any purchase after the second. */
function laterWaits({ waits, gaps, span }: SpellCounts): Waits {
  const later = new Int32Array(2 * span);
  for (let at = 4 * span; at < waits.length; at++) later[at % (2 * span)] += waits[at];
  return { customers: gaps[Gap.Later], ...waitsAt(later, span, 0) };
}

/** Everybody of each kind, then the groups of each kind: those in which somebody waits. */
function curvesOf(counts: SpellCounts, [first, second]: readonly Waits[], names: SpellGroups['names']): PurchaseTimingPartials['waits'] {
  const { ofGroups, people, span } = counts;
  const all = [first, second, laterWaits(counts)];
  return KINDS.flatMap((id, kind) => [
    { id, part: 'all' as const, group: null, ...all[kind] },
    ...names.map((group, at) => {
      const slot = kind * names.length + at;
      const part = group === null ? ('rest' as const) : ('group' as const);
      return { id, part, group, customers: people[slot], ...waitsAt(ofGroups, span, slot) };
    }),
  ]).filter(({ customers }) => customers > 0);
}

export function* purchaseTimingPartials(
  context: KpiContext,
  { by, cadenceDays }: PurchaseTimingParams,
): Generator<void, PurchaseTimingPartials, void> {
  const { dataset } = context;
  const spells = findSpells(context);
  yield;
  const groups = yield* groupSpells(context, spells, by);
  yield;
  const counts = yield* countPieces(spells, groups, context.asOf ?? 0);
  const [first, ...steps] = stepsOf(counts);
  const waits = curvesOf(counts, [first, steps[0]], groups.names);
  const { guestOrders } = lastOrders(context);
  const { used, early, ahead, older } = spells;
  return {
    begin: spells.begin,
    ...{ hasOrders: dataset.orders !== null, guestOrders, used: used + first.customers, early, ahead, older, registered: first.customers },
    lacks: (by === 'channel' || by === 'country') && !groups.names.some(Boolean),
    ...{ waits, steps, intervals: intervalCounts(counts, cadenceDays) },
  };
}
