/** The same numbers as tables: exact values for CSV, and what a person reads. */
import type { TableCell, TableModel } from '../../base/widget.js';
import { counted, money, type RfmContext } from './rfm-context.js';
import type { RfmScene } from './scene.js';

type Column = readonly [label: string, numeric: boolean];

const columnsOf = (columns: readonly Column[]) => columns.map(([label, numeric]) => ({ label, numeric }));
const words = (text: string): TableCell => ({ text, value: text });

/** How each kind of figure is written. */
function cellsOf(context: RfmContext) {
  const { format } = context;
  return {
    count: (value: number | null): TableCell => ({ text: format.count(value), value }),
    amount: (value: number | null): TableCell => ({ text: money(context, value), value }),
    rate: (value: number | null): TableCell => ({ text: format.rate(value), value }),
    decimal: (value: number | null): TableCell => ({ text: format.decimal(value, 1), value }),
  };
}

function segmentsTable(context: RfmContext): TableModel {
  const { value, terms } = context;
  const { table } = terms;
  const { count, amount, rate, decimal } = cellsOf(context);
  const caption = value.inactive > 0 ? `${table.segments} (${table.inactive(counted(context, value.inactive))})` : table.segments;
  return {
    caption,
    columns: columnsOf([
      [table.segment, false],
      [table.from, true],
      [table.to, true],
      [table.customers, true],
      [table.customerShare, true],
      [table.orders, true],
      [table.revenue, true],
      [table.revenueShare, true],
      [table.meanOrderCount, true],
      [table.meanBasket, true],
      [table.meanRevenue, true],
      [table.meanRecencyDays, true],
    ]),
    rows: value.segments.map((segment) => [
      { text: `${terms.segment[segment.id]} (${segment.id})`, value: segment.id },
      amount(segment.from),
      amount(segment.to),
      count(segment.customers),
      rate(segment.customerShare),
      count(segment.orders),
      amount(segment.revenue),
      rate(segment.revenueShare),
      decimal(segment.meanOrderCount),
      amount(segment.meanBasket),
      amount(segment.meanRevenue),
      decimal(segment.meanRecencyDays),
    ]),
  };
}

function cellsTable(context: RfmContext, scene: RfmScene): TableModel {
  const { table } = context.terms;
  const { count, amount } = cellsOf(context);
  return {
    caption: table.cells,
    columns: columnsOf([
      [table.score.recency, true],
      [table.range.recency, false],
      [table.score.frequency, true],
      [table.range.frequency, false],
      [table.customers, true],
      [table.orders, true],
      [table.revenue, true],
    ]),
    rows: scene.cells.flatMap((cells, row) =>
      cells.map(({ cell }, column) => [
        count(cell.recency),
        words(scene.columns[column]?.range ?? ''),
        count(cell.frequency),
        words(scene.rows[row]?.range ?? ''),
        count(cell.customers),
        count(cell.orders),
        amount(cell.revenue),
      ]),
    ),
  };
}

export function rfmTables(context: RfmContext, scene: RfmScene): TableModel[] {
  return [segmentsTable(context), cellsTable(context, scene)];
}
