/** French words of `cohort-triangle`. Zero and one are singular; `mois` has no plural of its own. */
import type { CohortGrain, CohortTerms, PaidBy } from './cohort-terms.js';
import type { FigureWords } from './counted.js';
import type { Formatter } from './formatter.js';

const NB = '\u00a0';
const metric = {
  retention: 'Rétention',
  rolling: 'Rétention glissante',
  revenue: 'Revenu cumulé par client',
  margin: 'Marge cumulée par client',
  basket: 'Panier moyen',
  tbc: 'Très bons clients (TBC)',
};
const paidBy = { margin: 'par la marge', revenue: 'par le revenu' };
const grains = { month: 'mois', week: 'semaine', quarter: 'trimestre' };

const words = {
  heading: 'Nouveaux clients par cohorte',
  metric,
  by: { month: 'Mois', week: 'Semaine', quarter: 'Trimestre', channel: 'Canal', country: 'Pays', product: 'Premier produit' },
  choices: ['Afficher', 'Cohortes par'],
  others: 'Autres ou inconnus',
  week: (number, year) => `S${number} ${year}`,
  quarter: (number, year) => `T${number} ${year}`,
  axis: {
    month: ['Mois écoulés depuis celui de la première commande', 'Mois après la 1re commande'],
    week: ['Semaines écoulées depuis celle de la première commande', 'Semaines après la 1re commande'],
    quarter: ['Trimestres écoulés depuis celui de la première commande', 'Trimestres après la 1re commande'],
  },
  cohort: 'Cohorte',
  size: 'Clients',
  average: 'Moyenne',
  grid: 'Cohortes selon leur âge',
  hatched: 'en cours',
  framed: (by) => `coût d’acquisition remboursé ${paidBy[by]}`,
  costLine: 'Coût d’acquisition',
  running: 'période en cours',
  unknown: 'pas de chiffre',
  said: (what, value) =>
    ({
      retention: `${value} rachètent`,
      rolling: `${value} rachètent alors ou plus tard`,
      revenue: `${value} de revenu par client à ce jour`,
      margin: `${value} de marge par client à ce jour`,
      basket: `${value} par commande`,
      tbc: `${value} sont de très bons clients`,
    })[what],
  moneyOf: (amount) => `${amount} sur cette période, tous clients confondus`,
  leftCensored: 'Commence avec les données\u00a0: peut contenir d’anciens clients',
  cost: (amount) => `Coût d’acquisition\u00a0: ${amount} par client`,
  compared: (verdict, recent, earlier, cohorts) =>
    verdict === 'unclear'
      ? `les ${cohorts} dernières cohortes ne se distinguent pas nettement des ${cohorts} précédentes (${recent} contre ${earlier})`
      : `les ${cohorts} dernières cohortes font ${verdict === 'higher' ? 'mieux' : 'moins bien'} que les ${cohorts} précédentes\u00a0: ${recent} contre ${earlier}`,
  extremes: (best, high, worst, low) => `en tête ${best} (${high}), en queue ${worst} (${low})`,
  alike: 'aucune cohorte ne se distingue nettement d’une autre',
  won: 'Le filtre dit où les clients ont été gagnés\u00a0: par le canal ou le pays de leur première commande. Tout ce qu’ils commandent compte.',
  spentBefore: (amount, grain) =>
    `Dépensé avant ${grain === 'week' ? 'la semaine' : `le ${grains[grain]}`} de la première commande\u00a0: ${amount}, hors de tout coût d’acquisition.`,
  noCosts: 'pas de marge sans le coût d’achat de ce qui est vendu',
  tooYoung: 'trop tôt pour conclure\u00a0: aucune période n’est encore terminée après les premières commandes',
  chance: 'Chance d’être très bon client au 12e\u00a0mois',
  spend: (quarter) => ['quart le plus bas', 'deuxième quart', 'troisième quart', 'quart le plus haut'][quarter - 1],
  expected: (n, share) => `${n} (${share})`,
  noPotential: 'aucun client plus ancien n’a été suivi douze mois',
  coverage: (share) => ` Les coûts sont connus pour ${share} du revenu\u202f; seules ces commandes comptent.`,
} satisfies Partial<CohortTerms>;

