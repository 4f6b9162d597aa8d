/** Rows that stand for steps, grouped by person, for those who entered. */
import type { KpiContext } from './contract.js';
import type { FunnelPlan } from './funnel-plan.js';
import { stepRows } from './funnel-rows.js';
import type { StepRowsOfTable } from './funnel-rows.js';
import { LocalMidnight } from './local-midnight.js';

/** Rows between two yields, where a row costs more than a look. */
const SLICE = 65_536;

export interface Occurrences {
  /** Rows of person `p`: offsets[p]..offsets[p + 1], in no order. */
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  /** Epoch seconds; -Infinity where only the day is known. */
  readonly time: Float64Array;
  readonly mask: Int32Array;
  /** Row in its table. */
  readonly row: Int32Array;
  /** Most rows of one person. */
  readonly longest: number;
  /** Rows of steps with somebody behind them, and without. */
  readonly identified: number;
  readonly unidentified: number;
}

function markEntries(rows: StepRowsOfTable, entered: Uint8Array): void {
  const { mask, person } = rows;
  for (let row = 0; row < mask.length; row++) if ((mask[row] & 1) === 1 && person[row] >= 0) entered[person[row]] = 1;
}

function countRows(rows: StepRowsOfTable, entered: Uint8Array, offsets: Int32Array): { identified: number; unidentified: number } {
  const { mask, person } = rows;
  let identified = 0;
  let unidentified = 0;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0) continue;
    if (person[row] < 0) {
      unidentified++;
      continue;
    }
    identified++;
    if (entered[person[row]] === 1) offsets[person[row] + 1]++;
  }
  return { identified, unidentified };
}

function* fillRows(
  rows: StepRowsOfTable,
  entered: Uint8Array,
  next: Int32Array,
  into: Occurrences,
  midnight: LocalMidnight,
): Generator<void, void, void> {
  const { mask, person, day, second } = rows;
  for (let row = 0; row < mask.length; row++) {
    if (row % SLICE === SLICE - 1) yield;
    const owner = person[row];
    if (mask[row] === 0 || owner < 0 || entered[owner] === 0) continue;
    const at = next[owner]++;
    into.mask[at] = mask[row];
    into.row[at] = row;
    into.day[at] = day[row];
    into.time[at] = midnight.timeOf(day[row], second[row]);
  }
}

function sumUp(offsets: Int32Array): number {
  let longest = 0;
  for (let person = 1; person < offsets.length; person++) {
    longest = Math.max(longest, offsets[person]);
    offsets[person] += offsets[person - 1];
  }
  return longest;
}

export function* collectOccurrences(context: KpiContext, plan: FunnelPlan): Generator<void, Occurrences, void> {
  const { dataset } = context;
  const persons = dataset.customers.length + dataset.visitors.length;
  const entered = new Uint8Array(persons);
  const tables: StepRowsOfTable[] = [];
  for (const table of new Set(plan.steps.map((step) => step.table))) {
    const rows = stepRows(context, table, plan);
    tables.push(rows);
    markEntries(rows, entered);
    yield;
  }
  const offsets = new Int32Array(persons + 1);
  let identified = 0;
  let unidentified = 0;
  for (const rows of tables) {
    const counted = countRows(rows, entered, offsets);
    identified += counted.identified;
    unidentified += counted.unidentified;
    yield;
  }
  const longest = sumUp(offsets);
  const size = offsets[persons];
  const columns = { day: new Int32Array(size), time: new Float64Array(size), mask: new Int32Array(size), row: new Int32Array(size) };
  const occurrences: Occurrences = { offsets, ...columns, longest, identified, unidentified };
  const next = offsets.slice(0, persons);
  const midnight = new LocalMidnight(dataset);
  for (const rows of tables) {
    yield* fillRows(rows, entered, next, occurrences, midnight);
    yield;
  }
  return occurrences;
}
