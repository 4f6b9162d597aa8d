/** The numbers of the picture as tables; CSV gets them exact. */
import type { TableCell, TableModel } from '../../base/widget.js';
import { capital, type Fact, type FunnelContext, type Rate } from './funnel-context.js';

export function funnelTables({ facts, groups, groupsName, terms, format, dimension }: FunnelContext): TableModel[] {
  const timed = [{ facts }, ...groups].some((path) => path.facts.some(({ within }) => within));
  const rates = ({ value, text, interval }: Rate): TableCell[] => [
    { text, value },
    ...[0, 1].map((bound) => ({ text: format.rate(interval?.[bound] ?? null), value: interval?.[bound] ?? null })),
  ];
  const row = ({ name, title, count, n, step, loss, dropOff, overall, medianDays }: Fact): TableCell[] => [
    { text: title, value: name },
    { text: n, value: count },
    ...rates(step),
    { text: loss, value: dropOff },
    ...rates(overall),
    ...(timed ? [{ text: format.decimal(medianDays), value: medianDays }] : []),
  ];
  const columns = terms.columns.slice(0, timed ? 10 : 9).map((label, index) => ({ label, numeric: index > 0 }));
  const steps = { caption: terms.name, columns, rows: facts.map(row) };
  if (!groups.length) return [steps];
  const groupColumn = { label: capital(terms.dimensions[dimension]), numeric: false };
  return [
    steps,
    {
      caption: groupsName,
      columns: [groupColumn, ...columns],
      rows: groups.flatMap(({ name, facts: own }) => own.map((fact) => [{ text: name, value: name }, ...row(fact)])),
    },
  ];
}
