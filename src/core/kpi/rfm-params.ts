/** Parameters of `rfm`: defaults, and what is refused. */
import { readWindow } from '../calendar/window.js';
import { refuse } from '../errors.js';
import { integerParam, knownKeys, wordParam } from './param.js';
import type { RfmParams } from './rfm-types.js';

/** The R package knows no window; its own mode therefore takes `auto` for `all`. */
function windowParam(given: unknown, mode: RfmParams['mode']): string {
  const window = readWindow(given ?? 'auto');
  if (mode === 'vigie') return window;
  return window === 'auto' || window === 'all' ? 'all' : refuse('params.window', '"all" in mode rfm-r', given);
}

function thresholdsParam(given: unknown, segments: RfmParams['segments']): RfmParams['thresholds'] {
  if ((given ?? null) === null && segments !== 'thresholds') return null;
  const [low, middle, high, ...more] = (Array.isArray(given) ? given : []) as number[];
  return [low, middle, high].every(Number.isFinite) && low < middle && middle < high && more.length === 0
    ? [low, middle, high]
    : refuse('params.thresholds', 'three ascending amounts, such as [50, 150, 400]', given);
}

/** @throws KpiError `invalid-param`, with the path of the parameter. */
export function rfmParams(given: unknown): RfmParams {
  const raw = knownKeys(given, ['window', 'bins', 'segments', 'thresholds', 'mode', 'scoreLimit'], 'params');
  const mode = wordParam(raw.mode, ['vigie', 'rfm-r'], 'vigie', 'params.mode');
  const segments = wordParam(raw.segments, ['quartile', 'cumulative', 'thresholds'], 'quartile', 'params.segments');
  return {
    window: windowParam(raw.window, mode),
    bins: wordParam(raw.bins, [3, 4, 5], 5, 'params.bins'),
    segments,
    thresholds: thresholdsParam(raw.thresholds, segments),
    mode,
    scoreLimit: integerParam(raw.scoreLimit, [0, 1e6], 0, 'params.scoreLimit'),
  };
}
