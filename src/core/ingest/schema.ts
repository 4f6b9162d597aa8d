/** Columns of every table, what their values are, and the headers under which exports know them. */
import type { TableName } from '../table/dataset.js';
import { CUSTOMER, USER, EMAIL, WHO, ORDER, VISITOR, VISIT, INSTANT, CREATED, CURRENCY, TRAITS, DEVICE } from './headers.js';
import { PLAIN_TABLES } from './plain-schema.js';

/**
 * `money?`: not used where most values are no amounts. `id`, `mail`, `word`, `count` serve ingestion alone; `text`, `stage`,
 * `number` and `flag` are columns of the data set.
 */
export type Kind = 'id' | 'ref' | 'mail' | 'word' | 'count' | 'date' | 'date?' | 'money' | 'money?' | 'text' | 'stage' | 'number' | 'flag';

/** @internal */
export interface ColumnSpec {
  readonly kind: Kind;
  /** Patterns of normalised headers (see header-name.ts), best first. */
  readonly headers: readonly RegExp[];
}
/** Our column name -> what it is. Order of columns decides who gets a header that two could use. */
export type Schema = Readonly<Record<string, ColumnSpec>>;

/**
 * Each table: its name, other names of its member in a data set object, what headers say that it is this table, and the columns that it
 * cannot do without (`|`: one of these). Then, line by line, columns of one kind: their names, each with its headers, the first of which
 * is the name itself where none of them says it. All normalised; `-` for nothing.
 */
const OWN_TABLES = `orders commandes|ventes|sales|transactions|deals|charges order|commande|invoice|facture|transaction created_at total|subtotal
id id,orderid,id,${ORDER},hsobjectid,(record|deal|charge|increment)id,reference,n,name parent,parent(order)?id,refundedorderid ${WHO}
id ${VISITOR}
date created_at,closedate,createdat,orderdate(time)?,date(order|commande),orderedat,(invoice|purchase|transaction)date,date(add|achat|vente|factur(e|ation)),${CREATED},datepaidgmt,datepaid,paidat,${INSTANT}
word status,financialstatus,(order|payment)?status,(statut|etat).*,dealstage,paid,state
money total,(total|montant|ca)(ht|horstaxes?),total(paid)?(tax)?ex(cl)?(tax|vat)?,net(total|amount|sales),n(et)?revenue,(order|grand)?total(price|paid)?(incl?tax|taxincl|ttc)?,(total|montant)(total)?(ttc|commande|paye|facture)?,prixtotal,netapayer,revenus?,(total|order)?(amount|value),ca(ttc)?,chiffreaffaires,(ecommerce)?(purchase)?revenue,sales,amountpaid,valeur
money? subtotal,subtotalprice,soustotal(ht)? tax,(total|order)?tax(es)?(amount)?,(montant(total)?)?(tva|taxes?),vat shipping,(total)?shipping(total|amount|cost|fee|pricesetshopmoneyamount)?,(frais|montant)?(port|livraison) discount,(total|order|cart)?discounts?(total|amount)?,(montant|total)?(remise|reduction)s?(totale?)? refunded,(amount|total)refunded,refund(ed|stransactions)?amount,refunds?total,(montant)?rembourse(ment)?s?,refunded
word ${CURRENCY} cancelled_at,cancell?edat,dateannulation test,(is)?test(order)? live,livemode captured,(hs)?is(closed)?won
text ${TRAITS} ${DEVICE}

refunds remboursements refund|rembours amount order_id|created_at
id id,refundid,id order_id,${ORDER},parent(order)?id,charge(id)?,paymentintent ${WHO}
date created_at,refundedat,refunddate,dateremboursement,${CREATED},${INSTANT}
money amount,refund(ed)?amount,amountrefunded,(montant)?rembourse(ment)?,refund,amount,montant,total(ttc)?,value,valeur
word ${CURRENCY} live,livemode status,(refund)?status,statut

customers clients|contacts mail|courriel id|email
id id,${CUSTOMER},id,hsobjectid,recordid,${USER}
mail ${EMAIL}
date created_at,createdat,customersince,(registration|signup)date,dateinscription,${CREATED},${INSTANT}
stage lead_status,(hs)?leadstatus,lifecyclestage,statu.*
text ${TRAITS}

identities identit[ie]e?s - visitor_id customer_id|email
id ${VISITOR} ${WHO}

visits visites?|sessions visit|session started_at
id id,${VISIT},id ${VISITOR} ${WHO}
date started_at,start(time|timestamp),sessionstart,visitdate,datevisite,createdat,${INSTANT}
text ${TRAITS} ${DEVICE}
number pages,actions,(screen)?pageviews,pagesvues,views
flag engaged,(is|session)?engaged(session)?

events evenements event|evenement at type
id id,(event|evenement)id,id visit_id,${VISIT} ${VISITOR} ${WHO}
date at,occurredat,eventtime,dateevenement,createdat,${INSTANT}
text type,event(name|type),type,event(action)?,(type)?evenement,action,nom|name target,cible,page(location|path)?,url,product,produit
number value,(event)?value,valeur
text ${TRAITS} ${DEVICE}

steps etapes|[ft]unnel - step count
word step,etape,stage,stepname,label,libelle,name|nom
count count,nombre,n,value,valeur,total,effectif,users,visitors,visiteurs,quantit[ey]
word group,groupe,segment,categor(y|ie),channel,canal,device,country,pays

`;

export const SCHEMAS = {} as Record<TableName, Schema>;
/** Groups of columns; a table cannot do without one of each. */
export const REQUIRED = {} as Record<TableName, readonly (readonly string[])[]>;
/** What a table is called in a data set object, and what headers say it is: normalised. */
export const CALLED = {} as Record<TableName, readonly [RegExp, RegExp]>;

const whole = (pattern: string): RegExp => RegExp(`^(?:${pattern})$`);
const plain = (name: string): string => name.replace(/_/g, '');

/** A column as it is written above. */
function columnOf(kind: string, text: string): [string, ColumnSpec] {
  const [name, ...rest] = text.split(',');
  const headers = rest.map(whole);
  if (!headers.some((header) => header.test(plain(name)))) headers.unshift(whole(plain(name)));
  return [name, { kind: kind as Kind, headers }];
}

for (const text of (OWN_TABLES + PLAIN_TABLES).split('\n\n')) {
  const [[table, called, told, ...required], ...lines] = text.split('\n').map((line) => line.split(' '));
  const name = table as TableName;
  SCHEMAS[name] = Object.fromEntries(lines.flatMap(([kind, ...columns]) => columns.map((column) => columnOf(kind, column))));
  REQUIRED[name] = required.map((group) => group.split('|'));
  CALLED[name] = [whole(`${plain(table)}|${called}`), RegExp(told)];
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
