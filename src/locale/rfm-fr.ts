/** French words of `rfm-matrix`. No-break spaces: before a colon (wide) and a semicolon (narrow), before a unit. */
import type { RfmTerms } from './rfm-terms.js';

const mean = 'Sur la fenêtre. Le revenu est net, hors taxes et livraison quand elles sont connues.';

export const rfmFr: RfmTerms = {
  heading: 'Récence, fréquence et segments',
  customer: 'client',
  active: 'client actif',
  inactive: 'inactif',
  order: 'commande',
  month: 'mois',
  quality: { TBC: 'très bon', BC: 'bon', CO: 'occasionnel', CTO: 'très occasionnel' },
  who: (quality) => (quality.endsWith('bon') ? `${quality} client` : `client ${quality}`),
  // Every word agrees.
  plural: (noun) => noun.replace(/[^s ](?= |$)/g, '$&s'),

  top: (who, one, ofActive, ofRevenue) => `${one ? 'votre seul' : 'vos'} ${who} (${ofActive}) ${one ? 'fait' : 'font'} ${ofRevenue}`,
  silent: (who, one, since) => `${who} ${one ? 'n’a' : 'n’ont'} pas acheté ${since}`,
  nobody: (who, since) => `aucun de vos ${who} n’a acheté ${since}`,
  since: (months, day) => `depuis ${months || `le ${day}`}`,
  oneCustomer: (orders, revenue) => `un seul client actif, avec ${orders} pour ${revenue}\u00a0: rien à comparer encore`,
  few: (who, worth) => `${who} pour ${worth}\u00a0: trop peu pour dire lesquels comptent le plus`,
  alike: (who, amount) => `vos ${who} ont tous dépensé ${amount}\u00a0: rien ne distingue de bons clients`,
  oneSegment: (who, segment) => `vos ${who} sont tous dans le même segment, ${segment}`,
  noRevenue: (who) => `${who}, mais aucun revenu sur la période\u00a0: pas de segments`,
  withheld: (who, worth) => `${who} pour ${worth}\u202f; la part des meilleurs est masquée, car un groupe est trop petit`,
  shortHistory: 'les données ne remontent pas sur toute la fenêtre',
  ofActive: (share) => `${share} des clients actifs`,
  ofRevenue: (share) => `${share} du revenu`,
  worth: (amount) => `${amount} de revenu`,

  axis: { recency: 'Récence\u00a0: jours depuis la dernière commande', frequency: 'Fréquence\u00a0: commandes par client' },
  cell: (recency, frequency, bins) => `Récence ${recency} sur ${bins}, fréquence ${frequency} sur ${bins}`,
  days: (range) => `${range}\u00a0j`,
  any: 'tous',
  legend: 'Clients, couleur selon le revenu',
  grid: 'Clients par récence et par fréquence',
  segments: 'Segments',
  total: 'Total',
  perCustomer: 'Par client',
  ordersEach: 'Cdes/client',
  none: 'aucun client',
  before: (day) => `dernière commande avant le ${day}`,

  column: {
    from: 'Revenu par client, de',
    to: 'à',
    customers: 'Clients',
    customerShare: 'Part des clients',
    orders: 'Commandes',
    revenue: 'Revenu',
    revenueShare: 'Part du revenu',
    meanOrderCount: 'Commandes par client',
    meanBasket: 'Panier moyen',
    meanRevenue: 'Revenu par client',
    meanRecencyDays: 'Récence moyenne, en jours',
  },
  cellHeads: ['Score de récence', 'Jours depuis la dernière commande', 'Score de fréquence', 'Commandes par client'],

  figure: {
    'active-customers': ['Clients actifs', 'Clients qui ont passé une commande valide dans la fenêtre.', 'nombre de clients'],
    'mean-recency': [
      'Récence moyenne',
      'En moyenne sur tous ceux qui ont déjà commandé. Sans filtre et arrondie au mois, elle donne la fenêtre automatique.',
      'jours depuis la dernière commande ÷ clients',
    ],
    'top-20-revenue-share': [
      'Revenu des premiers 20\u202f%',
      'Les 20\u202f% de clients actifs qui dépensent le plus.',
      'revenu des premiers 20\u202f% ÷ revenu',
    ],
    'mean-basket': ['Panier moyen', mean, 'revenu ÷ commandes'],
    'mean-revenue': ['Revenu par client', mean, 'revenu ÷ clients actifs'],
    'mean-order-count': ['Commandes par client', mean, 'commandes ÷ clients actifs'],
    gini: [
      'Coefficient de Gini',
      '0 si tous les clients dépensent autant, proche de 1 si un seul dépense tout.',
      '2 × aire entre courbe de Lorenz et diagonale',
    ],
    'inactive-customers': ['Clients inactifs', 'Leur dernière commande est avant la fenêtre.', 'clients − clients actifs'],
  },
  median: (days) => ` Médiane\u00a0: ${days}.`,
  segmentFigure: (id, who, rule) => [
    `Revenu des ${who}`,
    {
      quartile: 'TBC, BC, CO et CTO sont les quarts des clients actifs, du plus dépensier au moins dépensier.',
      cumulative:
        'Du plus dépensier au moins dépensier, les TBC vont jusqu’à 50\u202f% du revenu, les BC 80\u202f%, les CO 95\u202f%, les CTO le reste.',
      thresholds: 'Les CO, BC et TBC commencent aux trois montants donnés\u202f; les CTO dépensent moins.',
    }[rule],
    `revenu des ${id} ÷ revenu`,
  ],
};
