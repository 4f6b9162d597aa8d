/** Which table a bare list of rows is, by its headers alone. */
import type { TableName } from '../table/dataset.js';
import { headerNames } from './header-name.js';
import type { ColumnMapping } from './input.js';
import { matchColumns } from './match-columns.js';
import type { Headers, Matches } from './match-columns.js';

interface Evidence {
  readonly names: readonly string[];
  found(table: TableName, column: string): boolean;
  /** Normalised name of the header found for a column. */
  name(table: TableName, column: string): string;
}

const EVENT = /^(?:event|evenement|typeevenement|nomevenement)/;
const ORDER = /^(?:n|id)?(?:order|invoice|commande|facture|transaction)/;
const REFUND = /^(?:total|montant|date)?(?:refund|rembours)/;
const VISIT = /^(?:idvisit|visit|visite|session|gasession|idsession|datevisite|servertimestamp)/;

/** Tables in the order in which they are tried: the ones with the most telling headers first. */
const RULES: readonly (readonly [TableName, (at: Evidence) => boolean])[] = [
  ['steps', ({ found }) => found('steps', 'step') && found('steps', 'count') && !found('orders', 'created_at')],
  ['events', ({ found, name }) => found('events', 'at') && EVENT.test(name('events', 'type'))],
  ['refunds', isRefunds],
  [
    'visits',
    ({ found, name, names }) =>
      found('visits', 'started_at') &&
      (VISIT.test(name('visits', 'id')) || VISIT.test(name('visits', 'started_at'))) &&
      !names.some((one) => one.startsWith('order') || one.startsWith('transaction')),
  ],
  ['orders', ({ found }) => found('orders', 'created_at') && (found('orders', 'total') || found('orders', 'subtotal'))],
  ['visits', ({ found }) => found('visits', 'started_at') && found('visits', 'visitor_id') && !found('events', 'type')],
  [
    'events',
    ({ found }) =>
      found('events', 'at') &&
      found('events', 'type') &&
      (found('events', 'visit_id') || found('events', 'visitor_id') || found('events', 'customer_id')),
  ],
  ['identities', ({ found }) => found('identities', 'visitor_id') && (found('identities', 'customer_id') || found('identities', 'email'))],
  // Without an amount: the error then says what is missing, where people would silently be read out of the orders.
  ['orders', ({ found, name }) => found('orders', 'created_at') && ORDER.test(name('orders', 'id'))],
];

function isRefunds({ found, name, names }: Evidence): boolean {
  if (!found('refunds', 'amount')) return false;
  const isOrder = found('orders', 'total') && !REFUND.test(name('orders', 'total'));
  return names.includes('refundid') || REFUND.test(name('refunds', 'created_at')) || (!isOrder && REFUND.test(name('refunds', 'amount')));
}

const TABLES: readonly TableName[] = ['orders', 'refunds', 'customers', 'identities', 'visits', 'events', 'steps'];

function evidenceOf(source: Headers, mapping: ColumnMapping): Evidence {
  const matches = new Map<TableName, Matches>(TABLES.map((table) => [table, matchColumns(table, source, mapping, false)]));
  const header = (table: TableName, column: string): string | undefined => matches.get(table)?.get(column)?.header;
  return {
    names: source.headers().flatMap(headerNames),
    found: (table, column) => header(table, column) !== undefined,
    name: (table, column) => headerNames(header(table, column) ?? '')[0] ?? '',
  };
}

/** Table that the headers speak of; null when they fit none surely. Customers are told apart by the caller: see `looksLikeCustomers`. */
export function recogniseTable(source: Headers, mapping: ColumnMapping = {}): TableName | null {
  const evidence = evidenceOf(source, mapping);
  return RULES.find(([, rule]) => rule(evidence))?.[0] ?? null;
}

/** Headers of a list of people: an e-mail address, or an identity with something that only people have. */
export function looksLikeCustomers(source: Headers, mapping: ColumnMapping = {}): boolean {
  const { found, name } = evidenceOf(source, mapping);
  const hasOwnId = found('customers', 'id') && name('customers', 'id') !== 'id';
  return (
    found('customers', 'email') ||
    hasOwnId ||
    (found('customers', 'id') && (found('customers', 'created_at') || found('customers', 'lead_status')))
  );
}
