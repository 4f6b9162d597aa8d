/** What is missing in a result of `rfm`, or what its reader should know; in fixed order. */
import { isoDayOrNull } from '../calendar/civil-day.js';
import type { Reason } from './contract.js';
import { orderReasons, reason } from './reason.js';
import type { GroupSums } from './rfm-groups.js';
import type { RfmPartials } from './rfm-partials.js';
import type { RfmParams } from './rfm-types.js';

/** What the reasons depend on, besides what was counted. */
interface Findings {
  readonly whole: GroupSums;
  readonly segments: readonly GroupSums[];
  /** By axis. */
  readonly cuts: readonly (readonly number[])[];
  /** What is withheld, by name. */
  readonly hidden: Record<string, boolean>;
}

export function rfmReasons({ window, guestOrders }: RfmPartials, params: RfmParams, found: Findings): Reason[] {
  const { customers, revenue } = found.whole;
  const reasons = [...orderReasons(window, guestOrders, customers), ...reason('not-enough-history', isoDayOrNull(window.missingFrom))];
  if (customers === 0) return reasons;
  const isMerged = (axis: number) => new Set(found.cuts[axis]).size < params.bins - 1;
  const isEmpty = params.segments === 'quartile' && found.segments.some((segment) => segment.customers === 0);
  return [
    ...reasons,
    ...reason('no-revenue', revenue <= 0),
    ...['recency', 'frequency', 'monetary'].flatMap((name, axis) => reason('merged-bins', isMerged(axis) && name)),
    ...reason('few-distinct-values', isEmpty && 'segments'),
    ...Object.entries(found.hidden).flatMap(([name, hidden]) => reason('suppressed', hidden && name)),
  ];
}
