/** Parameters of `lifecycle`: defaults of the preset filled in, wrong ones refused. */
import { formatIsoDay, parseIsoDay } from '../calendar/civil-day.js';
import { readWindow } from '../calendar/window.js';
import { refuse } from '../errors.js';
import type { CivilDay } from '../table/dataset.js';
import type { LifecycleParams, LifecycleTarget, StageId } from './lifecycle-types.js';
import { oneOf, readAll, whole } from './param.js';
import type { Reader } from './param.js';

/** All stages, in the order of results. */
export const STAGES: readonly StageId[] = ['prospect', 'new', 'loyal', 'premium', 'defecting', 'inactive'];

/** Passages between the two dates when nothing says how far back the earlier one lies. */
const QUARTER = '3M';

/** What the rules of a preset are where the request does not say otherwise. Within 90 days is within the 91 days that end today. */
const PRESETS = {
  vigie: { window: 'auto', inactiveWindow: null, premiumPurchases: 3 },
  emarsys: { window: '91D', inactiveWindow: '366D', premiumPurchases: 0 },
};

function readLength(given: unknown, path: string): string {
  const window = readWindow(given, path);
  return /^a/.test(window) ? refuse(path, '3M (months) or 90D (days)', given) : window;
}

/** Part of a whole; nothing and all only where `closed`. */
function share(given: unknown, path: string, closed = false): number {
  const isWithin = (value: number): boolean => (closed ? value >= 0 && value <= 1 : value > 0 && value < 1);
  return typeof given === 'number' && isWithin(given) ? given : refuse(path, 'a number from 0 to 1', given);
}

const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (given, path) =>
    (given ?? null) === null ? null : read(given, path);

function readTargets(given: unknown, path: string): LifecycleTarget[] {
  const list = given ?? [];
  if (!Array.isArray(list)) return refuse(path, 'a list of { from, to, rate }', given);
  const stage: Reader<StageId> = (id, at) => ((id ?? null) === null ? refuse(at, STAGES.join(', '), id) : oneOf(...STAGES)(id, at));
  return list.map((one, index) =>
    readAll<LifecycleTarget>(one, `${path}[${index}]`, { from: stage, to: stage, rate: (rate, at) => share(rate, at, true) }),
  );
}

/**
 * @param start First day of the filter's period: the earlier date is the day before, unless the request says otherwise.
 * @param asOf A date on or after it is no earlier one: it is as if there were none.
 * @throws KpiError `invalid-param`, with the path of the parameter.
 */
export function lifecycleParams(given: unknown, start: CivilDay | null = null, asOf: CivilDay | null = null): LifecycleParams {
  const preset = oneOf<LifecycleParams['preset']>('vigie', 'emarsys')((given as Partial<LifecycleParams> | null)?.preset, 'params.preset');
  const usual = PRESETS[preset];
  const usualFrom = start === null ? QUARTER : formatIsoDay(start - 1);
  const isRuled = (window: unknown): boolean => /^\s*auto\s*$/i.test(String(window ?? 'auto'));
  return readAll<LifecycleParams>(given, 'params', {
    preset: () => preset,
    from: (text, path) => {
      const from = text ?? usualFrom;
      const day = parseIsoDay(String(from));
      return day === null ? readLength(from, path) : asOf !== null && day >= asOf ? usualFrom : String(from);
    },
    window: (text, path) => (isRuled(text) ? usual.window : readLength(text, path)),
    inactiveWindow: (text, path) => orNull(readLength)(text ?? usual.inactiveWindow, path),
    loyalPurchases: whole(2, 2, 1000),
    premiumPurchases: (count, path) => whole(usual.premiumPurchases, 0, 1000)(count, path),
    premiumDays: whole(60, 1, 36525),
    premiumShare: orNull(share),
    targets: readTargets,
  });
}