const tables: CohortTerms['tables'] = {
  cohorts: ['Cohortes', 'Cohorte'],
  cells: [
    'Chaque case',
    'Cohorte',
    'Âge',
    'Clients',
    'Valeur',
    'Intervalle, borne basse',
    'Intervalle, borne haute',
    'Ont commandé',
    'Commandes',
    'Revenu',
  ],
  acquisition: [
    'Coût d’acquisition et remboursement',
    'Cohorte',
    'Coût',
    'Clients gagnés',
    'Coût par client',
    'Remboursé à la période',
    'Périodes observées',
  ],
  newcomers: [
    'Nouveaux clients\u00a0: chance d’être très bon au 12e\u00a0mois',
    'Commandes à ce jour',
    'Dépenses à ce jour',
    'Clients',
    'Chance',
  ],
};

const figure: CohortTerms['figure'] = {
  newcomers: ['Nouveaux clients', 'Clients dont la première commande date des derniers mois avant la date d’arrêté.', 'nombre de clients'],
  'newcomer-revenue': [
    'Revenu par nouveau client',
    'Revenu net des nouveaux clients depuis leur première commande.',
    'revenu ÷ nouveaux clients',
  ],
  'newcomer-active': [
    'Nouveaux clients actifs',
    'Nouveaux clients qui ont commandé dans la fenêtre automatique.',
    'actifs ÷ nouveaux clients',
  ],
  potential: [
    'Futurs très bons clients',
    'Nouveaux clients qui devraient être très bons au 12e\u00a0mois, d’après les clients plus anciens qui, au même âge, avaient autant de commandes et dépensaient autant, par quarts. Les petits groupes s’appuient sur la moyenne de tous.',
    'somme de (très bons + 10 × part moyenne) ÷ (anciens + 10)',
  ],
  cac: [
    'Coût d’acquisition par client',
    'Dépenses d’acquisition sur les périodes que couvre la table ad_spend.',
    'dépenses ÷ clients gagnés',
  ],
  'newcomer-orders': ['Commandes par nouveau client', 'Commandes des nouveaux clients depuis la première.', 'commandes ÷ nouveaux clients'],
  'newcomer-basket': ['Panier des nouveaux clients', 'Revenu net par commande des nouveaux clients.', 'revenu ÷ commandes'],
};

const paybackFigure = (by: PaidBy): FigureWords => {
  const what = by === 'margin' ? 'la marge' : 'le revenu';
  const more = ' Par la marge, ce serait plus tard\u00a0: les coûts unitaires ne sont pas connus pour 95\u202f% du revenu.';
  return [
    `Remboursement ${paidBy[by]}`,
    `Première période où ${what} qu’un client a ${by === 'margin' ? 'rapportée' : 'rapporté'} atteint son coût.${by === 'revenue' ? more : ''}`,
    `première période\u00a0: ${by === 'margin' ? 'marge' : 'revenu'} par client ≥ coût d’acquisition`,
  ];
};

/** What depends on numbers. */
const plurals = ({ count }: Formatter) => {
  const many = (n: number, noun: string): string => `${count(n)}${NB}${noun}${n < 2 || noun.endsWith('s') ? '' : 's'}`;
  const periods = (n: number, grain: CohortGrain): string => many(n, grains[grain]);
  const customers = (n: number): string => many(n, 'client');
  const orders = (n: number): string => many(n, 'commande');
  return { many, customers, orders, periods };
};

type Plurals = ReturnType<typeof plurals>;

/** After so many periods, or in the first one. */
const then = ({ periods }: Plurals, since: number, grain: CohortGrain, order: string): string =>
  since ? `${periods(since, grain)} après ${order}` : `${grain === 'week' ? 'la semaine' : `le ${grains[grain]}`} de ${order}`;

