/** Which rows stand for which steps, table by table: one bit for each step. */
import { NO_DAY } from '../table/dataset.js';
import type { CodeColumn, VisitTable } from '../table/dataset.js';
import type { Bitmap } from '../table/bitmap.js';
import type { KpiContext } from './contract.js';
import type { FunnelPlan, PlannedStep } from './funnel-plan.js';
import type { FunnelParams } from './funnel-types.js';

export interface StepRowsOfTable {
  /** Bit `s` is set where the row stands for step `s`. */
  readonly mask: Int32Array;
  /** Customer row; for unknown visitors the number of customers plus the visitor's code; -1 where nobody can be told. */
  readonly person: Int32Array;
  readonly day: Int32Array;
  readonly second: Float64Array;
}

type Table = PlannedStep['table'];

function markVisits(visits: VisitTable, rows: Bitmap, step: PlannedStep, bit: number, mask: Int32Array): void {
  const { pages, engaged } = visits;
  for (let row = 0; row < visits.length; row++) {
    if (!rows.has(row)) continue;
    const seen = pages === null ? 0 : pages[row];
    if (step.engaged && !(engaged?.[row] === 1 || seen >= 2)) continue;
    if (step.minPages > 1 && !(seen >= step.minPages)) continue;
    mask[row] |= bit;
  }
}

function markRows(length: number, rows: Bitmap, types: CodeColumn | null, codes: Uint8Array | null, bit: number, mask: Int32Array): void {
  for (let row = 0; row < length; row++) {
    if (rows.has(row) && (codes === null || codes[types!.codes[row]] === 1)) mask[row] |= bit;
  }
}

/** As an entry, within the period and the filter; as a later step, whoever is known by the as-of day. */
function markCustomers(context: KpiContext, isEntry: boolean, bit: number, mask: Int32Array): void {
  const { createdDay } = context.dataset.customers;
  const asOf = context.asOf ?? Infinity;
  const { from, customers } = context;
  for (let row = 0; row < mask.length; row++) {
    const day = createdDay[row];
    if (day > asOf) continue;
    if (isEntry && (!customers.has(row) || (from !== null && (day === NO_DAY || day < from)))) continue;
    mask[row] |= bit;
  }
}

function markTable(context: KpiContext, table: Table, plan: FunnelPlan, mask: Int32Array): void {
  const { dataset } = context;
  plan.steps.forEach((step, index) => {
    if (step.table !== table) return;
    const bit = 1 << index;
    if (table === 'customers') markCustomers(context, index === 0, bit, mask);
    else if (table === 'visits') markVisits(dataset.visits!, context.visits!, step, bit, mask);
    else markRows(mask.length, context[table]!, table === 'events' ? dataset.events!.type : null, step.eventCodes, bit, mask);
  });
}

/** Customer where known, directly or by visitor; else the visitor. */
function personsOf(context: KpiContext, table: Table): Int32Array {
  const { dataset } = context;
  if (table === 'customers') return Int32Array.from(dataset.customers.key, (_key, row) => row);
  if (table === 'orders') return dataset.orders!.customer;
  const { customer, visitor } = dataset[table]!;
  const known = dataset.customers.length;
  const persons = new Int32Array(customer.length);
  for (let row = 0; row < persons.length; row++) {
    const code = visitor[row];
    const owner = customer[row] >= 0 || code < 0 ? customer[row] : dataset.visitorCustomer[code];
    persons[row] = owner >= 0 || code < 0 ? owner : known + code;
  }
  return persons;
}

/** Rows of one table that stand for steps of the plan. */
export function stepRows(context: KpiContext, table: Table, plan: FunnelPlan): StepRowsOfTable {
  const { dataset } = context;
  const length = dataset[table]!.length;
  const mask = new Int32Array(length);
  markTable(context, table, plan, mask);
  const times = table === 'customers' ? { day: dataset.customers.createdDay, second: dataset.customers.createdSecond } : dataset[table]!;
  return { mask, person: personsOf(context, table), day: times.day, second: times.second };
}

/** Column that splits the entries, null where their table has none. */
export function breakdownColumn(context: KpiContext, plan: FunnelPlan, by: FunnelParams['breakdown']): CodeColumn | null {
  const { dataset } = context;
  if (by === null || plan.steps.length === 0) return null;
  const { table } = plan.steps[0];
  if (table === 'customers') return by === 'device' ? null : dataset.customers[by];
  return dataset[table]![by];
}
