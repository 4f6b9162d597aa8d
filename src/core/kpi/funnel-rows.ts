/** Rows that stand for steps, grouped by person and sorted by time. */
import { NO_DAY } from '../table/dataset.js';
import type { CodeColumn, RowIndex } from '../table/dataset.js';
import { rowIndexSteps } from '../table/row-index.js';
import type { KpiContext } from './contract.js';
import type { FunnelPlan, PlannedStep } from './funnel-plan.js';

/** Rows between two yields. */
const SLICE = 65_536;

/** @internal What the tables of steps have in common. */
interface Columns {
  readonly length: number;
  readonly day: Int32Array;
  readonly second: Float64Array;
  readonly customer?: Int32Array;
  readonly visitor?: Int32Array;
  readonly type?: CodeColumn;
  readonly pages?: Float64Array | null;
  readonly engaged?: Uint8Array | null;
  readonly channel?: CodeColumn | null;
  readonly country?: CodeColumn | null;
  readonly device?: CodeColumn | null;
}

/** @internal Rows of all tables in one; those of the first step's table come first, under their own numbers. */
export interface StepRows {
  /** Of each person: customers first, then unknown visitors. */
  readonly index: RowIndex;
  /** NaN where unknown. */
  readonly day: Float64Array;
  /** Epoch seconds, -Infinity without a date. */
  readonly second: Float64Array;
  /** Bit `s` is set where the row stands for step `s`. */
  readonly mask: Int32Array;
  /** Rows with nobody behind them. */
  unidentified: number;
}

export function columnsOf({ dataset }: KpiContext, table: PlannedStep['table']): Columns {
  const { customers } = dataset;
  return table === 'customers' ? { ...customers, day: customers.createdDay, second: customers.createdSecond } : dataset[table]!;
}

export function* collectRows(context: KpiContext, { steps, tables }: FunnelPlan): Generator<void, StepRows, void> {
  const { dataset } = context;
  const { customers, visitors } = dataset;
  const asOf = context.asOf ?? Infinity;
  const from = context.from ?? -Infinity;
  const size = tables.reduce((sum, table) => sum + dataset[table]!.length, 0);
  const person = new Int32Array(size).fill(-1);
  const rows = {
    day: new Float64Array(size),
    second: new Float64Array(size),
    mask: new Int32Array(size),
    unidentified: 0,
  };
  let at = 0;
  for (const table of tables) {
    const { length, day, second, customer, visitor, type, pages, engaged: marks } = columnsOf(context, table);
    const passed = context.rows(table)!;
    // The filter says where people enter; who is known by the as-of day is so whatever the period says.
    const tests = steps.map(({ table: own, state, twin, codes, engaged, minPages }, step) =>
      own === table && !(state && twin >= 0)
        ? (row: number): boolean =>
            day[row] <= asOf &&
            (step > 0 || passed[row] === 1) &&
            (state || day[row] >= from) &&
            (!codes || codes[type!.codes[row]] === 1) &&
            (!engaged || marks?.[row] === 1 || (pages?.[row] ?? 0) >= 2) &&
            (!minPages || pages![row] >= minPages)
        : null,
    );
    for (let row = 0; row < length; row++, at++) {
      if (at % SLICE === 0) yield;
      for (let step = 0; step < tests.length; step++) if (tests[step]?.(row)) rows.mask[at] |= 1 << step;
      if (rows.mask[at] === 0) continue;
      const owner = customer ? customer[row] : row;
      person[at] = owner < 0 && visitor && visitor[row] >= 0 ? customers.length + visitor[row] : owner;
      if (person[at] < 0) rows.unidentified++;
      const isKnown = day[row] !== NO_DAY;
      rows.day[at] = isKnown ? day[row] : NaN;
      rows.second[at] = isKnown ? second[row] : -Infinity;
    }
  }
  return { ...rows, index: yield* rowIndexSteps(person, customers.length + visitors.length, rows.second) };
}
