/** Tables that stand in the data set as they are given: columns, what rows cannot do without, what the tables are called. */
import type { TableName } from '../table/dataset.js';
import { WHO, VISITOR, VISIT, INSTANT, CREATED, CURRENCY, TRAITS, PRODUCT } from './headers.js';

type PlainName = Exclude<TableName, 'orders' | 'refunds' | 'customers' | 'identities' | 'visits' | 'events' | 'steps'>;

export const PLAIN_COLUMNS: Readonly<Record<PlainName, string>> = {
  order_lines: `order_id id orderid (id|n)(order|commande) order(n|name) invoice(id|n)? n?facture commande (ecommerce)?transactionid order
product_id ref productid (lineitem)?sku itemid stockcode ${PRODUCT} lineitemname itemname name nom
name text (lineitem|item|product|stock)?(name|title|description) designation libelle
quantity number (lineitem|item)?(quantit[ey]|qty|qte)
unit_price money unitprice prixunitaire (lineitem|item)price price(unit)? prix
discount money? lineitemdiscount (line|item|total)discount discount remise
unit_cost money? (unit)?cost(peritem)? cogs cout
tax money? (line)?tax tva
returned_qty number returned(qty|quantity)
${WHO}
created_at date? invoicedate orderdate date(commande|facture) ${CREATED} ${INSTANT}
${CURRENCY}
status word (order|financial|payment)?status statut
${TRAITS}`,
  products: `id ref productid variantsku sku handle ${PRODUCT} id
name text (product)?(name|title) titre nom libelle designation
category text (product)?(category|type) categories categorie
brand text brand vendor marque
unit_cost money? (unit)?cost(peritem)? cogs cout
price money? (variant)?price prix
active_from date? activefrom publishedat ${CREATED}`,
  pageviews: `visit_id id ${VISIT}
${VISITOR} clientid
at date at ${INSTANT}
url text url page(location|path)? page
title text (page)?title titre
page_group text pagegroup groupe
time_s number (timespent|times|timeonpage)(seconds)?
load_ms number loadms generationtime(milliseconds)? pageloadtime(milliseconds)?
lcp_ms number lcp(ms)?
inp_ms number inp(ms)?
cls number cls
ttfb_ms number ttfb(ms)?`,
  pages: `url ref url page(location|path)? page
text text text(e)? content contenu
published_at date? publishedat date
type text type`,
  touchpoints: `${WHO}
${VISITOR} clientid
at date at ${INSTANT}
channel text channel canal source
kind text kind type`,
  campaigns: `id ref campaignid hscampaign id
name text (campaign)?name (campagne|nom) flow campaign
channel text channel canal
scenario text scenario
arm text arm variant(e)?
kind text kind type
started_at date? startedat start(date)? ${CREATED}
cost money? cost cout spend budget`,
  messages: `id id messageid id
${WHO} recipient(id)?
campaign_id ref campaignid campaign campagne flow
sent_at date sentat date(envoi)? sent ${INSTANT}
bounced flag bounced?
opened_at date? openedat
opens number opens?(count)? ouvertures
clicked_at date? clickedat
clicks number clicks?(count)? clics
unsubscribed_at date? unsub(scribed)?(at)?
complained flag complained?
machine_open flag machineopen
position number position`,
  ad_spend: `date date day jour date ${INSTANT}
channel text channel canal source network
campaign text campaign(name)? campagne
cost money amountspent.* cost spend depenses? cout
impressions number impr(essions)?
clicks number (link)?clicks clics
kind text kind type
${CURRENCY}`,
  search: `date date date day jour
query text (top)?quer(y|ies) requete
page text page url
impressions number impr(essions)?
clicks number clicks clics
position number (average)?position
branded flag branded`,
  social: `date date date day jour ${INSTANT}
network text network platform reseau
followers number followers abonnes
reach number reach portee
reactions number reactions likes engagements
comments number comments commentaires
shares number shares partages
clicks number clicks clics`,
  surveys: `id id surveyid responseid id
${WHO}
order_id ref orderid
at date at answeredat respondedat ${CREATED} ${INSTANT}
score number score rating note nps(score)? csat(score)?
min number min
max number max
kind text kind type
touchpoint text touchpoint
comment text comment(aire)? review(body)?
answer text answer reponse`,
  mentions: `id id mentionid id
${WHO}
at date at publishedat ${CREATED} ${INSTANT}
network text network source reseau
text text text(e)? content
sentiment text sentiment polarity
author text author auteur
lang text lang(uage)?
reach number reach
url text url`,
  referrals: `referrer_id ref referrer(id)? parrain
referred_id ref referred(id)? filleul
invited_at date? invitedat ${CREATED} date
converted_at date? convertedat
channel text channel canal`,
  placements: `id ref placementid locationid creativeslot promotionid id
page text page url
slot text slot
x number x
y number y
w number w(idth)?
h number h(eight)?`,
  placement_events: `visit_id id ${VISIT}
${VISITOR} clientid
placement_id ref placement(id)? promotionid locationid
at date at ${INSTANT}
kind text kind event(name|type)? type
product_id ref productid product`,
  stock: `product_id ref productid (variant)?sku ${PRODUCT} handle
date date date day jour ${INSTANT}
in_stock number instock
quantity number (inventory)?quantity available quantite`,
  deliveries: `order_id ref orderid order(n|name) n?commande order
charged money? charged shipping
cost money? cost cout
promised_at date? promisedat
delivered_at date? deliveredat date
carrier text carrier transporteur
method text (shipping)?method methode`,
  tickets: `id id ticketid id
${WHO}
at date at ${CREATED} ${INSTANT}
topic text topic subject sujet
resolved_at date? (resolved|closed)(at|date)`,
  targets: `kpi ref kpi
value number value target valeur cible
baseline number baseline
from date? from debut
to date? to fin
objective text objective objectif
strategy text strategy strategie
priority text priority priorite
direction text direction sens`,
};

