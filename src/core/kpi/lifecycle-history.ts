/** The history of every customer, purchase by purchase: stages at some dates, how long each stay in a stage lasted, months with an order. */
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { entriesOf, NEVER } from './lifecycle-entries.js';
import type { Entries } from './lifecycle-entries.js';
import { countMonth, monthTally } from './lifecycle-months.js';
import type { MonthTally } from './lifecycle-months.js';
import { firstOrderDay } from './order-rows.js';
import { passedOccasions } from './passed-occasions.js';
import type { PassedOccasions } from './passed-occasions.js';
import { lapseDays, PLACES, Stage, stageOf } from './stage-rules.js';
import type { StageRules } from './stage-rules.js';

/** @internal Stays by their days. */
export interface Stays {
  readonly ended: Int32Array;
  /** Not over on the as-of day. */
  readonly open: Int32Array;
}

/** Customers between two pauses. */
const SLICE = 16384;
/** Days in a century: a registration before that is what some system writes where it knows none. */
const LONG_AGO = 36525;

/** @internal What all customers add up to. */
export interface Histories {
  /** From each date to the next one: customers by passage. */
  readonly passages: readonly Int32Array[];
  /** By customer his passage between the last two dates. */
  readonly cells: Uint8Array;
  /** By stage, then by days. */
  readonly ended: Int32Array;
  readonly open: Int32Array;
  readonly span: number;
  readonly months: MonthTally;
  /** Somebody is known before a first order. */
  knowsProspects: boolean;
}

/** What is the same for everybody. */
interface Plan extends Histories {
  readonly rules: StageRules;
  readonly orders: PassedOccasions;
  readonly entries: Entries;
  /** By customer: 1 where he passes the filter. */
  readonly passed: Uint8Array;
  /** Ascending; the last one is the as-of day. */
  readonly dates: readonly CivilDay[];
  readonly begin: CivilDay;
  /** By days since the beginning of a last purchase: when silence leads to a stage; null without a stage between. */
  readonly defects: Int32Array | null;
  readonly inactives: Int32Array;
}

/** One customer: what is known of him so far. */
interface Person {
  /** First day as a prospect. */
  entry: CivilDay;
  /** First and last purchase, and on how many days. */
  first: CivilDay;
  last: CivilDay;
  count: number;
  /** As of the last purchase or lapse, and since when. */
  stage: Stage;
  since: CivilDay;
  /** Place of the month of the last purchase. */
  month: number;
  /** Stage at the end of each date; how many dates are told. */
  readonly stages: Uint8Array;
  told: number;
}

function planOf(context: KpiContext, rules: StageRules, dates: readonly CivilDay[]): Plan {
  const { dataset } = context;
  const asOf = context.asOf!;
  const entries = entriesOf(dataset);
  const first = firstOrderDay(dataset);
  const begin = Math.min(first, asOf);
  const span = asOf - Math.min(begin, Math.max(entries.earliest, asOf - LONG_AGO)) + 1;
  const days = () => new Int32Array(PLACES * span);
  const { window, inactiveWindow } = rules;
  return {
    ...{ rules, dates, entries, begin, span, orders: passedOccasions(context), passed: context.rows('customers')! },
    passages: dates.slice(1).map(() => new Int32Array(PLACES * PLACES)),
    cells: new Uint8Array(dataset.customers.length),
    ...{ ended: days(), open: days(), months: monthTally(first, asOf), knowsProspects: false },
    defects: window === inactiveWindow ? null : lapseDays(begin, asOf, window),
    inactives: lapseDays(begin, asOf, inactiveWindow),
  };
}

/**
 * First day as a prospect; NEVER for who is known by orders alone (even by one that does not count), has ordered what the filter leaves out
 * and nothing else, or does not pass the filter.
 */
function entryOf({ entries, orders, passed, dates }: Plan, owner: number, hasBought: boolean): CivilDay {
  const { seen, undated } = entries;
  const { offsets, day } = orders.occasions;
  const asOf = dates[dates.length - 1];
  const isBuyer = offsets[owner] < offsets[owner + 1];
  if (passed[owner] === 0 || (isBuyer && !hasBought && day[offsets[owner]] <= asOf)) return NEVER;
  const from = seen[owner] < NEVER || isBuyer ? seen[owner] : undated;
  return from < asOf - LONG_AGO ? NO_DAY : from;
}

