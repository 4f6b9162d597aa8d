/** Words of order statuses in the systems' exports, English and French (G4). */

/** `refunded`: counts, and all of it was paid back. */
export type StatusClass = 'valid' | 'refunded' | 'status-cancelled' | 'status-failed' | 'status-pending' | 'test-order';

const WORDS: Readonly<Record<StatusClass, string>> = {
  valid:
    'paid processing completed complete fulfilled partiallyfulfilled partiallyrefunded partialrefund succeeded success successful captured shipped partiallyshipped delivered dispatched closedwon won awaitingfulfillment awaitingshipment awaitingpickup approved accepted confirmed invoiced settled true yes oui vrai ' +
    'paye payee paiementaccepte paiementvalide paiementconfirme partiellementrembourse partiellementremboursee traitee traite entraitement encours encourstraitement encourspreparation enpreparation preparee preparationencours expediee expedie livree livre encourslivraison termine terminee valide validee confirme confirmee accepte acceptee facture facturee encaisse encaissee solde soldee signe signee gagne gagnee reglee regle honoree',
  refunded: 'refunded fullyrefunded rembourse remboursee paiementrembourse chargeback',
  'status-cancelled':
    'cancelled canceled voided void expired closedlost lost trash deleted abandoned returned annule annulee abandonne abandonnee perdu perdue retournee retourne supprime supprimee expire expiree',
  'status-failed':
    'failed failure declined rejected error denied paymenterror uncollectible echoue echouee echec refuse refusee rejete rejetee erreur erreurpaiement paiementrefuse impaye impayee',
  'status-pending':
    'pending pendingpayment onhold hold holded unpaid open draft checkoutdraft new authorized partiallypaid paymentreview awaitingpayment requirespaymentmethod requiresaction requiresconfirmation requirescapture appointmentscheduled qualifiedtobuy presentationscheduled decisionmakerboughtin contractsent false n non faux ' +
    'enattente enattentepaiement attentepaiement paiementenattente apayer nonpaye nonpayee brouillon devis devisenvoye nouveau nouvelle autorise autorisee suspendue',
  'test-order': 'test',
};

const CLASSES = new Map<string, StatusClass>(
  (Object.keys(WORDS) as StatusClass[]).flatMap((kind) => WORDS[kind].split(' ').map((word): [string, StatusClass] => [word, kind])),
);

/** What a normalised status word means; null when no system we know uses it. WooCommerce's `wc-` in front does not matter. */
export function statusOf(word: string): StatusClass | null {
  return CLASSES.get(word) ?? CLASSES.get(word.replace(/^wc/, '')) ?? null;
}
