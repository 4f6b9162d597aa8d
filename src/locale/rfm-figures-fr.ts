/** French definitions and formulas of the figures of `rfm-matrix`. */
import type { SegmentId } from '../core/kpi/rfm-types.js';
import type { Counted } from './counted.js';
import type { RfmFigureTerms, SegmentRule } from './rfm-terms.js';

const NB = '\u00a0';
const PC = '\u202f%';
const plural = (count: Counted, one: string, many: string): string => `${count.text} ${Math.abs(count.n) < 2 ? one : many}`;

const NAME: Record<SegmentId, string> = {
  TBC: 'Très bons clients (TBC)',
  BC: 'Bons clients (BC)',
  CO: 'Clients occasionnels (CO)',
  CTO: 'Clients très occasionnels (CTO)',
};
const PLACE: Record<SegmentId, string> = { TBC: 'premier', BC: 'deuxième', CO: 'troisième', CTO: 'dernier' };
const CUMULATIVE: Record<SegmentId, string> = {
  TBC: `les premiers 50${PC} du revenu`,
  BC: `le revenu de 50 à 80${PC}`,
  CO: `le revenu de 80 à 95${PC}`,
  CTO: `les derniers 5${PC} du revenu`,
};
const BETWEEN: Record<SegmentId, string> = {
  TBC: 'atteint le plus haut des trois montants donnés',
  BC: 'atteint le deuxième des trois montants donnés',
  CO: 'atteint le plus bas des trois montants donnés',
  CTO: 'n’atteint aucun des trois montants donnés',
};
const RULE: Record<SegmentRule, (id: SegmentId) => string> = {
  quartile: (id) => `Le ${PLACE[id]} quart des clients actifs, selon ce que chacun a dépensé dans la fenêtre.`,
  cumulative: (id) => `Les clients qui, du plus dépensier au moins dépensier, font ${CUMULATIVE[id]} de la fenêtre.`,
  thresholds: (id) => `Les clients actifs dont la dépense dans la fenêtre ${BETWEEN[id]}.`,
};

export const figuresFr: RfmFigureTerms = {
  customers: {
    label: 'Clients actifs',
    definition: 'Clients qui ont passé au moins une commande valide dans la fenêtre.',
    formula: 'nombre de clients avec une commande dans la fenêtre',
  },
  inactive: {
    label: 'Clients inactifs',
    definition: 'Clients qui ont commandé avant la fenêtre, et plus depuis. Ils sont à côté de la matrice et dans aucun segment.',
    formula: 'clients ayant déjà commandé − clients avec une commande dans la fenêtre',
  },
  topShare: {
    label: 'Revenu des très bons clients',
    definition: 'Part du revenu net de la fenêtre qui vient des très bons clients (TBC).',
    formula: 'revenu des TBC ÷ revenu de tous les clients actifs',
  },
  recency: {
    label: 'Récence moyenne',
    definition: `Jours entre la dernière commande d’un client et la date d’arrêté, en moyenne sur tous ceux qui ont déjà commandé. Arrondie au mois, elle donne la fenêtre automatique.`,
    formula: 'somme des jours depuis la dernière commande ÷ clients ayant déjà commandé',
  },
  recencyAndWindow: (days, window) => `${days} → ${window}`,
  window: (n) => `${n}${NB}mois`,
  median: (days) => `Médiane${NB}: ${days}.`,
  concentration: {
    label: `Revenu des premiers 20${PC}`,
    definition: `Part du revenu net de la fenêtre qui vient des 20${PC} de clients actifs qui dépensent le plus.`,
    formula: `revenu des 20${PC} de clients qui dépensent le plus ÷ revenu de tous les clients actifs`,
  },
  gini: {
    label: 'Coefficient de Gini',
    definition: `Inégalité du revenu entre les clients actifs${NB}: 0 si tous dépensent autant, proche de 1 si un seul dépense tout.`,
    formula: 'deux fois l’aire entre la courbe de Lorenz du revenu et la droite d’égalité',
  },
  basket: {
    label: 'Panier moyen',
    definition: 'Revenu net d’une commande en moyenne, hors taxes et hors livraison quand elles sont connues.',
    formula: 'revenu de la fenêtre ÷ commandes de la fenêtre',
  },
  consumption: {
    label: 'Consommation moyenne',
    definition: `Revenu net d’un client actif en moyenne${NB}: la fréquence multipliée par le panier moyen.`,
    formula: 'revenu de la fenêtre ÷ clients actifs',
  },
  frequency: {
    label: 'Fréquence moyenne',
    definition: 'Commandes valides d’un client actif en moyenne.',
    formula: 'commandes de la fenêtre ÷ clients actifs',
  },
  segment: (id, rule) => ({
    label: NAME[id],
    definition: RULE[rule](id),
    formula: 'revenu du segment ÷ revenu de tous les clients actifs',
  }),
  customersIn: (count) => plural(count, 'client actif', 'clients actifs'),
  ordersIn: (count) => plural(count, 'commande', 'commandes'),
  revenueOf: (text) => `${text} de revenu`,
  missing: {
    nobody: 'personne n’a commandé dans la fenêtre',
    revenue: 'il n’y a pas de revenu dans la fenêtre',
    withheld: 'le groupe est trop petit pour être montré',
    emptySegment: 'personne n’est dans ce segment',
  },
};
