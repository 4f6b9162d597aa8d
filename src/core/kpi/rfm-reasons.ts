/** What is missing in a result of `rfm`, or what its reader should know; in fixed order. */
import { isoDayOrNull } from '../calendar/civil-day.js';
import type { Reason } from './contract.js';
import { orderReasons, reason } from './reason.js';
import type { GroupSums } from './rfm-groups.js';
import type { RfmPartials } from './rfm-partials.js';
import type { RfmParams } from './rfm-types.js';

/**
 * @param whole everybody with an order in the window
 * @param cuts by axis
 * @param hidden what is withheld, by name
 */
export function rfmReasons(
  { window, guestOrders }: RfmPartials,
  { bins, segments: rule }: RfmParams,
  [customers, , revenue]: GroupSums,
  segments: readonly GroupSums[],
  cuts: readonly (readonly number[])[],
  hidden: Record<string, boolean>,
): Reason[] {
  const reasons = [
    ...orderReasons(window.hasOrders, guestOrders, window.customers, customers),
    ...reason('not-enough-history', isoDayOrNull(window.missingFrom)),
  ];
  if (customers === 0) return reasons;
  const isEmpty = rule === 'quartile' && segments.some(([people]) => people === 0);
  return [
    ...reasons,
    ...reason('no-revenue', revenue <= 0),
    ...['recency', 'frequency', 'monetary'].flatMap((name, axis) => reason('merged-bins', new Set(cuts[axis]).size < bins - 1 && name)),
    ...reason('few-distinct-values', isEmpty && 'segments'),
    ...Object.keys(hidden).flatMap((name) => reason('suppressed', hidden[name] && name)),
  ];
}
