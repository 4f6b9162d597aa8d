/** Columns that many tables share, and headers of others: patterns of normalised headers (see header-name.ts), best first. */
export const EMAIL = 'email,(?!consent|accept).*(e?mail|courriel)(address|client|billing)?';
export const CUSTOMER = 'customer(id|n|code),(id(entifiant)?|code|n|ref(erence)?)(client|customer)';
export const USER = '(user|contact|buyer|account)id,associatedcontactids?,client(id)?,customer,user,contact,acheteur,nomclient';
/** Ends a line of `id`. */
export const WHO = `customer_id,${CUSTOMER},${USER}
mail ${EMAIL}`;
export const ORDER = '(id|n|ref(erence)?)?(order|commande)(n|name)?,n?(invoice|facture)(id|n)?,(ecommerce)?transactionid';
export const VISITOR = 'visitor_id,(full)?visitorid,userpseudoid,(anonymous|cookie|visiteur)id,idvisiteur,visite?[uo]r,clientid';
export const VISIT = '(visit|session|gasession)id,id(visite?|session),session';
export const INSTANT = 'eventtimestamp,(server)?timestamp,date(time|heure),(event)?date,time,jour,day';
export const CREATED = 'createdat,datecreatedgmt,datecreated,created(on|date)?,createdate,datecreation';
export const CURRENCY = 'currency,(?!.*(amount|montant)).*(currency(code)?|devise),monnaie';
export const TRAITS = `channel,.*channel(group(ing)?)?,canal.*,(hsanalytics|original|traffic|utm|first)?source(name)?,referrertype \
country,.*country(code)?,(code)?pays(facturation|livraison|client)?`;
export const PRODUCT = '(code|ref(erence)?)(produit|article),product,produit,article';
export const DEVICE = 'device,device(type|category)?,(type)?appareil';
