/** The same numbers as tables: exact values for CSV, and what a person reads. */
import type { TableCell, TableModel } from '../../base/widget.js';
import { cell, tableOf } from '../../chart/data-table.js';
import type { RfmColumn } from '../../locale/rfm-terms.js';
import { segmentName, type RfmContext } from './rfm-context.js';

const SUMS = ['customers', 'orders', 'revenue'] as const;

export function rfmTables(context: RfmContext): TableModel[] {
  const { value, terms, columns, rows, count, write } = context;
  const { inactive, segments } = value;
  const { column, segments: name, cellHeads } = terms;
  const written = (key: RfmColumn, exact: number | null): TableCell => cell(write(key, exact), exact);
  const keys = Object.keys(column) as RfmColumn[];
  const sums: Partial<Record<RfmColumn, number | null>> = { ...value, customerShare: 1, revenueShare: 1 };
  const line = (name: TableCell, figures: typeof sums) => [name, ...keys.map((key) => written(key, figures[key] ?? null))];
  // Not without revenue; and beside a withheld segment it would tell what is withheld.
  const isWhole = segments.every(({ revenueShare }) => revenueShare !== null);
  return [
    tableOf(
      [inactive ? `${name} (${count(inactive, terms.who(terms.inactive))})` : name, name, ...keys.map((key) => column[key])],
      [
        ...segments.map((segment) => line(cell(segmentName(context, segment.id), segment.id), segment)),
        ...(isWhole ? [line(cell(terms.total), sums)] : []),
      ],
    ),
    tableOf(
      [terms.grid, ...cellHeads, ...SUMS.map((key) => column[key])],
      context.cells.flatMap((cells, row) =>
        cells.map((each, index) => [
          ...[written('orders', each.recency), cell(columns[index].words[1])],
          ...[written('orders', each.frequency), cell(rows[row].words[1])],
          ...SUMS.map((key) => written(key, each[key])),
        ]),
      ),
    ),
  ];
}
