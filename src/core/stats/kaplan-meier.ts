import type { LifeRow } from './life-table.js';
import { Z95 } from './wilson.js';

/** @internal State of a survival curve from this time on, until the next point. */
export interface SurvivalPoint extends LifeRow {
  /** Lives that lasted at least so long: they could have ended at this time. */
  atRisk: number;
  /** Share of lives that last longer than this time, 0…1. */
  survival: number;
  /** Greenwood's standard error of `survival`; null once it is 0. */
  stdErr: number | null;
  /** Log-log limits of `survival`, within 0…1; both 1 before the first event, null once it is 0: there Greenwood's formula is silent. */
  lower: number | null;
  upper: number | null;
}

/** Limits on the scale ln(-ln S), which keeps them within 0…1. */
function limits(survival: number, variance: number, z: number): Pick<SurvivalPoint, 'stdErr' | 'lower' | 'upper'> {
  if (survival === 0) return { stdErr: null, lower: null, upper: null };
  if (variance === 0) return { stdErr: 0, lower: 1, upper: 1 };
  const root = Math.sqrt(variance);
  const width = Math.exp((z * root) / -Math.log(survival));
  return { stdErr: survival * root, lower: survival ** width, upper: survival ** (1 / width) };
}

/**
 * Kaplan-Meier curve S(t) = product of (1 - d / n) over the times up to t, with d events among n at risk; one point for each row. At equal
 * times events come before censorings. Variance: Greenwood's S^2 times the sum of d / (n (n - d)); limits: log-log, 95 % by default.
 * Sources: Kaplan and Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958); Greenwood, "The natural
 * duration of cancer" (1926); Kalbfleisch and Prentice, "The statistical analysis of failure time data" (1980), for the limits.
 *
 * @param rows ascending by time
 * @returns empty when there is no life
 */
export function kaplanMeier(rows: readonly LifeRow[], z = Z95): SurvivalPoint[] {
  let atRisk = rows.reduce((total, row) => total + row.events + row.censored, 0);
  let survival = 1;
  let variance = 0;
  return rows.map((row) => {
    const left = atRisk - row.events;
    survival *= left / atRisk;
    variance += row.events / (atRisk * left);
    const point = { ...row, atRisk, survival, ...limits(survival, variance, z) };
    atRisk = left - row.censored;
    return point;
  });
}
