/** French words of `lifecycle-flow`. Zero and one are singular. */
import type { Formatter } from './formatter.js';
import type { LifecycleTerms, LifecycleWords } from './lifecycle-terms.js';

/** No-break space: before a colon, and between a number and a sign. */
const NB = '\u00a0';
const revenueYear = 'Revenu sur 12 mois';
const bounds = ['Intervalle, borne basse', 'Intervalle, borne haute'];
const renewal = 'Renouvellement de la base';
const became = 'Devenus inactifs';

const words: LifecycleWords = {
  heading: 'Cycle de vie des clients',
  stage: {
    prospect: 'Prospects',
    new: 'Nouveaux',
    loyal: 'Fidèles',
    premium: 'Premium',
    defecting: 'Décrocheurs',
    inactive: 'Inactifs',
    outside: 'Arrivants',
  },
  among: {
    prospect: 'prospect',
    new: 'nouveau',
    loyal: 'fidèle',
    premium: 'premium',
    defecting: 'décrocheur',
    inactive: 'inactif',
    outside: 'inconnu',
  },
  stages: 'Étapes',
  passages: 'Passages',
  renewal,
  step: {
    activeAtStart: 'Base avant',
    newCustomers: 'Nouveaux clients',
    reactivated: 'Réactivés',
    becameInactive: became,
    activeAtEnd: 'Base à présent',
  },
  verdict: { healthy: 'Sain', alert: 'Alerte' },
  withheld: 'un groupe est trop petit',
  nobodyLost: 'personne n’est devenu inactif',
  notReached: 'moins de la moitié en sont sortis',
  medianStay: 'Durée médiane',
  directions: { up: 'Viennent ou se rapprochent', down: 'S’éloignent ou partent', stay: 'Restent' },
  onPassages: `Sur un passage${NB}: part de l’étape, clients, leur revenu sur 12 mois.`,
  form: {
    title: 'Dates et règles',
    from: 'Depuis',
    preset: 'Règles',
    presets: { vigie: 'Une fenêtre', emarsys: `Emarsys${NB}: 90 et 365 jours` },
    window: 'Actif depuis moins de',
    usual: 'Habituelle',
    loyal: 'Fidèle à partir de (jours d’achat)',
    premium: `Premium à partir de (jours d’achat, 0${NB}: sans cette étape)`,
    apart: `Premium${NB}: jours entre deux, au plus`,
    share: `Premium${NB}: premiers, en${NB}%`,
    reset: 'Règles habituelles',
  },
  won: `Filtre par canal ou pays${NB}: les clients qui y ont été gagnés, avec tous leurs achats.`,
  ownRules: `Choisir une étape ici ne filtre rien${NB}: les filtres par étape suivent les règles habituelles, pas celles-ci.`,

  marginBetween: 'Marge par client entre les dates',
  byMargin: 'clients × (part visée − part) × écart de marge par client',
  tables: {
    stages: [
      ...[
        'Étapes',
        'Étape',
        'Avant',
        'Entrés',
        'Sortis',
        'À présent',
        revenueYear,
        'Par client',
        'Par client entre les dates',
        'Durée médiane, en jours',
      ],
      ...bounds,
      'Séjours observés',
    ],
    flows: ['Passages', 'De', 'Vers', 'Clients', 'Sur', 'Part', ...bounds, revenueYear, 'Part visée', 'Gisement, estimation'],
    renewal: [renewal, 'Mouvement', 'Clients'],
    months: [
      'Qui a commandé, par mois',
      'Mois',
      'Clients',
      'Nouveaux',
      'Déjà le mois précédent',
      'Réactivés',
      'Non revenus du mois précédent',
    ],
  },
  figures: {
    'renewal-rate': [
      'Taux de renouvellement',
      'Nouveaux clients moins devenus inactifs, rapportés à la base du début. Sain au-dessus de 0\u202f; les réactivés n’y comptent pas.',
      '(nouveaux − devenus inactifs) ÷ base avant',
    ],
    'renewal-ratio': ['Ratio de renouvellement', 'Nouveaux clients pour un client devenu inactif.', 'nouveaux ÷ devenus inactifs'],
    'active-customers': [
      'Base de clients',
      'Clients qui ont commandé et ne sont pas inactifs, décrocheurs compris.',
      'base avant + nouveaux + réactivés − devenus inactifs',
    ],
    opportunity: [
      'Premier gisement',
      'Le passage qui rapporterait le plus à son meilleur taux passé, ou au taux fixé. Estimation sur une durée égale à celle affichée\u202f; les gisements se recoupent et ne s’additionnent pas.',
      'clients × (part visée − part) × écart de revenu par client',
    ],
    'new-customers': ['Nouveaux clients', 'Leur première commande est entre les deux dates.', 'nombre de clients'],
    reactivated: ['Clients réactivés', 'Inactifs à la première date, plus à la seconde.', 'nombre de clients'],
    'became-inactive': [became, 'Pas inactifs à la première date, inactifs à la seconde.', 'nombre de clients'],
  },
};

