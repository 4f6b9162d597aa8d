/** Parameters of `churn`: defaults filled in, wrong ones refused. */
import { formatWindow, parseWindow } from '../calendar/window.js';
import type { ChurnParams } from './churn-types.js';
import { booleanParam, integerParam, knownKeys, refuseParam, wordParam } from './param.js';

const MAX_LISTED = 10_000;
const MAX_TREND_MONTHS = 120;

function windowParam(given: unknown): string {
  const spec = parseWindow(given ?? 'auto');
  if (spec.kind === 'all')
    refuseParam('params.window', 'has an end for churn', 'give "auto", months such as "3M" or days such as "90D"', given);
  return formatWindow(spec);
}

/** @throws KpiError `invalid-param`, with the path of the parameter. */
export function churnParams(given: object): ChurnParams {
  const raw = knownKeys(given, ['window', 'mode', 'limit', 'trendMonths', 'revealEmail'], 'params');
  return {
    window: windowParam(raw.window),
    mode: wordParam(raw.mode, ['window'] as const, 'window', 'params.mode'),
    limit: integerParam(raw.limit, [0, MAX_LISTED], 100, 'params.limit'),
    trendMonths: integerParam(raw.trendMonths, [0, MAX_TREND_MONTHS], 12, 'params.trendMonths'),
    revealEmail: booleanParam(raw.revealEmail, false, 'params.revealEmail'),
  };
}
