import type { BaseTerms } from './base-terms.js';

export const reasonsFr: BaseTerms['reasons'] = {
  'no-data': 'pas de données pour ce chiffre',
  'zero-denominator': 'rien à quoi rapporter\u00a0: le groupe est vide',
  'not-enough-history': 'pas encore assez d’historique',
  'missing-table': 'il manque un tableau dans les données',
  'missing-column': 'il manque une colonne dans les données',
  'missing-event': 'les données n’ont aucun événement de cette étape',
  'merged-bins': 'trop peu de valeurs différentes\u00a0: des classes ont été réunies',
  'few-distinct-values': 'trop peu de valeurs différentes pour former toutes les classes',
  suppressed: 'chiffre masqué, car le groupe est trop petit',
  'rising-count': 'une étape compte plus que la précédente',
  'small-sample': 'petit effectif\u00a0: le vrai taux peut être très différent',
  'guest-orders': 'des commandes sans client identifié ne sont pas comptées ici',
  'filter-ignored': 'un filtre ne s’applique pas à ce chiffre',
  'no-revenue': 'pas de chiffre d’affaires sur la période',
  'open-window': 'entrés trop tard pour avoir eu tout le délai de conversion',
  unidentified: 'des lignes sans personne identifiée ne sont pas comptées ici',
};

export const leftFr: BaseTerms['left'] = {
  'after-generated-at': 'date postérieure à l’export',
  'bad-amount': 'montant illisible',
  'bad-count': 'nombre illisible',
  'bad-date': 'date illisible',
  'bad-row': 'ligne inexploitable',
  'duplicate-id': 'même numéro qu’une ligne plus récente',
  'fully-refunded': 'remboursement total',
  'missing-amount': 'montant absent',
  'missing-date': 'date absente',
  'missing-id': 'identifiant absent',
  'missing-type': 'type absent',
  'missing-step': 'nom d’étape absent',
  'other-currency': 'autre devise',
  'status-cancelled': 'commande annulée',
  'status-failed': 'paiement échoué',
  'status-pending': 'pas encore payée',
  'status-unknown': 'statut inconnu',
  'test-order': 'commande de test',
  'zero-value': 'montant nul',
  'after-as-of': 'après la date d’arrêté',
  filtered: 'hors du filtre',
};

export const noticesFr: BaseTerms['notices'] = {
  'in-page': 'Les chiffres sont calculés dans la page même, car elle interdit les workers.',
  'worker-restarted': 'Le calcul a été interrompu, puis relancé.',
  setting: 'Un réglage a une valeur inconnue\u202f; sa valeur par défaut est utilisée.',
};
