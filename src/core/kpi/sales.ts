/**
 * Sales by calendar period (V1, V2, V5): orders, net revenue, customers and new customers.
 *
 * - Orders: valid ones, also of guests. Revenue: their net less refunds that match no order, each on its own local day; money.
 * - Customers: different ones with an order in the period; over several periods each counts once.
 * - New customers (A13): those whose first valid order of all the data lies in the period and passes the filter, so that the parts of a
 *   split add up. Of orders at the same second, the first by channel, then by country.
 * - Units: pieces on the lines of the orders, less those sent back; null where orders have no lines.
 * - Periods: local calendar, ISO weeks; all from the first order or refund of the data, or from the filter's first day, to the as-of day. A
 *   period without an order has zeros; one that is not over yet, or cut by the filter, is `partial`.
 * - Missing data: nothing let through gives no series and null totals, with the reason.
 *
 * Source: sales per period of the project's KPI dictionary.
 */
import type { Grain } from '../calendar/period.js';
import type { KpiDefinition } from './contract.js';
import { oneOf, readAll } from './param.js';
import { salesFinish } from './sales-finish.js';
import { salesPartials } from './sales-partials.js';
import type { SalesPartials } from './sales-partials.js';
import type { SalesParams, SalesResult } from './sales-types.js';

export const sales: KpiDefinition<SalesParams, SalesPartials, SalesResult> = {
  id: 'sales',
  version: 1,
  tables: ['orders', 'refunds'],
  params: (given) => readAll<SalesParams>(given, 'params', { grain: oneOf<Grain>('month', 'day', 'week', 'quarter', 'year') }),
  partials: salesPartials,
  finish: salesFinish,
};
