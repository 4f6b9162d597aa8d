/** French words of `purchase-timing`. Zero and one are singular. */
import type { FigureWords } from './counted.js';
import type { Formatter } from './formatter.js';
import type { HabitFigure, TimingDays, TimingFigure, TimingTerms, TimingWords } from './timing-terms.js';

/** No-break space: before a colon; a narrow one before a semicolon and a percent sign. */
const NB = '\u00a0';
const NN = '\u202f';
const bounds = ['Borne basse', 'Borne haute'];
const km = 'Ceux qui attendent encore comptent pour le temps déjà attendu (Kaplan-Meier).';

const reason = 'pour cette raison même. Les courbes décrivent, elles ne prédisent pas.';

const words: TimingWords = {
  heading: 'Quand les clients achètent',
  purchase: {
    first: ['De l’inscription au 1er achat', '1er achat', 'jours depuis l’inscription'],
    second: ['Du 1er au 2e achat', '2e achat', 'jours depuis le 1er achat'],
    next: ['Achats suivants', 'Suivants', 'jours depuis l’achat précédent'],
  },
  by: { none: 'Ensemble', segment: 'Segments', stage: 'Étapes', channel: 'Canaux', country: 'Pays' },
  pickPurchase: 'Achat',
  pickBy: 'Répartition',
  everybody: 'Ensemble',
  rest: 'Autres',
  classes: { new: 'Nouveaux', loyal: 'Fidèles', premium: 'Premium', inactive: 'Inactifs' },
  curves: 'Part de ceux qui ont acheté, jour après jour',
  hazard: 'Achats par jour, pour 100 personnes qui attendent',
  hazardShort: 'Par jour, pour 100 qui attendent',
  intervals: 'Jours entre deux achats',
  readAt: 'Jours à lire',
  campaign: 'Fenêtre de campagne',
  from: 'Du jour',
  to: 'au jour',
  use: 'Utiliser cette fenêtre',
  suggested: 'Revenir à la suggestion',
  noCurve: 'Personne n’attend encore d’achat.',
  noRegistration: 'Sans dates d’inscription, le délai jusqu’au premier achat reste inconnu.',
  hindsight: {
    segment: `Les segments sont ceux d’aujourd’hui${NB}: qui achète souvent est dans les meilleurs ${reason}`,
    stage: `Les étapes sont celles d’aujourd’hui${NB}: qui achète souvent est dans les meilleures ${reason}`,
  },
  notSplit: `Le délai du premier achat ne se répartit pas ainsi${NB}: segments et étapes découlent des achats.`,
  leftCensored: `Les nouveaux clients du début des données ont pu acheter avant${NB}: leur deuxième achat en est alors un suivant.`,
  chosenByFirst: `Canal et pays choisissent les clients selon leur première commande${NN}; tout ce qu’ils ont acheté ensuite compte. Les inscriptions sont choisies selon les leurs.`,
  dotted: 'En pointillé',
  notReached: 'pas atteint dans les données',
  unknown: 'personne n’a été suivi aussi longtemps',
  withheld: 'un groupe est trop petit',
  tables: {
    curves: ['Délai d’achat', 'Achat', 'Groupe', 'Clients', 'Attentes', 'Achats', 'Médiane, jours', ...bounds],
    means: ['Jours d’attente', 'Achat', 'Groupe', `Jour des 80${NN}%`, 'Des premiers jours', 'Attente moyenne', ...bounds],
    tests: [`Les groupes diffèrent-ils${NN}?`, 'Achat', 'Khi-deux', 'Degrés de liberté', 'p'],
    marks: ['Part de ceux qui ont acheté', 'Achat', 'Groupe', 'En jours', 'Part', ...bounds],
    steps: ['D’un achat au suivant', 'Achats déjà faits', 'Clients', 'Ont racheté', 'Part', ...bounds, 'Médiane, jours'],
    hazard: [
      'Pendant l’attente',
      'Du jour',
      'Au jour',
      'En attente au début',
      'Achats',
      'Par jour et personne en attente',
      'Ont acheté d’ici là',
      ...bounds,
    ],
    intervals: ['Jours entre deux achats', 'Du jour', 'Au jour', 'Intervalles', 'Part', 'Clients', 'Part des clients'],
  },
};

