/** The numbers of the picture as tables; CSV gets them exact. */
import type { TableCell, TableModel } from '../../base/widget.js';
import { capital, lossText, type Fact, type FunnelContext } from './funnel-context.js';

export function funnelTables(context: FunnelContext): TableModel[] {
  const { facts, groups, groupsName, terms, format, dimension } = context;
  const timed = [facts, ...groups.map((group) => group.facts)].flat().some(({ medianDays }) => medianDays !== null);
  const text = (value: string, shown = value): TableCell => ({ text: shown, value });
  const rate = (value = null as number | null): TableCell => ({ text: format.rate(value), value });
  const row = (fact: Fact): TableCell[] => {
    const { name, title, count, stepRate, stepInterval, dropOff, overallRate, overallInterval, medianDays } = fact;
    const cells: TableCell[] = [
      text(name, title),
      { text: format.count(count), value: count },
      ...[stepRate, stepInterval?.[0], stepInterval?.[1]].map(rate),
      { text: lossText(fact, context), value: dropOff },
      ...[overallRate, overallInterval?.[0], overallInterval?.[1]].map(rate),
    ];
    return timed ? [...cells, { text: format.decimal(medianDays), value: medianDays }] : cells;
  };
  const numbers = timed ? terms.columns : terms.columns.slice(0, -1);
  const columns = [{ label: terms.step, numeric: false }, ...numbers.map((label) => ({ label, numeric: true }))];
  const tables: TableModel[] = [{ caption: terms.name, columns, rows: facts.map(row) }];
  if (groups.length > 0) {
    tables.push({
      caption: groupsName,
      columns: [{ label: capital(terms.dimensions[dimension]), numeric: false }, ...columns],
      rows: groups.flatMap((group) => group.facts.map((fact) => [text(group.name), ...row(fact)])),
    });
  }
  return tables;
}
