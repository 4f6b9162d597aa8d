/** The same numbers as tables: what a person reads, and what CSV gets. */
import { groupName, type TimingContext } from './timing-context.js';
import type { TableCell, TableModel } from '../../base/widget.js';
import { cell, tableOf } from '../../chart/data-table.js';

export function timingTables({ value, main, terms, format }: TimingContext): TableModel[] {
  const { curves, steps, intervals } = value;
  const count = (n: number | null): TableCell => cell(format.count(n), n);
  const rate = (share: number | null): TableCell => cell(format.rate(share), share);
  const [curvesWords, stepsWords, hazardWords, pointsWords, intervalsWords] = (
    ['curves', 'steps', 'hazard', 'points', 'intervals'] as const
  ).map((id) => terms.tables[id]);
  const marks = curves[0]?.marks ?? [];
  const daily = (share: number): TableCell => rate(1 - share);
  const bound = (share: number | null): TableCell => (share === null ? rate(null) : daily(share));
  const tables = [
    tableOf(
      [...curvesWords, ...marks.flatMap(({ days }) => terms.mark(days))],
      curves.map((curve) => [
        ...[cell(terms.purchase[curve.id][0], curve.id), cell(groupName(curve, terms), curve.group ?? curve.part)],
        ...[curve.customers, curve.spells, curve.events, curve.medianDays, ...curve.medianInterval, curve.day80].map(count),
        ...curve.marks.flatMap(({ probability, lower, upper }) => [probability, lower, upper].map(rate)),
      ]),
    ),
    tableOf(
      stepsWords,
      steps.map(({ purchase, customers, events, rate: share, interval, medianDays }) => [
        ...[purchase, customers, events].map(count),
        ...[share, ...(interval ?? [null, null])].map(rate),
        count(medianDays),
      ]),
    ),
    tableOf(
      intervalsWords,
      intervals.pooled.classes.map(({ from, to, count: n, share }, i) => {
        const own = intervals.perCustomer.classes[i];
        return [count(from), count(to), count(n), rate(share), count(own.count), rate(own.share)];
      }),
    ),
  ];
  if (!main) return tables;
  const spans = main.hazard.map(({ from, to, events, rate: each }) => [count(from), count(to), count(events), rate(each)]);
  const points = main.points.map(({ days, survival, lower, upper, atRisk, events, censored }) => [
    ...[count(days), daily(survival), bound(upper), bound(lower)],
    ...[atRisk, events, censored].map(count),
  ]);
  return [...tables, tableOf(hazardWords, spans), tableOf(pointsWords, points)].filter(({ rows }) => rows.length > 0);
}
