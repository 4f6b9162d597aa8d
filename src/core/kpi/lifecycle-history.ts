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
const SLICE = 16384;

/**
 * What is known of a customer, side by side: first day as a prospect; first and last purchase, NO_DAY without any; purchase days; stage as of
 * the last purchase or lapse, and since when.
 */
const enum Fact {
  Entry,
  First,
  Last,
  Count,
  Stage,
  Since,
  Room = 8,
}

/** @internal What is known of every customer so far. */
interface People {
  readonly rules: StageRules;
  readonly stays: readonly Stays[];
  readonly begin: CivilDay;
  /** By days since the beginning of a last purchase: when silence leads to a stage; the nearer stage first. */
  readonly lapses: readonly (readonly [stage: Stage, days: Int32Array])[];
  readonly facts: Int32Array;
}

function newPeople(rules: StageRules, entry: Int32Array, begin: CivilDay, asOf: CivilDay): People {
  const { window, inactiveWindow } = rules;
  const inactive = [Stage.Inactive, lapseDays(begin, asOf, inactiveWindow)] as const;
  const lapses = window === inactiveWindow ? [inactive] : ([[Stage.Defecting, lapseDays(begin, asOf, window)], inactive] as const);
  const facts = new Int32Array(entry.length * Fact.Room);
  let earliest = begin;
  for (let owner = 0; owner < entry.length; owner++) {
    const day = entry[owner];
    facts[owner * Fact.Room + Fact.Entry] = day;
    facts[owner * Fact.Room + Fact.Last] = NO_DAY;
    if (day > NO_DAY && day < earliest) earliest = day;
  }
  const days = () => new Int32Array(asOf - earliest + 1);
  return { rules, begin, lapses, facts, stays: Array.from({ length: PLACES }, () => ({ ended: days(), open: days() })) };
}

/** @param person Where the facts of a customer stand. */
function enter({ facts, stays }: People, person: number, next: Stage, day: CivilDay): void {
  const stage = facts[person + Fact.Stage];
  const since = facts[person + Fact.Since];
  if (stage === next) return;
  if (day > since) stays[stage].ended[day - since]++;
  facts[person + Fact.Stage] = next;
  facts[person + Fact.Since] = day;
}

/** What silence alone has changed by the end of a day. */
function lapse(people: People, person: number, today: CivilDay): void {
  const { lapses, facts, begin } = people;
  for (const [next, days] of lapses) {
    const day = days[facts[person + Fact.Last] - begin];
    if (day <= today && facts[person + Fact.Stage] < next) enter(people, person, next, day);
  }
}

/** One more purchase; of several on a day the first alone counts. */
function buy(people: People, person: number, day: CivilDay): void {
  const { rules, stays, facts } = people;
  const last = facts[person + Fact.Last];
  if (last === day) return;
  if (last === NO_DAY) {
    const known = facts[person + Fact.Entry];
    if (known > NO_DAY && known < day) stays[Stage.Prospect].ended[day - known]++;
    facts[person + Fact.First] = facts[person + Fact.Since] = day;
  } else lapse(people, person, day - 1);
  facts[person + Fact.Last] = day;
  enter(people, person, stageOf(rules, ++facts[person + Fact.Count], day - facts[person + Fact.First]), day);
}

/** Everybody's stage at the end of a day. */
function stagesAt(people: People, customers: number, today: CivilDay): Uint8Array {
  const { facts } = people;
  const stages = new Uint8Array(customers);
  for (let owner = 0, person = 0; owner < customers; owner++, person += Fact.Room) {
    const isBuyer = facts[person + Fact.Last] !== NO_DAY;
    if (isBuyer) lapse(people, person, today);
    stages[owner] = !isBuyer && facts[person + Fact.Entry] <= today ? Stage.Prospect : facts[person + Fact.Stage];
  }
  return stages;
}

/** Counts the stays that are not over at the end of the as-of day. */
function countOpen({ stays, facts }: People, stages: Uint8Array, asOf: CivilDay): void {
  stages.forEach((stage, owner) => {
    const from = facts[owner * Fact.Room + (stage === Stage.Prospect ? Fact.Entry : Fact.Since)];
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
      if (owner >= 0) buy(people, owner * Fact.Room, day[rows[at]]);
      if (at % SLICE === SLICE - 1) yield;
    }
    stages.push(stagesAt(people, entry.length, date));
    yield;
  }
  countOpen(people, stages[stages.length - 1], asOf);
  return { stages, stays: people.stays };
}
