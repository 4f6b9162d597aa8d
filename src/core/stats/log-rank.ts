import { chiSquaredTail } from './chi-squared.js';
import { livesIn } from './life-table.js';
import type { LifeRow } from './life-table.js';
import { sum } from './sum.js';

/** @internal */
export interface LogRankTest {
  chiSquared: number;
  /** Groups that can be told apart, less one. */
  df: number;
  /** Probability of differences as large as these, or larger, if all groups had one curve. */
  pValue: number;
  /** Events of each group, and those to be expected if all groups had one curve. */
  observed: number[];
  expected: number[];
}

/** Lives at risk, events of all groups, and the events of each, at one time. */
interface Moment {
  atRisk: number[];
  events: number[];
}

/** Moments at which something happened, by time. */
function moments(groups: readonly (readonly LifeRow[])[]): Moment[] {
  const times = [...new Set(groups.flatMap((rows) => rows.map((row) => row.time)))].sort((a, b) => a - b);
  const atRisk = groups.map(livesIn);
  const next = groups.map(() => 0);
  return times.map((time) => {
    const moment: Moment = { atRisk: [...atRisk], events: groups.map(() => 0) };
    groups.forEach((rows, group) => {
      const row = rows[next[group]];
      if (row?.time !== time) return;
      next[group]++;
      moment.events[group] = row.events;
      atRisk[group] -= row.events + row.censored;
    });
    return moment;
  });
}

/**
 * x' V^-1 x and the rank of V, by elimination; a pivot of 0 belongs to a group that the others determine, or that was never compared.
 */
function quadraticForm(x: number[], v: number[][]): { value: number; rank: number } {
  const least = v.map((row, k) => row[k] * 1e-10);
  let value = 0;
  let rank = 0;
  for (let k = 0; k < x.length; k++) {
    const pivot = v[k][k];
    // Pivots shrink from the variances they started as: what rounding leaves is none.
    if (pivot <= least[k]) continue;
    rank++;
    value += (x[k] * x[k]) / pivot;
    for (let i = k + 1; i < x.length; i++) {
      const factor = v[i][k] / pivot;
      x[i] -= factor * x[k];
      for (let j = k + 1; j < x.length; j++) v[i][j] -= factor * v[k][j];
    }
  }
  return { value, rank };
}

/**
 * Log-rank test of two or more groups: at each time the events are shared out by the lives at risk, and the sum of what each group had more
 * or less than its share is measured against its hypergeometric variance.
 * Null when there is nothing to compare: fewer than two groups at risk at the time of an event.
 * Source: Mantel, "Evaluation of survival data and two new rank order statistics", Cancer Chemotherapy Reports 50 (1966); Peto and Peto,
 * "Asymptotically efficient rank invariant test procedures", JRSS A 135 (1972).
 *
 * @param groups life table of each group, ascending by time
 */
export function logRank(groups: readonly (readonly LifeRow[])[]): LogRankTest | null {
  const observed = groups.map((rows) => sum(rows.map((row) => row.events)));
  const expected = groups.map(() => 0);
  const variance = groups.map(() => groups.map(() => 0));
  for (const { atRisk, events } of moments(groups)) {
    const n = sum(atRisk);
    const d = sum(events);
    if (d === 0) continue;
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (let i = 0; i < atRisk.length; i++) {
      const share = atRisk[i] / n;
      expected[i] += d * share;
      for (let j = 0; j < atRisk.length; j++) variance[i][j] += spread * share * ((i === j ? 1 : 0) - atRisk[j] / n);
    }
  }
  const { value, rank } = quadraticForm(
    observed.map((count, group) => count - expected[group]),
    variance,
  );
  return rank === 0 ? null : { chiSquared: value, df: rank, pValue: chiSquaredTail(value, rank), observed, expected };
}
