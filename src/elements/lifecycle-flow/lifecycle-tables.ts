/** The same numbers as tables: what a person reads, and what CSV gets. */
import type { TableCell, TableModel } from '../../base/widget.js';
import { cell, tableOf } from '../../chart/data-table.js';
import type { RenewalStep } from '../../locale/lifecycle-terms.js';
import type { LifecycleContext } from './lifecycle-context.js';

/** In the order in which they add up. */
export const STEPS: readonly RenewalStep[] = ['activeAtStart', 'newCustomers', 'reactivated', 'becameInactive', 'activeAtEnd'];

export function lifecycleTables({ value, terms, format, money: write, stages }: LifecycleContext): TableModel[] {
  const count = (n: number | null): TableCell => cell(format.count(n), n);
  const rate = (share: number | null): TableCell => cell(format.rate(share), share);
  const money = (amount: number | null): TableCell => cell(write(amount), amount);
  const { flows, renewal, months } = value;
  const { stages: ofStages, flows: ofFlows, renewal: ofRenewal, months: ofMonths } = terms.tables;
  return [
    tableOf(
      [...ofStages, ...(value.opportunityBy ? [terms.marginBetween] : [])],
      stages.map(
        ({ id, before, entered, left, customers, revenue, meanRevenue, meanRevenueAfter, meanMarginAfter, medianDwellDays, dwell }) => [
          cell(terms.stage[id]),
          ...[before, entered, left, customers].map(count),
          ...[revenue, meanRevenue, meanRevenueAfter].map(money),
          ...[medianDwellDays, ...(dwell?.interval ?? [null, null]), dwell?.stays ?? null].map(count),
          ...(value.opportunityBy ? [money(meanMarginAfter ?? null)] : []),
        ],
      ),
    ),
    tableOf(
      ofFlows,
      flows.map(({ from, to, customers, base, probability, interval, revenue, target, opportunity }) => [
        ...[cell(terms.stage[from]), cell(terms.stage[to]), count(customers), count(base)],
        ...[probability, ...(interval ?? [null, null])].map(rate),
        ...[money(revenue), rate(target), money(opportunity)],
      ]),
    ),
    tableOf(
      ofRenewal,
      STEPS.map((step) => [cell(terms.step[step]), count(renewal[step])]),
    ),
    tableOf(
      ofMonths,
      months.map(({ month, partial, customers, newCustomers, retained, reactivated, lapsed }) => [
        cell(partial ? terms.toDate(format.month(month)) : format.month(month), month),
        ...[customers, newCustomers, retained, reactivated, lapsed].map(count),
      ]),
    ),
  ];
}
