/** The same numbers as tables: what a person reads, and what CSV gets. The list of customers shows the cells of the last one. */
import { sign, type ChurnContext } from './churn-context.js';
import type { TableCell, TableModel } from '../../base/widget.js';
import { cell, tableOf } from '../../chart/data-table.js';

/** @param label what is written for a customer; for reading only: CSV gets the code. */
export function churnTables({ value, currency, terms, format }: ChurnContext, label: (code: string) => string): TableModel[] {
  const day = (iso: string): TableCell => cell(format.dateShort(iso), iso);
  const count = (n: number | null): TableCell => cell(format.count(n), n);
  const rate = (share: number | null): TableCell => cell(format.rate(share), share);
  const money = (amount: number | null): TableCell => cell(format.money(amount, currency), amount);
  const { tiers, trend, customers } = terms.tables;
  return [
    tableOf(
      tiers,
      value.tiers.map(({ id, afterDays, limitDay, customers: people, revenue }) => {
        const days = cell(sign(id) + format.count(afterDays), afterDays);
        return [cell(terms.tier[id]), day(limitDay), days, count(people), money(revenue)];
      }),
    ),
    tableOf(
      trend,
      value.trend.map(({ month, asOf, lost, base, attritionRate, attritionInterval }) => [
        ...[cell(format.month(month), month), day(asOf), count(lost), count(base)],
        ...[attritionRate, ...(attritionInterval ?? [null, null])].map(rate),
      ]),
    ),
    tableOf(
      customers,
      value.customers.map(({ id, tier, lastOrder, silentDays, orders, revenue, revenueTotal }) => [
        ...[cell(label(id), id), cell(terms.status[tier]), day(lastOrder), count(silentDays), count(orders)],
        ...[money(revenue), money(revenueTotal)],
      ]),
    ),
  ];
}
