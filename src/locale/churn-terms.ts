/** Words of `churn-alerts`: made for a formatter, so that numbers come as they are and plurals follow them. */
import type { TierId } from '../core/kpi/churn-types.js';
import type { FigureWords } from './counted.js';
import { churnEn } from './churn-en.js';
import { churnFr } from './churn-fr.js';
import type { Formatter } from './formatter.js';
import type { Language } from './terms.js';

type Figures = 'attrition' | 'at-risk' | 'revenue-at-risk' | 'active' | 'watch' | 'inactive-share';

/** @internal */
export interface ChurnWords {
  readonly heading: string;
  readonly tier: Readonly<Record<TierId, string>>;
  /** Of one customer. */
  readonly status: Readonly<Record<TierId, string>>;
  /** Names of the list; the empty one is that of all tiers. */
  readonly list: Readonly<Record<'' | TierId, string>>;
  /** Before `> 61 days`. */
  readonly silent: string;

  /** Why there is no number. */
  readonly history: string;
  readonly nobodyBefore: string;
  readonly withheld: string;
  readonly noCustomer: string;

  /** Header of the column that shows the silence as a bar. */
  readonly silence: string;
  /** All tiers. */
  readonly all: string;
  readonly less: string;
  readonly nobody: string;

  /** A caption, then the headers of the columns. */
  readonly tables: Readonly<Record<'tiers' | 'trend' | 'customers', readonly string[]>>;
  readonly figures: Readonly<Record<Figures, FigureWords>>;
}

/** @internal */
export interface ChurnTerms extends ChurnWords {
  months(n: number): string;
  days(n: number): string;
  /** 61 d: where there is no room for the word. */
  daysShort(n: number): string;
  customers(n: number): string;
  revenue(money: string): string;
  /** The same where there is little room. */
  overYear(money: string): string;
  lost(lost: number, base: number): string;
  month(rate: string, ground: string): string;

  /** `history` in the sentence. */
  twoWindows(window: string): string;
  /** Customers to watch and at risk (0: none, null: not known), with their revenue where it is known. */
  inDanger(watch: number | null, risk: number | null, money: string): string;
  allInactive(base: number, window: string): string;
  withheldTiers(names: string): string;
  /** `rest` is what follows: `since`, `few` or nothing. */
  attrition(rate: string, interval: string, rest: string): string;
  since(rising: boolean, months: number): string;
  few(base: number): string;
  noRate(why: string): string;

  shown(shown: number, total: number): string;
  more(n: number): string;
  showAll(n: number): string;
  bounded(limit: number): string;
}

export const churnTerms: Readonly<Record<Language, (format: Formatter) => ChurnTerms>> = { en: churnEn, fr: churnFr };
