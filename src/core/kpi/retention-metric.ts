/** Cells with the figure of a metric, the line of average, what customers cost, and whether later cohorts do better. */
import { proportion, ratio } from '../stats/ratio.js';
import { sum } from '../stats/sum.js';
import type { FinishContext } from './contract.js';
import { newcomersFinish } from './newcomers-finish.js';
import type { RetentionPartials } from './retention-partials.js';
import type { TrianglePartials } from './retention-triangle.js';
import type {
  Acquisition,
  PooledRate,
  RetentionCell,
  RetentionCohort,
  RetentionParams,
  RetentionResult,
  RetentionTriangle,
} from './retention-types.js';
import { tellsOfFew, withheldParts } from './suppression.js';

/** Cohorts on either side of a comparison, the cell that is compared, and customers that each side takes at least. */
const COMPARED = 3;
const COMPARED_CELL = 1;
const LEAST = 30;

/** What a value stands on: of how many customers, or of which money. */
type Ground = readonly [part: number | null, whole: number | null];
const NOTHING: Ground = [null, null];

/** The ground of a cell by its place in the grids. */
type GroundOf = (cell: RetentionCell, at: number) => Ground;

/** Ground of each metric; money in major units. */
function groundOf(partials: RetentionPartials, { unit, minGroupSize }: FinishContext): Record<RetentionTriangle['metric'], GroundOf> {
  const { base } = partials;
  const { margin, top } = partials.triangle!;
  return {
    retention: (cell) => [cell.customers, cell.base],
    revenue: ({ revenue }, at) => (revenue === null ? NOTHING : [revenue, base[at]]),
    margin: ({ revenue }, at) => (revenue === null || !margin ? NOTHING : [margin[at] / unit, base[at]]),
    basket: ({ revenue, orders }) => [revenue, orders],
    tbc: (cell, at) => (!top || cell.base === null || tellsOfFew(top[at], cell.base, minGroupSize) ? NOTHING : [top[at], cell.base]),
  };
}

const isShare = (metric: string): boolean => metric === 'retention' || metric === 'tbc';
const isSum = (metric: string): boolean => metric === 'revenue' || metric === 'margin';

/** Values from their grounds: shares, means, or sums of means, which end where one of these is not known. */
function valuesOf(grounds: readonly Ground[], metric: RetentionTriangle['metric']): (number | null)[] {
  let so: number | null = 0;
  return grounds.map(([part, whole]) => {
    const value = part === null ? null : ratio(part, whole ?? 0);
    if (!isSum(metric)) return value;
    return (so = so === null || value === null ? null : so + value);
  });
}

const intervalOf = ([part, whole]: Ground): [number, number] | null => proportion(part, whole)[1];

/** Sums of what is known of all cohorts, by cell. */
function poolOf(grounds: readonly (readonly Ground[])[]): Ground[] {
  const longest = Math.max(0, ...grounds.map(({ length }) => length));
  return Array.from({ length: longest }, (_, since) => {
    const known = grounds.flatMap((cells) => (cells[since] && cells[since][0] !== null ? [cells[since]] : []));
    return known.length === 0 ? NOTHING : [sum(known.map(([part]) => part!)), sum(known.map(([, whole]) => whole ?? 0))];
  });
}

function acquisitionOf(cost: number, customers: number, brought: readonly (number | null)[], unit: number): Acquisition {
  const cac = cost > 0 ? ratio(cost / unit, customers) : null;
  const unseen = brought.indexOf(null);
  const reached = cac === null ? -1 : brought.findIndex((value) => value !== null && value >= cac);
  return {
    cost: cost > 0 ? cost / unit : null,
    customers,
    cac,
    payback: reached < 0 ? null : reached + 1,
    observed: unseen < 0 ? brought.length : unseen,
  };
}

