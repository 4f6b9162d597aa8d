/** French words of `rfm-matrix`. Zero and one are singular. */
import type { SegmentId } from '../core/kpi/rfm-types.js';
import type { Counted } from './counted.js';
import { figuresFr } from './rfm-figures-fr.js';
import type { RfmTerms, Silence } from './rfm-terms.js';

/** No-break space: before a colon, after « and before », before a unit. */
const NB = '\u00a0';
const isOne = ({ n }: Counted): boolean => Math.abs(n) < 2;
const plural = (count: Counted, one: string, many: string): string => `${count.text} ${isOne(count) ? one : many}`;
const customers = (count: Counted): string => plural(count, 'client', 'clients');
const active = (count: Counted): string => plural(count, 'client actif', 'clients actifs');
const orders = (count: Counted): string => plural(count, 'commande', 'commandes');
const since = (silence: Silence): string => ('months' in silence ? `depuis ${silence.months}${NB}mois` : `depuis le ${silence.since}`);
const levels = (n: number): string => (n === 1 ? 'un seul niveau' : `${n} niveaux`);

const SEGMENT: Record<SegmentId, readonly [one: string, many: string]> = {
  TBC: ['très bon client', 'très bons clients'],
  BC: ['bon client', 'bons clients'],
  CO: ['client occasionnel', 'clients occasionnels'],
  CTO: ['client très occasionnel', 'clients très occasionnels'],
};
const inSegment = (count: Counted, id: SegmentId): string => plural(count, ...SEGMENT[id]);

export const rfmFr: RfmTerms = {
  heading: 'Récence, fréquence et segments',
  segment: { TBC: 'Très bons clients', BC: 'Bons clients', CO: 'Clients occasionnels', CTO: 'Clients très occasionnels' },
  segmentShort: { TBC: 'Très bons', BC: 'Bons', CO: 'Occasionnels', CTO: 'Très occasionnels' },
  finding: {
    top: ({ id, customers: count, customerShare, revenueShare }) => {
      const [one] = SEGMENT[id];
      const who = count.n === 1 ? `votre seul ${one}` : `vos ${inSegment(count, id)}`;
      return `${who} (${customerShare} des clients actifs) ${isOne(count) ? 'fait' : 'font'} ${revenueShare} du revenu`;
    },
    inactive: (count, silence) => `${customers(count)} ${isOne(count) ? 'n’a' : 'n’ont'} pas acheté ${since(silence)}`,
    nobody: (count, silence) =>
      count.n === 1
        ? `votre seul client n’a pas acheté ${since(silence)}`
        : `aucun de vos ${customers(count)} n’a acheté ${since(silence)}`,
    oneCustomer: (count, revenue) => `un seul client actif, avec ${orders(count)} pour ${revenue}${NB}: rien à comparer encore`,
    few: (count, revenue) => `${active(count)} pour ${revenue} de revenu${NB}: trop peu pour dire lesquels comptent le plus`,
    alike: (count, amount) => `vos ${active(count)} ont tous dépensé ${amount}${NB}: rien ne distingue de bons clients`,
    oneSegment: (count, id) => `vos ${active(count)} sont tous dans le même segment, ${SEGMENT[id][1]}`,
    noRevenue: (count) => `${active(count)}, mais aucun revenu sur la période${NB}: pas de segments`,
    withheld: (count, revenue) =>
      `${active(count)} pour ${revenue} de revenu\u202f; la part des meilleurs est masquée, car un groupe est trop petit`,
    shortHistory: 'les données ne remontent pas assez loin pour couvrir toute la fenêtre',
    join: (statements) => {
      const text = statements.join('\u202f; ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
  },
  chart: {
    name: 'Clients par récence et par fréquence, et part de chaque segment',
    grid: 'Clients par récence et par fréquence',
    segments: 'Segments',
    axis: {
      recency: ['Récence\u00a0: jours depuis la dernière commande', 'Jours depuis la dernière commande', 'Récence (jours)'],
      frequency: ['Fréquence\u00a0: commandes par client', 'Commandes par client', 'Commandes'],
    },
    letter: { recency: 'R', frequency: 'F' },
    days: (range) => `${range}${NB}j`,
    any: 'tous',
    legend: ['Nombre\u00a0: clients. Couleur\u00a0: revenu de la case', 'Couleur\u00a0: revenu de la case', 'Revenu'],
    inactive: (count) => (isOne(count) ? 'inactif' : 'inactifs'),
    inactiveRule: (from) => `aucune commande depuis le ${from}`,
    customerShare: ['Part des clients actifs', 'Part des clients', 'Clients'],
    revenueShare: ['Part du revenu', 'Revenu'],
    withheld: 'masqué',
    column: { customers: 'Clients', revenue: 'Revenu', perCustomer: 'Par client', orderCount: 'Commandes', recency: 'Récence' },
  },
  note: {
    merged: (axis, n, bins) =>
      `${axis === 'recency' ? 'La récence' : 'La fréquence'} a ${levels(n)} au lieu de ${bins}${NB}: trop de clients partagent la même valeur.`,
    fewAmounts: 'Trop peu de montants différents pour remplir les quatre segments.',
    guests: (count, revenue) =>
      `${orders(count)} sans client identifié (${revenue}) ${isOne(count) ? 'n’est pas comptée' : 'ne sont pas comptées'} ici.`,
    withheld: '—\u00a0: masqué, car le groupe est trop petit.',
  },
  mark: {
    position: (recency, frequency, bins) => `Récence ${recency} sur ${bins}, fréquence ${frequency} sur ${bins}`,
    days: (range) => `Dernière commande${NB}: ${range}${NB}jours`,
    orderCounts: (range) => `Commandes par client${NB}: ${range}`,
    customers,
    orders,
    nobody: 'aucun client',
    withheld: 'masqué, car le groupe est trop petit',
    share: (text, share, of) => `${text} (${share} ${of === 'customers' ? 'des clients actifs' : 'du revenu'})`,
    revenue: (text) => `${text} de revenu`,
    perCustomer: (revenue) => `${revenue} par client`,
    consumption: (from, to) => `De ${from} à ${to} par client`,
    inactiveSince: (from) => `dernière commande avant le ${from}`,
    sentence: (title, parts) => `${title}${NB}: ${parts.join(', ')}.`,
  },
  table: {
    segments: 'Segments',
    inactive: (count) => `${plural(count, 'client inactif', 'clients inactifs')} en dehors`,
    cells: 'Cases de la matrice',
    segment: 'Segment',
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
    score: { recency: 'Score de récence', frequency: 'Score de fréquence' },
    range: { recency: 'Jours depuis la dernière commande', frequency: 'Commandes par client' },
  },
  figure: figuresFr,
};
