/**
 * Attrition (L8) at a day t: of the customers with an order in the window before the last one, (t - 2W, t - W], how many have none in
 * the last one, (t - W, t].
 */
import { windowBack } from '../calendar/window.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { peoplePieces } from './people-in.js';

/** @internal */
export interface AttritionPoint {
  readonly asOf: CivilDay;
  /** First day of the earlier window. */
  readonly from: CivilDay;
  /** The data reach back to it; otherwise nothing is counted. */
  readonly covered: boolean;
  base: number;
  lost: number;
}

/**
 * At each of some days.
 * @param known First day that the data (and the period of the filter) cover.
 */
export function* attritionAt(
  context: KpiContext,
  days: readonly CivilDay[],
  length: string,
  known: CivilDay,
): Generator<void, AttritionPoint[], void> {
  const points = days.map((asOf): AttritionPoint => {
    const from = windowBack(asOf, length, 2) + 1;
    return { asOf, from, covered: known <= from, base: 0, lost: 0 };
  });
  const covered = points.filter((point) => point.covered);
  const counts = yield* peoplePieces(
    context,
    covered.map(({ asOf, from }) => {
      const end = windowBack(asOf, length);
      return { before: { from, to: end }, now: { from: end + 1, to: asOf } };
    }),
  );
  covered.forEach((point, at) => {
    [point.base] = counts[at].before;
    [point.lost] = counts[at].gone;
  });
  return points;
}
