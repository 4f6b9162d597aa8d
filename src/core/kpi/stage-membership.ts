/**
 * Which stage of life each customer is in (L1), by default rules: what a filter by stage stands on. Tested in this order: prospect (no
 * order up to the as-of day), inactive (none within the window of mean recency), premium (3 purchase days or more, 60 days or less from
 * one to the next on average), loyal (2 or more), new.
 */
import { NO_DAY } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { orderRows, ordersOf } from './order-rows.js';
import { lastOrders } from './order-sums.js';
import { resolveWindow } from './rfm-window.js';
import { windowBack } from '../calendar/window.js';

export const STAGES = ['prospect', 'new', 'loyal', 'premium', 'inactive'];
const [PROSPECT, NEW, LOYAL, PREMIUM, INACTIVE] = [1, 2, 3, 4, 5];

const PREMIUM_OCCASIONS = 3;
const PREMIUM_CADENCE_DAYS = 60;

export function* stagePieces(context: KpiContext): Generator<void, Uint8Array, void> {
  const { dataset, asOf } = context;
  const { last } = lastOrders(context);
  yield;
  const { length } = resolveWindow(context, 'auto', last);
  const limit = asOf === null || length === null ? Infinity : windowBack(asOf, length);
  yield;
  const { day, customer } = ordersOf(dataset);
  const first = new Int32Array(last.length).fill(NO_DAY);
  const latest = new Int32Array(last.length).fill(NO_DAY);
  const occasions = new Int32Array(last.length);
  for (const row of orderRows(context)) {
    const owner = customer[row];
    if (owner < 0 || latest[owner] === day[row]) continue;
    if (occasions[owner]++ === 0) first[owner] = day[row];
    latest[owner] = day[row];
  }
  yield;
  return Uint8Array.from(last, (final, owner) => {
    const count = occasions[owner];
    if (final === NO_DAY) return PROSPECT;
    if (final <= limit) return INACTIVE;
    const isQuick = final - first[owner] <= PREMIUM_CADENCE_DAYS * (count - 1);
    return count >= PREMIUM_OCCASIONS && isQuick ? PREMIUM : count > 1 ? LOYAL : NEW;
  });
}
