/** A funnel of ready counts: the steps as they stand in the table, rows of the same step added up. */
import type { Dataset } from '../table/dataset.js';
import { mergeTallies, tallyOf } from './funnel-tally.js';
import type { Tally } from './funnel-tally.js';
import type { FunnelPartials } from './funnel-partials.js';
import { reason } from './reason.js';

/** A row without group is the whole of its step; else the whole is the sum over the groups. */
export function countReady({ steps: table }: Pick<Dataset, 'steps'>): FunnelPartials {
  const labels = [...new Set(table?.label)];
  const groups = new Map<string | null, Tally>();
  const whole: number[] = [];
  table?.label.forEach((label, row) => {
    const step = labels.indexOf(label);
    const key = table.group?.[row];
    const counts = key ? tallyOf(groups, key, labels).reached : whole;
    counts[step] = (counts[step] ?? 0) + table.count[row];
  });
  const parts = [...groups.values()];
  const total = mergeTallies(parts, labels);
  whole.forEach((count, step) => (total.reached[step] = count));
  return {
    preset: 'counts',
    unit: 'count',
    steps: labels.map((label) => ({ id: label, label })),
    total,
    groups: parts.length > 0 ? parts : null,
    reasons: reason('missing-table', !table && 'steps'),
    tables: ['steps'],
    used: table?.length ?? 0,
  };
}