export const PLAIN_REQUIRED: Readonly<Record<PlainName, string>> = {
  order_lines: 'order_id product_id quantity unit_price',
  products: 'id',
  pageviews: 'visit_id at url',
  pages: 'url',
  touchpoints: 'at channel customer_id|email|visitor_id',
  campaigns: 'id',
  messages: 'sent_at customer_id|email',
  ad_spend: 'date cost channel|campaign',
  search: 'date impressions',
  social: 'date',
  surveys: 'at score',
  mentions: 'at text|sentiment',
  referrals: 'referrer_id',
  placements: 'id',
  placement_events: 'placement_id at kind',
  stock: 'product_id date quantity|in_stock',
  deliveries: 'order_id',
  tickets: 'at',
  targets: 'kpi value',
};

export const PLAIN_CALLED: Readonly<Record<PlainName, readonly [RegExp, RegExp]>> = {
  order_lines: [/^((order|invoice)?lines?(items)?|lignes?(commandes?|factures?)?)$/, /^(lineitem|quantit|unitprice|prixunit|stockcode)/],
  products: [/^(products|produits|articles|catalogue?)$/, /product|produit|sku|handle/],
  pageviews: [/^(pageviews|pagesvues)$/, /page(title|location|path)|timespent/],
  pages: [/^pages$/, /^$/],
  touchpoints: [/^touchpoints$/, /touchpoint/],
  campaigns: [/^(campaigns|campagnes)$/, /campaign|campagne/],
  messages: [/^(messages|emails|envois)$/, /sent|envoi|recipient/],
  ad_spend: [/^(ad|media)?(spend|costs)|depenses(pub.*)?$/, /spen[dt]|cost|depense|cout/],
  search: [/^search(console)?$/, /query|queries|position|requete/],
  social: [/^(social|reseaux)$/, /reach|followers|abonnes|portee/],
  surveys: [/^(surveys|enquetes|avis|reviews)$/, /score|rating|nps|csat/],
  mentions: [/^mentions$/, /sentiment|polarity|mention/],
  referrals: [/^(referrals|parrainages)$/, /refer|parrain/],
  placements: [/^(placements|emplacements)$/, /^$/],
  placement_events: [/^placementevents$/, /placement|promotion/],
  stock: [/^(stocks?|inventory|inventaire)$/, /stock|inventory|available/],
  deliveries: [/^(deliveries|shipments|livraisons|expeditions)$/, /deliver|livr|carrier|promised/],
  tickets: [/^tickets$/, /ticket/],
  targets: [/^(targets|goals|objectifs)$/, /^kpi$/],
};
