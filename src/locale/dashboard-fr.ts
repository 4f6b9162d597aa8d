/** French words of `kpi-dashboard`. */
import type { DashboardTerms, DashboardWords } from './dashboard-terms.js';
import type { Formatter } from './formatter.js';

/** No-break space: before a colon. */
const NB = '\u00a0';

const words: DashboardWords = {
  heading: 'Tableau de bord',
  filters: 'Période et filtres',
  actions: 'Tableau de bord',

  period: 'Période',
  periods: {
    all: 'Toutes les données',
    day: 'Dernier jour',
    week: 'Cette semaine',
    month: 'Ce mois-ci',
    quarter: 'Ce trimestre',
    year: 'Cette année',
    'previous-day': 'La veille',
    'previous-week': 'La semaine dernière',
    'previous-month': 'Le mois dernier',
    'previous-quarter': 'Le trimestre dernier',
    'previous-year': 'L’année dernière',
  },
  ownPeriod: 'Choisir les jours…',
  from: 'Du',
  to: 'Au',
  reversed: 'Le dernier jour précède le premier.',
  compare: 'Comparer à',
  compares: { none: 'Rien', 'previous-period': 'La période précédente', 'previous-year': 'L’année précédente' },

  add: 'Filtrer par…',
  dimensions: { channel: 'Canal', country: 'Pays', segment: 'Segment', stage: 'Étape', tier: 'Silence', cohort: 'Première commande' },
  segments: {
    TBC: 'très bons clients',
    BC: 'bons clients',
    CO: 'clients occasionnels',
    CTO: 'clients très occasionnels',
    inactive: 'inactifs',
  },
  stages: { prospect: 'prospects', new: 'nouveaux clients', loyal: 'clients fidèles', premium: 'clients premium', inactive: 'inactifs' },
  tiers: { watch: 'à surveiller', risk: 'à risque', inactive: 'inactifs' },
  clear: 'Retirer tous les filtres',
  noFilter: 'Aucun filtre',
  undo: 'Annuler',
  redo: 'Rétablir',

  arrange: 'Disposer',
  arranged: 'Terminé',
  arrangeHelp: 'Glissez un bloc à sa place, ou servez-vous des flèches du clavier sur sa poignée.',
  earlier: 'Avancer',
  later: 'Reculer',

  wall: 'Affichage mural',
  leaveWall: 'Quitter l’affichage mural',
  previous: 'Précédent',
  next: 'Suivant',
  pause: 'Pause',
  play: 'Reprendre',

  daily: 'Rapport quotidien',
  monthly: 'Rapport mensuel',
  asShown: 'Imprimer tel quel',

  sources: 'Sources',
  sourceColumns: [
    'Ce qu’il y a derrière les chiffres',
    'Table',
    'Lignes retenues',
    'Lues',
    'Période',
    'Rattachées',
    'Doublons',
    'Écartées',
  ],
  tables: {
    order_lines: 'lignes de commande',
    products: 'produits',
    pageviews: 'pages vues',
    pages: 'pages',
    touchpoints: 'points de contact',
    campaigns: 'campagnes',
    messages: 'messages',
    ad_spend: 'dépenses publicitaires',
    search: 'recherche',
    social: 'réseaux sociaux',
    surveys: 'enquêtes',
    mentions: 'mentions',
    referrals: 'parrainages',
    placements: 'emplacements',
    placement_events: 'vues et clics d’emplacement',
    stock: 'stocks',
    deliveries: 'livraisons',
    tickets: 'tickets',
    targets: 'objectifs',
  },
  origin: 'Origine',
  noConflict: 'Aucune contradiction entre les tables.',
  noSource: 'pas de données',
};

export function dashboardFr({ count }: Formatter): DashboardTerms {
  const of = (n: number, total: number): string => `${count(n)} sur ${count(total)}`;
  return {
    ...words,
    lastDays: (n) => (n === 1 ? 'Dernier jour' : `${count(n)} derniers jours`),
    lastMonths: (n) => (n === 1 ? 'Un mois, jour pour jour' : `${count(n)} derniers mois`),
    between: (from, to) => (from && to ? `du ${from} au ${to}` : from ? `depuis le ${from}` : `jusqu’au ${to}`),
    outside: (from, to) => `Aucune donnée sur cette période${NB}: elles vont du ${from} au ${to}.`,
    remove: (what) => `Retirer le filtre ${what}`,
    moved: (name, place, total) => `${name}${NB}: place ${of(place, total)}.`,
    move: (name) => `Déplacer ${name}`,
    place: of,
    conflict: (a, b, differing, days, day, [x, y]) =>
      `Sur ${of(differing, days)} jours, les ${a} et les achats des ${b} diffèrent\u202f; l’écart est le plus grand le ${day}${NB}: ${count(x)} contre ${count(y)}.`,
    joined: (rate, n) => `${rate} (${count(n)})`,
    duplicates: (rate, n) => (n ? `${count(n)} (${rate})` : count(0)),
  };
}
