/** Steps of colour for the revenue of a cell: at equal distances, or growing by 1, 2, 5 where revenue is so skewed that most cells would look alike. */
import { ticks } from 'd3-array';

/** Steps of the sequential scale of the theme. */
export const STEPS = 7;
/** Growing edges are worth their trouble where they thin out the fullest class to this part of what equal distances leave. */
const WORTH = 0.75;

export interface Shade {
  /** Ascending amounts between two classes: a class holds what is at least its lower edge. */
  readonly edges: readonly number[];
  /** Step of the theme of each class, `edges.length + 1` of them. */
  readonly steps: readonly number[];
  step(revenue: number): number;
}

/** 1, 2, 5, 10, 20, … strictly between two amounts. */
function roundAmounts(low: number, high: number): number[] {
  const found: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (const lead of [1, 2, 5]) {
      const amount = power < 0 ? lead / 10 ** -power : lead * 10 ** power;
      if (amount > low && amount < high) found.push(amount);
    }
  }
  return found;
}

/** Round amounts at equal distances strictly between two amounts, as many as there are steps for. */
function evenAmounts(low: number, high: number): number[] {
  for (let wanted = STEPS - 1; wanted > 0; wanted--) {
    const found = ticks(low, high, wanted).filter((amount) => amount > low && amount < high);
    if (found.length <= STEPS) return found;
  }
  return [];
}

/** Spread over the scale from its lightest step to its darkest. */
function spread(classes: number): number[] {
  if (classes === 1) return [Math.ceil(STEPS / 2)];
  return Array.from({ length: classes }, (_, index) => 1 + Math.round((index * (STEPS - 1)) / (classes - 1)));
}

const classOf = (edges: readonly number[], revenue: number): number => edges.filter((edge) => edge <= revenue).length;

/** Number of cells in the class that holds the most of them. */
function fullest(edges: readonly number[], revenues: readonly number[]): number {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const revenue of revenues) counts[classOf(edges, revenue)] += 1;
  return Math.max(...counts);
}

/** Steps for these revenues; those that are not positive take the lightest one. */
export function shade(revenues: readonly number[]): Shade {
  const positive = revenues.filter((revenue) => revenue > 0);
  const low = Math.min(...positive);
  const high = Math.max(...positive);
  const isSpread = positive.length > 0 && high > low;
  const even = isSpread ? evenAmounts(low, high).slice(1 - STEPS) : [];
  const growing = isSpread ? roundAmounts(low, high).slice(1 - STEPS) : [];
  const edges = fullest(growing, positive) <= WORTH * fullest(even, positive) ? growing : even;
  const steps = spread(edges.length + 1);
  return { edges, steps, step: (revenue) => steps[classOf(edges, revenue)] ?? 1 };
}
