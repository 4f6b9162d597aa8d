/** Passages with their probabilities, and what each would bring at its best rate (L2, L4). */
import { proportion, ratio } from '../stats/ratio.js';
import { lineSums } from './lifecycle-grid.js';
import type { Withheld } from './lifecycle-grid.js';
import { STAGES } from './lifecycle-params.js';
import type { LifecyclePartials, Passages } from './lifecycle-partials.js';
import { PLACES, Stage } from './stage-rules.js';
import type { LifecycleFlow, LifecycleTarget } from './lifecycle-types.js';
import { unlessHidden } from './suppression.js';

/** Fewer customers than this in a stage make no best period. */
const LEAST_BASE = 30;

/** From lost to best: who passes upwards is won, who passes downwards is lost, whatever either brings. */
const RANKS: readonly Stage[] = [Stage.Inactive, Stage.Defecting, Stage.Prospect, Stage.New, Stage.Loyal, Stage.Premium];

/** Rates of a passage in earlier periods that count. */
function earlierRates(passages: readonly Passages[], from: number, to: number): number[] {
  return passages.slice(1).flatMap(({ customers, covered }) => {
    const base = lineSums(customers, true)[from];
    return covered && base >= LEAST_BASE ? [customers[from * PLACES + to] / base] : [];
  });
}

/** @param means What a customer of each stage brings between the dates, major units; null without any. */
export function flowsOf(
  { passages, revenue }: NonNullable<LifecyclePartials['counted']>,
  { cells, before }: Withheld,
  means: readonly (number | null)[],
  targets: readonly LifecycleTarget[],
  unit: number,
): LifecycleFlow[] {
  const { customers: grid } = passages[0];
  const bases = lineSums(grid, true);
  return Array.from(grid).flatMap((customers, cell): LifecycleFlow[] => {
    const [from, to] = [Math.floor(cell / PLACES), cell % PLACES];
    if (to === Stage.Outside) return [];
    const fromId = from ? STAGES[from - 1] : 'outside';
    const toId = STAGES[to - 1];
    const known = from && !before[from] && !cells[cell];
    const base = from && !before[from] ? bases[from] : null;
    const gain = known && from !== to ? (means[to] ?? NaN) - (means[from] ?? NaN) : NaN;
    const rates = targets.flatMap((one) => (one.from === fromId && one.to === toId ? one.rate : []));
    const all = rates.length > 0 ? rates : earlierRates(passages, from, to);
    const isUp = RANKS.indexOf(to) > RANKS.indexOf(from);
    const target = all.length > 0 && !Number.isNaN(gain) && base ? (isUp ? Math.max(...all) : Math.min(...all)) : null;
    // A passage that leads up brings money or nothing; one that leads down costs money or nothing.
    const worth = isUp ? Math.max(0, gain) : Math.min(0, gain);
    const opportunity = target === null ? null : Math.max(0, (target * base! - customers) * worth);
    if (customers === 0 && !opportunity) return [];
    const [probability, interval] = proportion(known ? customers : null, base);
    return [
      {
        ...{ from: fromId, to: toId, ...unlessHidden({ customers }, cells[cell]), base, probability, interval },
        ...{ ...unlessHidden({ revenue: revenue[cell] / unit }, cells[cell]), target, opportunity },
      },
    ];
  });
}

/** Mean revenue of those in a stage, major units: at the later date, or at the earlier one (`areRows`). */
export function meanRevenues(
  grid: Int32Array,
  revenue: Float64Array,
  areRows: boolean,
  { before, after }: Withheld,
  unit: number,
): (number | null)[] {
  const people = lineSums(grid, areRows);
  const hidden = areRows ? before : after;
  return lineSums(revenue, areRows).map((sum, stage) => (hidden[stage] ? null : ratio(sum / unit, people[stage])));
}
