/** The same numbers as tables: what a person reads, and what CSV gets. */
import { curveAt, groupName, waitingAt, type TimingContext } from './timing-context.js';
import type { TableCell, TableModel } from '../../base/widget.js';
import { cell, tableOf } from '../../chart/data-table.js';
import type { TimingCurve } from '../../core/kpi/purchase-timing-types.js';

export function timingTables(context: TimingContext): TableModel[] {
  const { value, main, terms, format } = context;
  const { by, curves, steps, intervals } = value;
  const count = (n: number | null): TableCell => cell(format.count(n), n);
  const rate = (share: number | null): TableCell => cell(format.rate(share), share);
  const words = terms.tables;
  const named = (curve: TimingCurve): TableCell[] => [
    cell(terms.purchase[curve.id][0], curve.id),
    cell(groupName(curve, by, terms), curve.group ?? curve.part),
  ];
  const tables = [
    tableOf(
      words.curves,
      curves.map((curve) => [
        ...named(curve),
        ...[curve.customers, curve.spells, curve.events, curve.medianDays, ...curve.medianInterval, curve.day80].map(count),
      ]),
    ),
    tableOf(
      words.marks,
      curves.flatMap((curve) =>
        curve.marks.map(({ days, probability, lower, upper }) => [...named(curve), count(days), ...[probability, lower, upper].map(rate)]),
      ),
    ),
    tableOf(
      words.steps,
      steps.map(({ purchase, customers, events, rate: share, interval, medianDays }) => [
        ...[purchase, customers, events].map(count),
        ...[share, ...(interval ?? [null, null])].map(rate),
        count(medianDays),
      ]),
    ),
    tableOf(
      words.intervals,
      intervals.pooled.classes.map(({ from, to, count: n, share }, i) => {
        const own = intervals.perCustomer.classes[i];
        return [count(from), count(to), count(n), rate(share), count(own.count), rate(own.share)];
      }),
    ),
  ];
  if (!main) return tables;
  const spans = main.hazard.map(({ from, to, events, rate: each }) => {
    const { survival = null, lower = null, upper = null } = curveAt(context, main, to) ?? {};
    return [
      ...[from, to, waitingAt(context, main, from), events].map(count),
      ...[each, ...[survival, upper, lower].map((left) => (left === null ? null : 1 - left))].map(rate),
    ];
  });
  return [...tables, tableOf(words.hazard, spans)].filter(({ rows }) => rows.length > 0);
}
