/** The numbers of the picture as tables; CSV gets them exact. */
import type { TableCell, TableModel } from '../../base/widget.js';
import type { FunnelStep } from '../../core/kpi/funnel-types.js';
import { groupName, lossText, stepName, type FunnelContext } from './funnel-context.js';

interface Column {
  readonly label: string;
  cell(step: FunnelStep): TableCell;
}

export function funnelTables(context: FunnelContext): TableModel[] {
  const { terms, result, dimension } = context;
  const { steps, breakdown = [] } = result.value;
  const all = [...steps, ...breakdown.flatMap((group) => group.steps)];
  const columns = stepColumns(
    all.some(({ medianDays }) => medianDays !== null),
    context,
  );
  const heads = columns.map(({ label }) => ({ label, numeric: true }));
  const row = (step: FunnelStep): TableCell[] => [nameCell(step, context), ...columns.map((column) => column.cell(step))];
  const stepHead = { label: terms.table.step, numeric: false };
  const tables: TableModel[] = [{ caption: terms.table.caption, columns: [stepHead, ...heads], rows: steps.map(row) }];
  if (breakdown.length > 0) {
    tables.push({
      caption: terms.table.groupsCaption(dimension),
      columns: [{ label: dimension ? terms.dimensions[dimension] : terms.table.group, numeric: false }, stepHead, ...heads],
      rows: breakdown.flatMap(({ key, steps: own }) => own.map((step) => [groupCell(key, context), ...row(step)])),
    });
  }
  return tables;
}

function nameCell(step: FunnelStep, context: FunnelContext): TableCell {
  const { label } = stepName(step, context);
  return { text: step.optional ? context.terms.table.optional(label) : label, value: label };
}

function groupCell(key: string | null, context: FunnelContext): TableCell {
  const name = groupName(key, context);
  return { text: name, value: name };
}

function stepColumns(withTime: boolean, context: FunnelContext): Column[] {
  const { terms, format } = context;
  const rate = (value: number | null): TableCell => ({ text: format.rate(value), value });
  const columns: Column[] = [
    { label: terms.table.count, cell: ({ count }) => ({ text: format.count(count), value: count }) },
    { label: terms.table.stepRate, cell: ({ stepRate }) => rate(stepRate) },
    { label: terms.table.stepLower, cell: ({ stepInterval }) => rate(stepInterval?.[0] ?? null) },
    { label: terms.table.stepUpper, cell: ({ stepInterval }) => rate(stepInterval?.[1] ?? null) },
    { label: terms.table.dropOff, cell: ({ dropOff }) => ({ text: lossText(dropOff, context), value: dropOff }) },
    { label: terms.table.overallRate, cell: ({ overallRate }) => rate(overallRate) },
    { label: terms.table.overallLower, cell: ({ overallInterval }) => rate(overallInterval?.[0] ?? null) },
    { label: terms.table.overallUpper, cell: ({ overallInterval }) => rate(overallInterval?.[1] ?? null) },
  ];
  if (withTime) {
    columns.push({ label: terms.table.medianDays, cell: ({ medianDays }) => ({ text: format.decimal(medianDays), value: medianDays }) });
  }
  return columns;
}
