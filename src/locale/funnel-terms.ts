/** Words of `kpi-funnel`. Numbers and names arrive as texts; a sentence is put together from statements in small letters. */
import type { FunnelParams, FunnelResult } from '../core/kpi/funnel-types.js';
import type { FigureWords } from './counted.js';
import { funnelEn } from './funnel-en.js';
import { funnelFr } from './funnel-fr.js';
import type { Language } from './terms.js';

export type FunnelUnit = FunnelResult['unit'];
/** What groups are; ready counts have groups of their own. */
export type FunnelDimension = NonNullable<FunnelParams['breakdown']> | 'group';

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

/** Of one, of several. */
export type Verb = readonly [string, string];

/** @internal */
export interface FunnelTerms {
  readonly heading: string;
  readonly steps: Readonly<Record<PresetStep, string>>;
  /** What people do who take a step; else they reach it. */
  readonly verbs: Readonly<Partial<Record<string, Verb>>>;
  readonly reach: Verb;
  /** One of the people (several have an s), and what groups are: English words are the codes. */
  readonly names: Readonly<Partial<Record<Exclude<FunnelUnit, 'count'> | FunnelDimension, string>>>;

  /** The first step counts nobody: as people, as a ready count. */
  nobody(who: string): string;
  zero(step: string): string;
  readonly needsSecondStep: string;
  /** `who` is empty for ready counts. */
  tooFew(who: string): string;
  /** 2 out of 100. */
  readonly outOf: string;
  none(verb: string): string;
  all(verb: string): string;
  /** What the true rate may still be where nobody arrived. */
  upTo(rate: string): string;
  between(a: string, b: string): string;
  largestLoss(place: string): string;
  twoLosses(equal: boolean, a: string, b: string): string;
  sameLoss(change: string): string;
  noClearLoss(change: string): string;
  readonly noLoss: string;
  rising(to: string, from: string): string;
  noFigure(steps: string): string;
  readonly noRate: string;
  best(best: string, bestRate: string, worst: string, worstRate: string): string;
  noClearGroup(dimension: string): string;

  /** Names of the picture and of its table, and of those of the groups. */
  readonly name: string;
  groups(dimension: string): string;
  /** What a rate is of: over the column of rates, and behind a rate. */
  readonly overall: string;
  readonly step: string;
  readonly optional: string;
  /** Half of them within 3 days. */
  within(days: string): string;
  readonly others: string;
  readonly unknown: string;

  /** Step 2 of 4, sign-up. */
  title(position: number, total: number, step: string): string;
  readonly interval: string;
  loss(rate: string): string;
  readonly largest: string;

  /** Step; count; step rate and its bounds; loss; overall rate and its bounds; median days. */
  readonly columns: readonly string[];
  readonly figure: Readonly<Record<'overall' | 'conversions' | 'loss' | 'entries' | 'perConversion' | 'step', FigureWords>>;
}

export const funnelTerms: Readonly<Record<Language, FunnelTerms>> = { en: funnelEn, fr: funnelFr };
