/** The history of every customer in one pass over the orders by day: stages at some dates, and how long each stay in a stage lasted. */
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { lapseDays, PLACES, Stage, stageOf } from './lifecycle-rules.js';
import type { StageRules } from './lifecycle-rules.js';
import { firstOrderDay, orderRows, ordersOf } from './order-rows.js';

/** @internal Stays by their days. */
export interface Stays {
  readonly ended: Int32Array;
  /** Not over on the as-of day. */
  readonly open: Int32Array;
}

/** @internal */
export interface History {
  /** By date, then by customer: the stage at the end of that day. */
  readonly stages: readonly Uint8Array[];
  /** By stage. */
  readonly stays: readonly Stays[];
}

/** Orders between two pauses. */
const SLICE = 65536;

/** @internal What is known of every customer so far. */
interface People {
  readonly rules: StageRules;
  readonly stays: readonly Stays[];
  readonly begin: CivilDay;
  /** By days since the beginning of a last purchase: when silence leads to a stage; the nearer stage first. */
  readonly lapses: readonly (readonly [stage: Stage, days: Int32Array])[];
  /** By customer: first day as a prospect; stage as of the last purchase or lapse, and since when; purchase days. */
  readonly entry: Int32Array;
  readonly stage: Uint8Array;
  readonly since: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly count: Int32Array;
}

function newPeople(rules: StageRules, entry: Int32Array, begin: CivilDay, asOf: CivilDay): People {
  const { window, inactiveWindow } = rules;
  const inactive = [Stage.Inactive, lapseDays(begin, asOf, inactiveWindow)] as const;
  const earliest = entry.reduce((least, day) => (day > NO_DAY && day < least ? day : least), begin);
  const days = () => new Int32Array(asOf - earliest + 1);
  const each = () => new Int32Array(entry.length).fill(NO_DAY);
  return {
    ...{ rules, begin, entry, stage: new Uint8Array(entry.length) },
    lapses: window === inactiveWindow ? [inactive] : [[Stage.Defecting, lapseDays(begin, asOf, window)], inactive],
    stays: Array.from({ length: PLACES }, () => ({ ended: days(), open: days() })),
    ...{ since: each(), first: each(), last: each(), count: new Int32Array(entry.length) },
  };
}

function enter({ stage, since, stays }: People, owner: number, next: Stage, day: CivilDay): void {
  if (stage[owner] === next) return;
  if (day > since[owner]) stays[stage[owner]].ended[day - since[owner]]++;
  stage[owner] = next;
  since[owner] = day;
}

/** What silence alone has changed by the end of a day. */
function lapse(people: People, owner: number, today: CivilDay): void {
  const { lapses, last, begin, stage } = people;
  for (const [next, days] of lapses) {
    const day = days[last[owner] - begin];
    if (day <= today && stage[owner] < next) enter(people, owner, next, day);
  }
}

/** One more purchase; of several on a day the first alone counts. */
function buy(people: People, owner: number, day: CivilDay): void {
  const { rules, stays, entry, since, first, last, count } = people;
  if (last[owner] === day) return;
  if (last[owner] === NO_DAY) {
    const known = entry[owner];
    if (known > NO_DAY && known < day) stays[Stage.Prospect].ended[day - known]++;
    first[owner] = since[owner] = day;
  } else lapse(people, owner, day - 1);
  last[owner] = day;
  enter(people, owner, stageOf(rules, ++count[owner], day - first[owner]), day);
}

/** Everybody's stage at the end of a day. */
function stagesAt(people: People, today: CivilDay): Uint8Array {
  const { last, entry, stage } = people;
  const stages = new Uint8Array(stage.length);
  for (let owner = 0; owner < stages.length; owner++) {
    if (last[owner] !== NO_DAY) lapse(people, owner, today);
    stages[owner] = last[owner] === NO_DAY && entry[owner] <= today ? Stage.Prospect : stage[owner];
  }
  return stages;
}

/** Counts the stays that are not over at the end of the as-of day. */
function countOpen({ stays, entry, since }: People, stages: Uint8Array, asOf: CivilDay): void {
  stages.forEach((stage, owner) => {
    const from = stage === Stage.Prospect ? entry[owner] : since[owner];
    if (stage !== Stage.Outside && from > NO_DAY) stays[stage].open[asOf - from]++;
  });
}

/**
 * In slices.
 * @param dates ascending; the last one is the as-of day.
 * @param entry first day as a prospect, by customer.
 */
export function* historyPieces(
  context: KpiContext,
  rules: StageRules,
  dates: readonly CivilDay[],
  entry: Int32Array,
): Generator<void, History, void> {
  const { customer, day } = ordersOf(context.dataset);
  const asOf = context.asOf!;
  const people = newPeople(rules, entry, Math.min(firstOrderDay(context.dataset), asOf), asOf);
  const stages: Uint8Array[] = [];
  let next: CivilDay = -Infinity;
  for (const date of dates) {
    const rows = orderRows(context, next, (next = date + 1));
    for (let at = 0; at < rows.length; at++) {
      const owner = customer[rows[at]];
      if (owner >= 0) buy(people, owner, day[rows[at]]);
      if (at % SLICE === SLICE - 1) yield;
    }
    stages.push(stagesAt(people, date));
    yield;
  }
  countOpen(people, stages[stages.length - 1], asOf);
  return { stages, stays: people.stays };
}
