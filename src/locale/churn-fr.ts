/** French words of `churn-alerts`. Zero and one are singular. */
import type { ChurnTerms } from './churn-terms.js';
import type { Counted } from './counted.js';

/** No-break space: before a colon, after « and before ». */
const NB = '\u00a0';
const isOne = ({ n }: Counted): boolean => Math.abs(n) < 2;
const plural = (count: Counted, one: string, many: string): string => `${count.text} ${isOne(count) ? one : many}`;
const customers = (count: Counted): string => plural(count, 'client', 'clients');
const are = (count: Counted): string => (isOne(count) ? 'est' : 'sont');
const revenue = (money: string | null, lead = ''): string => (money === null ? '' : `${NB}: ${lead}${money} de revenu sur 12 mois`);
const lostOf = (lost: Counted, base: Counted): string => `${plural(lost, 'perdu', 'perdus')} sur ${customers(base)}`;
const range = (interval: string | null): string => (interval ? ` (intervalle ${interval})` : '');

export const churnFr: ChurnTerms = {
  heading: 'Clients sur le départ',
  tier: { watch: 'À surveiller', risk: 'À risque', inactive: 'Inactifs' },
  status: { watch: 'À surveiller', risk: 'À risque', inactive: 'Inactif' },
  months: (n) => `${n} mois`,
  days: (count) => plural(count, 'jour', 'jours'),
  daysShort: (text) => `${text}${NB}j`,
  percent: (text) => `${text}${NB}%`,
  customers,
  orders: (count) => plural(count, 'commande', 'commandes'),
  missing: {
    history: (window) => `les données doivent remonter sur deux fenêtres de ${window}`,
    nobodyBefore: 'personne n’était actif dans la fenêtre précédente',
    withheld: 'un groupe est trop petit pour être montré',
    noFigure: 'les données ne le disent pas',
  },
  missingShort: {
    history: 'historique trop court',
    nobodyBefore: 'personne n’était actif avant',
    withheld: 'masqué, un groupe est trop petit',
    noFigure: 'absent des données',
  },
  finding: {
    watchAndRisk: (watch, risk, money) =>
      `${customers(watch)} ${are(watch)} à surveiller et ${risk.text} à risque${revenue(money, 'ensemble, ')}.`,
    watchOnly: (watch, money, nobodyAtRisk) =>
      `${customers(watch)} ${are(watch)} à surveiller${revenue(money)}${nobodyAtRisk ? '\u202f; personne n’est à risque' : ''}.`,
    riskOnly: (risk, money) => `${customers(risk)} ${are(risk)} à risque${revenue(money)}.`,
    nobody: 'Aucun client n’est à surveiller ni à risque.',
    noCustomer: 'Aucun client n’a encore commandé.',
    allInactive: (base, window) =>
      base.n === 1
        ? `Le seul client est inactif${NB}: aucune commande depuis ${window}.`
        : `Les ${customers(base)} sont inactifs${NB}: aucun n’a commandé depuis ${window}.`,
    withheld: (tiers) => `Masqué, car un groupe est trop petit${NB}: ${tiers.map((tier) => churnFr.tier[tier].toLowerCase()).join(', ')}.`,
    attrition: (rate, interval, trend) => {
      const since = trend ? `, en ${trend.rising ? 'hausse' : 'baisse'} depuis ${trend.months} mois` : '';
      return `L’attrition est de ${rate}${range(interval)}${since}.`;
    },
    attritionOfFew: (rate, interval, base) =>
      `L’attrition est de ${rate}${range(interval)}, mais sur ${customers(base)} seulement${NB}: trop peu pour conclure.`,
    attritionUnknown: (why) => `Pas de taux d’attrition${NB}: ${why}.`,
  },
  chart: {
    name: 'Clients selon la durée de leur silence, et taux d’attrition par mois',
    tiers: 'Paliers de silence',
    trend: 'Taux d’attrition par mois',
    attrition: 'Taux d’attrition',
    overYear: (money) => `${money} sur 12 mois`,
    silence: (tier, days) => {
      const sign = tier === 'inactive' ? '≥' : '>';
      const text = plural(days, 'jour', 'jours');
      return [`silence ${sign}${NB}${text}`, `${sign}${NB}${text}`, `${sign}${NB}${days.text}${NB}j`];
    },
    ground: (interval, lost, base) => [
      `${interval}, ${lostOf(lost, base)}`,
      `${interval}, ${lost.text} sur ${base.text}`,
      `${lost.text} sur ${base.text}`,
    ],
  },
  mark: {
    tier: (name, rule, count, money) => `${name}, ${rule}${NB}: ${count}${money === null ? '' : `, ${money} de revenu sur 12 mois`}.`,
    month: (month, rate, interval, lost, base) =>
      `${month}${NB}: attrition de ${rate}${interval ? `, intervalle ${interval}` : ''}, ${lostOf(lost, base)}.`,
    monthUnknown: (month, why) => `${month}${NB}: pas de taux d’attrition, ${why}.`,
    lostOf,
    interval: (interval) => `Intervalle ${interval}`,
  },
  list: {
    caption: (tier) =>
      tier ? { watch: 'Clients à surveiller', risk: 'Clients à risque', inactive: 'Clients inactifs' }[tier] : 'Clients à reconquérir',
    column: {
      customer: 'Client',
      silence: 'Silence',
      'last-order': 'Dernière commande',
      orders: 'Commandes',
      revenue: 'Revenu sur 12 mois',
    },
    filter: 'Palier',
    all: 'Tous',
    shown: (shown, total) => `${shown.text} sur ${customers(total)}`,
    more: (count) => `En voir ${count.text}`,
    showAll: (count) => `Tout voir (${count.text})`,
    less: 'En voir moins',
    bounded: (limit) => `Les ${limit.text} plus gros revenus de chaque palier.`,
    nobody: (tier) => (tier ? 'Personne dans ce palier.' : 'Personne à reconquérir.'),
    withheld: 'La liste n’est pas montrée, car les petits groupes sont masqués.',
  },
  table: {
    tiers: 'Paliers',
    trend: 'Attrition par mois',
    customers: 'Clients',
    tier: 'Palier',
    rule: 'Silence',
    limitDay: 'Jour limite de la dernière commande',
    customerCount: 'Clients',
    month: 'Mois',
    asOf: 'Arrêté au',
    lost: 'Perdus',
    base: 'Actifs avant',
    rate: 'Taux d’attrition',
    lower: 'Intervalle, borne basse',
    upper: 'Intervalle, borne haute',
    silentDays: 'Jours de silence',
    orderCount: 'Commandes',
    revenueYear: 'Revenu sur 12 mois',
    revenueTotal: 'Revenu depuis toujours',
  },
  figure: {
    attrition: {
      label: 'Taux d’attrition',
      definition: 'Part des clients actifs dans la fenêtre précédente qui n’ont rien commandé dans celle-ci.',
      formula: 'clients perdus ÷ clients actifs dans la fenêtre précédente',
    },
    atRisk: {
      label: 'Clients à risque',
      definition: 'Clients silencieux depuis plus des deux tiers de la fenêtre, mais pas encore sur toute sa durée.',
      formula: '⅔ de la fenêtre < jours depuis la dernière commande < fenêtre',
    },
    revenueAtRisk: {
      label: 'Revenu à risque',
      definition: 'Ce que les clients à risque ont apporté sur les 12 derniers mois, net des remboursements.',
      formula: 'somme du revenu net sur 12 mois des clients à risque',
    },
    active: {
      label: 'Clients actifs',
      definition: 'Clients qui ont passé au moins une commande valide dans la fenêtre.',
      formula: 'nombre de clients avec une commande dans la fenêtre',
    },
    watch: {
      label: 'Clients à surveiller',
      definition: 'Clients silencieux depuis plus d’un tiers de la fenêtre, et jusqu’aux deux tiers.',
      formula: '⅓ de la fenêtre < jours depuis la dernière commande ≤ ⅔ de la fenêtre',
    },
    inactiveShare: {
      label: 'Part des inactifs',
      definition: 'Part des clients qui n’ont rien commandé dans la fenêtre, parmi tous ceux qui ont déjà commandé.',
      formula: 'clients sans commande dans la fenêtre ÷ clients ayant déjà commandé',
    },
    lost: (count) => plural(count, 'client perdu', 'clients perdus'),
    activeBefore: (count) => plural(count, 'client actif dans la fenêtre précédente', 'clients actifs dans la fenêtre précédente'),
    inactive: (count) => plural(count, 'client inactif', 'clients inactifs'),
    base: (count) => `${customers(count)} en tout`,
  },
};
