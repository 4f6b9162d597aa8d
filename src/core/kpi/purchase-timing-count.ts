/**
 * The loop over customers and their purchases: waits by their days, and intervals. It sees nothing but typed arrays: engines forget the
 * shape of objects that are made anew for each request, and with it what they have made fast.
 */
import { NEVER, NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import { addGaps, Gap } from './purchase-timing-gaps.js';
import type { SpellGroups } from './purchase-timing-groups.js';
import type { Spells } from './purchase-timing-spells.js';

/** Steps from one purchase to another that are told one by one; waits before them, and after them. */
export const STEPS = 5;
const SLOTS = STEPS + 2;
/** Kinds of waits: for the first purchase, for the second, for a later one. */
const KINDS = 3;
/** Customers between two pauses. */
const SLICE = 16384;

/** @internal */
export interface SpellCounts {
  readonly span: number;
  /** By purchases before them, then those that go on and those that ended, then by days: waits. */
  readonly waits: Int32Array;
  /** The same by kind, then by group. */
  readonly ofGroups: Int32Array;
  /** By kind and group: customers; after them the last one of each. */
  readonly people: Int32Array;
  /** By half days: customers with that median interval; after them those of two intervals at least. */
  readonly halves: Int32Array;
  /** By Gap. */
  readonly gaps: Float64Array;
}

/** Waits of a group: of one kind. */
function addToGroup(ofGroups: Int32Array, people: Int32Array, slot: number, place: number, owner: number, span: number): void {
  ofGroups[2 * slot * span + place]++;
  const latest = (people.length >> 1) + slot;
  if (people[latest] !== owner + 1) people[slot]++;
  people[latest] = owner + 1;
}

function countRange(
  [offsets, day, created, ofRegistration, ofPurchase]: readonly Int32Array[],
  hits: Uint8Array,
  [waits, ofGroups, people, halves, own]: readonly Int32Array[],
  gaps: Float64Array,
  [asOf, span, width, from, end]: readonly number[],
): void {
  for (let owner = from; owner < end; owner++) {
    const last = offsets[owner + 1];
    let at = offsets[owner];
    if (created[owner] !== NO_DAY) {
      const next = at < last ? day[at] : NEVER;
      const place = next <= asOf ? span + Math.max(0, next - created[owner]) : asOf - created[owner];
      waits[place]++;
      if (width > 0 && ofRegistration[owner] >= 0) addToGroup(ofGroups, people, ofRegistration[owner], place, owner, span);
    }
    let [count, isLater] = [0, 0];
    for (let before = 1; at < last; at++, before++) {
      if (hits[at] === 0) continue;
      const next = at + 1 < last ? day[at + 1] : NEVER;
      const place = next <= asOf ? span + next - day[at] : asOf - day[at];
      waits[2 * Math.min(before, SLOTS - 1) * span + place]++;
      if (before > 1) isLater = 1;
      if (place >= span) own[count++] = place - span;
      else gaps[Gap.Open]++;
      if (width > 0 && ofPurchase[at] >= 0) addToGroup(ofGroups, people, (before > 1 ? 2 : 1) * width + ofPurchase[at], place, owner, span);
    }
    gaps[Gap.Later] += isLater;
    if (count > 0) addGaps(gaps, halves, own, count);
  }
}

export function* countPieces(
  { offsets, day, hits, created, span }: Spells,
  { names, ofRegistration, ofPurchase }: SpellGroups,
  asOf: CivilDay,
): Generator<void, SpellCounts, void> {
  const width = names.length;
  const counts = {
    waits: new Int32Array(2 * SLOTS * span),
    ofGroups: new Int32Array(2 * KINDS * width * span),
    people: new Int32Array(2 * KINDS * width),
    halves: new Int32Array(4 * span),
    gaps: new Float64Array(Gap.Room),
  };
  const { waits, ofGroups, people, halves, gaps } = counts;
  const tables = [offsets, day, created, ofRegistration, ofPurchase];
  const found = [waits, ofGroups, people, halves, new Int32Array(day.length)];
  for (let from = 0; from < created.length; from += SLICE) {
    countRange(tables, hits, found, gaps, [asOf, span, width, from, Math.min(from + SLICE, created.length)]);
    yield;
  }
  return { span, ...counts };
}
