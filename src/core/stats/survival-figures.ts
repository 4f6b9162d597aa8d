/** Figures read from a survival curve. */
import type { SurvivalPoint } from './kaplan-meier.js';

/** A product of many fractions that should be a half may come out a rounding above it. */
const ROUNDING = 1e-12;

/** First time at which a limit, or the curve, has come down to a level. */
function firstTime(curve: readonly SurvivalPoint[], level: number, of: (point: SurvivalPoint) => number | null): number | null {
  for (const point of curve) if ((of(point) ?? 1) <= level + ROUNDING) return point.time;
  return null;
}

/**
 * Time by which this share of lives has ended, with limits: the first time at which the curve, its lower and its upper limit come down to
 * 1 - share. Each is null when that was never seen: a median after which nobody was observed is not known, not infinite.
 * Source of the limits: Brookmeyer and Crowley, "A confidence interval for the median survival time", Biometrics 38 (1982).
 *
 * @param share 0…1: 0.5 is the median
 */
export function survivalQuantile(
  curve: readonly SurvivalPoint[],
  share: number,
): { time: number | null; lower: number | null; upper: number | null } {
  const first = (of: (point: SurvivalPoint) => number | null): number | null => firstTime(curve, 1 - share, of);
  return { time: first((point) => point.survival), lower: first((point) => point.lower), upper: first((point) => point.upper) };
}

/** State of the curve at a time: its last point up to then; null before the first one, where everybody lives. */
export function survivalAt(curve: readonly SurvivalPoint[], time: number): SurvivalPoint | null {
  let last: SurvivalPoint | null = null;
  for (const point of curve) if (point.time <= time) last = point;
  return last;
}

/**
 * Restricted mean: the mean length of life up to a horizon, which is the area under the curve, and its standard error: root of the sum of
 * A(t)^2 d / (n (n - d)), where A(t) is the area from t to the horizon.
 * Null when the curve is not known up to the horizon: it is once everybody's life has ended.
 * Source: Klein and Moeschberger, "Survival analysis" (2003), section 4.5.
 *
 * @param horizon in units of time, above 0
 */
export function restrictedMean(curve: readonly SurvivalPoint[], horizon: number): { mean: number; stdErr: number } | null {
  const end = curve.at(-1);
  if (!end || (end.time < horizon && end.survival > 0)) return null;
  let area = 0;
  let variance = 0;
  let until = horizon;
  // From the horizon backwards, so that the area behind each event is at hand.
  for (const { time, survival, events, atRisk } of [...curve].reverse()) {
    if (time >= horizon) continue;
    area += survival * (until - time);
    until = time;
    if (events < atRisk) variance += (area * area * events) / (atRisk * (atRisk - events));
  }
  return { mean: area + until, stdErr: Math.sqrt(variance) };
}
