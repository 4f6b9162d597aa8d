/** The same numbers as tables: exact values for CSV, and what a person reads. */
import type { TableCell, TableModel } from '../../base/widget.js';
import type { RfmColumn } from '../../locale/rfm-terms.js';
import { segmentName, type RfmContext } from './rfm-context.js';

export function rfmTables(context: RfmContext): TableModel[] {
  const { value, terms, columns, rows, count, write } = context;
  const { column } = terms;
  const head = (label: string, numeric = true) => ({ label, numeric });
  const text = (words: string, exact = words): TableCell => ({ text: words, value: exact });
  const cell = (key: RfmColumn, exact: number | null): TableCell => ({ text: write(key, exact), value: exact });
  const keys = Object.keys(column) as RfmColumn[];
  const sums = ['customers', 'orders', 'revenue'] as const;
  return [
    {
      caption: value.inactive ? `${terms.segments} (${count(value.inactive, terms.former)})` : terms.segments,
      columns: [head(terms.segments, false), ...keys.map((key) => head(column[key]))],
      rows: value.segments.map((segment) => [
        text(segmentName(context, segment.id), segment.id),
        ...keys.map((key) => cell(key, segment[key])),
      ]),
    },
    {
      caption: terms.grid,
      columns: [...terms.cellHeads.map((label, index) => head(label, index % 2 === 0)), ...sums.map((key) => head(column[key]))],
      rows: context.cells.flatMap((cells, row) =>
        cells.map((each, index) => [
          cell('orders', each.recency),
          text(columns[index].words[1]),
          cell('orders', each.frequency),
          text(rows[row].words[1]),
          ...sums.map((key) => cell(key, each[key])),
        ]),
      ),
    },
  ];
}
