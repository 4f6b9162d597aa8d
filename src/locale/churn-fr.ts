/** French words of `churn-alerts`. Zero and one are singular. */
import type { ChurnTerms, ChurnWords } from './churn-terms.js';
import type { Formatter } from './formatter.js';

/** No-break space: before a colon, and between a number and a sign. */
const NB = '\u00a0';
const tier = { watch: 'À surveiller', risk: 'À risque', inactive: 'Inactifs' };
const list = { '': 'Clients à reconquérir', watch: 'Clients à surveiller', risk: 'Clients à risque', inactive: 'Clients inactifs' };
const rate = 'Taux d’attrition';
const silentDays = 'Jours de silence';
const revenueYear = 'Revenu sur 12 mois';
const tiers = [
  'Clients selon leur silence, en parts de la fenêtre.',
  `à surveiller${NB}: plus de ⅓, à risque${NB}: plus de ⅔, inactif${NB}: toute la fenêtre`,
] as const;

const words: ChurnWords = {
  heading: 'Clients sur le départ',
  tier,
  status: { ...tier, inactive: 'Inactif' },
  list,
  silent: 'silence',

  history: 'historique trop court',
  nobodyBefore: 'personne n’était actif dans la fenêtre précédente',
  withheld: 'un groupe est trop petit',
  noCustomer: 'Aucun client n’a encore commandé.',

  silence: 'Silence',
  all: 'Tous',
  less: 'En voir moins',
  nobody: 'Personne à reconquérir.',

  tables: {
    tiers: ['Paliers', 'Palier', 'Jour limite de la dernière commande', silentDays, 'Clients', revenueYear],
    trend: [
      'Attrition par mois',
      'Mois',
      'Arrêté au',
      'Perdus',
      'Actifs avant',
      rate,
      'Intervalle, borne basse',
      'Intervalle, borne haute',
    ],
    customers: ['Clients', 'Client', 'Palier', 'Dernière commande', silentDays, 'Commandes', revenueYear, 'Revenu depuis toujours'],
  },
  figures: {
    attrition: [
      rate,
      'Part des clients actifs dans la fenêtre précédente qui n’ont rien commandé dans celle-ci.',
      'perdus ÷ actifs dans la fenêtre précédente',
    ],
    'at-risk': [list.risk, ...tiers],
    'revenue-at-risk': ['Revenu à risque', 'Revenu des clients à risque sur 12 mois.', 'commandes − remboursements'],
    active: ['Clients actifs', 'Clients qui ont commandé dans la fenêtre.', 'jours de silence < fenêtre'],
    watch: [list.watch, ...tiers],
    'inactive-share': [
      'Part des inactifs',
      'Part de tous les clients qui n’ont rien commandé dans la fenêtre.',
      'inactifs ÷ tous les clients',
    ],
  },
};

export function churnFr({ count }: Formatter): ChurnTerms {
  const plural = (n: number, one: string): string => `${count(n)} ${one}${n < 2 ? '' : 's'}`;
  const customers = (n: number): string => plural(n, 'client');
  const months = (n: number): string => `${n} mois`;
  const revenue = (money: string): string => `${money} de revenu sur 12 mois`;
  return {
    ...words,
    months,
    days: (n) => plural(n, 'jour'),
    daysShort: (n) => `${count(n)}${NB}j`,
    customers,
    revenue,
    overYear: (money) => `${money} sur 12 mois`,
    lost: (lost, base) => `${plural(lost, 'perdu')} sur ${customers(base)}`,
    month: (rate, ground) => `attrition de ${rate}, intervalle ${ground}`,

    twoWindows: (window) => `les données doivent couvrir deux fenêtres de ${window}`,
    inDanger: (watch, risk, money) => {
      const first = watch || risk;
      if (!first) return 'Aucun client n’est à surveiller ni à risque.';
      const both = watch && risk ? ' et ' : '';
      const parts = `${watch ? 'à surveiller' : ''}${both && both + count(risk) + ' '}${risk ? 'à risque' : ''}`;
      const told = money && `${NB}: ${both && 'ensemble, '}${revenue(money)}`;
      return `${customers(first)} ${first < 2 ? 'est' : 'sont'} ${parts}${told}${risk === 0 ? '\u202f; personne n’est à risque' : ''}.`;
    },
    allInactive: (base, window) =>
      base === 1
        ? `Le seul client est inactif${NB}: aucune commande depuis ${window}.`
        : `Les ${customers(base)} sont inactifs${NB}: aucun n’a commandé depuis ${window}.`,
    withheldTiers: (names) => `Masqué, car un groupe est trop petit${NB}: ${names}.`,
    attrition: (rate, interval, rest) => `L’attrition est de ${rate} (intervalle ${interval})${rest}.`,
    since: (rising, n) => `, en ${rising ? 'hausse' : 'baisse'} depuis ${months(n)}`,
    few: (base) => `, mais sur ${customers(base)} seulement${NB}: trop peu pour conclure`,
    noRate: (why) => `Pas de taux d’attrition${NB}: ${why}.`,

    shown: (shown, total) => `${count(shown)} sur ${customers(total)}`,
    more: (n) => `En voir ${count(n)}`,
    showAll: (n) => `Tout voir (${count(n)})`,
    bounded: (limit) => `Les ${count(limit)} plus gros revenus de chaque palier.`,
  };
}
