import type { BaseTerms } from './base-terms.js';

const again = 'Réessayez.';
const flat = 'Donnez une simple liste de lignes avec des en-têtes.';

/** Ce qui s’est passé, et que faire. */
export const errorsFr: BaseTerms['errors'] = {
  aborted: ['Le chargement a été interrompu.', 'Relancez-le quand vous voulez.'],
  'bad-json': ['Les données ne sont pas du JSON valide.', 'Vérifiez l’export.'],
  'empty-input': ['Les données ne contiennent aucune ligne.', 'Vérifiez l’export.'],
  'html-instead-of-json': [
    'Une page web est arrivée à la place des données.',
    'Vérifiez l’adresse\u202f; souvent, une page de connexion répond à sa place.',
  ],
  'http-status': ['Le serveur n’a pas fourni les données.', 'Vérifiez l’adresse.'],
  'invalid-date': ['Une date n’a pas pu être lue.', 'Écrivez les dates ainsi\u00a0: 2025-03-31.'],
  'invalid-mapping': [
    'La correspondance des colonnes ne va pas avec les données.',
    'Reprenez les en-têtes tels qu’ils sont dans les données.',
  ],
  'invalid-param': ['Un réglage a une valeur que ce composant ne connaît pas.', 'Corrigez le réglage.'],
  'invalid-time-zone': ['Le fuseau horaire est inconnu.', 'Utilisez un nom comme Europe/Paris.'],
  'missing-column': ['Une colonne nécessaire est introuvable.', 'Ajoutez-la, ou nommez la vôtre dans une correspondance.'],
  'mixed-currency': ['Les données mêlent plusieurs devises.', 'Choisissez-en une\u202f; les montants ne sont pas convertis.'],
  network: ['Les données n’ont pas pu être récupérées.', 'Vérifiez la connexion et l’adresse.'],
  'no-table': ['Aucun tableau n’a été reconnu dans les données.', flat],
  'not-cloneable': ['Les données contiennent autre chose que des données.', 'Ne gardez que des textes, des nombres et des dates.'],
  timeout: ['Le calcul a duré trop longtemps.', 'Réessayez, ou avec moins de lignes.'],
  'too-deep': ['Les données sont imbriquées trop profondément.', flat],
  'too-large': ['Les données sont trop volumineuses.', 'Ne gardez que les colonnes et les périodes utiles.'],
  'unknown-kpi': ['Ce chiffre est inconnu ici.', 'Utilisez une seule version de la bibliothèque sur la page.'],
  'worker-lost': ['Le calcul s’est arrêté de façon inattendue.', again],
  internal: ['Le calcul a échoué.', again],
};
