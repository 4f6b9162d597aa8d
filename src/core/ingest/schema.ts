/** Columns of every table, what their values are, and the headers under which exports know them. */
import type { TableName } from '../table/dataset.js';
import { CUSTOMER, USER, EMAIL, WHO, ORDER, VISITOR, VISIT, INSTANT, CREATED, CURRENCY, TRAITS, DEVICE } from './headers.js';
import { PLAIN_TABLES } from './plain-schema.js';

/**
 * `money?`: not used where most values are no amounts. `id`, `mail`, `word`, `count` serve ingestion alone; `text`, `stage`,
 * `number` and `flag` are columns of the data set.
 */
export type Kind = 'id' | 'ref' | 'mail' | 'word' | 'count' | 'date' | 'date?' | 'money' | 'money?' | 'text' | 'stage' | 'number' | 'flag';

export interface ColumnSpec {
  readonly kind: Kind;
  /** Patterns of normalised headers (see header-name.ts), best first. */
  readonly headers: readonly RegExp[];
}
/** Our column name -> what it is. Order of columns decides who gets a header that two could use. */
export type Schema = Readonly<Record<string, ColumnSpec>>;

/**
 * Each table: its name, other names of its member in a data set object, what headers say that it is this table, and the columns that it
 * cannot do without (`|`: one of these). Then each column: its name, its kind, and its headers, after the name itself where none of
 * them says it. All normalised; `-` for nothing.
 */
const OWN_TABLES = `orders commandes|ventes|sales|transactions|deals|charges order|commande|invoice|facture|transaction created_at total|subtotal
id id orderid id ${ORDER} hsobjectid (record|deal|charge|increment)id reference(commande)? n name
parent id parent(order)?id refundedorderid
${WHO}
${VISITOR}
created_at date closedate createdat orderdate(time)? date(order|commande) orderedat (invoice|purchase|transaction)date date(add|achat|vente|facture) ${CREATED} datepaidgmt datepaid paidat ${INSTANT}
status word financialstatus (order|payment)?status (statut|etat).* dealstage (hs)?isclosedwon captured paid state
total money (total|montant|ca)(ht|horstaxes?) total(paid)?(ex(cl)?(tax|vat)|taxexcl) net(total|amount|sales|revenue) (order|grand)?total(price|paid)?(incl?tax|taxincl|ttc)? (total|montant)(ttc|commande|total)? (total|order)?(amount|value) ca(ttc)? chiffreaffaires (ecommerce)?(purchase)?revenue sales amountpaid valeur
subtotal money? subtotalprice soustotal(ht)?
tax money? (total|order)?tax(es)?(amount)? (montant)?(tva|taxe) vat
shipping money? (total)?shipping(total|amount|cost|fee|pricesetshopmoneyamount)? (frais)?(port|livraison)
refunded money? (amount|total)refunded refund(ed|stransactions)?amount refunds?total (montant)?rembourse(ment)? refunded
${CURRENCY}
cancelled_at word cancell?edat dateannulation
test word (is)?test(order)?
live word livemode
${TRAITS}
${DEVICE}

refunds remboursements refund|rembours amount order_id|created_at
id id refundid id
order_id id ${ORDER} parent(order)?id charge(id)? paymentintent
${WHO}
created_at date refundedat refunddate dateremboursement ${CREATED} ${INSTANT}
amount money refund(ed)?amount amountrefunded (montant)?rembourse(ment)? refund amount montant total(ttc)? value valeur
${CURRENCY}
live word livemode

customers clients|contacts mail|courriel id|email
id id ${CUSTOMER} id hsobjectid recordid ${USER}
${EMAIL}
created_at date createdat customersince (registration|signup)date dateinscription ${CREATED} ${INSTANT}
lead_status stage (hs)?leadstatus lifecyclestage statu.*
${TRAITS}

identities identit[ie]e?s - visitor_id customer_id|email
${VISITOR}
${WHO}

visits visites?|sessions visit|session started_at
id id ${VISIT} id
${VISITOR}
${WHO}
started_at date start(time|timestamp) sessionstart visitdate datevisite createdat ${INSTANT}
${TRAITS}
${DEVICE}
pages number actions (screen)?pageviews pagesvues views
engaged flag (is|session)?engaged(session)?

events evenements event|evenement at type
id id (event|evenement)id id
visit_id id ${VISIT}
${VISITOR}
${WHO}
at date occurredat eventtime dateevenement createdat ${INSTANT}
type text event(name|type) type event(action)? (type)?evenement action nom|name
target text cible page(location|path)? url product produit
value number (event)?value valeur
${TRAITS}
${DEVICE}

steps etapes|t?funnel|tunnel - step count
step word etape stage stepname label libelle name|nom
count count nombre n value valeur total effectif users visit(or|eur)s quantit[ey]
group word groupe segment categor(y|ie) channel canal device country pays

`;

export const SCHEMAS = {} as Record<TableName, Schema>;
/** Groups of columns; a table cannot do without one of each. */
export const REQUIRED = {} as Record<TableName, readonly (readonly string[])[]>;
/** What a table is called in a data set object, and what headers say it is: normalised. */
export const CALLED = {} as Record<TableName, readonly [RegExp, RegExp]>;

const whole = (pattern: string): RegExp => RegExp(`^(?:${pattern})$`);

/** Patterns of the headers of a column. */
function patternsOf(name: string, headers: readonly string[]): RegExp[] {
  const patterns = headers.map(whole);
  const own = name.replace(/_/g, '');
  return patterns.some((pattern) => pattern.test(own)) ? patterns : [whole(own), ...patterns];
}

for (const text of (OWN_TABLES + PLAIN_TABLES).split('\n\n')) {
  const [[table, called, told, ...required], ...columns] = text.split('\n').map((line) => line.split(' '));
  const name = table as TableName;
  SCHEMAS[name] = Object.fromEntries(
    columns.map(([column, kind, ...headers]) => [column, { kind: kind as Kind, headers: patternsOf(column, headers) }]),
  );
  REQUIRED[name] = required.map((group) => group.split('|'));
  CALLED[name] = [whole(`${table.replace(/_/g, '')}|${called}`), RegExp(told)];
}

export const TABLES = Object.keys(SCHEMAS) as TableName[];

/** Tables that have a form of their own in the data set come first; all others stand there as they were given. */
export const isPlain = (table: TableName): boolean => TABLES.indexOf(table) > 6;

/** Lists inside rows of a table that are rows of another one: normalised. */
export const INSIDE: readonly (readonly [outer: TableName, list: RegExp, inner: TableName, column: string])[] = [
  ['orders', /(lineitems|items|lines|lignes)$/, 'order_lines', 'order_id'],
  ['events', /items$/, 'order_lines', 'order_id'],
  ['visits', /actiondetails$/, 'pageviews', 'visit_id'],
];