/** The rules of the stages. */
function rulesFr({ count, rate }: Formatter): Pick<LifecycleTerms, 'window' | 'active' | 'rule'> {
  const plural = (n: number, one: string): string => `${count(n)} ${one}${n < 2 ? '' : 's'}`;
  const days = (n: number): string => plural(n, 'jour');
  const purchases = (n: number): string => `${plural(n, 'jour')} d’achat`;
  const time = (months: number | null, n: number | null): string => (months ? `${count(months)} mois` : days(n ?? 0));
  return {
    window: time,
    active: (window, isFound) =>
      `Actif${NB}: la dernière commande date de moins de ${window}${isFound ? ', d’après la récence moyenne' : ''}.`,
    rule: (stage, { loyalPurchases: loyal, premiumPurchases, premiumDays, premiumShare, silentDays, silentMonths, inactiveDays }) =>
      ({
        prospect: 'inscrits ou vus, sans commande',
        new: loyal > 2 ? `actifs, jusqu’à ${purchases(loyal - 1)}` : 'actifs, un seul jour d’achat',
        loyal: `actifs, ${purchases(loyal)} ou plus`,
        premium:
          premiumShare === null
            ? `actifs, ${purchases(premiumPurchases)} ou plus, à ${days(premiumDays ?? 0)} d’intervalle au plus en moyenne`
            : `actifs, premiers ${rate(premiumShare)}${NB}: ${purchases(premiumPurchases)} ou plus`,
        defecting: `aucune commande depuis ${time(silentMonths, silentDays)} ou plus`,
        inactive: `aucune commande depuis ${time(inactiveDays === silentDays ? silentMonths : null, inactiveDays)} ou plus`,
      })[stage],
  };
}

export function lifecycleFr(format: Formatter): LifecycleTerms {
  const { count } = format;
  const plural = (n: number, one: string): string => `${count(n)} ${one}${n < 2 ? '' : 's'}`;
  const days = (n: number): string => plural(n, 'jour');
  const of = (stage: string): string => (stage.startsWith('i') ? `d’${stage}` : `de ${stage}`);
  return {
    ...words,
    days,
    customers: (n) => plural(n, 'client'),
    people: (n) => plural(n, 'personne'),
    overYear: (money) => `${money} de revenu sur 12 mois`,
    ...rulesFr(format),
    on: (stage, date) => `${stage}, ${date}`,
    toDate: (month) => `${month}, en cours`,
    passage: (from, to) => (from === to ? `resté ${to}` : `${of(from)} à ${to}`),
    share: (share, base) => `${share} de ${base}`,
    potential: (target, money, time) => `à ${target}${NB}: environ ${money} de plus en ${time}`,
    stay: (time, interval) => `Durée médiane${NB}: ${time}${interval && ` (${interval})`}`,
    balance: (verdict, change, ratio) => `${verdict}${NB}: ${change}${ratio && `, ratio ${ratio}`}`,

    came: (fresh, lost, since, change) => {
      if (fresh + lost === 0) return `Depuis le ${since}, aucun nouveau client et aucun devenu inactif.`;
      const more = fresh === lost ? 'autant' : fresh > lost ? 'plus' : 'moins';
      const arrived = `${count(fresh)} ${fresh < 2 ? 'nouveau' : 'nouveaux'}`;
      const gone = `${count(lost)} ${lost < 2 ? 'devenu inactif' : 'devenus inactifs'}`;
      return `Depuis le ${since}, ${more} de clients gagnés que perdus${NB}: ${arrived}, ${gone} (renouvellement ${change}).`;
    },
    cameBack: (n, base) =>
      `${plural(n, 'client')} ${n < 2 ? 'est revenu' : 'sont revenus'}${base && `${NB}: la base passe de ${base[0]} à ${base[1]}`}.`,
    noRate: (why) => `Pas de taux de renouvellement${NB}: ${why}.`,
    reachBack: (date) => `les données doivent remonter au ${date}`,
    nobodyActive: (date) => `la base était vide le ${date}`,
    largest: (passage, target, share, money, time, isLoss) =>
      `Premier gisement${NB}: ${isLoss ? 'seulement ' : ''}${target} au lieu de ${share} ${passage}, soit environ ${money} en ${time}.`,
    perCustomer: (money) => `${money} par client`,

    stageFigure: (stage, rule) => [stage, `Clients de cette étape${NB}: ${rule}.`, 'nombre de clients'],
    flowFigure: (passage) => [
      passage,
      'Part des clients de la première étape, à la première date, qui sont dans l’autre à la seconde.',
      'clients passés ÷ clients de l’étape',
    ],
  };
}
