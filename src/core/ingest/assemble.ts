/** Tables opened -> the data set. The order of steps matters: who is who must be known before rows are given to people. */
import type { Dataset, OrderTable, RefundTable, RowIndex, VisitTable } from '../table/dataset.js';
import { rowIndexSteps } from '../table/row-index.js';
import { finishCustomers, readCustomerColumns, settleCustomers } from './build-customers.js';
import { finishEvents, readEventColumns } from './build-events.js';
import { claimVisitors, readIdentityTable } from './build-identities.js';
import { finishOrders, finishRefunds, meetBuyers, prepareOrders } from './build-orders.js';
import { buildSteps } from './build-steps.js';
import { finishVisits, readVisitColumns } from './build-visits.js';
import { dayRange } from './day-range.js';
import { Registry, RowIdentity } from './identity-columns.js';
import type { IdentityColumns } from './identity-columns.js';
import { readOrderColumns } from './order-columns.js';
import { attachNegativeRows, attachRefundRows } from './order-refunds.js';
import type { Orphans } from './order-refunds.js';
import type { Steps, Walker } from './progress.js';
import type { TableRead } from './read-context.js';
import type { ReadSettings } from './read-settings.js';
import { readRefundColumns } from './refund-columns.js';

export interface AssembleOptions {
  readonly currency: string | null;
  readonly keepFullyRefunded: boolean;
}

type TableColumns = { readonly read: TableRead; readonly identity: IdentityColumns };

function readerOf(reads: readonly TableRead[]) {
  return function* <T>(table: string, reader: (read: TableRead) => Steps<T>): Steps<T | null> {
    const read = reads.find((one) => one.table === table);
    return read === undefined ? null : yield* reader(read);
  };
}

/** Columns of all tables, before anybody is known. */
function* readAll(reads: readonly TableRead[], settings: ReadSettings) {
  const table = readerOf(reads);
  return {
    customers: yield* table('customers', (read) => readCustomerColumns(read, settings)),
    identities: yield* table('identities', readIdentityTable),
    visits: yield* table('visits', (read) => readVisitColumns(read, settings)),
    events: yield* table('events', (read) => readEventColumns(read, settings)),
    orders: yield* table('orders', (read) => readOrderColumns(read, settings)),
    refunds: yield* table('refunds', (read) => readRefundColumns(read, settings)),
    steps: yield* table('steps', buildSteps),
  };
}

type AllColumns = ReturnType<typeof readAll> extends Generator<unknown, infer T> ? T : never;

/** Persons of every table: e-mail links first, then the customers, then who the visitors are. */
class Crowd {
  readonly registry = new Registry();
  private readonly rows = new Map<TableColumns, RowIdentity>();

  *learn(tables: readonly (TableColumns | null)[]): Steps<void> {
    for (const columns of tables) {
      if (columns === null) continue;
      yield* this.registry.learn(columns.read, columns.identity);
    }
  }

  of(columns: TableColumns): RowIdentity {
    const known = this.rows.get(columns) ?? new RowIdentity(this.registry, columns.identity);
    this.rows.set(columns, known);
    return known;
  }

  *claim(columns: TableColumns | null, rank: number): Steps<void> {
    if (columns !== null) yield* claimVisitors(columns.read, this.of(columns), this.registry, rank);
  }
}

interface Money {
  orders: OrderTable | null;
  refunds: RefundTable | null;
}

function* settleMoney({ orders, refunds }: AllColumns, crowd: Crowd, keepFullyRefunded: boolean): Steps<Money> {
  const orphans: Orphans = { customer: [], day: [], amount: [] };
  const target = orders && (yield* prepareOrders(orders));
  if (orders !== null && target !== null) yield* attachNegativeRows(target, crowd.of(orders), orphans);
  if (refunds !== null) yield* attachRefundRows(refunds, target, crowd.of(refunds), orphans);
  if (orders !== null) yield* meetBuyers(orders, crowd.of(orders));
  return {
    orders: orders && target && (yield* finishOrders(target, crowd.of(orders), keepFullyRefunded)),
    refunds: refunds !== null || orphans.day.length > 0 ? finishRefunds(orphans) : null,
  };
}

function* settleTraffic({ visits, events }: AllColumns, crowd: Crowd) {
  const visitTable: VisitTable | null = visits && (yield* finishVisits(visits, crowd.of(visits)));
  return { visits: visitTable, events: events && (yield* finishEvents(events, crowd.of(events), visitTable)) };
}

function leftOf(reads: readonly TableRead[]): Dataset['left'] {
  return Object.fromEntries(reads.map(({ table, ledger }) => [table, ledger.counts()]));
}

function* indexOrders(orders: OrderTable | null, people: number, walker: Walker): Steps<RowIndex> {
  const steps = rowIndexSteps(orders?.customer ?? new Int32Array(0), people, orders?.second ?? new Float64Array(0));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield walker.at();
  }
}

/** @returns The data set of the tables opened; rows refused or left out are in the ledgers of `reads`. */
export function* assemble(reads: readonly TableRead[], settings: ReadSettings, options: AssembleOptions, walker: Walker): Steps<Dataset> {
  const all = yield* readAll(reads, settings);
  const crowd = new Crowd();
  const { registry } = crowd;
  yield* crowd.learn([all.customers, all.orders, all.refunds, all.identities, all.visits, all.events]);
  const personOfRow = all.customers && (yield* settleCustomers(all.customers, crowd.of(all.customers)));
  yield* crowd.claim(all.identities, 2);
  yield* crowd.claim(all.visits, 1);
  yield* crowd.claim(all.events, 1);
  walker.stage = 'index';
  const money = yield* settleMoney(all, crowd, options.keepFullyRefunded);
  const traffic = yield* settleTraffic(all, crowd);
  const { people } = registry;
  const customers = finishCustomers(people, all.customers, personOfRow);
  yield walker.at();
  const tables = { customers, ...money, ...traffic, steps: all.steps };
  const { orders } = money;
  return {
    timeZone: settings.zone.name,
    currency: options.currency,
    minorDigits: settings.digits,
    range: dayRange(tables),
    ...tables,
    visitors: registry.visitors.values,
    visitorCustomer: Int32Array.from(registry.visitors.values, (_, visitor) => registry.personOfVisitor(visitor)),
    customerOrders: yield* indexOrders(orders, people.length, walker),
    left: leftOf(reads),
  };
}
