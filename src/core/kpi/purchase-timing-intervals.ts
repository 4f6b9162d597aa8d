/** Histograms of intervals, regularity and cadence (L22, L23). */
import { proportion } from '../stats/ratio.js';
import { sum } from '../stats/sum.js';
import { RATIO_PARTS } from './purchase-timing-gaps.js';
import type { IntervalCounts } from './purchase-timing-gaps.js';
import type { IntervalView, TimingIntervals } from './purchase-timing-types.js';
import { isFew, withheldParts } from './suppression.js';

/** Days of a class: as few as let 95 % of the intervals stand in 20 classes. */
const WIDTHS = [1, 2, 3, 7, 14, 28, 56, 91, 182, 364];
const CLASSES = 20;
const SHOWN = 0.95;

/** Value at a rank, counted from 0, by counts of values. */
function atRank(counts: Int32Array, rank: number): number {
  let value = 0;
  for (let seen = counts[0]; seen <= rank; seen += counts[value]) value++;
  return value;
}

/** Mean of the two middle values; null when there is none. */
function medianOf(counts: Int32Array): number | null {
  const count = sum(counts);
  return count === 0 ? null : (atRank(counts, (count - 1) >> 1) + atRank(counts, count >> 1)) / 2;
}

/** Days of a class, how many there are, and whether the last one holds all that is longer. */
type Classes = readonly [width: number, count: number, isOpen: boolean];

/** @param parts of a day that a count stands for: 2 for half days. */
function viewOf(counts: Int32Array, parts: number, [width, classes, isOpen]: Classes, least: number): IntervalView {
  const sizes = new Array<number>(classes).fill(0);
  counts.forEach((count, value) => {
    if (count > 0) sizes[Math.min(Math.ceil(value / parts / width), classes) - 1] += count;
  });
  const count = sum(sizes);
  const hidden = withheldParts(sizes, least);
  const median = medianOf(counts);
  return {
    count,
    medianDays: median === null || count < least ? null : median / parts,
    classes: sizes.map((size, at) => ({
      ...{ from: at * width + 1, to: isOpen && at + 1 === classes ? null : (at + 1) * width },
      count: hidden[at] ? null : size,
      share: hidden[at] || count === 0 ? null : size / count,
    })),
  };
}

/** Wheat-Morrison: k = (1 - 4 V) / (8 V) with V the variance of first interval / first two. null without two customers, or when all are alike. */
function regularityOf({ regulars, ratios, squares }: IntervalCounts): number | null {
  const spread = squares - (ratios * ratios) / regulars;
  const variance = spread / (regulars - 1) / RATIO_PARTS ** 2;
  // Below it there is but rounding.
  return variance > 1e-9 ? Math.max(0, (1 - 4 * variance) / (8 * variance)) : null;
}

/** @param hidden Whether figures would tell how many of a few people have bought again. */
export function intervalFigures(counts: IntervalCounts, days: number, least: number, hidden: boolean): TimingIntervals {
  const { pooled, halves, open } = counts;
  const hides = hidden || isFew(sum(halves), least) || isFew(open, least);
  const regulars = hides || isFew(counts.regulars, least) ? null : counts.regulars;
  const count = hides ? 0 : sum(pooled);
  const end = count === 0 ? 0 : atRank(pooled, Math.ceil(count * SHOWN) - 1);
  const width = WIDTHS.find((one) => one * CLASSES >= end) ?? WIDTHS[WIDTHS.length - 1];
  const closed = Math.min(Math.ceil(end / width), CLASSES);
  // One class more for what is longer.
  const isOpen = count > 0 && atRank(pooled, count - 1) > closed * width;
  const classes = closed + +isOpen;
  const view = (of: Int32Array, parts: number): IntervalView =>
    hides ? { count: null, medianDays: null, classes: [] } : viewOf(of, parts, [width, classes, isOpen], least);
  const quick = sum(counts.within);
  const within = regulars === null || withheldParts([quick, regulars - quick], least).includes(true) ? null : quick;
  const [share, interval] = proportion(within, regulars);
  const twice = within === null ? null : medianOf(counts.within);
  return {
    ...{ pooled: view(pooled, 1), perCustomer: view(halves, 2), open: hides ? null : open },
    regularity: { customers: regulars, k: regulars === null ? null : regularityOf(counts) },
    cadence: { days, customers: regulars, within, share, interval, medianDays: twice === null ? null : twice / 2 },
  };
}
