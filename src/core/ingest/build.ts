/** Tables read -> the data set. The order of steps matters: who is who must be known before rows are given to people. */
import { NO_CODE } from '../table/dataset.js';
import type { CustomerTable, EventTable, OrderTable, PlainTable, TableName, Texts, VisitTable } from '../table/dataset.js';
import type { Job, Steps } from './job.js';
import { attachRefunds, paysBack, readNet, selectSales, settleSales } from './orders.js';
import type { Between, Orphans, Sales } from './orders.js';
import { pickPlain } from './plain-tables.js';
import { pairCodes } from './pair-codes.js';
import { People } from './people.js';
import { sourceFacts } from './source-facts.js';
import { gather, moveUp, pickColumns } from './pick.js';
import type { Picked } from './pick.js';
import type { Codes } from './read-column.js';
import { isPlain } from './schema.js';
import type { Table } from './table.js';

/** Of good rows with the same key, the last one stays; rows without key (-1) are never duplicates. */
function* dropReplaced(table: Table, keys: Int32Array, size: number): Steps<void> {
  const last = new Int32Array(size).fill(-1);
  yield* table.each((row) => {
    const key = keys[row];
    if (key < 0) return;
    if (last[key] >= 0) table.drop(last[key], 'duplicate-id', 'id');
    last[key] = row;
  });
}

/** Events without visitor or person have those of their visit; ids that two visits share lead nowhere. */
function* joinVisits(events: Table, visits: Table): Steps<void> {
  const { id } = visits.texts;
  const { visit_id } = events.texts;
  if (!id || !visit_id) return;
  const rowOf = new Int32Array(id.texts.size).fill(-1);
  yield* visits.each((row) => {
    const code = id.codes[row];
    if (code >= 0) rowOf[code] = rowOf[code] === -1 ? row : -2;
  });
  if (!events.visitor.length) events.visitor = new Int32Array(events.length).fill(-1);
  yield* events.each((row) => {
    const code = visit_id.codes[row];
    const visit = code < 0 ? -1 : (rowOf[visit_id.texts.codeIn(id.texts, code)] ?? -1);
    if (visit < 0) return;
    if (events.visitor[row] < 0) events.visitor[row] = visits.visitor[visit] ?? -1;
    if (events.customer[row] < 0) events.customer[row] = visits.customer[visit];
  });
}

type Named = Partial<Record<TableName, Table>>;

/** Who is who, then whose the rows of traffic are. */
function* settlePeople(tables: Named, people: People): Steps<void> {
  const { customers, identities, visits, events } = tables;
  const traffic = [visits, events].filter((table) => table !== undefined);
  for (const table of Object.values(tables)) yield* people.learn(table);
  if (customers) {
    yield* people.meet(customers, 0);
    yield* dropReplaced(customers, customers.customer, people.length);
  }
  if (identities) yield* people.meet(identities, 2);
  for (const table of traffic) yield* people.meet(table, 1);
  for (const table of traffic) yield* people.recognise(table);
  if (visits && events) yield* joinVisits(events, visits);
}

/** Drops what later rows replace: by id; a visit's is unique within its visitor only (GA4). */
function* dropRepeats(tables: Named): Steps<void> {
  const { visits } = tables;
  for (const table of Object.values(tables))
    if (table.texts.id && !/^(orders|customers|visits)$/.test(table.name))
      yield* dropReplaced(table, table.texts.id.codes, table.texts.id.texts.size);
  if (!visits?.texts.id) return;
  const { id, visitor_id } = visits.texts;
  const pairs = visitor_id ? pairCodes(id.codes, visitor_id.codes) : id.codes;
  yield* dropReplaced(visits, pairs, visitor_id ? visits.length : id.texts.size);
}

interface Settled {
  readonly sales?: Sales;
  readonly orphans: Orphans;
  readonly net?: Float64Array;
  readonly between?: Between;
  readonly refunded?: Float64Array;
}

/** Rows that later ones replace are dropped, people are known, orders are worth what was not paid back. */
function* settle(tables: Named, people: People, job: Job, taxIncluded: unknown, keepFullyRefunded: unknown): Steps<Settled> {
  yield* dropRepeats(tables);
  const { orders, refunds } = tables;
  const [net, between] = orders ? yield* readNet(orders, taxIncluded) : [];
  for (const name of ['tax', 'shipping', 'discount', 'subtotal']) delete orders?.numbers[name];
  yield* settlePeople(tables, people);
  job.stage = 'index';
  const orphans: Orphans = { customer: [], second: [], amount: [] };
  const sales = net && (yield* selectSales(orders!, net));
  for (const table of [sales && orders, refunds]) {
    if (!table) continue;
    yield* people.meet(table, 0);
    yield* attachRefunds(table, sales, orphans);
  }
  return { sales, orphans, net, between, refunded: sales && (yield* settleSales(sales, between!, keepFullyRefunded)) };
}

/** Texts that are made when asked for. */
function textsBy(length: number, textOf: (at: number) => string): Texts {
  const at = (i: number): string | undefined => (i >= 0 && i < length ? textOf(i) : undefined);
  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let i = 0; i < length; i++) yield textOf(i);
    },
  };
}

/** Ids of rows; their numbers where the table has none. */
function idsOf(ids: Codes | undefined, rows: Int32Array | null, length: number): Texts {
  return textsBy(length, (i) => {
    const row = rows ? rows[i] : i;
    const code = ids ? ids.codes[row] : -1;
    return ids && code >= 0 ? ids.texts.text(code) : String(row + 1);
  });
}

