import type { BaseTerms } from './base-terms.js';
import { errorsFr } from './errors-fr.js';
import { leftFr, noticesFr, reasonsFr } from './reasons-fr.js';

const rows = (n: number, text: string) => `${text} ${n < 2 ? 'ligne' : 'lignes'}`;
const e = (n: number, word: string) => (n < 2 ? word : `${word}s`);

export const baseFr: BaseTerms = {
  language: 'fr',
  labelled: (label, value) => `${label}\u00a0: ${value}`,
  toolbar: {
    table: 'Tableau',
    why: 'Pourquoi\u202f?',
    export: 'Exporter',
    csv: 'Chiffres (CSV)',
    svg: 'Image (SVG)',
    png: 'Image (PNG)',
    print: 'Imprimer',
  },
  loading: {
    title: 'Calcul en cours…',
    bytes: (read, total) => (total === null ? `${read} lus` : `${read} lus sur ${total}`),
    rows: (read, total) => (total === null ? `${read} lignes` : `${read} lignes sur ${total}`),
    cancel: 'Annuler',
  },
  empty: {
    title: 'Pas encore de données.',
    example: 'Donnez au composant des lignes comme celles-ci\u00a0:',
    noFigures: 'Les données ont été lues, mais elles ne donnent aucun chiffre à montrer.',
  },
  error: {
    retry: 'Réessayer',
    reload: 'Recharger',
  },
  partial: 'Certains chiffres manquent\u00a0:',
  updated: (heading) => `${heading}\u00a0: chiffres à jour.`,
  smallSample: (n) => `petit effectif (n = ${n})`,
  caption: {
    asOf: (date) => `Au ${date}`,
    timeZone: (zone) => `fuseau ${zone}`,
    used: (n, text) => `${rows(n, text)} ${e(n, 'retenue')}`,
    left: (n, text) => `${rows(n, text)} ${e(n, 'écartée')}`,
  },
  explain: {
    title: (label) => `D’où vient «\u202f${label}\u202f»`,
    definition: 'Définition',
    formula: 'Formule',
    numerator: 'Numérateur',
    denominator: 'Dénominateur',
    interval: 'Intervalle à 95\u202f% (Wilson)',
    sample: 'Effectif',
    reason: 'Pourquoi il n’y a pas de chiffre',
    window: 'Période',
    range: (from, to) => `du ${from} au ${to}`,
    asOf: 'Date d’arrêté',
    timeZone: 'Fuseau horaire',
    rowsUsed: 'Lignes retenues',
    rowsLeft: 'Lignes écartées',
    version: 'Version de la définition',
    copy: 'Copier le texte',
    copied: 'Copié',
    close: 'Fermer',
    others: 'Autres chiffres',
  },
  notice: {
    summary: (n, text, notices) =>
      [n ? `${rows(n, text)} non ${e(n, 'comptée')}` : '', notices ? `${notices} ${e(notices, 'remarque')} sur les données` : '']
        .filter(Boolean)
        .join(' · '),
    refused: (table, n, text, reason) => `${table}\u00a0: ${rows(n, text)} ${e(n, 'illisible')} (${reason})`,
    left: (table, n, text, reason) => `${table}\u00a0: ${rows(n, text)} ${e(n, 'écartée')} (${reason})`,
    example: (path, got) => `${path}\u00a0: «\u202f${got}\u202f»`,
    setting: (attribute, got, used) =>
      `Le réglage «\u202f${attribute}\u202f» ne connaît pas «\u202f${got}\u202f»\u202f; «\u202f${used}\u202f» est utilisé.`,
  },
  tables: {
    orders: 'Commandes',
    refunds: 'Remboursements',
    customers: 'Clients',
    identities: 'Identités',
    visits: 'Visites',
    events: 'Événements',
    steps: 'Étapes',
  },
  details: {
    path: 'Où',
    param: 'Réglage',
    url: 'Adresse',
    status: 'Réponse',
    table: 'Tableau',
    line: 'Ligne',
    column: 'Colonne',
    needed: 'Nécessaire',
    got: 'Trouvé',
    columns: 'Colonnes',
    currencies: 'Devises',
    known: 'Connu',
  },
  parts: {
    window: 'période',
    recency: 'récence',
    frequency: 'fréquence',
    monetary: 'chiffre d’affaires',
    cells: 'matrice',
    segments: 'segments',
    scores: 'scores',
    attrition: 'attrition',
    trend: 'tendance',
    customers: 'clients',
    watch: 'à surveiller',
    risk: 'à risque',
    inactive: 'inactifs',
  },
  errors: errorsFr,
  reasons: reasonsFr,
  left: leftFr,
  notices: noticesFr,
};
