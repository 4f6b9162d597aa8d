/** Small data sets for tests, straight from lists: no ingestion in between, so that a KPI is tested by itself. */
import { NO_CODE, NO_DAY } from '../../../src/core/table/dataset.js';
import type {
  CodeColumn,
  CustomerTable,
  Dataset,
  EventTable,
  OrderTable,
  RefundTable,
  StepTable,
  TableName,
  VisitTable,
} from '../../../src/core/table/dataset.js';

/** `at`: `2011-01-01`, or `2011-01-01T10:30` as the local clock reads (tiny data sets live in UTC). Money in major units. */
export interface TinyOrder {
  id?: string;
  /** null or absent: a guest. */
  customer?: string | null;
  at: string;
  /** After refunds of this order. */
  net: number;
  refunded?: number;
  tax?: number;
  shipping?: number;
  discount?: number;
  channel?: string;
  country?: string;
  device?: string;
}
export interface TinyRefund {
  customer?: string | null;
  at: string;
  amount: number;
}
export interface TinyCustomer {
  id: string;
  isEmail?: boolean;
  created?: string;
  channel?: string;
  country?: string;
  leadStatus?: string;
}
export interface TinyVisit {
  id?: string;
  visitor?: string;
  customer?: string;
  at: string;
  channel?: string;
  country?: string;
  device?: string;
  pages?: number;
  engaged?: boolean;
}
export interface TinyEvent {
  visitor?: string;
  customer?: string;
  at: string;
  type: string;
  target?: string;
  value?: number;
  channel?: string;
  country?: string;
  device?: string;
}
export interface TinyInput {
  currency?: string | null;
  minorDigits?: number;
  customers?: TinyCustomer[];
  /** visitor -> customer. */
  identities?: Record<string, string>;
  orders?: TinyOrder[];
  refunds?: TinyRefund[];
  visits?: TinyVisit[];
  events?: TinyEvent[];
  steps?: { step: string; count: number; group?: string }[];
  left?: Partial<Record<TableName, Record<string, number>>>;
}

const GIVEN = ['customers', 'identities', 'orders', 'refunds', 'visits', 'events', 'steps'] as const;

const secondOf = (at: string | undefined): number =>
  at === undefined ? NaN : Date.parse(at.includes('T') ? `${at}Z` : `${at}T00:00Z`) / 1000;
const dayOf = (at: string | undefined): number => (at === undefined ? NO_DAY : Math.floor(secondOf(at) / 86400));
const days = (rows: readonly { at: string }[]): Int32Array => Int32Array.from(rows, (row) => dayOf(row.at));
const seconds = (rows: readonly { at: string }[]): Float64Array => Float64Array.from(rows, (row) => secondOf(row.at));

/** Texts to codes in order of first sight; null when no row has one. */
function coded(texts: readonly (string | undefined)[]): CodeColumn | null {
  const values = [...new Set(texts.filter((text) => text !== undefined))];
  return values.length === 0
    ? null
    : { codes: Int32Array.from(texts, (text) => (text === undefined ? NO_CODE : values.indexOf(text))), values };
}
const places = (rows: readonly { channel?: string; country?: string; device?: string }[]) => ({
  channel: coded(rows.map((row) => row.channel)),
  country: coded(rows.map((row) => row.country)),
  device: coded(rows.map((row) => row.device)),
});

/** Gives texts their numbers; null stays -1. */
class Names {
  readonly list: string[] = [];
  private readonly index = new Map<string, number>();
  code(text: string | null | undefined): number {
    if (text === null || text === undefined) return NO_CODE;
    let code = this.index.get(text);
    if (code === undefined) {
      code = this.list.push(text) - 1;
      this.index.set(text, code);
    }
    return code;
  }
  codes(texts: readonly (string | null | undefined)[]): Int32Array {
    return Int32Array.from(texts, (text) => this.code(text));
  }
}

function customerTable(keys: readonly string[], given: readonly TinyCustomer[]): CustomerTable {
  const rows = keys.map((key) => given.find((customer) => customer.id === key));
  return {
    length: keys.length,
    key: keys,
    keyIsEmail: Uint8Array.from(rows, (row) => (row?.isEmail ? 1 : 0)),
    createdDay: Int32Array.from(rows, (row) => dayOf(row?.created)),
    createdSecond: Float64Array.from(rows, (row) => secondOf(row?.created)),
    channel: coded(rows.map((row) => row?.channel)),
    country: coded(rows.map((row) => row?.country)),
    leadStatus: coded(rows.map((row) => row?.leadStatus)),
  };
}

