/**
 * The engine: data set + request -> result. Public as `vigie/core`; needs no DOM, no clock, no network.
 * Both calls exist as generators too, so that a page without workers can run them in slices.
 */
import { formatIsoDay } from './calendar/civil-day.js';
import { KpiError, shown } from './errors.js';
import { contextPieces } from './kpi/context.js';
import type { Finished, KpiContext, KpiDefinition, KpiRequest, KpiResult } from './kpi/contract.js';
import { dayParam, readFilter } from './kpi/filter.js';
import type { ReadFilter } from './kpi/filter.js';
import { findKpi } from './kpi/index.js';
import { integerParam, objectParam } from './kpi/param.js';
import type { CivilDay, Dataset } from './table/dataset.js';

export type { Filter, KpiRequest, KpiResult, Reason } from './kpi/contract.js';

type AnyKpi = KpiDefinition<object, unknown, unknown>;

/** A request whose every part was checked. */
interface CheckedRequest {
  readonly definition: AnyKpi;
  readonly params: object;
  readonly filter: ReadFilter;
  readonly asOf: CivilDay | null;
  readonly minGroupSize: number;
}

function checkZone(dataset: Dataset, given: unknown): void {
  if (given === undefined || given === null) return;
  if (typeof given === 'string' && given.toLowerCase() === dataset.timeZone.toLowerCase()) return;
  const got = shown(given);
  throw new KpiError(
    'invalid-param',
    `timeZone is that of the data set, ${dataset.timeZone}: load the data with the zone you want; got ${got}`,
    {
      path: 'timeZone',
      details: { param: 'timeZone', got, timeZone: dataset.timeZone },
    },
  );
}

/** The requested day, else the last one in the data; never after the end of the filter's period. */
function asOfDay(dataset: Dataset, given: unknown, filter: ReadFilter): CivilDay | null {
  const asked = given === undefined || given === null ? (dataset.range?.to ?? null) : dayParam(given, 'asOf');
  if (asked === null || filter.to === null) return asked;
  return Math.min(asked, filter.to);
}

function check(dataset: Dataset, request: KpiRequest): CheckedRequest {
  const given = objectParam(request, 'request');
  const definition = findKpi(given.kpi);
  checkZone(dataset, given.timeZone);
  const filter = readFilter(given.filter);
  return {
    definition,
    filter,
    asOf: asOfDay(dataset, given.asOf, filter),
    params: definition.params(objectParam(given.params ?? {}, 'params')),
    minGroupSize: integerParam(given.minGroupSize, [1, 1_000_000], 1, 'minGroupSize'),
  };
}

function present(dataset: Dataset, request: CheckedRequest, context: KpiContext, finished: Finished<unknown>): KpiResult {
  return {
    kpi: request.definition.id,
    version: request.definition.version,
    asOf: request.asOf === null ? null : formatIsoDay(request.asOf),
    timeZone: dataset.timeZone,
    currency: dataset.currency,
    params: request.params,
    filter: request.filter.filter,
    status: finished.status,
    reasons: finished.reasons,
    rows: { used: finished.used, left: context.left(finished.tables ?? request.definition.tables) },
    value: finished.value,
  };
}

/**
 * `run` in slices: yields between pieces of work, so that the caller can pause or give up.
 * @throws KpiError as `run`.
 */
export function* runSteps(dataset: Dataset, request: KpiRequest): Generator<void, KpiResult, void> {
  const checked = check(dataset, request);
  const { definition, params, asOf, minGroupSize } = checked;
  const context = yield* contextPieces(dataset, asOf, checked.filter.from, checked.filter.filter);
  yield;
  const partials = definition.pieces ? yield* definition.pieces(context, params) : definition.partials(context, params);
  yield;
  const finished = definition.finish(partials, params, { asOf, minorDigits: dataset.minorDigits, minGroupSize });
  yield;
  return present(dataset, checked, context, finished);
}

/**
 * Figures of one KPI. Pure: the same data set and request give the same result, and the same JSON text whatever the order of the
 * rows. A figure that the data cannot carry is null with a reason, never an error.
 * @throws KpiError `unknown-kpi`, `invalid-param`, `invalid-date`.
 */
export function run(dataset: Dataset, request: KpiRequest): KpiResult {
  const steps = runSteps(dataset, request);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
