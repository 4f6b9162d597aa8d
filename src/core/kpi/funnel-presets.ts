/** The ready-made funnels, and what events are called. */
import type { FunnelPreset, FunnelStepSpec } from './funnel-types.js';

/**
 * Names of events in Google Analytics 4 and its predecessor, Matomo, Segment, Meta, Klaviyo and plain English and French, by what the
 * person did; patterns of names as `eventName` writes them.
 */
const KINDS = {
  page: 'page(view(ed)?|vue)?|viewedpage|screenview|sessionstart|visite?|vuedepage',
  engaged: '(user)?engagement|engagedsession',
  view: 'view(ed)?(product|item|content)|(product|item)view(ed)?|product|(vue|fiche)?produit|produitvu',
  cart: 'add(ed)?(to)?(cart|basket|bag)|productadded|cart|(ajout(er?)?(au)?|miseau)?panier',
  wishlist: '((product)?add(ed)?to)?wishlist|favou?rite|(ajout(aux)?)?favoris?|listedenvies|coupdecoeur',
  checkout: '(start(ed)?|begin|initiate)?checkout(started)?|paiement|debutdecommande|validation(du)?panier',
  purchase: 'purchase|(placed|completed|ecommerce)?order(placed|completed)?|transaction|sale|achat|vente|commande(passee|validee)?',
  lead: '(generate)?lead|sign(ed)?up|(complete)?registration|subscribe|formsubmi(t|ssion)|contact|inscription|(demandede)?devis',
  share: 'shared?|invit(ed?|ation)|refer(ral)?|partager?|parrainage',
};

export type EventKind = keyof typeof KINDS;

/** Name without case, accents, ligatures and separators: `Ajout au panier` -> `ajoutaupanier`, `add_to_cart` as `addToCart`. */
export function eventName(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether the name of an event, as `eventName` writes it, is one of a pattern. */
export function isNamed(name: string, names: string): boolean {
  return new RegExp(`^(${names})$`).test(name);
}

/** Pattern of the names of kinds of events. */
export function namesOf(...kinds: EventKind[]): string {
  return kinds.map((kind) => KINDS[kind]).join('|');
}

/**
 * Steps as `id/places`, `?` where it may be skipped. Of its places the first that the data have is taken: a table (`visits+`: engaged
 * visits), or events of one or more kinds.
 *
 * - lead: visit, known by name, customer (A3)
 * - ecommerce: visit, product seen, put in the cart, checkout, order
 * - aarrr: acquisition, activation (an engaged visit), retention (came back), referral, revenue
 * - aida: attention, interest, desire, action
 */
export const PRESETS: Readonly<Record<FunnelPreset, string>> = {
  lead: 'visit/visits/page lead/customers customer/orders/purchase',
  ecommerce: 'visit/visits/page view/view cart/cart checkout?/checkout purchase/orders/purchase',
  aarrr: 'acquisition/visits/page activation/visits+/engaged+view retention/visits referral?/share revenue/orders/purchase',
  aida: 'attention/visits/page interest/view/visits+ desire/cart+wishlist+lead/customers action/orders/purchase',
};

/** @internal A step with the names of its events as a pattern. */
export interface StepPlace extends Omit<FunnelStepSpec, 'types'> {
  names?: string;
}

/** By step: where it may be found, best place first. */
export function presetSteps(preset: FunnelPreset): StepPlace[][] {
  return PRESETS[preset].split(' ').map((step) => {
    const [name, ...places] = step.split('/');
    const [id, skip] = name.split('?');
    const optional = skip === '';
    return places.map((place): StepPlace => {
      const words = place.split('+');
      return words[0] in KINDS
        ? { id, optional, table: 'events', names: namesOf(...(words as EventKind[])) }
        : { id, optional, table: words[0] as StepPlace['table'], engaged: words.length > 1 };
    });
  });
}
