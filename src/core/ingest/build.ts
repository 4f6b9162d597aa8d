/** Tables read -> the data set. The order of steps matters: who is who must be known before rows are given to people. */
import { NO_CODE } from '../table/dataset.js';
import type { CustomerTable, EventTable, OrderTable, TableName, VisitTable } from '../table/dataset.js';
import { Dictionary } from '../table/dictionary.js';
import { rowIndexSteps } from '../table/row-index.js';
import type { Job, Steps } from './job.js';
import { attachRefunds, paysBack, readNet, selectSales, settleSales } from './orders.js';
import type { Orphan } from './orders.js';
import { People } from './people.js';
import { SCHEMAS } from './schema.js';
import type { Kind } from './schema.js';
import type { Table } from './table.js';
import { flagOf, numberOf, textOf } from './values.js';
import { stageOf } from './words.js';

export type Tables = Partial<Record<TableName, Table>>;
type Typed = Int32Array | Float64Array | Uint8Array;
type Picked = Record<string, unknown>;

/** Of good rows with the same key, the last one stays; rows without key ('', undefined) are never duplicates. */
function dropReplaced(table: Table, keys: readonly (string | number)[]): Steps<void> {
  const last = new Map<string | number, number>();
  return table.each((row) => {
    const key = keys[row] ?? '';
    const known = last.get(key);
    if (key !== '' && known !== undefined) table.drop(known, 'duplicate-id', 'id');
    last.set(key, row);
  });
}

/** Events without visitor or person have those of their visit; ids that two visits share lead nowhere. */
function* joinVisits(events: Table, visits: Table): Steps<void> {
  const { id, visitor, customer } = visits.cells;
  const own = events.cells;
  const rowOf = new Map<string, number>();
  yield* visits.each((row) => id[row] && rowOf.set(id[row], rowOf.has(id[row]) ? -1 : row));
  yield* events.each((row) => {
    const visit = rowOf.get(own.visit_id[row]) ?? -1;
    if (own.visitor[row] < 0) own.visitor[row] = visitor[visit] ?? -1;
    if (own.customer[row] < 0) own.customer[row] = customer[visit] ?? -1;
  });
}

/** Who is who, then whose the rows of traffic are. */
function* settlePeople(tables: Tables, people: People): Steps<void> {
  const { customers, identities, visits, events } = tables;
  const traffic = [visits, events].filter((table) => table !== undefined);
  for (const table of Object.values(tables)) yield* people.learn(table);
  if (customers) {
    yield* people.meet(customers, 0);
    yield* dropReplaced(customers, customers.cells.customer);
  }
  if (identities) yield* people.meet(identities, 2);
  for (const table of traffic) yield* people.meet(table, 1);
  for (const table of traffic) yield* people.recognise(table);
  if (visits && events) yield* joinVisits(events, visits);
}

/** A column of texts, numbers or flags, read from the source for some rows (-1: a row of nothing). */
function* pickColumn(table: Table, name: string, kind: Kind, rows: readonly number[]): Steps<unknown> {
  const value = table.value(name);
  const dictionary = new Dictionary();
  const isText = kind === 'text' || kind === 'stage';
  const cells: Typed = new (isText ? Int32Array : kind === 'flag' ? Uint8Array : Float64Array)(rows.length);
  yield* table.job.each(rows.length, (i) => {
    const one = value(rows[i]);
    const text = isText && textOf(one);
    if (text) cells[i] = dictionary.codeOf(kind === 'stage' ? stageOf(text) : text);
    else cells[i] = isText ? NO_CODE : kind === 'flag' ? flagOf(one) : numberOf(one);
  });
  if (!isText) table.matches.get(name)!.format = kind;
  return isText ? { codes: cells, values: dictionary.values } : cells;
}

/**
 * Columns of some rows as the data set holds them; null where the table has none.
 * @param own Columns that are not read from the source. Ids are the row's number where the table has none.
 */
function* pick(name: TableName, table: Table | undefined, rows: readonly number[], job: Job, own: readonly string[] = []): Steps<Picked> {
  const cells = (table?.cells ?? {}) as Record<string, number[]>;
  const second = new Float64Array(rows.length);
  const day = new Int32Array(rows.length);
  yield* job.each(rows.length, (i) => {
    second[i] = cells.second?.[rows[i]] ?? NaN;
    day[i] = job.dayOf(second[i]);
  });
  const picked: Picked = { length: rows.length, second, day };
  for (const column of own) {
    const to = /^(id|step|group)$/.test(column) ? [] : new (/^[cv].*r$/.test(column) ? Int32Array : Float64Array)(rows.length);
    yield* job.each(rows.length, (i) => (to[i] = cells[column][rows[i]] ?? (String(rows[i] + 1) as never)));
    picked[column] = to;
  }
  for (const [column, { kind }] of Object.entries(SCHEMAS[name]))
    if (/text|stage|number|flag/.test(kind))
      picked[column] = table?.matches.has(column) ? yield* pickColumn(table, column, kind, rows) : null;
  return picked;
}

