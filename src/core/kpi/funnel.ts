/**
 * Funnel (A1, A2): how many people go through each step of a path, and where they are lost.
 *
 * - Unit: a person - the customer where known, else the visitor; each counts once. Rows with nobody behind them are left out and told.
 * - Entry: a row of the first step within the period. Later steps count up to the as-of day, within `windowDays` of the entry.
 * - Search: see funnel-ordered.ts, funnel-strict.ts, funnel-any.ts. A step that may be skipped never stops anybody.
 * - step rate = n_k / n of the required step before it; overall = n_k / n_1; drop-off = 1 - step rate; Wilson 95 % intervals.
 *   n_k <= n of the required step before it, always.
 * - Median time: from the required step before it, over those who went on and whose two moments are known.
 * - A rate over nobody is null (`zero-denominator`); of ready counts, one that rises is no rate (`rising-count`).
 * - A step whose table, column or event the data lack is dropped (`missing-table`, `missing-column`, `missing-event`), status partial.
 *
 * Source of the method: conversion funnels as PostHog, Amplitude and Google Analytics 4 define them.
 */
import type { FinishContext, Finished, KpiContext, KpiDefinition, Reason } from './contract.js';
import { AnyOrderMatcher } from './funnel-any.js';
import { finishBreakdown, isSmall } from './funnel-breakdown.js';
import { countsPartials } from './funnel-counts.js';
import { Journey } from './funnel-journey.js';
import { collectOccurrences } from './funnel-occurrences.js';
import type { Occurrences } from './funnel-occurrences.js';
import { OrderedMatcher } from './funnel-ordered.js';
import { funnelParams } from './funnel-params.js';
import type { FunnelGroup, FunnelPartials } from './funnel-partials.js';
import type { Matcher } from './funnel-path.js';
import { planFunnel } from './funnel-plan.js';
import type { FunnelPlan } from './funnel-plan.js';
import { breakdownColumn } from './funnel-rows.js';
import { finishSteps } from './funnel-step.js';
import { StrictMatcher } from './funnel-strict.js';
import { addPath, entryKey, finishTally, newTally } from './funnel-tally.js';
import type { FinishedTally, Tally } from './funnel-tally.js';
import type { FunnelParams, FunnelResult } from './funnel-types.js';

/** People between two yields. */
const SLICE = 4096;

function matcherOf(journey: Journey, params: FunnelParams): Matcher {
  const hasWindow = params.windowDays !== null;
  if (params.order === 'any') return new AnyOrderMatcher(journey, hasWindow);
  return params.order === 'strict' ? new StrictMatcher(journey) : new OrderedMatcher(journey, hasWindow);
}

interface Counted {
  readonly total: FinishedTally;
  readonly groups: FunnelGroup[] | null;
  /** Entered so late that their window is not over, and not through all steps. */
  readonly open: number;
}

function* countPeople(context: KpiContext, params: FunnelParams, plan: FunnelPlan, rows: Occurrences): Generator<void, Counted, void> {
  const { steps } = plan;
  const journey = new Journey(rows, steps, params.windowDays);
  const matcher = matcherOf(journey, params);
  const column = breakdownColumn(context, plan, params.breakdown);
  const total = newTally(steps.length);
  const groups = new Map<string | null, Tally>();
  const lastEntry = params.windowDays === null ? Infinity : (context.asOf ?? Infinity) - params.windowDays;
  let open = 0;
  for (let person = 0; person + 1 < rows.offsets.length; person++) {
    if (person % SLICE === SLICE - 1) yield;
    if (rows.offsets[person] === rows.offsets[person + 1]) continue;
    journey.load(person);
    matcher.match();
    const { best } = matcher;
    addPath(total, journey, best);
    if (journey.day[best.match[0]] > lastEntry && best.match[steps.length - 1] === -1) open++;
    if (column === null) continue;
    const key = entryKey(journey, best.match[0], column);
    const tally = groups.get(key) ?? newTally(steps.length);
    groups.set(key, tally);
    addPath(tally, journey, best);
  }
  const list = [...groups].map(([key, tally]) => ({ key, tally: finishTally(tally) }));
  yield;
  return { total: finishTally(total), groups: column === null ? null : list, open };
}

function* pieces(context: KpiContext, params: FunnelParams): Generator<void, FunnelPartials, void> {
  const plan = planFunnel(context.dataset, params);
  if (plan.preset === 'counts') return countsPartials(context.dataset.steps, plan);
  const { preset, unit, tables } = plan;
  if (plan.steps.length < 2) {
    return { preset, unit, steps: [], total: finishTally(newTally(0)), groups: null, reasons: plan.reasons, tables, used: 0 };
  }
  const rows = yield* collectOccurrences(context, plan);
  const { total, groups, open } = yield* countPeople(context, params, plan, rows);
  const reasons: Reason[] = [...plan.reasons];
  if (params.breakdown !== null && groups === null)
    reasons.push({ code: 'missing-column', detail: `${plan.steps[0].table}.${params.breakdown}` });
  if (open > 0) reasons.push({ code: 'open-window', detail: String(open) });
  if (rows.unidentified > 0) reasons.push({ code: 'unidentified', detail: String(rows.unidentified) });
  const steps = plan.steps.map(({ id, label, optional }) => ({ id, label, optional }));
  return { preset, unit, steps, total, groups, reasons, tables, used: rows.identified };
}

/** Reasons that the numbers themselves give. */
function figureReasons(partials: FunnelPartials, withheld: boolean): Reason[] {
  const { counts } = partials.total;
  const required = partials.steps.flatMap((step, index) => (step.optional ? [] : [index]));
  const rising = required.filter((step, at) => at > 0 && counts[step] > counts[required[at - 1]]);
  const empty = required.filter((_step, at) => at > 0 && counts[required[at - 1]] === 0);
  const names = (indices: readonly number[]) => indices.map((index) => partials.steps[index].id).join(', ');
  return [
    ...(rising.length > 0 ? [{ code: 'rising-count', detail: names(rising) }] : []),
    ...(counts[0] > 0 && empty.length > 0 ? [{ code: 'zero-denominator', detail: names(empty) }] : []),
    ...(withheld ? [{ code: 'suppressed' }] : []),
  ];
}

function finish(partials: FunnelPartials, _params: FunnelParams, context: FinishContext): Finished<FunnelResult> {
  const { preset, unit, total, used, tables } = partials;
  const { minGroupSize } = context;
  const counts = total.counts.map((count) => (isSmall(count, minGroupSize) ? null : count));
  const steps = finishSteps(partials.steps, counts, total);
  const broken = partials.groups === null ? null : finishBreakdown(partials, minGroupSize);
  const withheld = counts.includes(null) || (broken?.withheld ?? false);
  const value: FunnelResult = { unit, preset, steps, ...(broken === null ? {} : { breakdown: broken.parts }) };
  const isEmpty = steps.length < 2 || total.counts[0] === 0;
  const lacks = partials.reasons.some((reason) => reason.code.startsWith('missing-'));
  const reasons = [...(isEmpty ? [{ code: 'no-data' }] : []), ...partials.reasons, ...figureReasons(partials, withheld)];
  return { value, status: isEmpty ? 'empty' : lacks || withheld ? 'partial' : 'ready', reasons, used, tables };
}

export const funnel: KpiDefinition<FunnelParams, FunnelPartials, FunnelResult> = {
  id: 'funnel',
  version: 1,
  tables: ['visits', 'events', 'customers', 'orders', 'steps'],
  params: funnelParams,
  partials: pieces,
  finish,
};
