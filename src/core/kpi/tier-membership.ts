/** Which tier of silence each customer is in (L9), by the default parameters of `churn`: what a filter by tier stands on. */
import { tierLimits, tierOf } from './churn-tiers.js';
import type { KpiContext } from './contract.js';
import { lastOrders } from './order-sums.js';
import { resolveWindow } from './rfm-window.js';

/** By customer the place of his tier among TIERS, from 1 on; 0: in none. In slices. */
export function* tierPieces(context: KpiContext): Generator<void, Uint8Array, void> {
  const { last } = lastOrders(context);
  yield;
  const { length } = resolveWindow(context, 'auto', last);
  if (context.asOf === null || length === null) return new Uint8Array(last.length);
  const limits = tierLimits(context.asOf, length);
  yield;
  return Uint8Array.from(last, (day) => tierOf(day, limits));
}
