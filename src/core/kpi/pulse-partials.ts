/** What `pulse` counts, in integers: every measure that is asked for, over every span of days, for the whole and for each part. */
import { sum } from '../stats/sum.js';
import type { TableName } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { orderRows } from './order-rows.js';
import { lastOrders } from './order-sums.js';
import { countMeasure, countPeople, rowsByDay } from './pulse-count.js';
import type { Amounts, Counted } from './pulse-count.js';
import { MEASURES } from './pulse-measures.js';
import type { Measure, MeasureId } from './pulse-measures.js';
import { splitPieces } from './pulse-parts.js';
import { plansOf, spansOf, viewsOf } from './pulse-plan.js';
import type { KpiPlan } from './pulse-plan.js';
import { countStates } from './pulse-states.js';
import type { StateId } from './pulse-states.js';
import type { Span } from './pulse-spans.js';
import type { PulseParams } from './pulse-types.js';
import type { View } from './pulse-view.js';
import { resolveWindow } from './rfm-window.js';

/** @internal */
export interface PulsePartials {
  readonly plans: readonly KpiPlan[];
  /** Names of the parts; null without a split. */
  readonly keys: readonly string[] | null;
  /** Silence after which a customer is lost; null where no KPI asks for it. */
  readonly window: string | null;
  /** By measure and span, as `amountKey` writes it; `crowd-` and a table: the people behind its rows, guests one by one. */
  readonly amounts: ReadonlyMap<string, Amounts>;
  readonly tables: readonly TableName[];
  /** Rows let through. */
  readonly used: number;
  readonly guestOrders: number;
}

export const amountKey = (id: string, { from, to }: Span): string => `${id} ${from} ${to}`;

/** Their rows are no people. */
const TOTALS: readonly TableName[] = ['refunds', 'search', 'social', 'ad_spend'];

export const crowdsOf = ({ tables }: KpiPlan): string[] => tables.flatMap((table) => (TOTALS.includes(table) ? [] : `crowd-${table}`));

/** What is to be counted: the spans of each measure, each span once. */
function needsOf(plans: readonly KpiPlan[], withCrowds: boolean): Map<string, Map<string, Span>> {
  const needs = new Map<string, Map<string, Span>>();
  for (const plan of plans)
    for (const span of spansOf(plan))
      for (const id of [...plan.measures, ...(withCrowds ? crowdsOf(plan) : [])]) {
        const known = needs.get(id) ?? new Map<string, Span>();
        needs.set(id, known.set(amountKey(id, span), { from: span.from, to: span.to }));
      }
  return needs;
}

/** All days that are asked for. */
function reachOf(needs: ReadonlyMap<string, ReadonlyMap<string, Span>>): Span {
  const reach = { from: Infinity, to: -Infinity };
  for (const spans of needs.values())
    for (const { from, to } of spans.values()) Object.assign(reach, { from: Math.min(reach.from, from), to: Math.max(reach.to, to) });
  return reach;
}

/** People behind the rows of a table; each row without one may be another person. */
function crowd(days: Counted, isTraffic: boolean, { dataset }: KpiContext, spans: readonly Span[]): Amounts[] {
  const who = isTraffic ? days.view.visitor! : days.view.customer;
  return countPeople(days, (row) => who[row], (isTraffic ? dataset.visitors : dataset.customers).length, 1, spans);
}

function* countAll(
  context: KpiContext,
  needs: ReadonlyMap<string, ReadonlyMap<string, Span>>,
  views: ReadonlyMap<TableName, View>,
  countedOf: (table: TableName) => Counted,
): Generator<void, Map<string, Amounts>, void> {
  const { dataset } = context;
  const amounts = new Map<string, Amounts>();
  for (const [id, spans] of needs) {
    const measure = (MEASURES as Record<string, Measure>)[id] as Measure | undefined;
    const table = measure?.table ?? (id.slice('crowd-'.length) as TableName);
    if (measure?.how === 'state' || !views.has(table)) continue;
    const counted = countedOf(table);
    const list = [...spans.values()];
    const isTraffic = table === 'visits' || table === 'pageviews';
    const size = (isTraffic ? dataset.visitors : dataset.customers).length;
    const found = measure
      ? countMeasure(counted, measure, measure.of(counted.view, dataset), size, list)
      : crowd(counted, isTraffic, context, list);
    [...spans.keys()].forEach((key, index) => amounts.set(key, found[index]));
    yield;
  }
  return amounts;
}

export function* pulsePartials(context: KpiContext, params: PulseParams, minGroupSize = 1): Generator<void, PulsePartials, void> {
  const all = context.unbounded ?? context;
  const views = viewsOf(context, params);
  const plans = plansOf(context, params, views);
  const tables = [...new Set(plans.flatMap((plan) => plan.tables))];
  const split = yield* splitPieces(context, params.by, views);
  const parts = split ? split.keys.length + 2 : 1;
  yield;
  const needs = needsOf(plans, minGroupSize > 1);
  const reach = reachOf(needs);
  const known = new Map<TableName, Counted>();
  const countedOf = (table: TableName): Counted => {
    const view = views.get(table)!;
    const passed = all.rows(table)!;
    const rowsIn = table === 'orders' ? ({ from, to }: Span) => orderRows(all, from, to + 1) : rowsByDay(view, passed, reach);
    const counted = known.get(table) ?? { view, passed, reach, partOf: split?.partsOf(table) ?? null, parts, rowsIn };
    known.set(table, counted);
    return counted;
  };
  const amounts = yield* countAll(all, needs, views, countedOf);
  const states = [...needs].filter(([id]) => (MEASURES as Record<string, Measure>)[id]?.how === 'state');
  const { last, guestOrders } = lastOrders(context);
  const window = states.length > 0 ? resolveWindow(context, params.window, last).length : null;
  if (window !== null) {
    const spans = new Map(states.flatMap(([, list]) => [...list.values()].map((span) => [amountKey('', span), span] as const)));
    const found = yield* countStates(all, [...spans.values()], window, countedOf('orders').partOf, parts);
    for (const [id] of states)
      [...spans.values()].forEach((span, index) => amounts.set(amountKey(id, span), found[index][id as StateId & MeasureId]));
  }
  yield;
  let used = 0;
  for (const table of tables) used += sum(context.rows(table) ?? []);
  return { plans, keys: split?.keys ?? null, window, amounts, tables, used, guestOrders: tables.includes('orders') ? guestOrders : 0 };
}