const statements = (plural: Plurals): Pick<CohortTerms, 'finding' | 'payback' | 'paidBack'> => ({
  finding: (what, value, since, grain, interval) => {
    const [theirs, its] = ['leur première commande', 'sa première commande'].map((order) => then(plural, since, grain, order));
    return {
      retention: `${value} des nouveaux clients (${interval}) rachètent ${theirs}`,
      rolling: `${value} des nouveaux clients (${interval}) rachètent ${theirs} ou plus tard`,
      revenue: `un nouveau client a rapporté ${value} de revenu ${its}`,
      margin: `un nouveau client a rapporté ${value} de marge ${its}`,
      basket: `les nouveaux clients dépensent ${value} par commande ${theirs}`,
      tbc: `${value} des clients (${interval}) sont de très bons clients ${theirs}`,
    }[what];
  },
  payback: (cac, nth, observed, grain, by) =>
    nth
      ? `les ${cac} que coûte un client sont remboursés ${paidBy[by]} ${nth > 1 ? '' : 'dès '}${then(plural, nth - 1, grain, 'la première commande')}`
      : `les ${cac} que coûte un client ne sont pas remboursés ${paidBy[by]} en ${plural.periods(observed, grain)}`,
  paidBack: (nth, grain, by) => `Remboursé ${paidBy[by]} ${nth > 1 ? '' : 'dès '}${then(plural, nth - 1, grain, 'la première commande')}`,
});

const metricFigure =
  ({ periods }: Plurals): CohortTerms['metricFigure'] =>
  (what, since, grain) => {
    const label = `${metric[what]}, ${since ? `${periods(since, grain)} après` : `${grain === 'week' ? '1re' : '1er'}${NB}${grains[grain]}`}`;
    return {
      retention: [
        label,
        'Clients qui ont commandé dans la période, parmi tous ceux qui ont commencé ensemble. Une période en cours ne compte pas.',
        'clients ayant commandé ÷ clients de la cohorte',
      ],
      rolling: [
        label,
        'Clients qui ont commandé dans la période ou plus tard. Les cohortes jeunes ont eu moins de temps pour revenir.',
        'clients ayant commandé alors ou plus tard ÷ clients de la cohorte',
      ],
      revenue: [
        label,
        'Revenu net depuis la première commande, hors taxes et livraison quand elles sont connues.',
        'somme, par période, de revenu ÷ clients',
      ],
      margin: [
        label,
        'Revenu net moins le coût d’achat de ce qui est vendu, depuis la première commande.',
        'somme, par période, de (revenu − coûts) ÷ clients',
      ],
      basket: [label, 'Revenu net par commande de la période.', 'revenu ÷ commandes'],
      tbc: [
        label,
        'Clients du quart qui dépense le plus dans la fenêtre glissante qui finit avec la période, tous clients comparés.',
        'très bons clients ÷ clients de la cohorte',
      ],
    }[what] as [string, string, string];
  };

export const cohortFr = (format: Formatter): CohortTerms => {
  const { count } = format;
  const plural = plurals(format);
  const { customers, orders, periods } = plural;
  return {
    ...words,
    ...statements(plural),
    metricFigure: metricFigure(plural),
    tables,
    figure,
    paybackFigure,
    ...{ customers, orders, periods },
    latest: (shown, all) => `Les ${count(shown)} dernières cohortes sur ${count(all)}\u202f; le tableau et la moyenne les prennent toutes.`,
    earliest: (shown, all) => `Les ${count(shown)} premières périodes sur ${count(all)}\u202f; le tableau les prend toutes.`,
    later: (since, grain) => (since ? `${periods(since, grain)} après` : grain === 'week' ? 'la même semaine' : `le même ${grains[grain]}`),
    share: (part, whole) => `${count(part)} sur ${customers(whole)}`,
    basketOf: (revenue, n) => `${revenue} pour ${orders(n)}`,
    notPaidBack: (observed, grain, by) => `Pas remboursé ${paidBy[by]} en ${periods(observed, grain)}`,
    few: (n) => `${customers(n)} seulement ${n < 2 ? 'a été suivi' : 'ont été suivis'} aussi longtemps\u00a0: trop peu pour conclure`,
    newcomers: (months) => `Nouveaux clients, ${months > 1 ? `${count(months)}${NB}derniers` : 'dernier'}${NB}mois`,
    chanceOf: (n) => (n === 3 ? '3 commandes ou plus' : orders(n)),
  };
};
