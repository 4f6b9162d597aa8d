/** Columns of every table and the headers under which exports know them, best first. Normalised: see header-name.ts. */
import type { TableName } from '../table/dataset.js';

/** Our column name -> normalised headers, best first. Order of columns decides who gets a header that two could use. */
export type Schema = Readonly<Record<string, readonly string[]>>;

const words = (text: string): string[] => text.trim().split(/\s+/);

const WITHOUT_TAX_NAMES =
  'totalht totalhorstaxe totalhorstaxes montantht montanthorstaxe caht totalexcltax totalextax totaltaxexcl totalpaidtaxexcl totalexclvat nettotal netamount netsales netrevenue';
const CUSTOMER_ID =
  'customerid idcustomer codeclient idclient nclient customern customercode userid uid contactid associatedcontactids associatedcontactid buyerid shopperid memberid accountid customer client clientid user contact acheteur compte';
const EMAIL =
  'email customeremail emailaddress customeremailaddress billingemail billingdetailsemail contactemail useremail receiptemail buyeremail courriel adresseemail adressemail adresseelectronique mail mailclient emailclient';
const VISITOR = 'visitorid userpseudoid distinctid idvisiteur visiteurid fullvisitorid anonymousid cookieid visiteur visitor';
const CHANNEL =
  'channel canal saleschannel orderchannel canalvente acquisitionchannel canalacquisition sessiondefaultchannelgroup sessiondefaultchannelgrouping defaultchannelgroup defaultchannelgrouping channelgroup channelgrouping firstuserdefaultchannelgroup hsanalyticssource originalsource trafficsource sourcetrafic trafficsourcemedium referrertype sourcename utmsource firstsource sessionsource source attributionorigin';
const COUNTRY =
  'country pays countrycode codepays geocountry billingcountry billingcountrycode billingaddresscountrycode billingaddresscountry paysfacturation shippingcountry shippingcountrycode shippingaddresscountrycode shippingaddresscountry payslivraison customerdefaultaddresscountrycode defaultaddresscountrycode defaultaddresscountry customercountry paysclient';
const DEVICE = 'device devicetype devicecategory appareil typeappareil terminal typeterminal support';
const INSTANT = 'timestamp datetime dateheure dateetheure horodatage date time jour day';
const CURRENCY = 'currency currencycode ordercurrency devise codedevise monnaie ecommercecurrency';

const ORDERS = {
  id: 'orderid id idorder incrementid ordern orderno ordername invoicen invoiceno invoiceid ncommande idcommande referencecommande commande transactionid ecommercetransactionid nfacture facture invoice hsobjectid recordid dealid chargeid receiptid reference ref order n name',
  parent: 'parentid parentorderid originalorderid refundedorderid commandeorigine',
  customer_id: CUSTOMER_ID,
  email: EMAIL,
  visitor_id: VISITOR,
  created_at: `createdat orderdate dateorder datecommande orderedat orderdatetime datecreatedgmt datecreated dateadd invoicedate purchasedate purchasedat transactiondate saledate dateachat datevente datefacture closedate createdutc created processedat datepaidgmt datepaid paidat createdate createdon creele datecreation eventtimestamp eventdate ${INSTANT}`,
  status:
    'financialstatus orderstatus status statutcommande statut etatcommande etat paymentstatus statutpaiement hsisclosedwon isclosedwon dealstage dealstagename stage captured paid state',
  total: `${WITHOUT_TAX_NAMES} total totalprice ordertotal grandtotal totalinctax totalincltax totalpaidtaxincl totalttc montantttc cattc totalcommande montantcommande montanttotal totalamount orderamount ordervalue amount montant purchaserevenue ecommercepurchaserevenue transactionrevenue revenue sales chiffreaffaires ca prixtotal totalpaid amountpaid montantpaye value valeur`,
  subtotal: 'subtotal subtotalprice currentsubtotalprice ordersubtotal soustotal soustotalht itemstotal',
  tax: 'totaltax taxes taxamount tax ordertax totaltaxes montanttva totaltva tva vat vatamount salestax montanttaxe taxe',
  shipping:
    'shippingtotal totalshipping totalshippingpricesetshopmoneyamount shippingamount shippingcost shippingprice shippingfee shipping deliveryfee deliverycost fraisport fraislivraison montantlivraison port livraison',
  refunded:
    'refundedamount amountrefunded totalrefunded refundamount refundtotal refundstotal refundstransactionsamount montantrembourse totalrembourse montantremboursement refunded rembourse remboursement remboursements',
  currency: CURRENCY,
  cancelled_at: 'cancelledat canceledat datecancelled cancellationdate dateannulation annulele',
  test: 'test istest testorder commandetest',
  live: 'livemode',
  channel: CHANNEL,
  country: COUNTRY,
  device: DEVICE,
};

