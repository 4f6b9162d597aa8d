/** Parameters of `rfm`: defaults, and what is refused. */
import { readWindow } from '../calendar/window.js';
import { refuse } from '../errors.js';
import { oneOf, readAll, whole } from './param.js';
import type { RfmParams } from './rfm-types.js';

function readThresholds(given: unknown, path: string): RfmParams['thresholds'] {
  if ((given ?? null) === null) return null;
  const list = (Array.isArray(given) ? given : []) as [number, number, number];
  return list.length === 3 && list.every(Number.isFinite) && list[0] < list[1] && list[1] < list[2]
    ? [...list]
    : refuse(path, 'three ascending amounts', given);
}

/** @throws KpiError `invalid-param`, with the path of the parameter. */
export function rfmParams(given: unknown): RfmParams {
  const params = readAll<RfmParams>(given, 'params', {
    window: readWindow,
    bins: oneOf(5, 4, 3),
    segments: oneOf('quartile', 'cumulative', 'thresholds'),
    thresholds: readThresholds,
    mode: oneOf('vigie', 'rfm-r'),
    scoreLimit: whole(0, 0, 1e6),
  });
  if (params.segments === 'thresholds') readThresholds(params.thresholds ?? [], 'params.thresholds');
  if (params.mode === 'vigie') return params;
  // The R package knows no window: here `auto` is `all`.
  return { ...params, window: oneOf('all', 'auto')(params.window, 'params.window') && 'all' };
}
