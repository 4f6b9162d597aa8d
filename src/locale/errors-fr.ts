import type { BaseTerms } from './base-terms.js';

/** Ce qui s’est passé, et que faire. */
export const errorsFr: BaseTerms['errors'] = {
  aborted: ['Le chargement a été interrompu.', 'Relancez-le quand vous le souhaitez.'],
  'bad-json': ['Les données ne sont pas du JSON valide.', 'Vérifiez l’endroit indiqué ci-dessous, ou refaites l’export.'],
  'empty-input': [
    'Les données ne contiennent aucune ligne.',
    'Vérifiez l’export\u00a0: une ligne par commande, visite, événement ou étape.',
  ],
  'html-instead-of-json': [
    'Une page web est arrivée à la place des données.',
    'Vérifiez l’adresse\u202f; c’est souvent une page de connexion qui répond.',
  ],
  'http-status': ['Le serveur n’a pas fourni les données.', 'Vérifiez l’adresse, et que cette page a le droit de les lire.'],
  'invalid-date': ['Une date n’a pas pu être lue.', 'Écrivez les dates ainsi\u00a0: année-mois-jour, 2025-03-31.'],
  'invalid-mapping': [
    'La correspondance des colonnes cite une colonne absente.',
    'Reprenez les en-têtes exactement comme dans les données.',
  ],
  'invalid-param': ['Un réglage de ce composant a une valeur inconnue.', 'Corrigez le réglage cité ci-dessous.'],
  'invalid-time-zone': ['Le fuseau horaire est inconnu.', 'Utilisez un nom comme Europe/Paris.'],
  'missing-column': [
    'Une colonne nécessaire à ce chiffre est introuvable.',
    'Ajoutez-la, ou indiquez par une correspondance laquelle de vos colonnes la contient.',
  ],
  'mixed-currency': [
    'Les données mêlent plusieurs devises.',
    'Choisissez-en une avec le réglage de devise\u202f; les montants ne sont pas convertis.',
  ],
  network: ['Les données n’ont pas pu être récupérées.', 'Vérifiez la connexion et l’adresse, puis réessayez.'],
  'no-table': [
    'Aucun tableau n’a été reconnu dans les données.',
    'Donnez des lignes de commandes, visites, événements, clients ou étapes, avec des en-têtes.',
  ],
  'not-cloneable': [
    'Les données contiennent autre chose que des données.',
    'Ne gardez dans les lignes que des textes, des nombres et des dates.',
  ],
  timeout: ['Le calcul a duré trop longtemps et a été arrêté.', 'Réessayez, ou avec moins de lignes.'],
  'too-deep': ['Les données sont imbriquées trop profondément.', 'Donnez une simple liste de lignes.'],
  'too-large': [
    'Les données dépassent ce que ce composant accepte.',
    'Découpez-les, ou ne gardez que les colonnes et les périodes utiles.',
  ],
  'unknown-kpi': ['Ce chiffre est inconnu du moteur de calcul.', 'Utilisez partout sur la page la même version de la bibliothèque.'],
  'worker-lost': ['Le calcul s’est arrêté de façon inattendue.', 'Réessayez\u202f; les données sont toujours là.'],
  internal: ['Le calcul a échoué.', 'Réessayez\u202f; si cela persiste, signalez-le avec le texte ci-dessous.'],
};
