/** Columns of every table, what their values are, and the headers under which exports know them. */
import type { TableName } from '../table/dataset.js';

/**
 * `money?`: not used where most values are no amounts. `id`, `mail`, `word`, `count` serve ingestion alone; `text`, `stage`,
 * `number` and `flag` are columns of the data set.
 */
export type Kind = 'id' | 'mail' | 'word' | 'count' | 'date' | 'money' | 'money?' | 'text' | 'stage' | 'number' | 'flag';

export interface ColumnSpec {
  readonly kind: Kind;
  /** Patterns of normalised headers (see header-name.ts), best first. */
  readonly headers: readonly RegExp[];
}
/** Our column name -> what it is. Order of columns decides who gets a header that two could use. */
export type Schema = Readonly<Record<string, ColumnSpec>>;

const CUSTOMER = 'customer(id|n|code) (id|identifiant|code|n|ref|reference)(client|customer)';
const USER = '(user|contact|buyer|account)id associatedcontactids? client(id)? customer user contact acheteur nomclient';
const EMAIL = 'email mail (?!consent|accept).*(e?mail|courriel)(address|client|billing)?';
const WHO = `customer_id id ${CUSTOMER} ${USER}
${EMAIL}`;
const VISITOR = 'visitor_id id (full)?visitorid userpseudoid (anonymous|cookie|visiteur)id idvisiteur visite?[uo]r';
const VISIT = '(visit|session|gasession)id id(visite?|session) session';
const INSTANT = 'eventtimestamp (server)?timestamp date(time|heure) (event)?date time jour day';
const CREATED = 'createdat datecreatedgmt datecreated created(on|date)? createdate datecreation';
const CURRENCY = 'currency word (?!.*(amount|montant)).*(currency(code)?|devise) monnaie';
const TRAITS = `channel text .*channel(group(ing)?)? canal.* (hsanalytics|original|traffic|utm|first)?source(name)? referrertype
country text .*country(code)? (code)?pays(facturation|livraison|client)?`;
const DEVICE = 'device text device(type|category)? (type)?appareil';

const COLUMNS: Readonly<Record<TableName, string>> = {
  orders: `id id orderid id (id|n|ref|reference)(order|commande) order(n|name) invoice(id|n)? n?facture commande (ecommerce)?transactionid hsobjectid (record|deal|charge|increment)id reference order n name
parent id parent(order)?id refundedorderid
${WHO}
${VISITOR}
created_at date closedate createdat orderdate(time)? date(order|commande) orderedat (invoice|purchase|transaction)date date(add|achat|vente|factur(e|ation)) ${CREATED} datepaidgmt datepaid paidat ${INSTANT}
status word financialstatus (order|payment)?status (statut|etat).* dealstage (hs)?isclosedwon captured paid state
total money (total|montant|ca)(ht|horstaxes?) total(paid)?(ex(cl)?(tax|vat)|taxexcl) net(total|amount|sales) n(et)?revenue (order|grand)?total(price|paid)?(incl?tax|taxincl|ttc)? (total|montant)(total)?(ttc|commande|paye|facture)? prixtotal netapayer revenus? (total|order)?(amount|value) ca(ttc)? chiffreaffaires (ecommerce)?(purchase)?revenue sales amountpaid valeur
subtotal money? subtotal(price)? soustotal(ht)?
tax money? (total|order)?tax(es)?(amount)? (montant(total)?)?(tva|taxes?) vat
shipping money? (total)?shipping(total|amount|cost|fee|pricesetshopmoneyamount)? (frais|montant)?(port|livraison)
refunded money? (amount|total)refunded refund(ed|stransactions)?amount refunds?total (montant)?rembourse(ment)?s? refunded
${CURRENCY}
cancelled_at word cancell?edat dateannulation
test word (is)?test(order)?
live word livemode
captured word captured
${TRAITS}
${DEVICE}`,
  refunds: `id id refundid id
order_id id orderid parent(order)?id order(n|name) (n|id)?commande invoice(id|n)? charge(id)? paymentintent order
${WHO}
created_at date refundedat refunddate dateremboursement ${CREATED} ${INSTANT}
amount money refund(ed)?amount amountrefunded (montant)?rembourse(ment)? refund amount montant total(ttc)? value valeur
${CURRENCY}
live word livemode`,
  customers: `id id ${CUSTOMER} id hsobjectid recordid ${USER}
${EMAIL}
created_at date createdat customersince (registration|signup)date dateinscription ${CREATED} ${INSTANT}
lead_status stage (hs)?leadstatus lifecyclestage statu.*
${TRAITS}`,
  identities: `${VISITOR} clientid
${WHO}`,
  visits: `id id ${VISIT} id
${VISITOR} clientid
${WHO}
started_at date startedat start(time|timestamp) sessionstart visitdate datevisite createdat ${INSTANT}
${TRAITS}
${DEVICE}
pages number pages actions (screen)?pageviews pagesvues views
engaged flag (is|session)?engaged(session)?`,
  events: `id id (event|evenement)id id
visit_id id ${VISIT}
${VISITOR} clientid
${WHO}
at date at occurredat eventtime dateevenement createdat ${INSTANT}
type text event(name|type) type event(action)? (type)?evenement action nom|name
target text target cible page(location|path)? url product produit
value number (event)?value valeur
${TRAITS}
${DEVICE}`,
  steps: `step word step etape stage stepname label libelle name|nom
count count count nombre n value valeur total effectif users visit(or|eur)s quantit[ey]
group word groupe? segment categor(y|ie) channel canal device country pays`,
};

function schemaOf(text: string): Schema {
  const columns = text.split('\n').map((line) => line.split(' '));
  const pattern = (header: string): RegExp => RegExp(`^(?:${header})$`);
  return Object.fromEntries(columns.map(([name, kind, ...headers]) => [name, { kind: kind as Kind, headers: headers.map(pattern) }]));
}

export const TABLES = Object.keys(COLUMNS) as TableName[];

export const SCHEMAS = Object.fromEntries(TABLES.map((table) => [table, schemaOf(COLUMNS[table])])) as Record<TableName, Schema>;

/** Columns that a table cannot do without; `|` stands for "one of these". */
export const REQUIRED: Readonly<Record<TableName, string>> = {
  orders: 'created_at total|subtotal',
  refunds: 'amount order_id|created_at',
  customers: 'id|email',
  identities: 'visitor_id customer_id|email',
  visits: 'started_at',
  events: 'at type',
  steps: 'step count',
};

/** What a table is called in a data set object, and what headers say it is: normalised. */
export const CALLED: Readonly<Record<TableName, readonly [RegExp, RegExp]>> = {
  orders: [/^(orders|commandes|ventes|sales|transactions|deals|charges)$/, /order|commande|invoice|facture|transaction/],
  refunds: [/^(refunds|remboursements)$/, /refund|rembours/],
  customers: [/^(customers|clients|contacts)$/, /mail|courriel/],
  identities: [/^identit[ie]e?s$/, /^$/],
  visits: [/^(visite?s|sessions)$/, /visit|session/],
  events: [/^(events|evenements)$/, /event|evenement/],
  steps: [/^(steps|etapes|t?funnel|tunnel)$/, /^$/],
};