function enter({ ended, span }: Plan, person: Person, next: Stage, day: CivilDay): void {
  const { stage, since } = person;
  if (stage === next) return;
  if (day > since) ended[stage * span + day - since]++;
  person.stage = next;
  person.since = day;
}

/** What silence alone has changed by the end of a day. */
function lapse(plan: Plan, person: Person, today: CivilDay): void {
  const { defects, inactives, begin } = plan;
  const silent = person.last - begin;
  if (defects && defects[silent] <= today && person.stage < Stage.Defecting) enter(plan, person, Stage.Defecting, defects[silent]);
  if (inactives[silent] <= today && person.stage < Stage.Inactive) enter(plan, person, Stage.Inactive, inactives[silent]);
}

/** The stage at the end of each date before a day. */
function tell(plan: Plan, person: Person, before: CivilDay): void {
  const { dates } = plan;
  for (; person.told < dates.length && dates[person.told] < before; person.told++) {
    const date = dates[person.told];
    if (person.count > 0) lapse(plan, person, date);
    person.stages[person.told] = person.count > 0 ? person.stage : person.entry <= date ? Stage.Prospect : Stage.Outside;
  }
}

function buy(plan: Plan, person: Person, day: CivilDay): void {
  tell(plan, person, day);
  const { entry } = person;
  if (person.count > 0) lapse(plan, person, day - 1);
  else {
    if (entry > NO_DAY && entry < day) plan.ended[Stage.Prospect * plan.span + day - entry]++;
    person.first = person.since = day;
  }
  person.last = day;
  enter(plan, person, stageOf(plan.rules, ++person.count, day - person.first), day);
  person.month = countMonth(plan.months, day, person.month);
}

/** Adds a history that is told up to the as-of day. */
function add({ passages, cells, open, span, dates }: Plan, { stages, entry, since }: Person, owner: number): void {
  const asOf = dates[dates.length - 1];
  const latest = passages.length;
  for (let at = 0; at < latest; at++) passages[at][stages[at] * PLACES + stages[at + 1]]++;
  cells[owner] = stages[latest - 1] * PLACES + stages[latest];
  const from = stages[latest] === Stage.Prospect ? entry : since;
  if (stages[latest] !== Stage.Outside && from > NO_DAY) open[stages[latest] * span + asOf - from]++;
}

/** Customers from one up to before another. */
function follow(plan: Plan, person: Person, from: number, end: number): void {
  const { hits, occasions } = plan.orders;
  const { offsets, day } = occasions;
  for (let owner = from; owner < end; owner++) {
    const last = offsets[owner + 1];
    let at = offsets[owner];
    while (at < last && hits[at] === 0) at++;
    const entry = entryOf(plan, owner, at < last);
    if (entry !== NEVER) plan.knowsProspects = true;
    else if (at === last) continue;
    person.entry = entry;
    person.count = person.stage = person.told = 0;
    person.month = -1;
    for (; at < last; at++) if (hits[at] === 1) buy(plan, person, day[at]);
    tell(plan, person, NEVER);
    add(plan, person, owner);
  }
}

/** @param dates ascending; the last one is the as-of day. */
export function* historyPieces(
  context: KpiContext,
  rules: StageRules,
  dates: readonly CivilDay[],
): Generator<void, Histories, void> {
  const plan = planOf(context, rules, dates);
  const person = { entry: 0, first: 0, last: 0, count: 0, stage: 0, since: 0, month: 0, told: 0, stages: new Uint8Array(dates.length) };
  yield;
  for (let from = 0; from < plan.cells.length; from += SLICE) {
    follow(plan, person, from, Math.min(from + SLICE, plan.cells.length));
    yield;
  }
  // Who is outside at both dates is in nothing.
  for (const passages of plan.passages) passages[0] = 0;
  return plan;
}

/** By stage. */
export function staysOf({ ended, open, span }: Histories): Stays[] {
  return Array.from({ length: PLACES }, (_, stage) => {
    const [from, end] = [stage * span, (stage + 1) * span];
    return { ended: ended.subarray(from, end), open: open.subarray(from, end) };
  });
}
