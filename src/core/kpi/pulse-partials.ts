/** What `pulse` counts, in integers: every measure that is asked for, over every span of days, for the whole and for each part. */
import { kept } from '../calendar/kept.js';
import type { Grain, Span } from '../calendar/period.js';
import { sum } from '../stats/sum.js';
import type { TableName } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrders } from './order-facts.js';
import { remembered } from './remembered.js';
import { ledgerOf } from './order-ledger.js';
import { lastOrders } from './order-sums.js';
import { countMeasure, countPeople, rowFinder } from './pulse-count.js';
import type { Amounts, Counted } from './pulse-count.js';
import { MEASURES } from './pulse-measures.js';
import type { Measure, MeasureId } from './pulse-measures.js';
import { countOrders } from './pulse-orders.js';
import type { Orders } from './pulse-orders.js';
import { splitPieces } from './pulse-parts.js';
import type { Split } from './pulse-parts.js';
import { asksWho, plansOf, spansOf, viewsOf } from './pulse-plan.js';
import type { KpiPlan } from './pulse-plan.js';
import { countStates } from './pulse-states.js';
import { each, newcomer } from './pulse-readings.js';
import type { StateId } from './pulse-states.js';
import type { PulseParams } from './pulse-types.js';
import { firstDayOf } from './pulse-view.js';
import type { View } from './pulse-view.js';
import { withheldIn } from './pulse-withheld.js';
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
  /** By the same keys, for the people behind rows and newcomers: 1 where the whole, or a part, is withheld. */
  readonly withheld: ReadonlyMap<string, Uint8Array>;
  readonly tables: readonly TableName[];
  /** Rows let through. */
  readonly used: number;
  readonly guestOrders: number;
}

export const amountKey = (id: string, { from, to }: Span): string => `${id} ${from} ${to}`;

/** Their rows are no people. */
const TOTALS: readonly TableName[] = ['refunds', 'search', 'social', 'ad_spend'];

/** Begins the names of counts of people behind rows. */
const CROWD = 'crowd-';

export const crowdsOf = ({ tables }: KpiPlan): string[] => tables.flatMap((table) => (TOTALS.includes(table) ? [] : CROWD + table));

/** Their difference: orders of nobody known. */
const GUESTS = ['orders', 'identified-orders'] as const;