const HALF = {
  first: ['La moitié des inscrits achète', ' qui suivent l’inscription', 'le jour même'],
  second: ['La moitié des nouveaux acheteurs rachète', ' qui suivent le premier achat', 'le jour même'],
  next: ['Après chaque achat suivant, la moitié rachète', '', 'le jour même'],
};
const BOUGHT = {
  first: 'Moins de la moitié des inscrits ont acheté',
  second: 'Moins de la moitié des nouveaux acheteurs ont racheté',
  next: 'Après un achat suivant, moins de la moitié rachètent',
};

/** Judged as it is printed. */
const regularity = (k: number): string => (k < 0.65 ? 'par à-coups' : k < 1.45 ? 'comme au hasard' : 'régulièrement');

type Print = (n: number) => string;

/** What figures of customers and of whole curves are. */
const habits = (days: Print, count: Print, { conversion, cadence }: TimingDays): Readonly<Record<HabitFigure, FigureWords>> => ({
  interval: [
    'Intervalle médian',
    'Celui du milieu entre tous les intervalles. Les clients fréquents pèsent le plus.',
    'médiane des intervalles',
  ],
  'customer-interval': [
    'Intervalle médian d’un client',
    'Celui du milieu entre les intervalles médians des clients. Chaque client pèse autant.',
    'médiane des médianes des clients',
  ],
  regularity: [
    'Régularité',
    `Des intervalles plus ou moins égaux${NB}: 1 comme au hasard, plus${NB}: réguliers, moins${NB}: par à-coups (Wheat et Morrison 1990). Clients avec trois jours d’achat ou plus.`,
    `k = (1 − 4V) ÷ 8V, V${NB}: variance de premier intervalle ÷ deux premiers`,
  ],
  cadence: [
    `Tous les ${days(cadence)} ou plus souvent`,
    `Clients avec trois jours d’achat ou plus et un intervalle médian de ${days(cadence)} au plus${NB}: la cadence des clients premium.`,
    'dans la cadence ÷ clients avec trois jours d’achat',
  ],
  'cadence-median': [
    'Intervalle médian à cette cadence',
    `Celui du milieu entre les intervalles médians des clients qui achètent tous les ${days(cadence)} ou plus souvent.`,
    'médiane des médianes des clients dans la cadence',
  ],
  'mean-wait': [
    `Attente moyenne en ${days(conversion)}`,
    `Jours d’attente en moyenne sur ${days(conversion)}${NN}; qui n’a pas acheté d’ici là compte pour la totalité (moyenne restreinte). ${km}`,
    `aire sous S(t) jusqu’au jour ${count(conversion)}`,
  ],
  difference: [
    `Les groupes diffèrent-ils${NN}?`,
    `Probabilité d’écarts au moins aussi grands si tous les groupes avaient la même courbe (test du log-rank). Petite${NB}: ils diffèrent.`,
    'χ² des achats observés et attendus',
  ],
});

/** What each figure is. */
const figures =
  (days: Print, count: Print) =>
  (given: TimingDays): Readonly<Record<TimingFigure, FigureWords>> => {
    const { mark, programme, conversion } = given;
    return {
      median: ['La moitié a acheté après', `Jours au bout desquels la moitié a acheté. ${km}`, `premier jour où S(t) ≤ 50${NN}%`],
      'day-80': [
        `80${NN}% ont acheté après`,
        `Jours au bout desquels quatre sur cinq ont acheté. ${km}`,
        `premier jour où S(t) ≤ 20${NN}%`,
      ],
      within: [`Achat en ${days(mark)}`, `Probabilité d’avoir acheté en ${days(mark)}. ${km}`, `1 − S(${count(mark)})`],
      programme: [
        `Un programme de ${days(programme)} touche`,
        `Part des achats faits en ${days(conversion)} qui tombent déjà en ${days(programme)}${NB}: ceux qu’un programme de cette durée peut accompagner.`,
        `P(${count(programme)}) ÷ P(${count(conversion)})`,
      ],
      peak: [
        'Moment le plus propice',
        'Jours où ceux qui attendent encore achètent le plus, s’ils dépassent la moyenne de 3 erreurs types.',
        'achats ÷ jours d’attente, période la plus haute',
      ],
      repurchase: [
        'Ont racheté',
        'Part des clients qui ont acheté un second jour. Les plus récents en ont eu peu le temps, ce que la courbe corrige.',
        'clients avec deux jours d’achat ÷ clients',
      ],
      ...habits(days, count, given),
    };
  };