function orderTable(rows: readonly TinyOrder[], customer: Int32Array, unit: number): OrderTable {
  const between = (name: 'tax' | 'shipping' | 'discount'): Int32Array | null =>
    rows.some((row) => row[name] !== undefined) ? Int32Array.from(rows, (row) => Math.round((row[name] ?? 0) * unit)) : null;
  return {
    length: rows.length,
    id: rows.map((row, i) => row.id ?? `o${i}`),
    customer,
    day: days(rows),
    second: seconds(rows),
    net: Float64Array.from(rows, (row) => Math.round(row.net * unit)),
    refunded: Float64Array.from(rows, (row) => Math.round((row.refunded ?? 0) * unit)),
    ...{ tax: between('tax'), shipping: between('shipping'), discount: between('discount') },
    ...places(rows),
  };
}

function refundTable(rows: readonly TinyRefund[], customer: Int32Array, unit: number): RefundTable {
  return { length: rows.length, customer, day: days(rows), amount: Float64Array.from(rows, (row) => Math.round(row.amount * unit)) };
}

function visitTable(rows: readonly TinyVisit[], visitor: Int32Array, customer: Int32Array): VisitTable {
  return {
    length: rows.length,
    id: rows.map((row, i) => row.id ?? `v${i}`),
    visitor,
    customer,
    day: days(rows),
    second: seconds(rows),
    ...places(rows),
    pages: rows.some((row) => row.pages !== undefined) ? Float64Array.from(rows, (row) => row.pages ?? NaN) : null,
    engaged: rows.some((row) => row.engaged !== undefined)
      ? Uint8Array.from(rows, (row) => (row.engaged === undefined ? 2 : Number(row.engaged)))
      : null,
  };
}

function eventTable(rows: readonly TinyEvent[], visitor: Int32Array, customer: Int32Array): EventTable {
  return {
    length: rows.length,
    visitor,
    customer,
    day: days(rows),
    second: seconds(rows),
    type: coded(rows.map((row) => row.type)) ?? { codes: new Int32Array(), values: [] },
    target: coded(rows.map((row) => row.target)),
    value: rows.some((row) => row.value !== undefined) ? Float64Array.from(rows, (row) => row.value ?? NaN) : null,
    ...places(rows),
  };
}

function stepTable(rows: NonNullable<TinyInput['steps']>): StepTable {
  return {
    length: rows.length,
    label: rows.map((row) => row.step),
    count: Float64Array.from(rows, (row) => row.count),
    group: rows.some((row) => row.group !== undefined) ? rows.map((row) => row.group ?? '') : null,
  };
}

function rangeOf(input: TinyInput): Dataset['range'] {
  const all = [...(input.orders ?? []), ...(input.refunds ?? []), ...(input.visits ?? []), ...(input.events ?? [])].map((row) =>
    dayOf(row.at),
  );
  all.push(...(input.customers ?? []).filter((customer) => customer.created !== undefined).map((customer) => dayOf(customer.created)));
  return all.length === 0 ? null : { from: Math.min(...all), to: Math.max(...all) };
}

/** Data set of these rows, in the order in which they are given. Zone UTC. */
export function tinyDataset(input: TinyInput): Dataset {
  const { orders = null, refunds = null, visits = null, events = null, identities = {} } = input;
  const unit = 10 ** (input.minorDigits ?? 2);
  const people = new Names();
  const visitors = new Names();
  people.codes((input.customers ?? []).map((customer) => customer.id));
  const owner = (row: { visitor?: string; customer?: string }): string | undefined =>
    row.customer ?? (row.visitor === undefined ? undefined : identities[row.visitor]);
  const orderCustomer = people.codes((orders ?? []).map((order) => order.customer));
  const refundCustomer = people.codes((refunds ?? []).map((refund) => refund.customer));
  const visitCustomer = people.codes((visits ?? []).map(owner));
  const eventCustomer = people.codes((events ?? []).map(owner));
  const visitVisitor = visitors.codes((visits ?? []).map((visit) => visit.visitor));
  const eventVisitor = visitors.codes((events ?? []).map((event) => event.visitor));
  return {
    timeZone: 'UTC',
    currency: input.currency === undefined ? 'EUR' : input.currency,
    minorDigits: input.minorDigits ?? 2,
    cutShort: null,
    range: rangeOf(input),
    visitors: visitors.list,
    visitorCustomer: people.codes(visitors.list.map((visitor) => identities[visitor])),
    customers: customerTable(people.list, input.customers ?? []),
    orders: orders && orderTable(orders, orderCustomer, unit),
    refunds: refunds && refundTable(refunds, refundCustomer, unit),
    visits: visits && visitTable(visits, visitVisitor, visitCustomer),
    events: events && eventTable(events, eventVisitor, eventCustomer),
    steps: input.steps === undefined ? null : stepTable(input.steps),
    tables: {},
    left: { ...Object.fromEntries(GIVEN.filter((name) => input[name]).map((name) => [name, {}])), ...input.left },
  };
}
