/**
 * What events are called: names of Google Analytics 4 and its predecessor, Matomo, Segment, Meta, Klaviyo and plain English and French,
 * by what the person did. Case, accents and separators do not matter: `add_to_cart`, `Add to Cart` and `addToCart` are one name.
 */

export type EventKind = 'page' | 'engaged' | 'view' | 'cart' | 'wishlist' | 'checkout' | 'purchase' | 'lead' | 'share';

const NAMES: Readonly<Record<EventKind, readonly string[]>> = {
  page: [
    'page view',
    'page viewed',
    'viewed page',
    'page',
    'screen view',
    'session start',
    'visit',
    'visite',
    'vue de page',
    'page vue',
    'consultation',
  ],
  engaged: ['user engagement', 'engaged', 'engagement', 'engaged session', 'session engagée'],
  view: [
    ...[
      'view item',
      'item view',
      'product view',
      'view product',
      'product viewed',
      'viewed product',
      'product',
      'product detail',
      'detail',
    ],
    ...['view content', 'ecommerce product view', 'product detail view', 'product page'],
    ...[
      'vue produit',
      'produit vu',
      'voir produit',
      'produit',
      'fiche produit',
      'page produit',
      'consultation produit',
      'vue article',
      'fiche article',
    ],
  ],
  cart: [
    ...[
      'add to cart',
      'added to cart',
      'cart add',
      'add cart',
      'product added',
      'add to basket',
      'added to basket',
      'add to bag',
      'cart',
      'basket',
    ],
    ...['ecommerce add to cart', 'add item'],
    ...[
      'ajout panier',
      'ajout au panier',
      'ajouter au panier',
      'ajouté au panier',
      'ajout article',
      'mise au panier',
      'mise en panier',
      'panier',
    ],
  ],
  wishlist: [
    ...['add to wishlist', 'added to wishlist', 'product added to wishlist', 'wishlist', 'wishlist add', 'favorite', 'favourite'],
    ...['favori', 'favoris', 'ajout favoris', 'ajout aux favoris', 'ajouter aux favoris', 'liste d’envies', 'ajout liste d’envies'],
    ...['ajout à la liste d’envies', 'ajouter à la liste d’envies', 'coup de cœur'],
  ],
  checkout: [
    ...['begin checkout', 'checkout', 'start checkout', 'checkout started', 'started checkout', 'initiate checkout', 'checkout start'],
    ...[
      'passage en caisse',
      'début de commande',
      'commande commencée',
      'validation panier',
      'validation du panier',
      'tunnel de commande',
      'paiement',
    ],
  ],
  purchase: [
    ...[
      'purchase',
      'order',
      'order completed',
      'completed order',
      'placed order',
      'order placed',
      'transaction',
      'ecommerce order',
      'sale',
    ],
    ...['complete payment', 'checkout completed', 'achat', 'commande', 'commande passée', 'commande validée', 'vente'],
  ],
  lead: [
    ...[
      'generate lead',
      'lead',
      'sign up',
      'signed up',
      'register',
      'registration',
      'complete registration',
      'subscribe',
      'newsletter signup',
    ],
    ...[
      'form submit',
      'form submission',
      'submit form',
      'contact',
      'submit application',
      'quote request',
      'create account',
      'account created',
    ],
    ...[
      'inscription',
      'inscription newsletter',
      'abonnement newsletter',
      'création de compte',
      'demande de devis',
      'devis',
      'formulaire',
      'prise de contact',
    ],
  ],
  share: [
    ...[
      'share',
      'shared',
      'social share',
      'invite',
      'invited',
      'invite sent',
      'invite friend',
      'invitation',
      'refer',
      'referral',
      'refer a friend',
    ],
    ...['partage', 'partager', 'parrainage', 'parrainer', 'inviter', 'invitation envoyée', 'recommandation', 'recommander'],
  ],
};

/** Name without case, accents, ligatures and separators: `Ajout au panier` -> `ajoutaupanier`. */
export function eventName(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const known = new Map<EventKind, ReadonlySet<string>>();

/** All names of a kind, as `eventName` writes them. */
export function namesOfKind(kind: EventKind): ReadonlySet<string> {
  let names = known.get(kind);
  if (names === undefined) {
    names = new Set(NAMES[kind].map(eventName));
    known.set(kind, names);
  }
  return names;
}
