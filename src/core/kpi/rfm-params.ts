/** Parameters of `rfm`: defaults, and what is refused. */
import { formatWindow, parseWindow } from '../calendar/window.js';
import { integerParam, refuseParam, wordParam } from './param.js';
import type { RfmParams } from './rfm-types.js';

const KEYS = ['window', 'bins', 'segments', 'thresholds', 'mode', 'scoreLimit'];
const MAX_SCORES = 1_000_000;

function knownOnly(given: object): Partial<Record<keyof RfmParams, unknown>> {
  const unknown = Object.keys(given).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) refuseParam('params', 'have no such key', `use ${KEYS.join(', ')}`, unknown);
  return given;
}

/** The R package knows no window; its own mode therefore takes `auto` for `all`. */
function windowParam(given: unknown, mode: RfmParams['mode']): string {
  const spec = parseWindow(given ?? 'auto');
  if (mode !== 'rfm-r') return formatWindow(spec);
  if (spec.kind !== 'auto' && spec.kind !== 'all')
    refuseParam('params.window', 'is "all" in mode rfm-r', 'leave it out, or leave out the mode', given);
  return 'all';
}

function binsParam(given: unknown): RfmParams['bins'] {
  if (given === undefined || given === null) return 5;
  return given === 3 || given === 4 || given === 5 ? given : refuseParam('params.bins', 'is a number of classes', 'give 3, 4 or 5', given);
}

function thresholdsParam(given: unknown, segments: RfmParams['segments']): RfmParams['thresholds'] {
  const advice = 'give three amounts in ascending order, such as [50, 150, 400]';
  if (given === undefined || given === null) {
    return segments === 'thresholds' ? refuseParam('params.thresholds', 'are needed to cut segments by thresholds', advice, given) : null;
  }
  if (!Array.isArray(given) || given.length !== 3) return refuseParam('params.thresholds', 'are three amounts', advice, given);
  const [low, middle, high] = given as unknown[];
  if (typeof low !== 'number' || typeof middle !== 'number' || typeof high !== 'number' || ![low, middle, high].every(Number.isFinite)) {
    return refuseParam('params.thresholds', 'are numbers', advice, given);
  }
  return low < middle && middle < high
    ? [low, middle, high]
    : refuseParam('params.thresholds', 'ascend', advice, [low, middle, high].join(' '));
}

/** @throws KpiError `invalid-param`, with the path of the parameter. */
export function rfmParams(given: object): RfmParams {
  const { window, bins, segments, thresholds, mode, scoreLimit } = knownOnly(given);
  const readMode = wordParam(mode, ['vigie', 'rfm-r'], 'vigie', 'params.mode');
  const readSegments = wordParam(segments, ['quartile', 'cumulative', 'thresholds'], 'quartile', 'params.segments');
  return {
    window: windowParam(window, readMode),
    bins: binsParam(bins),
    segments: readSegments,
    thresholds: thresholdsParam(thresholds, readSegments),
    mode: readMode,
    scoreLimit: integerParam(scoreLimit, [0, MAX_SCORES], 0, 'params.scoreLimit'),
  };
}
