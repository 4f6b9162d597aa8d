/** The same numbers as tables: what a person reads, and what CSV gets. */
import { counted, TIERS, tierOf, type ChurnContext } from './churn-context.js';
import type { CustomerLabel } from './customer-label.js';
import type { TableCell, TableModel } from '../../base/widget.js';

const text = (words: string): TableCell => ({ text: words, value: words });
const numeric = (label: string): TableModel['columns'][number] => ({ label, numeric: true });
const words = (label: string): TableModel['columns'][number] => ({ label, numeric: false });

function tiersTable({ value, terms, format, currency }: ChurnContext): TableModel {
  const say = terms.table;
  return {
    caption: say.tiers,
    columns: [words(say.tier), words(say.limitDay), numeric(say.silentDays), numeric(say.customerCount), numeric(say.revenueYear)],
    rows: TIERS.flatMap((id) => {
      const tier = tierOf(value, id);
      if (!tier) return [];
      const sign = id === 'inactive' ? '≥' : '>';
      return [
        [
          text(terms.tier[id]),
          { text: format.dateShort(tier.limitDay), value: tier.limitDay },
          { text: `${sign}\u00a0${format.count(tier.afterDays)}`, value: tier.afterDays },
          { text: format.count(tier.customers), value: tier.customers },
          { text: format.money(tier.revenue, currency), value: tier.revenue },
        ],
      ];
    }),
  };
}

function trendTable({ value, terms, format }: ChurnContext): TableModel {
  const say = terms.table;
  const rate = (share: number | null): TableCell => ({ text: format.rate(share), value: share });
  return {
    caption: say.trend,
    columns: [
      words(say.month),
      words(say.asOf),
      numeric(say.lost),
      numeric(say.base),
      numeric(say.rate),
      numeric(say.lower),
      numeric(say.upper),
    ],
    rows: value.trend.map((point) => [
      { text: format.month(point.month), value: point.month },
      { text: format.dateShort(point.asOf), value: point.asOf },
      { text: format.count(point.lost), value: point.lost },
      { text: format.count(point.base), value: point.base },
      rate(point.attritionRate),
      rate(point.attritionInterval?.[0] ?? null),
      rate(point.attritionInterval?.[1] ?? null),
    ]),
  };
}

/** Labels of the page are for reading only: CSV gets the code. */
function customersTable(context: ChurnContext, label: CustomerLabel): TableModel {
  const { value, terms, format, currency } = context;
  const say = terms.table;
  return {
    caption: say.customers,
    columns: [
      words(terms.list.column.customer),
      words(say.tier),
      words(terms.list.column['last-order']),
      numeric(say.silentDays),
      numeric(say.orderCount),
      numeric(say.revenueYear),
      numeric(say.revenueTotal),
    ],
    rows: value.customers.map((customer) => [
      { text: label(customer.id), value: customer.id },
      text(terms.status[customer.tier]),
      { text: format.dateShort(customer.lastOrder), value: customer.lastOrder },
      { text: counted(context, customer.silentDays).text, value: customer.silentDays },
      { text: counted(context, customer.orders).text, value: customer.orders },
      { text: format.money(customer.revenue, currency), value: customer.revenue },
      { text: format.money(customer.revenueTotal, currency), value: customer.revenueTotal },
    ]),
  };
}

export function churnTables(context: ChurnContext, label: CustomerLabel): TableModel[] {
  return [tiersTable(context), trendTable(context), customersTable(context, label)];
}
