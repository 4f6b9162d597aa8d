import { livesIn } from './life-table.js';
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

/** Exponent that leads from S to its lower limit on the scale ln(-ln S), which keeps limits within 0…1. */
const widthOf = (survival: number, root: number, z: number): number => (root > 0 ? Math.exp((z * root) / -Math.log(survival)) : 1);

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
  let atRisk = livesIn(rows);
  let survival = 1;
  let variance = 0;
  return rows.map(({ time, events, censored }) => {
    const n = atRisk;
    survival *= (n - events) / n;
    variance += events / (n * (n - events));
    atRisk -= events + censored;
    const root = Math.sqrt(variance);
    const width = widthOf(survival, root, z);
    const ends = survival === 0;
    return {
      time,
      events,
      censored,
      atRisk: n,
      survival,
      stdErr: ends ? null : survival * root,
      lower: ends ? null : survival ** width,
      upper: ends ? null : survival ** (1 / width),
    };
  });
}
