/** A funnel of ready counts: the steps as they stand in the table, rows of the same step added up. */
import type { StepTable } from '../table/dataset.js';
import type { FunnelPlan } from './funnel-plan.js';
import type { FunnelGroup, FunnelPartials } from './funnel-partials.js';
import { finishTally, newTally } from './funnel-tally.js';
import type { FinishedTally, Tally } from './funnel-tally.js';

/** Sum over the groups; where a step also has a row without group, that row is the whole. */
function totals(table: StepTable, labels: readonly string[]): FinishedTally {
  const total = newTally(labels.length);
  const whole = new Set<number>();
  for (let row = 0; row < table.length; row++) {
    const step = labels.indexOf(table.label[row]);
    const isWhole = table.group !== null && table.group[row] === '';
    if (isWhole && !whole.has(step)) {
      whole.add(step);
      total.counts[step] = 0;
    }
    if (isWhole || !whole.has(step)) total.counts[step] += table.count[row];
  }
  return finishTally(total);
}

function groupsOf(table: StepTable, labels: readonly string[]): FunnelGroup[] | null {
  const { group } = table;
  if (group === null) return null;
  const tallies = new Map<string, Tally>();
  for (let row = 0; row < table.length; row++) {
    const key = group[row];
    if (key === '') continue;
    const tally = tallies.get(key) ?? newTally(labels.length);
    tallies.set(key, tally);
    tally.counts[labels.indexOf(table.label[row])] += table.count[row];
  }
  return tallies.size === 0 ? null : [...tallies].map(([key, tally]) => ({ key, tally: finishTally(tally) }));
}

export function countsPartials(table: StepTable | null, plan: FunnelPlan): FunnelPartials {
  const labels = [...new Set(table?.label ?? [])];
  return {
    preset: 'counts',
    unit: 'count',
    steps: labels.map((label) => ({ id: label, label, optional: false })),
    total: table === null ? finishTally(newTally(0)) : totals(table, labels),
    groups: table === null ? null : groupsOf(table, labels),
    reasons: plan.reasons,
    tables: plan.tables,
    used: table?.length ?? 0,
  };
}
