import type { StepTable } from '../table/dataset.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { countOf } from './read-numbers.js';
import { textOf } from './read-texts.js';

/** Ready counts in order of input. Rows without label or with a count that is no whole number >= 0 are refused. */
export function* buildSteps(read: TableRead): Steps<StepTable> {
  const [stepAt, countAt, groupAt] = ['step', 'count', 'group'].map((column) => read.values(column));
  const label: string[] = [];
  const counts: number[] = [];
  const group: string[] = [];
  yield* read.each((row) => {
    const step = textOf(stepAt(row));
    const count = countOf(countAt(row));
    if (step === '') return read.drop(row, 'missing-step', 'step');
    if (Number.isNaN(count)) return read.drop(row, 'bad-count', 'count');
    label.push(step);
    counts.push(count);
    group.push(textOf(groupAt(row)));
  });
  const match = read.matches.get('count');
  if (match) match.format = 'number';
  return { length: label.length, label, count: Float64Array.from(counts), group: read.matches.has('group') ? group : null };
}
