/**
 * Funnel (A1, A2): how many people go through each step of a path, and where they are lost.
 *
 * - Unit: a person - the customer where known, else the visitor; each counts once. Rows with nobody behind them are left out and told.
 * - Entry: a row of the first step that the filter lets through. Later steps, wherever they are taken, count up to the as-of day,
 *   within `windowDays` of the entry.
 * - Search: see funnel-search.ts. A step that may be skipped never stops anybody.
 * - step rate = n_k / n of the required step before it; overall = n_k / n_1; drop-off = 1 - step rate; Wilson 95 % intervals.
 *   n_k <= n of the required step before it, always.
 * - Median time: from the required step before it, over those who went on and whose two moments are known.
 * - A rate over nobody is null (`zero-denominator`); of ready counts, one that rises is no rate (`rising-count`).
 * - A step whose table, column or event the data lack is dropped (`missing-table`, `missing-column`, `missing-event`), status partial.
 *
 * Source of the method: conversion funnels as PostHog, Amplitude and Google Analytics 4 define them.
 */
import type { KpiContext, KpiDefinition } from './contract.js';
import { funnelParams } from './funnel-params.js';
import { countReady } from './funnel-counts.js';
import { finishFunnel } from './funnel-finish.js';
import type { FunnelPartials } from './funnel-partials.js';
import { countPeople } from './funnel-people.js';
import { planFunnel } from './funnel-plan.js';
import type { FunnelParams, FunnelResult } from './funnel-types.js';

function* pieces(context: KpiContext, params: FunnelParams): Generator<void, FunnelPartials, void> {
  const plan = planFunnel(context.dataset, params);
  if (plan === null) return countReady(context.dataset);
  if (plan.steps.length < 2) return { ...countReady({ steps: null }), ...plan, steps: [] };
  return { ...plan, ...(yield* countPeople(context, plan, params)) };
}

export const funnel: KpiDefinition<FunnelParams, FunnelPartials, FunnelResult> = {
  id: 'funnel',
  version: 1,
  // Those of the steps, as the finish says.
  tables: [],
  params: funnelParams,
  partials: pieces,
  finish: finishFunnel,
};
