/** The numbers of the picture as tables; CSV gets them exact. */
import { sentence } from '../../base/states.js';
import type { TableCell, TableModel } from '../../base/widget.js';
import { cell, tableOf } from '../../chart/data-table.js';
import type { Fact, FunnelContext, Rate } from './funnel-context.js';

export function funnelTables({ facts, groups, groupsName, terms, format, dimensionName }: FunnelContext): TableModel[] {
  const timed = [{ facts }, ...groups].some((path) => path.facts.some(({ within }) => within));
  const rates = ({ value, interval }: Rate): TableCell[] =>
    [value, ...(interval ?? [null, null])].map((rate) => cell(format.rate(rate), rate));
  const row = ({ name, title, count, n, step, loss, dropOff, overall, medianDays }: Fact): TableCell[] => [
    ...[cell(title, name), cell(n, count), ...rates(step), cell(loss, dropOff), ...rates(overall)],
    ...(timed ? [cell(format.decimal(medianDays), medianDays)] : []),
  ];
  const columns = terms.columns.slice(0, timed ? 10 : 9);
  const steps = tableOf([terms.name, ...columns], facts.map(row));
  if (!groups.length) return [steps];
  const rows = groups.flatMap(({ name, facts: own }) => own.map((fact) => [cell(name), ...row(fact)]));
  return [steps, tableOf([groupsName, sentence(dimensionName), ...columns], rows)];
}
