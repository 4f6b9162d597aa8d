/** Parameters of `churn`: defaults filled in, wrong ones refused. */
import { readWindow } from '../calendar/window.js';
import { refuse } from '../errors.js';
import type { ChurnParams } from './churn-types.js';
import { booleanParam, integerParam, knownKeys, wordParam } from './param.js';

/** @throws KpiError `invalid-param`, with the path of the parameter. */
export function churnParams(given: unknown): ChurnParams {
  const raw = knownKeys(given, ['window', 'mode', 'limit', 'trendMonths', 'revealEmail'], 'params');
  const window = readWindow(raw.window ?? 'auto');
  return {
    window: window === 'all' ? refuse('params.window', '"auto", or a window that begins, such as "3M" or "90D"', window) : window,
    mode: wordParam(raw.mode, ['window'], 'window', 'params.mode'),
    limit: integerParam(raw.limit, [0, 10_000], 100, 'params.limit'),
    trendMonths: integerParam(raw.trendMonths, [0, 120], 12, 'params.trendMonths'),
    revealEmail: booleanParam(raw.revealEmail, false, 'params.revealEmail'),
  };
}
