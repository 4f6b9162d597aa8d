/** Customers by what they did up to a day: active, lost, loyal. */
import type { Span } from '../calendar/period.js';
import { windowBack } from '../calendar/window.js';
import type { CivilDay } from '../table/dataset.js';
import { peoplePieces } from './people-in.js';
import type { Orders } from './pulse-orders.js';

export type StateId = 'active-customers' | 'active-before' | 'lost-customers' | 'loyal-customers' | 'year-customers';
/** @internal Of a span: the whole first, then each part. */
export type StateCounts = Readonly<Record<StateId, Float64Array>>;

/** Months of orders that loyalty looks back on. */
export const LOYALTY_WINDOW = '12M';

/** The window that ends on a day. */
const windowTo = (to: CivilDay, window: string): Span => ({ from: windowBack(to, window) + 1, to });

/**
 * Counts each span; in slices.
 * @param window Silence after which a customer is lost.
 */
export function* countStates(
  { context, partOf, parts }: Orders,
  spans: readonly Span[],
  window: string,
): Generator<void, StateCounts[], void> {
  const active = spans.map(({ from, to }) => ({ now: windowTo(to, window), before: windowTo(from - 1, window) }));
  const inWindow = yield* peoplePieces(context, active, partOf, parts);
  const years = spans.map(({ to }) => ({ now: windowTo(to, LOYALTY_WINDOW) }));
  const inYear = yield* peoplePieces(context, years, partOf, parts);
  return inWindow.map(({ now, before, gone }, at) => ({
    ...{ 'active-customers': now, 'active-before': before, 'lost-customers': gone },
    ...{ 'loyal-customers': inYear[at].again, 'year-customers': inYear[at].now },
  }));
}