const REFUNDS = {
  id: 'refundid idremboursement nremboursement id',
  order_id:
    'orderid parentid parentorderid ordern orderno ordername ncommande idcommande commande invoicen invoiceno chargeid charge paymentintent order',
  customer_id: CUSTOMER_ID,
  email: EMAIL,
  created_at: `refundedat refunddate dateremboursement rembourseele createdat datecreatedgmt datecreated createdutc created processedat ${INSTANT}`,
  amount:
    'refundamount refundedamount amountrefunded montantrembourse montantremboursement remboursement refund amount montant total totalttc montantttc value valeur',
  currency: CURRENCY,
  live: 'livemode',
};

const CUSTOMERS = {
  id: `customerid codeclient idclient nclient customern customercode id hsobjectid recordid userid uid contactid memberid accountid customer client clientid user`,
  email: EMAIL,
  created_at: `createdat customersince registeredat registrationdate dateregistered signupdate signedupat datecreatedgmt datecreated createdate createdutc created dateinscription inscritle datecreation creele clientdepuis becamealeaddate firstseen accountcreated createdon ${INSTANT}`,
  lead_status: 'leadstatus lifecyclestage hsleadstatus statutlead statutprospect etapecyclevie status statut',
  channel: CHANNEL,
  country: COUNTRY,
};

const IDENTITIES = { visitor_id: `${VISITOR} clientid`, customer_id: CUSTOMER_ID, email: EMAIL };

const VISITS = {
  id: 'visitid idvisit idvisite visiteid sessionid gasessionid idsession session id',
  visitor_id: `${VISITOR} clientid fingerprint`,
  customer_id: CUSTOMER_ID,
  email: EMAIL,
  started_at: `startedat starttime starttimestamp sessionstart servertimestamp firstactiontimestamp visitdate visitedat datevisite debut eventtimestamp createdat ${INSTANT}`,
  channel: CHANNEL,
  country: COUNTRY,
  device: DEVICE,
  pages: 'pages actions pageviews pagesvues pagevues nbpages nombrepages screenpageviews views visitpageviews',
  engaged: 'engaged sessionengaged isengaged isengagedsession engagedsession engage engagee visiteengagee',
};

const EVENTS = {
  id: 'eventid idevent idevenement id',
  visit_id: 'visitid idvisit idvisite sessionid gasessionid idsession session visite visit',
  visitor_id: `${VISITOR} clientid`,
  customer_id: CUSTOMER_ID,
  email: EMAIL,
  at: `at eventtimestamp occurredat eventtime eventat dateevenement servertimestamp createdat eventdate ${INSTANT}`,
  type: 'eventname eventtype type event eventaction typeevenement nomevenement evenement action name nom',
  target: 'target cible eventlabel pagelocation pagepath page url product produit',
  value: 'value valeur eventvalue',
  channel: CHANNEL,
  country: COUNTRY,
  device: DEVICE,
};

const STEPS = {
  step: 'step etape stage phase stepname nometape label libelle name nom',
  count: 'count nombre n value valeur total nb effectif volume users visitors visiteurs utilisateurs quantite quantity',
  group: 'group groupe segment category categorie channel canal breakdown device appareil country pays',
};

function schema(columns: Readonly<Record<string, string>>): Schema {
  return Object.fromEntries(Object.entries(columns).map(([column, aliases]) => [column, words(aliases)]));
}

export const SCHEMAS: Readonly<Record<TableName, Schema>> = {
  orders: schema(ORDERS),
  refunds: schema(REFUNDS),
  customers: schema(CUSTOMERS),
  identities: schema(IDENTITIES),
  visits: schema(VISITS),
  events: schema(EVENTS),
  steps: schema(STEPS),
};

/** Columns a table cannot do without; a list inside stands for "one of these". */
export const REQUIRED: Readonly<Record<TableName, readonly (readonly string[])[]>> = {
  orders: [['created_at'], ['total', 'subtotal']],
  refunds: [['amount'], ['order_id', 'created_at']],
  customers: [['id', 'email']],
  identities: [['visitor_id'], ['customer_id', 'email']],
  visits: [['started_at']],
  events: [['at'], ['type']],
  steps: [['step'], ['count']],
};

/** Totals under these headers are without tax already. */
export const WITHOUT_TAX: readonly string[] = words(WITHOUT_TAX_NAMES);

/** Names of tables in a data set object, normalised, besides our own. */
export const TABLE_NAMES: Readonly<Record<TableName, readonly string[]>> = {
  orders: words('orders commandes ventes sales transactions deals charges'),
  refunds: words('refunds remboursements'),
  customers: words('customers clients contacts'),
  identities: words('identities identites'),
  visits: words('visits visites sessions'),
  events: words('events evenements'),
  steps: words('steps etapes funnel tunnel'),
};
