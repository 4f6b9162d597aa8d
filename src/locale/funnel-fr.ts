/** French words of `kpi-funnel`. Zero and one are singular. */
import type { Counted } from './counted.js';
import type { Entrants, FunnelTerms, FunnelUnit, LossPlace, PresetStep, SpokenRate, StepName } from './funnel-terms.js';

/** No-break space before a colon; narrow one inside « » and before ; and %. */
const NB = '\u00a0';
const NN = '\u202f';

const steps: Record<PresetStep, string> = {
  visit: 'Visite',
  lead: 'Inscription',
  customer: 'Achat',
  view: 'Fiche produit',
  cart: 'Panier',
  checkout: 'Passage en caisse',
  purchase: 'Achat',
  acquisition: 'Acquisition',
  activation: 'Activation',
  retention: 'Rétention',
  referral: 'Recommandation',
  revenue: 'Revenu',
  attention: 'Attention',
  interest: 'Intérêt',
  desire: 'Désir',
  action: 'Action',
};

/** What people do who reach a step: one, several. */
const verbs: Partial<Record<PresetStep, readonly [string, string]>> = {
  lead: ['s’inscrit', 's’inscrivent'],
  customer: ['achète', 'achètent'],
  purchase: ['achète', 'achètent'],
  revenue: ['rapporte un revenu', 'rapportent un revenu'],
  action: ['passe à l’action', 'passent à l’action'],
};

const people: Record<Exclude<FunnelUnit, 'count'>, string> = { visitor: 'visiteur', lead: 'prospect', customer: 'client' };
const dimensions = { channel: 'canal', country: 'pays', device: 'appareil' } as const;