/** What tables of dated rows have in common, of the rows that count. */
function* pickRows(table: Table | undefined, net?: Float64Array): Steps<(Picked & { rows: Int32Array | null }) | null> {
  if (!table) return null;
  const { job, customer, visitor, length } = table;
  const rows = yield* table.goodRows((row) => !net || !paysBack(net[row]));
  const count = rows ? rows.length : length;
  const second = table.second ? moveUp(table.second, rows) : new Float64Array(count).fill(NaN);
  return {
    ...{ rows, length: count, second, day: yield* job.daysOf(second), customer: moveUp(customer, rows) },
    visitor: visitor.length ? moveUp(visitor, rows) : new Int32Array(net ? 0 : count).fill(NO_CODE),
    ...(yield* pickColumns(table, rows)),
  };
}

function* pickOrders(table: Table | undefined, { net, refunded, between }: Settled): Steps<OrderTable | null> {
  const picked = yield* pickRows(table, net);
  if (!picked) return null;
  const { rows, ...rest } = picked;
  const own = { id: idsOf(table!.texts.id, rows, picked.length), net: moveUp(net!, rows), refunded: moveUp(refunded!, rows) };
  const amounts = Object.entries(between!).map(([name, cells]) => [name, cells && moveUp(cells, rows)]);
  return { ...rest, ...own, ...Object.fromEntries(amounts) } as unknown as OrderTable;
}

function* pickTraffic(table: Table | undefined): Steps<unknown> {
  const picked = yield* pickRows(table);
  if (!picked) return null;
  const { rows, ...rest } = picked;
  return table!.name === 'visits' ? { ...rest, id: idsOf(table!.texts.id, rows, picked.length) } : rest;
}

/** Place of each row among those that count, -1 for the others. */
function* placesIn(orders: Table, net: Float64Array): Steps<Int32Array> {
  const places = new Int32Array(orders.length).fill(NO_CODE);
  let count = 0;
  yield* orders.each((row) => {
    if (!paysBack(net[row])) places[row] = count++;
  });
  return places;
}

/** Everybody known, with what the customers table says of them. */
function* pickCustomers(table: Table | undefined, people: People, job: Job): Steps<CustomerTable> {
  const { length } = people;
  const rows = new Int32Array(length).fill(-1);
  if (table)
    yield* table.each((row) => {
      rows[table.customer[row]] = row;
    });
  const second = table?.second ? gather(table.second, rows, NaN) : new Float64Array(length).fill(NaN);
  const { lead_status, ...rest } = table ? yield* pickColumns(table, rows) : { channel: null, country: null, lead_status: null };
  people.loosen();
  const own = { length, key: textsBy(length, (row) => people.keyOf(row)), keyIsEmail: Uint8Array.from(people.isEmail) };
  const created = { createdDay: yield* job.daysOf(second), createdSecond: second, leadStatus: lead_status };
  return { ...rest, ...own, ...created } as unknown as CustomerTable;
}

function* pickSteps(table: Table | undefined) {
  if (!table) return null;
  const rows = yield* table.goodRows(() => true);
  const { step, group } = table.texts;
  const label = (column: Codes): string[] => Array.from(gather(column.codes, rows), (code) => (code < 0 ? '' : column.texts.text(code)));
  const count = table.numbers.count && gather(table.numbers.count, rows);
  if (!step || !count) return { length: 0, label: [], count: new Float64Array(0), group: null };
  return { length: count.length, label: label(step), count, group: group ? label(group) : null };
}

/** Everything of the data set that stands in tables. */
export function* build(list: readonly Table[], job: Job, taxIncluded: unknown, keepFullyRefunded: unknown) {
  const tables: Named = Object.fromEntries(list.map((table) => [table.name, table]));
  const people = new People(tables.orders?.texts.customer_id?.texts);
  const settled = yield* settle(tables, people, job, taxIncluded, keepFullyRefunded);
  const { orphans } = settled;
  const facts = yield* sourceFacts(tables);
  if (!job.isLive) for (const table of list) table.forgetAmounts();
  const plain: Partial<Record<TableName, PlainTable>> = {};
  const placed = settled.sales && tables.order_lines && { sales: settled.sales, places: yield* placesIn(tables.orders!, settled.net!) };
  for (const table of list) if (isPlain(table.name)) plain[table.name] = yield* pickPlain(table, people, placed);
  // Rows move up in place: nobody may look for them where they stood from here on.
  const orders = yield* pickOrders(tables.orders, settled);
  const visits = (yield* pickTraffic(tables.visits)) as VisitTable | null;
  const events = (yield* pickTraffic(tables.events)) as EventTable | null;
  const customers = yield* pickCustomers(tables.customers, people, job);
  const days = yield* job.daysOf(Float64Array.from(orphans.second));
  const refunds = {
    length: days.length,
    customer: Int32Array.from(orphans.customer),
    day: days,
    amount: Float64Array.from(orphans.amount),
  };
  const visitors = Array.from({ length: people.visitors.size }, (_, visitor) => people.visitors.text(visitor));
  return {
    range: job.from <= job.to ? { from: job.from, to: job.to } : null,
    ...{ customers, orders, visits, events, visitors, tables: plain, facts },
    refunds: tables.refunds || days.length ? refunds : null,
    steps: yield* pickSteps(tables.steps),
    visitorCustomer: Int32Array.from(visitors, (_, visitor) => people.known[visitor] ?? -1),
  };
}