/** The latest cohorts whose cell is known, and as many before them; the first of the data is none of them. */
function comparisonOf(grounds: readonly (readonly Ground[])[], skip: number): RetentionTriangle['comparison'] {
  const known = grounds.slice(skip).flatMap((cells) => ((cells[COMPARED_CELL]?.[0] ?? null) === null ? [] : [cells[COMPARED_CELL]]));
  const pooled = (some: readonly Ground[]): PooledRate | null => {
    const [[customers, base] = NOTHING] = poolOf(some.map((ground) => [ground]));
    const [rate, interval] = proportion(customers, base);
    return some.length < COMPARED || base! < LEAST || rate === null
      ? null
      : { cohorts: some.length, customers: customers!, base: base!, rate, interval: interval! };
  };
  const recent = pooled(known.slice(-COMPARED));
  const earlier = pooled(known.slice(-2 * COMPARED, -COMPARED));
  if (!recent || !earlier) return null;
  const verdict = recent.interval[0] > earlier.interval[1] ? 'higher' : recent.interval[1] < earlier.interval[0] ? 'lower' : 'unclear';
  return { recent, earlier, verdict };
}

const WITHHELD: Acquisition = { cost: null, customers: null, cac: null, payback: null, observed: 0 };

/** Cost of each cohort, where it can be told, and of all. */
function acquisitions(
  { spend }: TrianglePartials,
  rows: readonly number[],
  cohorts: readonly RetentionCohort[],
  brought: readonly (readonly Ground[])[],
  key: RetentionParams['key'],
  { unit, minGroupSize }: FinishContext,
) {
  if (!spend) return { each: [], all: null };
  const values = (grounds: readonly Ground[]) => valuesOf(grounds, 'revenue');
  const isTold = key === 'first-order' || key === 'channel';
  const each = rows.map((row, i) => {
    const { size } = cohorts[i];
    const isHidden = size === null || tellsOfFew(spend.won[row], size, minGroupSize);
    return isHidden ? WITHHELD : acquisitionOf(spend.cost[row], spend.won[row], values(brought[i]), unit);
  });
  const all = acquisitionOf(spend.totalCost, spend.totalWon, values(poolOf(brought)), unit);
  return { each: isTold ? each : [], all: withheldParts([spend.totalWon], minGroupSize)[0] ? WITHHELD : all };
}

/**
 * @param rows Place of each cohort in the grids.
 * @param average Line of average of the rate.
 * @returns what it is that a metric lacks, too; the cohorts as they are where none is asked for.
 */
export function triangleFinish(
  partials: RetentionPartials,
  rows: readonly number[],
  cohorts: RetentionCohort[],
  average: RetentionResult['average'],
  { metric, key, mode, newMonths }: RetentionParams,
  context: FinishContext,
): { cohorts: RetentionCohort[]; triangle: Pick<RetentionResult, 'triangle'>; lack: string | false } {
  const { triangle, width } = partials;
  if (!triangle || !metric) return { cohorts, triangle: {}, lack: false };
  const grounds = groundOf(partials, context);
  const groundsOf = (of: GroundOf): Ground[][] =>
    cohorts.map(({ cells }, i) => cells.map((cell, since) => (cell ? of(cell, rows[i] * width + since) : NOTHING)));
  const own = groundsOf(grounds[metric]);
  const pool = poolOf(own);
  const covered = sum(triangle.covered ?? []);
  const paybackBy = covered > 0 ? 'margin' : 'revenue';
  const { each, all } = acquisitions(triangle, rows, cohorts, groundsOf(grounds[paybackBy]), key, context);
  const isCompared = key === 'first-order' && mode === 'classic' && isShare(metric);
  return {
    cohorts: cohorts.map((cohort, i) => {
      const values = valuesOf(own[i], metric);
      const cells = cohort.cells.map((cell, since) => {
        const [part, whole] = own[i][since];
        return cell && { ...cell, value: values[since], valueInterval: isShare(metric) ? intervalOf(own[i][since]) : null, part, whole };
      });
      return { ...cohort, cells, ...(each[i] && { acquisition: each[i] }) };
    }),
    triangle: {
      triangle: {
        metric,
        line: metric === 'retention' ? average : valuesOf(pool, metric),
        linePart: pool.map(([part]) => part),
        lineWhole: pool.map(([, whole]) => whole),
        lineInterval: pool.map((ground) => (isShare(metric) ? intervalOf(ground) : null)),
        leftCensored: triangle.leftCensored,
        costCoverage: triangle.margin && Math.min(1, ratio(covered, sum(partials.revenue)) ?? 0),
        comparison: isCompared ? comparisonOf(own, Number(triangle.leftCensored)) : null,
        acquisition: all,
        paybackBy,
        newcomers: newcomersFinish(triangle.newcomers, newMonths!, context),
      },
    },
    lack: metric === 'margin' && !triangle.margin && 'order_lines.unit_cost',
  };
}
