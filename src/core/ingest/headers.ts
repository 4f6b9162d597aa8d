/** Headers that many tables share: patterns of normalised headers (see header-name.ts), best first. */
export const EMAIL = 'email mail (?!consent|accept).*(e?mail|courriel)(address|client)?';
export const CUSTOMER = 'customer(id|n|code) (id|code|n)(client|customer)';
export const USER = '(user|contact|buyer|account)id associatedcontactids? client(id)? customer user contact';
export const WHO = `customer_id id ${CUSTOMER} ${USER}
${EMAIL}`;
export const ORDER = '(id|n)?(order|commande)(n|name)? n?(invoice|facture)(id|n)? (ecommerce)?transactionid';
export const VISITOR = 'visitor_id id (full)?visitorid userpseudoid (anonymous|cookie|visiteur)id idvisiteur visite?[uo]r clientid';
export const VISIT = '(visit|session|gasession)id id(visite?|session) session';
export const INSTANT = 'eventtimestamp (server)?timestamp date(time|heure) (event)?date time jour day';
export const CREATED = 'createdat datecreatedgmt datecreated created(on)? createdate datecreation';
export const CURRENCY = 'currency word .*currency(code)? .*devise monnaie';
export const TRAITS = `channel text .*channel(group(ing)?)? canal.* (hsanalytics|original|traffic|utm|first)?source(name)? referrertype
country text .*country(code)? (code)?pays(facturation|livraison|client)?`;
export const PRODUCT = '(code|ref(erence)?)(produit|article) product produit article';
export const DEVICE = 'device text device(type|category)? (type)?appareil';
