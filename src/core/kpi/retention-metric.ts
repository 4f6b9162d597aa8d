/** Cells with the figure of a metric, the line of average, what customers cost, and whether later cohorts do better. */
import { proportion, ratio } from '../stats/ratio.js';
import type { FinishContext } from './contract.js';
import { newcomersFinish } from './newcomers-finish.js';
import { COVERED } from './order-margin.js';
import { acquisitions } from './retention-cost.js';
import { cellsAt, either, hiddenCells, mayBePooled, toldAges } from './retention-told.js';
import type { Told } from './retention-told.js';
import type { PooledRate, RetentionCell, RetentionCohort, RetentionParams, RetentionResult, RetentionTriangle } from './retention-types.js';

/** Cohorts on either side of a comparison, the age that is compared, and customers that each side takes at least. */
const COMPARED = 3;
const COMPARED_AGE = 1;
const LEAST = 30;

type Metric = RetentionTriangle['metric'];
type Numbers = Int32Array | Float64Array;

/** What the values of a metric stand on, by cell; money in minor units. */
interface Measure {
  /** null: nothing is known. */
  readonly part: Numbers | null;
  readonly whole: Int32Array;
  readonly unit: number;
  /** Those of the members who count, and the cells that would tell of a few of them. */
  readonly people: Int32Array;
  readonly hides: Uint8Array;
  /** They count in all cells before too. */
  readonly falls: boolean;
}

/** @internal Cells that are withheld: with the customers who count, and with the money of those who ordered. */
export interface Hidden {
  readonly people: Uint8Array;
  readonly money: Uint8Array;
}

function measureOf(metric: Metric, told: Told, hidden: Hidden, mode: RetentionParams['mode'], unit: number, isKnown: boolean): Measure {
  const { active, rolling, revenue, base, orders, triangle } = told.partials;
  const money = { unit, people: active, hides: hidden.money, falls: false };
  const falls = mode === 'rolling';
  const people = falls ? rolling : active;
  const { top, margin } = triangle!;
  if (metric === 'retention') return { part: people, whole: base, unit: 1, people, hides: hidden.people, falls };
  if (metric === 'basket') return { part: revenue, whole: orders, ...money };
  // Payback asks for the margin where very good customers are shown, too.
  if (metric !== 'tbc' || !top) return { part: metric === 'revenue' ? revenue : isKnown ? margin : null, whole: base, ...money };
  const hides = either(hidden.people, hiddenCells(told, top, false));
  return { part: top, whole: base, unit: 1, people: top, hides, falls: false };
}

const isShare = (metric: string): boolean => metric === 'retention' || metric === 'tbc';

/** What a value stands on: of how many customers, or of which money. */
type Ground = readonly [part: number | null, whole: number | null];
const NOTHING: Ground = [null, null];

/** Values from their grounds: shares, means, or sums of means, which end where one of these is not known. */
function valuesOf(grounds: readonly Ground[], metric: Metric): (number | null)[] {
  let so: number | null = 0;
  return grounds.map(([part, whole]) => {
    const value = part === null ? null : ratio(part, whole ?? 0);
    if (isShare(metric) || metric === 'basket') return value;
    return (so = so === null || value === null ? null : so + value);
  });
}

function groundsOf({ part, whole, unit, hides }: Measure, row: number, { width, base }: Told['partials'], length: number): Ground[] {
  return Array.from({ length }, (_, since): Ground => {
    const cell = row * width + since;
    return part === null || base[cell] === 0 || hides[cell] ? NOTHING : [part[cell] / unit, whole[cell]];
  });
}

/** The sums of some cells. */
function poolOf({ part, whole, unit }: Measure, cells: readonly number[]): Ground {
  let [parts, wholes] = [0, 0];
  for (const cell of cells) [parts, wholes] = [parts + part![cell], wholes + whole[cell]];
  return [parts / unit, wholes];
}

/** Sums over all cohorts by age, where they may be told. */
function lineOf(measure: Measure, told: Told, length: number): Ground[] {
  const ages = toldAges(told, measure.people, measure.hides, measure.falls);
  return Array.from({ length }, (_, since): Ground => {
    const cells = cellsAt(told, since);
    return !measure.part || !ages[since] || cells.length === 0 ? NOTHING : poolOf(measure, cells);
  });
}