const isOne = (n: number): boolean => Math.abs(n) < 2;
const quote = (text: string): string => `«${NN}${text}${NN}»`;
const inner = ({ preset, label }: StepName): string => (preset ? label.toLowerCase() : quote(label));
const name = ({ label }: StepName): string => quote(label);
const ofUnit = (n: number, unit: FunnelUnit): string => (unit === 'count' ? '' : people[unit] + (isOne(n) ? '' : 's'));
const who = (n: number, { unit, step }: Entrants): string => (unit === 'count' ? name(step) : ofUnit(n, unit));
const reach = (n: number, goal: StepName): string => {
  const verb = goal.preset && verbs[goal.preset];
  return verb ? verb[isOne(n) ? 0 : 1] : `${isOne(n) ? 'va' : 'vont'} jusqu’à ${inner(goal)}`;
};
/** « n’achète » but « ne va ». */
const doesNot = (goal: StepName): string => {
  const verb = reach(1, goal);
  if (verb.startsWith('s’')) return `ne ${verb}`;
  return /^[aeéiou]/.test(verb) ? `n’${verb}` : `ne ${verb}`;
};
const spoken = ({ rate, lower, upper }: SpokenRate): string => `${rate}, entre ${lower} et ${upper}`;
const place = ({ from, to }: LossPlace): string => `entre ${inner(from)} et ${inner(to)}`;
const range = (interval: string | null): string => (interval ? ` (intervalle ${interval})` : '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const counted = (count: Counted, unit: FunnelUnit): string => `${count.text} ${ofUnit(count.n, unit)}`.trimEnd();

export const funnelFr: FunnelTerms = {
  heading: 'Tunnel de conversion',
  steps,
  dimensions,
  finding: {
    nobody: ({ unit, step }) =>
      unit === 'count' ? `${name(step)} compte zéro${NB}: il n’y a pas de taux` : `Aucun ${people[unit]} n’est entré dans le tunnel`,
    start: (entries, { unit, step }) => (unit === 'count' ? `${name(step)}${NB}: ${entries.text}` : counted(entries, unit)),
    needsSecondStep: 'il faut une deuxième étape pour calculer un taux',
    tooFew: (unit, converted, entries, rate) =>
      `Trop peu de ${unit === 'count' ? 'données' : `${people[unit]}s`} pour conclure${NB}: ${converted.text} sur ${entries.text}${rate ? ` (${spoken(rate)})` : ''}`,
    outOf: (entries, entrants, converted, goal, rate) =>
      `Sur ${entries.text} ${who(entries.n, entrants)}, ${converted.text} ${reach(converted.n, goal)}${rate ? ` (${spoken(rate)})` : ''}`,
    none: (entries, entrants, goal, upTo) =>
      `Sur ${entries.text} ${who(entries.n, entrants)}, aucun ${doesNot(goal)}${upTo ? ` (le vrai taux peut aller jusqu’à ${upTo})` : ''}`,
    all: (entries, entrants, goal) => `Sur ${entries.text} ${who(entries.n, entrants)}, tous ${reach(2, goal)}`,
    largestLoss: (loss) => `la plus grande perte est ${place(loss)} (${loss.change})`,
    equalLosses: (a, b) => `les deux plus grandes pertes sont égales, ${place(a)} et ${place(b)} (${a.change})`,
    closeLosses: (a, b) =>
      `les deux plus grandes pertes sont trop proches pour être départagées, ${place(a)} (${a.change}) et ${place(b)} (${b.change})`,
    sameLossEverywhere: (change) => `chaque étape perd autant (${change})`,
    noClearLoss: (largest) => `aucune perte ne se détache des autres (au plus ${largest})`,
    noLoss: 'aucune étape ne perd personne',
    rising: (from, fromCount, to, toCount) =>
      `${name(to)} (${toCount}) compte plus que ${name(from)} (${fromCount})${NB}: ces étapes ne se suivent pas, leur taux n’a pas de sens`,
    unknownStart: (step, reason) => `Pas de chiffre pour ${name(step)}, donc pas de taux${NB}: ${reason}`,
    unknownSteps: (unknown, reason) => `Pas de chiffre pour ${unknown.map(name).join(', ')}${NB}: ${reason}`,
    bestAndWorst: (best, bestRate, worst, worstRate) =>
      `${capital(best)} convertit le mieux (${bestRate}), ${worst} le moins bien (${worstRate})`,
    noClearGroup: (dimension) =>
      `${dimension ? `Par ${dimensions[dimension]}` : 'Entre les groupes'}, aucun écart ne dépasse la marge d’erreur`,
    join: (statements) => statements.join(`${NN}; `),
  },
  chart: {
    name: 'Tunnel, étape par étape',
    groups: (dimension) => (dimension ? `Tunnel par ${dimensions[dimension]}` : 'Tunnel par groupe'),
    ofFirst: 'au total',
    ofPrevious: 'étape précédente',
    optional: 'facultative',
    sample: (n) => `n = ${n}`,
    median: (days) => `la moitié en ${days}`,
    withinDay: 'la moitié en moins d’un jour',
    others: 'Autres',
    unknown: 'Inconnu',
  },
  mark: {
    title: (position, total, step, optional) => `Étape ${position} sur ${total}, ${step}${optional ? ', facultative' : ''}`,
    count: counted,
    ofPrevious: (rate, interval) => `${rate} de l’étape précédente${range(interval)}`,
    ofFirst: (rate, interval) => `${rate} au total${range(interval)}`,
    loss: (rate) => `perte de ${rate}`,
    largestLoss: (rate) => `perte de ${rate}, la plus grande`,
    sentence: (title, parts) => `${title}${NB}: ${parts.join(', ')}.`,
    group: (label, entries, converted, rate) => `${label}${NB}: ${converted} sur ${entries}, ${rate} au total.`,
  },
  table: {
    caption: 'Tunnel, étape par étape',
    groupsCaption: (dimension) => (dimension ? `Tunnel par ${dimensions[dimension]}` : 'Tunnel par groupe'),
    group: 'Groupe',
    step: 'Étape',
    count: 'Nombre',
    stepRate: 'Taux de l’étape',
    stepLower: 'borne basse',
    stepUpper: 'borne haute',
    dropOff: 'Perte',
    overallRate: 'Taux au total',
    overallLower: 'borne basse (total)',
    overallUpper: 'borne haute (total)',
    medianDays: 'Délai médian (jours)',
    optional: (step) => `${step} (facultative)`,
  },
  figure: {
    overall: {
      label: 'Taux de conversion',
      definition: 'Part de ceux qui entrent dans le tunnel et qui vont jusqu’à la dernière étape. Chacun compte une fois.',
      formula: 'dernière étape ÷ première étape',
    },
    loss: {
      label: 'Plus grande perte',
      definition:
        'Part qui ne passe pas d’une étape à la suivante, là où elle est la plus forte. Les étapes facultatives n’en font pas partie.',
      formula: '1 − étape ÷ étape précédente',
    },
    entries: {
      label: 'Entrées',
      definition: 'Nombre de ceux qui ont franchi la première étape.',
      formula: 'nombre à la première étape',
    },
    conversions: {
      label: 'Conversions',
      definition: 'Nombre de ceux qui ont franchi la dernière étape, après toutes les autres.',
      formula: 'nombre à la dernière étape',
    },
    step: (step) => ({
      label: `Taux de l’étape${NB}: ${step}`,
      definition: 'Part de l’étape précédente (sans compter les étapes facultatives) qui franchit aussi celle-ci.',
      formula: 'étape ÷ étape précédente',
    }),
    counted: (count, step) => `${count} (${step})`,
    between: (from, to) => `${from} → ${to}`,
  },
};
