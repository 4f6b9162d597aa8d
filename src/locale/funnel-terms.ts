/** Words of `kpi-funnel`. Numbers arrive formatted; those that decide a plural arrive beside their text. */
import type { FunnelParams, FunnelResult } from '../core/kpi/funnel-types.js';
import type { Counted, FigureTerms } from './counted.js';
import { funnelEn } from './funnel-en.js';
import { funnelFr } from './funnel-fr.js';
import type { Language } from './terms.js';

export type FunnelUnit = FunnelResult['unit'];
export type FunnelDimension = NonNullable<FunnelParams['breakdown']>;

/** Steps of the presets. */
export type PresetStep =
  | 'visit'
  | 'lead'
  | 'customer'
  | 'view'
  | 'cart'
  | 'checkout'
  | 'purchase'
  | 'acquisition'
  | 'activation'
  | 'retention'
  | 'referral'
  | 'revenue'
  | 'attention'
  | 'interest'
  | 'desire'
  | 'action';

/** Name of a step; `preset` is null where the page named it, and then the name is quoted inside a sentence. */
export interface StepName {
  readonly preset: PresetStep | null;
  readonly label: string;
}

/** Rate with its Wilson 95 % bounds, as texts; the upper one carries the percent sign. */
export interface SpokenRate {
  readonly rate: string;
  readonly lower: string;
  readonly upper: string;
}

/** Who enters: people of a unit, or what the first step counts. */
export interface Entrants {
  readonly unit: FunnelUnit;
  readonly step: StepName;
}

export interface LossPlace {
  readonly from: StepName;
  readonly to: StepName;
  /** −83 %. */
  readonly change: string;
}

export interface FunnelFindingTerms {
  nobody(who: Entrants): string;
  /** Who entered, where nothing can be said of what they did next. */
  start(entries: Counted, who: Entrants): string;
  readonly needsSecondStep: string;
  tooFew(unit: FunnelUnit, converted: Counted, entries: Counted, rate: SpokenRate | null): string;
  /** Out of 100 visitors, 2 buy; with the rate where few have converted. */
  outOf(entries: Counted, who: Entrants, converted: Counted, goal: StepName, rate: SpokenRate | null): string;
  /** Nobody arrived; `upTo` is what the true rate may still be. */
  none(entries: Counted, who: Entrants, goal: StepName, upTo: string | null): string;
  all(entries: Counted, who: Entrants, goal: StepName): string;
  largestLoss(loss: LossPlace): string;
  equalLosses(a: LossPlace, b: LossPlace): string;
  closeLosses(a: LossPlace, b: LossPlace): string;
  sameLossEverywhere(change: string): string;
  noClearLoss(largest: string): string;
  readonly noLoss: string;
  rising(from: StepName, fromCount: string, to: StepName, toCount: string): string;
  unknownStart(step: StepName, reason: string): string;
  unknownSteps(steps: readonly StepName[], reason: string): string;
  bestAndWorst(best: string, bestRate: string, worst: string, worstRate: string): string;
  noClearGroup(dimension: FunnelDimension | null): string;
  /** Statements to one sentence: `a ; b.` */
  join(statements: readonly string[]): string;
}

export interface FunnelChartTerms {
  /** Name of the picture, for assistive technology. */
  readonly name: string;
  groups(dimension: FunnelDimension | null): string;
  /** Headings of the column of rates. */
  readonly ofFirst: string;
  readonly ofPrevious: string;
  readonly optional: string;
  /** Small sample: n = 10. */
  sample(n: string): string;
  /** Half of them within 3 days. */
  median(days: string): string;
  readonly withinDay: string;
  readonly others: string;
  readonly unknown: string;
}

export interface FunnelMarkTerms {
  /** Step 2 of 4, sign-up, optional */
  title(position: number, total: number, step: string, optional: boolean): string;
  count(count: Counted, unit: FunnelUnit): string;
  ofPrevious(rate: string, interval: string | null): string;
  ofFirst(rate: string, interval: string | null): string;
  loss(rate: string): string;
  largestLoss(rate: string): string;
  /** Parts to the one sentence that a screen reader says. */
  sentence(title: string, parts: readonly string[]): string;
  group(name: string, entries: string, converted: string, rate: string): string;
}

export interface FunnelTableTerms {
  readonly caption: string;
  groupsCaption(dimension: FunnelDimension | null): string;
  readonly group: string;
  readonly step: string;
  readonly count: string;
  readonly stepRate: string;
  readonly stepLower: string;
  readonly stepUpper: string;
  readonly dropOff: string;
  readonly overallRate: string;
  readonly overallLower: string;
  readonly overallUpper: string;
  readonly medianDays: string;
  optional(step: string): string;
}

export interface FunnelFiguresTerms {
  readonly overall: FigureTerms;
  readonly loss: FigureTerms;
  readonly entries: FigureTerms;
  readonly conversions: FigureTerms;
  step(name: string): FigureTerms;
  /** 247 purchases: a number and the step it counts. */
  counted(count: string, step: string): string;
  between(from: string, to: string): string;
}

export interface FunnelTerms {
  readonly heading: string;
  readonly steps: Readonly<Record<PresetStep, string>>;
  readonly dimensions: Readonly<Record<FunnelDimension, string>>;
  readonly finding: FunnelFindingTerms;
  readonly chart: FunnelChartTerms;
  readonly mark: FunnelMarkTerms;
  readonly table: FunnelTableTerms;
  readonly figure: FunnelFiguresTerms;
}

export const funnelTerms: Readonly<Record<Language, FunnelTerms>> = { en: funnelEn, fr: funnelFr };
