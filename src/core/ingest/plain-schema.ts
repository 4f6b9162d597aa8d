/** Tables that stand in the data set as they are given. See `schema.ts` for how this is written. */
import { WHO, ORDER, VISITOR, VISIT, INSTANT, CREATED, CURRENCY, TRAITS, PRODUCT } from './headers.js';

export const PLAIN_TABLES = `order_lines (order|invoice)?lines?(items)?|lignes?(commandes?|factures?)? ^(lineitem|quantit|unitprice|prixunit|stockcode) order_id product_id quantity unit_price
order_id id ${ORDER}
product_id ref (lineitem)?sku itemid stockcode ${PRODUCT} (lineitem|item)name name nom
name text (lineitem|item|product|stock)?(name|title|description) designation libelle
quantity number (lineitem|item)?(quantit[ey]|qty|qte)
unit_price money prixunitaire (lineitem|item)price price(unit)? prix
discount money? (lineitem|line|item|total)?discount remise
unit_cost money? (unit)?cost(peritem)? cogs cout
tax money? (line)?tax tva
returned_qty number returnedquantity
${WHO}
created_at date? (invoice|order)date date(commande|facture) ${CREATED} ${INSTANT}
${CURRENCY}
status word (order|financial|payment)?status statut
${TRAITS}

products produits|articles|catalogue? product|produit|sku|handle id
id ref productid variantsku sku handle ${PRODUCT} id
name text (product)?(name|title) titre nom designation libelle
category text (product)?(category|type) categories categorie
brand text vendor marque
unit_cost money? (unit)?cost(peritem)? cogs cout
price money? (variant)?price prix
active_from date? publishedat ${CREATED}

pageviews pagesvues page(title|location|path)|timespent visit_id at url
visit_id id ${VISIT}
${VISITOR}
at date ${INSTANT}
url text page(location|path)?
title text (page)?title titre
page_group text groupe
time_s number (timespent|times|timeonpage)(seconds)?
load_ms number generationtime(milliseconds)? pageloadtime(milliseconds)?
lcp_ms number lcp
inp_ms number inp
cls number
ttfb_ms number ttfb

pages - - url
url ref page(location|path)?
text text texte content contenu
published_at date? date
type text

touchpoints - touchpoint at channel customer_id|email|visitor_id
${WHO}
${VISITOR}
at date ${INSTANT}
channel text canal source
kind text type

campaigns campagnes campaign|campagne id
id ref campaignid hscampaign id
name text (campaign)?name campagne nom flow campaign
channel text canal
scenario text
arm text variante?
kind text type
started_at date? start(date)? ${CREATED}
cost money? cout spend budget

messages emails|envois sent|envoi|recipient sent_at customer_id|email
id id messageid id
${WHO} recipient(id)?
campaign_id ref campaign campagne flow
sent_at date date(envoi)? sent ${INSTANT}
bounced flag bounced?
opened_at date?
opens number opens?(count)? ouvertures
clicked_at date?
clicks number clicks?(count)? clics
unsubscribed_at date? unsub(scribed)?(at)?
complained flag complained?
machine_open flag
position number

ad_spend (ad|media)?(spend|costs)|depenses(pub.*)? spen[dt]|cost|depense|cout date cost channel|campaign
date date day jour ${INSTANT}
channel text canal source network
campaign text campaignname campagne
cost money amountspent.* cost spend depenses? cout
impressions number impr
clicks number (link)?clicks clics
kind text type
${CURRENCY}

search searchconsole query|queries|position|requete date impressions
date date day jour
query text (top)?quer(y|ies) requete
page text url
impressions number impr
clicks number clics
position number averageposition
branded flag

social reseaux reach|followers|abonnes|portee date
date date day jour ${INSTANT}
network text platform reseau
followers number abonnes
reach number portee
reactions number likes engagements
comments number commentaires
shares number partages
clicks number clics

surveys enquetes|avis|reviews score|rating|nps|csat at score
id id surveyid responseid id
${WHO}
order_id ref
at date answeredat respondedat ${CREATED} ${INSTANT}
score number rating note (nps|csat)(score)?
min number
max number
kind text type
touchpoint text
comment text commentaire review(body)?
answer text reponse

mentions - sentiment|polarity|mention at text|sentiment
id id mentionid id
${WHO}
at date publishedat ${CREATED} ${INSTANT}
network text source reseau
text text texte content
sentiment text polarity
author text auteur
lang text language
reach number
url text

referrals parrainages refer|parrain referrer_id
referrer_id ref referrer parrain
referred_id ref referred filleul
invited_at date? ${CREATED} date
converted_at date?
channel text canal

placements emplacements - id
id ref placementid locationid creativeslot promotionid id
page text url
slot text
x number
y number
w number width
h number height

placement_events - placement|promotion placement_id at kind
visit_id id ${VISIT}
${VISITOR}
placement_id ref placement promotionid locationid
at date ${INSTANT}
kind text event(name|type)? type
product_id ref product

stock stocks|inventory|inventaire stock|inventory|available product_id date quantity|in_stock
product_id ref (variant)?sku ${PRODUCT} handle
date date day jour ${INSTANT}
in_stock number
quantity number (inventory)?quantity available quantite

deliveries shipments|livraisons|expeditions deliver|livr|carrier|promised order_id
order_id ref ${ORDER}
charged money? shipping
cost money? cout
promised_at date?
delivered_at date? date
carrier text transporteur
method text (shipping)?method methode

tickets - ticket at
id id ticketid id
${WHO}
at date ${CREATED} ${INSTANT}
topic text subject sujet
resolved_at date? (resolved|closed)(at|date)

targets goals|objectifs ^kpi$ kpi value
kpi ref
value number target valeur cible
baseline number
from date? debut
to date? fin
objective text objectif
strategy text strategie
priority text priorite
direction text sens`;
