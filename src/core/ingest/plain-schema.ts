/** Tables that stand in the data set as they are given. See `schema.ts` for how this is written. */
import { WHO, ORDER, VISITOR, VISIT, INSTANT, CREATED, CURRENCY, TRAITS, PRODUCT } from './headers.js';

export const PLAIN_TABLES = `order_lines (order|invoice)?lines?(items)?|lignes?.* ^(lineitem|quantit|unitp|prixu|stockc) order_id product_id quantity unit_price
id order_id,${ORDER} ${WHO}
ref product_id,(lineitem)?sku,itemid,stockcode,${PRODUCT},(lineitem|item)name,name,nom
text name,(lineitem|item|product|stock)?(name|title|description),designation,libelle ${TRAITS}
number quantity,(lineitem|item)?q(uanti)?t[ey] returned_qty,returnedquantity
money unit_price,prixu(nitaire)?(ht|ttc)?,(lineitem|item)price,price(unit)?,prix
money? discount,(lineitem|line|item|total)?discount,remise unit_cost,(unit)?cost(peritem)?,cogs,cout tax,(line)?tax,tva
date? created_at,(invoice|order)date,date(commande|facture),${CREATED},${INSTANT}
word ${CURRENCY} status,(order|financial|payment)?status,statut

products produits|articles|catalogue? product|produit|sku|handle id
ref id,productid,variantsku,sku,handle,${PRODUCT},id
text name,(product)?(name|title),titre,nom,designation,libelle category,(product)?(category|type),categories,categorie brand,vendor,marque
money? unit_cost,(unit)?cost(peritem)?,cogs,cout price,(variant)?price,prix
date? active_from,publishedat,${CREATED}

pageviews pagesvues page(title|location|path)|timespent visit_id at url
id visit_id,${VISIT} ${VISITOR}
date at,${INSTANT}
text url,page(location|path)? title,(page)?title,titre page_group,groupe
number time_s,time(spent|s|onpage)(seconds)? load_ms,(generation|pageload)time(milliseconds)? lcp_ms,lcp inp_ms,inp cls ttfb_ms,ttfb

pages - - url
ref url,page(location|path)?
text text,content type
date? published_at,date

touchpoints - touchpoint at channel customer_id|email|visitor_id
id ${VISITOR} ${WHO}
date at,${INSTANT}
text channel,canal,source kind,type

campaigns campagnes campaign|campagne id
ref id,campaignid,hscampaign,id
text name,(campaign)?name,campagne,nom,flow,campaign channel,canal scenario arm,variante? kind,type
date? started_at,start(date)?,${CREATED}
money? cost,cout,spend,budget

messages emails|envois sent|envoi|recipient sent_at customer_id|email
id id,messageid,id ${WHO},recipient(id)?
ref campaign_id,campaign,campagne,flow
date sent_at,date(envoi)?,sent,${INSTANT}
flag delivered bounced,bounce complained,complain machine_open
date? opened_at clicked_at unsubscribed_at,unsub(scribed)?
number opens,open,opens?count,ouvertures clicks,click,clicks?count,clics position

ad_spend (ad|media)?(spend|costs)|depenses.* spen[dt]|cost|depense|cout date cost channel|campaign
date date,${INSTANT}
text channel,canal,source,network campaign,campaignname,campagne kind,type
money cost,amountspent.*,cost,spend,depenses?,cout
number impressions,impr clicks,(link)?clicks,clics
word ${CURRENCY}

search searchconsole query|queries|position|requete date impressions
date date,${INSTANT}
text query,(top)?quer(y|ies),requete page,url
number impressions,impr clicks,clics position,averageposition
flag branded

social reseaux reach|followers|abonnes|portee date
date date,${INSTANT}
text network,platform,reseau
number followers,abonnes reach,portee reactions,likes,engagements comments,commentaires shares,partages clicks,clics

surveys enquetes|avis|reviews score|rating|nps|csat at score
id id,surveyid,responseid,id ${WHO}
ref order_id
date at,answeredat,respondedat,${CREATED},${INSTANT}
number score,rating,note,(nps|csat)(score)? min max
text kind,type touchpoint comment,commentaire,review(body)? answer,reponse

mentions - sentiment|polarity|mention at text|sentiment
id id,mentionid,id ${WHO}
date at,publishedat,${CREATED},${INSTANT}
text network,source,reseau text,content sentiment,polarity author,auteur lang,language url
number reach

referrals parrainages refer|parrain referrer_id
ref referrer_id,referrer,parrain referred_id,referred,filleul
date? invited_at,${CREATED},date converted_at
text channel,canal

placements - - id
ref id,placementid,locationid,creativeslot,promotionid,id
text page,url slot
number x y w,width h,height

placement_events - placement|promotion placement_id at kind
id visit_id,${VISIT} ${VISITOR}
ref placement_id,placement,promotionid,locationid product_id,product
date at,${INSTANT}
text kind,event(name|type)?,type

stock stocks|inventory|inventaire stock|inventory|available product_id date quantity|in_stock
ref product_id,(variant)?sku,${PRODUCT},handle
date date,${INSTANT}
number in_stock quantity,(inventory)?quantity,available,quantite

deliveries shipments|livraisons|expeditions deliver|livr|carrier|promised order_id
ref order_id,${ORDER}
money? charged,shipping cost,cout
date? promised_at delivered_at,date
text carrier,transporteur method,(shipping)?method,methode

tickets - ticket at
id id,ticketid,id ${WHO}
date at,${CREATED},${INSTANT}
text topic,subject,sujet
date? resolved_at,(resolved|closed)(at|date)

targets objectifs ^kpi$ kpi value
ref kpi
number value,target baseline
date? from to
text objective strategy priority direction`;
