/**
 * The loop over customers and their purchases. It sees nothing but typed arrays: engines forget the shape of objects that are made anew for
 * each request, and with it what they have made fast.
 */
import { NEVER, NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import { PLACES, Stage, stageOf } from './stage-rules.js';

/** @internal */
export interface Tables {
  /** Purchase days by customer, and which of them count. */
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  readonly hits: Uint8Array;
  /** By customer: first day as a prospect. */
  readonly entries: Int32Array;
  /** Ascending; the last one is the as-of day. */
  readonly dates: Int32Array;
  readonly rules: Int32Array;
  /** By days since the beginning of a last purchase: when silence makes defecting; after them: when inactive. */
  readonly lapses: Int32Array;
  /** Place of the month of a day. */
  readonly placeOf: Int32Array;
  /** By Limit. */
  readonly limits: Int32Array;
  /** Found here, by customer: stages at the dates, the last one in the lowest place: digits of base PLACES. */
  readonly paths: Int32Array;
}

/**
 * @internal What customers from one on add to the counts, as places in them. Counts: stays that ended, by stage, then by days; those that
 * are open; then three of each month: with a first order, one after the month before, one after a longer time.
 */
export interface Marks {
  readonly from: number;
  /** By customer, where his marks end. */
  readonly ends: Int32Array;
  readonly marks: Int32Array;
}

/** @internal Places in a list of days. */
export const enum Limit {
  /** First day of orders. */
  Begin,
  /** Days of the longest stay, and one more. */
  Span,
  /** First day of months. */
  Months,
}

/** What is known of a customer so far. */
const enum Fact {
  /** First and last purchase, and on how many days. */
  First,
  Last,
  Count,
  /** As of the last purchase or lapse, and since when. */
  Stage,
  Since,
  /** Place of the month of the last purchase. */
  Month,
  /** How many dates are told, and the stages at them. */
  Told,
  Path,
  /** How many marks there are, of all customers. */
  Marks,
  Room,
}

/** Most marks of a purchase: two lapses, a passage, a month; and of a customer besides: as a prospect, an open stay. */
const MOST = 4;
const BESIDES = 2;

function enter(facts: Int32Array, marks: Int32Array, span: number, next: Stage, day: CivilDay): void {
  const stage = facts[Fact.Stage];
  if (stage === next) return;
  if (day > facts[Fact.Since]) marks[facts[Fact.Marks]++] = stage * span + day - facts[Fact.Since];
  facts[Fact.Stage] = next;
  facts[Fact.Since] = day;
}

/** What silence alone has changed by the end of a day. */
function lapse(facts: Int32Array, marks: Int32Array, limits: Int32Array, lapses: Int32Array, today: CivilDay): void {
  const silent = facts[Fact.Last] - limits[Limit.Begin];
  const defecting = lapses[silent];
  const inactive = lapses[(lapses.length >> 1) + silent];
  if (defecting <= today && facts[Fact.Stage] < Stage.Defecting) enter(facts, marks, limits[Limit.Span], Stage.Defecting, defecting);
  if (inactive <= today && facts[Fact.Stage] < Stage.Inactive) enter(facts, marks, limits[Limit.Span], Stage.Inactive, inactive);
}

/** The stage at the end of each date before a day. */
function tell(
  facts: Int32Array,
  marks: Int32Array,
  limits: Int32Array,
  lapses: Int32Array,
  dates: Int32Array,
  entry: CivilDay,
  before: CivilDay,
): void {
  while (facts[Fact.Told] < dates.length && dates[facts[Fact.Told]] < before) {
    const date = dates[facts[Fact.Told]++];
    const isBuyer = facts[Fact.Count] > 0;
    if (isBuyer) lapse(facts, marks, limits, lapses, date);
    facts[Fact.Path] = facts[Fact.Path] * PLACES + (isBuyer ? facts[Fact.Stage] : entry <= date ? Stage.Prospect : Stage.Outside);
  }
}

function buy(
  facts: Int32Array,
  marks: Int32Array,
  limits: Int32Array,
  lapses: Int32Array,
  rules: Int32Array,
  entry: CivilDay,
  day: CivilDay,
): void {
  if (facts[Fact.Count] > 0) lapse(facts, marks, limits, lapses, day - 1);
  else {
    if (entry > NO_DAY && entry < day) marks[facts[Fact.Marks]++] = Stage.Prospect * limits[Limit.Span] + day - entry;
    facts[Fact.First] = facts[Fact.Since] = day;
  }
  facts[Fact.Last] = day;
  enter(facts, marks, limits[Limit.Span], stageOf(rules, ++facts[Fact.Count], day - facts[Fact.First]), day);
}

/** Who orders in a month: for the first time, after the month before, after a longer time. */
function countMonth(facts: Int32Array, marks: Int32Array, limits: Int32Array, place: number): void {
  const before = facts[Fact.Month];
  const kind = before < 0 ? 0 : before === place - 1 ? 1 : 2;
  if (place !== before) marks[facts[Fact.Marks]++] = 2 * PLACES * limits[Limit.Span] + 3 * place + kind;
  facts[Fact.Month] = place;
}

/** A stay that is not over. */
function countOpen(facts: Int32Array, marks: Int32Array, limits: Int32Array, entry: CivilDay, asOf: CivilDay): void {
  const stage = facts[Fact.Path] % PLACES;
  const since = stage === Stage.Prospect ? entry : facts[Fact.Since];
  if (stage !== Stage.Outside && since > NO_DAY) marks[facts[Fact.Marks]++] = (PLACES + stage) * limits[Limit.Span] + asOf - since;
}

/** Customers from one up to before another. */
export function follow(tables: Tables, from: number, end: number): Marks {
  const { offsets, day, hits, entries, dates, rules, lapses, placeOf, limits, paths } = tables;
  const marks = new Int32Array(MOST * (offsets[end] - offsets[from]) + BESIDES * (end - from));
  const ends = new Int32Array(end - from);
  const facts = new Int32Array(Fact.Room);
  for (let owner = from; owner < end; owner++) {
    const last = offsets[owner + 1];
    const entry = entries[owner];
    let at = offsets[owner];
    while (at < last && hits[at] === 0) at++;
    if (at < last || entry !== NEVER) {
      facts.fill(0, 0, Fact.Marks);
      facts[Fact.Month] = -1;
      for (; at < last; at++) {
        if (hits[at] === 0) continue;
        tell(facts, marks, limits, lapses, dates, entry, day[at]);
        buy(facts, marks, limits, lapses, rules, entry, day[at]);
        countMonth(facts, marks, limits, placeOf[day[at] - limits[Limit.Months]]);
      }
      tell(facts, marks, limits, lapses, dates, entry, NEVER);
      countOpen(facts, marks, limits, entry, dates[dates.length - 1]);
      paths[owner] = facts[Fact.Path];
    }
    ends[owner - from] = facts[Fact.Marks];
  }
  return { from, ends, marks: marks.slice(0, facts[Fact.Marks]) };
}