export function timingFr({ count, decimal }: Formatter): TimingTerms {
  const plural = (n: number, one: string): string => `${count(n)} ${one}${n < 2 ? '' : 's'}`;
  const days = (n: number): string => `${decimal(n, n % 1 ? 1 : 0)} jour${n < 2 ? '' : 's'}`;
  const span = (from: number, to: number | null): string =>
    to === null ? `jour ${count(from)} et au-delà` : from === to ? `jour ${count(from)}` : `jours ${count(from)} à ${count(to)}`;
  return {
    ...words,
    days,
    daysShort: (n) => `${decimal(n, n % 1 ? 1 : 0)}${NB}j`,
    span,
    mark: (n) => `En ${days(n)}`,
    median: (text) => `médiane ${text}`,
    view: (id, text) => `${id === 'pooled' ? 'tous les intervalles' : 'par client'}${text && `${NB}: médiane ${text}`}`,
    peak: (rate, text) => `${rate} au plus haut, ${text}`,
    peakAlone: (rate, text) => `${rate} sur 100 par jour, ${text}`,
    boughtBy: (rate, limits) => `${rate} ont acheté d’ici là${limits && ` (intervalle ${limits})`}`,
    hazardOf: (rate) => `${rate} de ceux qui attendent achètent chaque jour`,
    waiting: (n) => `${count(n)} ont attendu jusque-là`,
    intervalsOf: (n, share) => `${plural(n, 'intervalle')}, ${share}`,
    customersOf: (n, share) => `${plural(n, 'client')}, ${share}`,
    campaignOf: (text) => `fenêtre de campagne${NB}: ${text}`,
    campaignSays: (probability, waiting) =>
      `${probability === null ? 'On ignore combien achètent pendant ces jours' : `${probability} achètent pendant ces jours`}${waiting === null ? '' : `${NN}; ${plural(waiting, 'client')} ${waiting < 2 ? 's’y trouve' : 's’y trouvent'} en ce moment`}.`,

    half: (id, n) => `${HALF[id][0]} ${n === 0 ? HALF[id][2] : n < 2 ? `en ${days(n)}` : `dans les ${days(n)}${HALF[id][1]}`}.`,
    notHalf: (id, rate, n) => `${BOUGHT[id]}${NB}: ${rate} au bout de ${days(n)}.`,
    within: (n, rate, limits) => `En ${days(n)}, ${rate} ont acheté${limits && ` (intervalle ${limits})`}.`,
    reach: (to, conversion, programme, share) =>
      `Pour toucher 80${NN}% de ceux qui achètent ${conversion < 2 ? 'en' : 'dans les'} ${days(conversion)}, un programme doit durer ${days(to)}${NN}; avec ${days(programme)}, il en touche ${share}.`,
    few: (n) => `${plural(n, 'attente')} seulement${NB}: trop peu pour conclure.`,
    groups: (quick, quickDays, slow, slowDays) =>
      `Les plus rapides${NB}: ${quick} (médiane ${quickDays})${NN}; les plus lents${NB}: ${slow} (${slowDays === null ? 'la moitié n’est pas atteinte' : `médiane ${slowDays}`}).`,

    rhythm: (k, text) => `Les achats tombent ${regularity(k)} (régularité ${text}).`,
    cadence: (rate, n, within) =>
      `Sur ${plural(n, 'client')} avec trois jours d’achat ou plus, ${rate} achètent tous les ${days(within)} ou plus souvent.`,
    pValue: (p) => (p < 0.001 ? `p < ${decimal(0.001, 3)}` : `p = ${decimal(p, 3)}`),
    chiSquared: (value, df) => `${NN}; χ² = ${value}, ${count(df)} ${df < 2 ? 'degré' : 'degrés'} de liberté`,
    limits: (from, to) => `${NN}; bornes à 95${NN}%${NB}: ${from} à ${to}`,
    regularity,
    figures: figures(days, count),
  };
}