/** What is to be counted: the spans of each measure, each span once. */
function needsOf(plans: readonly KpiPlan[], withCrowds: boolean): Map<string, Map<string, Span>> {
  const needs = new Map<string, Map<string, Span>>();
  const need = (id: string, { from, to }: Span): void =>
    void kept(needs, id, () => new Map<string, Span>()).set(amountKey(id, { from, to }), { from, to });
  for (const plan of plans) {
    const around = plan.measures.flatMap((id) => (MEASURES[id] as Measure).within ?? []);
    const ids = [...plan.measures, ...(withCrowds ? [...crowdsOf(plan), ...around] : [])];
    for (const span of spansOf(plan)) for (const id of ids) need(id, span);
    if (plan.current && asksWho(plan)) for (const id of GUESTS) need(id, plan.current);
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

const measureOf = (id: string): Measure | undefined => (MEASURES as Record<string, Measure>)[id];

/** Table of what is counted: of a measure, or of the people behind rows. */
const tableOf = (id: string): TableName => measureOf(id)?.table ?? (id.slice(CROWD.length) as TableName);

const isTraffic = (table: TableName): boolean => table === 'visits' || table === 'pageviews';

/** Who stands behind each row of a table. */
const peopleOf = (table: TableName, { visitor, customer }: View): Int32Array => (isTraffic(table) ? visitor! : customer);

/** People behind the rows of a table; each row without one may be another person. */
function crowd(days: Counted, table: TableName, size: number, spans: readonly Span[]): Amounts[] {
  const who = peopleOf(table, days.view);
  return countPeople(days, (row) => who[row], size, 1, spans);
}

/** What was counted of a context without a split, by measure and span. */
const countedBefore = remembered<KpiContext, Map<string, Amounts>>(() => new Map());

/** @internal */
interface Asked {
  /** Rows let through, those before the period of the filter too. */
  readonly context: KpiContext;
  readonly needs: ReadonlyMap<string, ReadonlyMap<string, Span>>;
  readonly views: ReadonlyMap<TableName, View>;
  readonly split: Split | null;
  readonly orders: Orders;
}

/** Rows of each table that count. */
function countedRows({ context, needs, views, split, orders: { parts } }: Asked): (table: TableName) => Counted {
  const asked = reachOf(needs);
  const known = new Map<TableName, Counted>();
  return (table) =>
    kept(known, table, () => {
      const view = views.get(table)!;
      const passed = context.rows(table)!;
      // A stock is what was last known, however long ago.
      const reach = { from: table === 'social' ? Math.min(asked.from, firstDayOf(view)) : asked.from, to: asked.to };
      return { view, passed, reach, partOf: split?.partsOf(table) ?? null, parts, rowsIn: rowFinder(view, passed, reach) };
    });
}

/** How rows of a table other than the orders are counted. */
function counter({ context: { dataset, asOf } }: Asked, countedOf: (table: TableName) => Counted) {
  return (measure: Measure | undefined, table: TableName, spans: readonly Span[]): Amounts[] => {
    const size = (isTraffic(table) ? dataset.visitors : dataset.customers).length;
    const counted = countedOf(table);
    return measure
      ? countMeasure(counted, measure, measure.of(counted.view, dataset, asOf!), size, spans)
      : crowd(counted, table, size, spans);
  };
}

/** Who stands behind a row; undefined where it does not count. */
function personBehind(id: string, table: TableName, view: View, { dataset, asOf }: KpiContext): (row: number) => number | undefined {
  const who = peopleOf(table, view);
  const firsts = firstOrders(dataset);
  if (id === 'new-customers') return (row) => (who[row] < 0 || firsts[who[row]] !== row ? undefined : who[row]);
  if (id !== 'newcomers') return (row) => who[row];
  const recent = newcomer(view, dataset, asOf!);
  return (row) => (recent(row) < 0 ? undefined : who[row]);
}

/** What is withheld of the people behind rows, and of newcomers: both add up over days. */
function* withheldOf(
  { needs, views, context, orders: { parts } }: Asked,
  countedOf: (table: TableName) => Counted,
  amounts: ReadonlyMap<string, Amounts>,
  least: number,
): Generator<void, Map<string, Uint8Array>, void> {
  const flags = new Map<string, Uint8Array>();
  for (const [id, spans] of least > 1 ? needs : []) {
    const isNew = id === 'new-customers' || id === 'newcomers';
    const table = tableOf(id);
    if (!(isNew || id.startsWith(CROWD)) || !views.has(table)) continue;
    const counted = countedOf(table);
    const person = personBehind(id, table, counted.view, context);
    const keys = [...spans.keys()];
    const sizes = keys.map((key) => amounts.get(key)!);
    const found = withheldIn({ counted, who: person }, [...spans.values()], sizes, parts, least);
    keys.forEach((key, at) => flags.set(key, found[at]));
    yield;
  }
  return flags;
}

function* countAll(asked: Asked, countedOf: (table: TableName) => Counted): Generator<void, Map<string, Amounts>, void> {
  const { context, needs, views, split, orders } = asked;
  const amounts = split ? new Map<string, Amounts>() : countedBefore(context);
  const count = counter(asked, countedOf);
  for (const [id, spans] of needs) {
    const [measure, table] = [measureOf(id), tableOf(id)];
    if (measure?.how === 'state' || !views.has(table)) continue;
    const wanted = [...spans].filter(([key]) => !amounts.has(key));
    if (wanted.length === 0) continue;
    const list = wanted.map(([, span]) => span);
    const isTogether = table === 'orders' && (!measure || measure.of === each);
    const found = isTogether ? yield* countOrders(orders, id, list) : count(measure, table, list);
    wanted.forEach(([key], index) => amounts.set(key, found[index]));
    yield;
  }
  return new Map(amounts);
}

/** Counts what has become of customers, where that is asked for; returns the window. */
function* addStates({ context, needs, orders }: Asked, asked: string, amounts: Map<string, Amounts>): Generator<void, string | null, void> {
  const states = [...needs].filter(([id]) => measureOf(id)?.how === 'state');
  // All days up to the as-of day: who is lost must not depend on the period that is looked at.
  const window = states.length > 0 ? resolveWindow(context, asked, lastOrders(context).last).length : null;
  if (window === null) return null;
  const spans = new Map(states.flatMap(([, list]) => [...list.values()].map((span) => [amountKey('', span), span] as const)));
  const list = [...spans.values()];
  const found = yield* countStates(orders, list, window);
  for (const [id] of states) list.forEach((span, index) => amounts.set(amountKey(id, span), found[index][id as StateId & MeasureId]));
  return window;
}

export function* pulsePartials(
  context: KpiContext,
  params: PulseParams,
  minGroupSize = 1,
  named: Grain | null = null,
): Generator<void, PulsePartials, void> {
  const all = context.unbounded ?? context;
  const views = viewsOf(context, params);
  const plans = plansOf(context, params, views, named);
  const tables = [...new Set(plans.flatMap((plan) => plan.tables))];
  const split = yield* splitPieces(context, params.by, views);
  yield;
  const needs = needsOf(plans, minGroupSize > 1);
  const partOf = views.has('orders') && split ? split.partsOf('orders') : null;
  const orders = { context: all, partOf, parts: split ? split.keys.length + 2 : 1 };
  const asked = { context: all, needs, views, split, orders };
  const countedOf = countedRows(asked);
  const amounts = yield* countAll(asked, countedOf);
  const withheld = yield* withheldOf(asked, countedOf, amounts, minGroupSize);
  const window = yield* addStates(asked, params.window, amounts);
  yield;
  let used = 0;
  for (const table of tables) used += table === 'orders' ? ledgerOf(context).length : sum(context.rows(table) ?? []);
  const guestOrders = tables.includes('orders') ? lastOrders(context).guestOrders : 0;
  return { plans, keys: split?.keys ?? null, window, amounts, withheld, tables, used, guestOrders };
}