/** The latest cohorts that are known, and as many before them; the first of the data is none of them. */
function comparisonOf(measure: Measure, told: Told, skip: number): RetentionTriangle['comparison'] {
  const { rows, partials } = told;
  const first = (rows[0] ?? 0) * partials.width + COMPARED_AGE;
  const known = partials.width > COMPARED_AGE ? cellsAt(told, COMPARED_AGE) : [];
  const usable = known.filter((cell) => !skip || cell !== first);
  const [late, early] = [usable.slice(-COMPARED), usable.slice(-2 * COMPARED, -COMPARED)];
  const others = known.filter((cell) => !late.includes(cell) && !early.includes(cell));
  const isTold = (cells: readonly number[]): boolean => {
    return mayBePooled(
      cells.filter((cell) => measure.hides[cell] === 1),
      measure.people,
      told,
    );
  };
  const pooled = (cells: readonly number[]): PooledRate | null => {
    const [customers, base] = poolOf(measure, cells);
    const [rate, interval] = proportion(customers, base);
    return cells.length < COMPARED || base! < LEAST || rate === null
      ? null
      : { cohorts: cells.length, customers: customers!, base: base!, rate, interval: interval! };
  };
  const [recent, earlier] = [pooled(late), pooled(early)];
  if (!recent || !earlier || ![late, early, others].every(isTold)) return null;
  const verdict = recent.interval[0] > earlier.interval[1] ? 'higher' : recent.interval[1] < earlier.interval[0] ? 'lower' : 'unclear';
  return { recent, earlier, verdict };
}

/** The figures of a cell, and those of the metric. */
function cellsOf(cells: RetentionCohort['cells'], grounds: readonly Ground[], metric: Metric): (RetentionCell | null)[] {
  const values = valuesOf(grounds, metric);
  return cells.map((cell, since) => {
    const [part, whole] = grounds[since];
    return (
      cell && {
        ...{ ...cell, value: values[since] },
        ...(isShare(metric) && { valueInterval: proportion(part, whole)[1] }),
        ...(/^[mt]/.test(metric) && { part }),
      }
    );
  });
}

/** Why a metric has no figures. */
type Lack = readonly [code: string, detail: string] | null;

/**
 * @param cohorts With cells of counts and money.
 * @param average Line of average of the rate.
 * @returns what it is that the metric lacks, too.
 */
export function triangleFinish(
  told: Told,
  hidden: Hidden,
  cohorts: readonly RetentionCohort[],
  average: RetentionResult['average'],
  { metric = 'retention', key, mode, newMonths }: RetentionParams,
  context: FinishContext,
): { cohorts: RetentionCohort[]; triangle: RetentionTriangle; lack: Lack } {
  const { partials, rows } = told;
  const { margin, covered, ordered, leftCensored, newcomers, spend } = partials.triangle!;
  const costCoverage = margin && (ratio(covered, ordered) ?? 0);
  const isKnown = (costCoverage ?? 0) >= COVERED;
  const measure = (of: Metric): Measure => measureOf(of, told, hidden, mode, context.unit, isKnown);
  const own = measure(metric);
  const grounds = (of: Measure): Ground[][] => cohorts.map(({ cells }, at) => groundsOf(of, rows[at], partials, cells.length));
  const ownGrounds = grounds(own);
  const line = lineOf(own, told, average.length);
  const paybackBy = isKnown ? 'margin' : 'revenue';
  const brought = measure(paybackBy);
  const soFar = (some: readonly Ground[]): (number | null)[] => valuesOf(some, paybackBy);
  const broughtSo = spend
    ? { each: grounds(brought).map(soFar), all: soFar(lineOf(brought, told, average.length)) }
    : { each: [], all: [] };
  const { each, all } = acquisitions(partials.triangle!, told, broughtSo, key, context);
  const isCompared = key === 'first-order' && mode === 'classic' && isShare(metric);
  const isLacking = metric === 'margin' && !isKnown && rows.length > 0;
  return {
    cohorts: cohorts.map((cohort, at) => {
      return { ...cohort, cells: cellsOf(cohort.cells, ownGrounds[at], metric), ...(each[at] && { acquisition: each[at] }) };
    }),
    triangle: {
      metric,
      line: metric === 'retention' ? average : valuesOf(line, metric),
      linePart: line.map(([part]) => part),
      lineWhole: line.map(([, whole]) => whole),
      lineInterval: line.map((ground) => (isShare(metric) ? proportion(...ground)[1] : null)),
      ...{ leftCensored, costCoverage, comparison: isCompared ? comparisonOf(own, told, Number(leftCensored)) : null },
      ...{ acquisition: all, spentBefore: (spend?.before ?? 0) / context.unit, paybackBy },
      newcomers: newcomersFinish(newcomers, newMonths!, context),
    },
    lack: isLacking ? (margin ? ['partial-costs', 'order_lines.unit_cost'] : ['missing-column', 'order_lines.unit_cost']) : null,
  };
}