/** The rows of a table that count. */
function* pickRows(table: Table | undefined, own: string): Steps<unknown> {
  if (!table) return null;
  const rows: number[] = [];
  yield* table.each((row) => paysBack(table.cells.net[row]) || rows.push(row));
  return yield* pick(table.name, table, rows, table.job, own.split(' '));
}

/** Everybody known, with what the customers table says of them. */
function* pickCustomers(table: Table | undefined, { keys, isEmail }: People, job: Job): Steps<CustomerTable> {
  const rows = keys.map(() => -1);
  if (table) yield* table.each((row) => (rows[table.cells.customer[row]] = row));
  const { day, second, lead_status, ...rest } = yield* pick('customers', table, rows, job);
  const own = { key: keys, keyIsEmail: Uint8Array.from(isEmail), createdDay: day, createdSecond: second, leadStatus: lead_status };
  return { ...rest, ...own } as unknown as CustomerTable;
}

/** Rows that later ones replace are dropped, people are known, orders are worth what was not paid back; refunds without order. */
function* settle(tables: Tables, people: People, job: Job, taxIncluded: unknown, keepFullyRefunded: unknown): Steps<Orphan[]> {
  for (const table of Object.values(tables)) {
    const { id, visitor_id } = table.cells;
    // A session number may be unique within its visitor only (GA4): visitor and id together name a visit.
    const visits = table.name === 'visits' && id.map((one, row) => one && `${one} ${visitor_id[row]}`);
    if (visits || /refunds|events/.test(table.name)) yield* dropReplaced(table, visits || id);
  }
  const { orders, refunds } = tables;
  if (orders) yield* readNet(orders, taxIncluded);
  yield* settlePeople(tables, people);
  job.stage = 'index';
  const orphans: Orphan[] = [];
  const sales = orders && (yield* selectSales(orders));
  for (const table of [orders, refunds]) {
    if (!table) continue;
    yield* people.meet(table, 0);
    yield* attachRefunds(table, sales, orphans);
  }
  if (sales) yield* settleSales(sales, keepFullyRefunded);
  return orphans;
}

interface Counted {
  readonly length: number;
  readonly step: string[];
  readonly count: Float64Array;
  readonly group: string[];
}

/** Everything of the data set that stands in tables. */
export function* build(tables: Tables, job: Job, taxIncluded: unknown, keepFullyRefunded: unknown) {
  const people = new People();
  const orphans = yield* settle(tables, people, job, taxIncluded, keepFullyRefunded);
  const orders = (yield* pickRows(tables.orders, 'id customer net refunded')) as OrderTable | null;
  const visits = (yield* pickRows(tables.visits, 'id customer visitor')) as VisitTable | null;
  const events = (yield* pickRows(tables.events, 'customer visitor')) as EventTable | null;
  const counted = (yield* pickRows(tables.steps, 'step count group')) as Counted | null;
  const customers = yield* pickCustomers(tables.customers, people, job);
  const refunds = {
    length: orphans.length,
    customer: Int32Array.from(orphans, ([customer]) => customer),
    day: Int32Array.from(orphans, ([, second]) => job.dayOf(second)),
    amount: Float64Array.from(orphans, ([, , amount]) => amount),
  };
  const visitors = people.visitors.values;
  const index = rowIndexSteps(orders?.customer ?? new Int32Array(0), customers.length, orders?.second ?? new Float64Array(0));
  let indexed = index.next();
  for (; !indexed.done; indexed = index.next()) yield job.now();
  return {
    range: job.from <= job.to ? { from: job.from, to: job.to } : null,
    ...{ customers, orders, visits, events, visitors },
    refunds: tables.refunds || orphans.length ? refunds : null,
    steps: counted && {
      length: counted.length,
      label: counted.step,
      count: counted.count,
      group: tables.steps!.matches.has('group') ? counted.group : null,
    },
    visitorCustomer: Int32Array.from(visitors, (_, visitor) => people.known[visitor] ?? -1),
    customerOrders: indexed.value,
  };
}
