/** Parameters of `churn`: defaults filled in, wrong ones refused. */
import { readWindow } from '../calendar/window.js';
import { refuse } from '../errors.js';
import type { ChurnParams } from './churn-types.js';
import { oneOf, readAll, whole } from './param.js';

/** @throws KpiError `invalid-param`, with the path of the parameter. */
export function churnParams(given: unknown): ChurnParams {
  const params = readAll<ChurnParams>(given, 'params', {
    window: readWindow,
    mode: oneOf('window'),
    limit: whole(100, 0, 1e4),
    trendMonths: whole(12, 0, 120),
    revealEmail: oneOf(false, true),
  });
  return params.window === 'all' ? refuse('params.window', 'auto, 3M or 90D', 'all') : params;
}
