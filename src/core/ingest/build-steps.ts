import type { StepTable } from '../table/dataset.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { countOf } from './read-numbers.js';
import { textOf } from './read-texts.js';

/** Ready counts in order of input. Rows without label or with a count that is no whole number >= 0 are refused. */
export function* buildSteps(read: TableRead): Steps<StepTable> {
  const header = (column: string): string => read.matches.get(column)?.header ?? column;
  const value = (column: string): ((row: number) => unknown) => read.source.value(header(column));
  const [stepAt, countAt] = [value('step'), value('count')];
  const groupAt = read.matches.has('group') ? value('group') : null;
  const table = { label: [] as string[], count: [] as number[], group: [] as string[] };
  yield* read.walker.walk(read.source.length, (row) => {
    if (!read.ledger.isGood(row)) return;
    const label = textOf(stepAt(row));
    const count = countOf(countAt(row));
    if (label === '') return read.ledger.drop(row, 'missing-step', header('step'), stepAt(row));
    if (Number.isNaN(count)) return read.ledger.drop(row, 'bad-count', header('count'), countAt(row));
    table.label.push(label);
    table.count.push(count);
    if (groupAt !== null) table.group.push(textOf(groupAt(row)));
  });
  const { label } = table;
  return { length: label.length, label, count: Float64Array.from(table.count), group: groupAt === null ? null : table.group };
}
