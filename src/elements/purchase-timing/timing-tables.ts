/** The same numbers as tables: what a person reads, and what CSV gets. */
import { curveAt, groupName, waitingAt, type TimingContext } from './timing-context.js';
import type { TableCell, TableModel } from '../../base/widget.js';
import { cell, tableOf } from '../../chart/data-table.js';
import type { TimingCurve } from '../../core/kpi/purchase-timing-types.js';

/** Cells of counts, shares and other numbers; a dash where there is none. */
type Cells = Readonly<Record<'count' | 'rate' | 'decimal', (value: number | null) => TableCell>>;

function cellsOf({ format }: TimingContext): Cells {
  return {
    count: (n) => cell(format.count(n), n),
    rate: (share) => cell(format.rate(share), share),
    decimal: (n) => cell(n === null ? format.count(n) : format.decimal(n), n),
  };
}

/** Sizes and medians, shares by mark, means, tests. */
function curveTables({ value, terms }: TimingContext, { count, rate, decimal }: Cells): TableModel[] {
  const { by, curves, tests } = value;
  const words = terms.tables;
  const named = (curve: TimingCurve): TableCell[] => [
    cell(terms.purchase[curve.id][0], curve.id),
    cell(groupName(curve, by, terms), curve.group ?? curve.part),
  ];
  const sizes = curves.map((curve) => [
    ...named(curve),
    ...[curve.customers, curve.spells, curve.events, curve.medianDays, ...curve.medianInterval].map(count),
  ]);
  const marks = curves.flatMap((curve) =>
    curve.marks.map(({ days, probability, lower, upper }) => [...named(curve), count(days), ...[probability, lower, upper].map(rate)]),
  );
  const means = curves.map((curve) => {
    const { days = null, mean = null, lower = null, upper = null } = curve.meanWait ?? {};
    return [...named(curve), ...[curve.day80, days].map(count), ...[mean, lower, upper].map(decimal)];
  });
  const compared = tests.map(({ id, chiSquared, df, pValue }) => [
    ...[cell(terms.purchase[id][0], id), decimal(chiSquared), count(df), cell(terms.pValue(pValue), pValue)],
  ]);
  return [tableOf(words.curves, sizes), tableOf(words.marks, marks), tableOf(words.means, means), tableOf(words.tests, compared)];
}

/** Steps, and the two histograms beside one another. */
function habitTables({ value, terms }: TimingContext, { count, rate }: Cells): TableModel[] {
  const { pooled, perCustomer } = value.intervals;
  const steps = value.steps.map(({ purchase, customers, events, rate: share, interval, medianDays }) => [
    ...[purchase, customers, events].map(count),
    ...[share, ...(interval ?? [null, null])].map(rate),
    count(medianDays),
  ]);
  const classes = pooled.classes.map(({ from, to, count: n, share }, i) => {
    const own = perCustomer.classes[i];
    return [count(from), count(to), count(n), rate(share), count(own.count), rate(own.share)];
  });
  return [tableOf(terms.tables.steps, steps), tableOf(terms.tables.intervals, classes)];
}

export function timingTables(context: TimingContext): TableModel[] {
  const { main, terms } = context;
  const cells = cellsOf(context);
  const spans = (main?.hazard ?? []).map(({ from, to, events, rate: each }) => {
    const { survival = null, lower = null, upper = null } = curveAt(context, main!, to) ?? {};
    return [
      ...[from, to, waitingAt(context, main!, from), events].map(cells.count),
      ...[each, ...[survival, upper, lower].map((left) => (left === null ? null : 1 - left))].map(cells.rate),
    ];
  });
  const tables = [...curveTables(context, cells), ...habitTables(context, cells), tableOf(terms.tables.hazard, spans)];
  return tables.filter(({ rows }) => rows.length > 0);
}
