/**
 * Data set + request -> result, whichever KPIs there are: the engine of a page has those that the page imports.
 * Here and in the KPIs imports stand in the order in which the bundle is smallest: like beside like.
 */
import { isoDayOrNull } from './calendar/civil-day.js';
import { refuse } from './errors.js';
import type { KpiRequest, KpiResult } from './kpi/contract.js';
import { readDay, readFilter } from './kpi/filter.js';
import type { AnyKpi } from './kpi/index.js';
import { contextPieces } from './kpi/context.js';
import { objectParam, whole } from './kpi/param.js';
import { reason } from './kpi/reason.js';
import type { Dataset } from './table/dataset.js';

/**
 * The KPI of an id.
 * @throws KpiError `unknown-kpi`.
 */
export type FindKpi = (id: unknown) => AnyKpi;

/**
 * Figures of one KPI in slices: yields between pieces of work, so that the caller can pause or give up.
 * @throws KpiError as `find`, `invalid-param`, `invalid-date`.
 */
export function* kpiSteps(dataset: Dataset, request: KpiRequest, find: FindKpi): Generator<void, KpiResult, void> {
  const { timeZone, currency, minorDigits, range, cutShort } = dataset;
  const given = objectParam(request, 'request');
  const kpi = find(given.kpi);
  if (String(given.timeZone ?? timeZone).toLowerCase() !== timeZone.toLowerCase())
    refuse('timeZone', `that of the data, ${timeZone}`, given.timeZone);
  // The requested day, else the last one in the data; never after the end of the filter's period.
  const asked = readDay(given.asOf, 'asOf') ?? range?.to ?? null;
  const { filter, from: first, to, grain } = readFilter(given.filter, asked);
  const asOf = asked === null || to === null ? asked : Math.min(asked, to);
  // In a period that begins after the last day nothing can lie, not even for those who look back from it.
  const isAhead = first !== null && asOf !== null && first > asOf;
  const from = isAhead ? asOf + 1 : first;
  const params = kpi.params(given.params, isAhead ? null : from, asOf);
  const minGroupSize = whole(1, 1, 1e6)(given.minGroupSize, 'minGroupSize');
  const context = yield* contextPieces(dataset, asOf, kpi.history && !isAhead ? null : from, filter, kpi.follows);
  yield;
  const partials = yield* kpi.partials(context, params, minGroupSize, grain);
  yield;
  const { value, used, tables = kpi.tables, ...rest } = kpi.finish(partials, params, { asOf, unit: 10 ** minorDigits, minGroupSize });
  const lack = context.lack(tables[0]);
  // Where there is no table at all, no single one is missing: the data hold no rows.
  const isVoid = Object.keys(dataset.left).length === 0;
  const reasons = [...lack, ...(isVoid ? [{ code: 'no-data' }] : rest.reasons), ...reason('cut-short', cutShort)];
  const status = lack.length > 0 || isVoid ? 'empty' : cutShort !== null && rest.status === 'ready' ? 'partial' : rest.status;
  const stands = [...tables, ...(kpi.beside ?? [])].filter((name) => dataset.left[name] ?? (name === 'orders' && dataset.orders));
  yield;
  return {
    ...{ kpi: kpi.id, version: kpi.version, asOf: isoDayOrNull(asOf), timeZone, currency, params, filter },
    ...{ status, reasons, rows: { used, left: context.left(tables) }, tables: stands, value },
  };
}
