/** The same numbers as tables: what a person reads, and what CSV gets. */
import { groupName, pointBefore, waitingAt, type TimingContext } from './timing-context.js';
import type { TableCell, TableModel } from '../../base/widget.js';
import { cell, tableOf } from '../../chart/data-table.js';

export function timingTables({ value, main, terms, format }: TimingContext): TableModel[] {
  const { by, curves, steps, intervals } = value;
  const count = (n: number | null): TableCell => cell(format.count(n), n);
  const rate = (share: number | null): TableCell => cell(format.rate(share), share);
  const [curvesWords, stepsWords, hazardWords, intervalsWords] = (['curves', 'steps', 'hazard', 'intervals'] as const).map(
    (id) => terms.tables[id],
  );
  const marks = curves[0]?.marks ?? [];
  const tables = [
    tableOf(
      [...curvesWords, ...marks.flatMap(({ days }) => terms.mark(days))],
      curves.map((curve) => [
        ...[cell(terms.purchase[curve.id][0], curve.id), cell(groupName(curve, by, terms), curve.group ?? curve.part)],
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
  const spans = main.hazard.map(({ from, to, events, rate: each }) => {
    const { survival, lower, upper } = pointBefore(main, to) ?? { survival: 1, lower: 1, upper: 1 };
    return [
      ...[from, to, waitingAt(main, from), events].map(count),
      ...[each, 1 - survival, upper === null ? null : 1 - upper, lower === null ? null : 1 - lower].map(rate),
    ];
  });
  return [...tables, tableOf(hazardWords, spans)].filter(({ rows }) => rows.length > 0);
}
