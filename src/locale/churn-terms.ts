/** Words of `churn-alerts`. Numbers arrive formatted; those that decide a plural arrive beside their text. */
import type { TierId } from '../core/kpi/churn-types.js';
import { churnEn } from './churn-en.js';
import { churnFr } from './churn-fr.js';
import type { Counted, FigureTerms } from './counted.js';
import type { Language } from './terms.js';

/** Columns of the list of customers; also the values of the property `sort`. */
export type CustomerColumn = 'customer' | 'silence' | 'last-order' | 'orders' | 'revenue';

export interface ChurnTerms {
  readonly heading: string;
  readonly tier: Readonly<Record<TierId, string>>;
  /** Of one customer. */
  readonly status: Readonly<Record<TierId, string>>;
  /** 3 months, 90 days. */
  months(n: number): string;
  days(count: Counted): string;
  /** 61 d: where there is no room for the word. */
  daysShort(text: string): string;
  percent(text: string): string;
  customers(count: Counted): string;
  orders(count: Counted): string;
  /** Why there is a dash instead of a number. */
  readonly missing: {
    history(window: string): string;
    readonly nobodyBefore: string;
    readonly withheld: string;
    readonly noFigure: string;
  };
  /** The same in a few words, where the sentence above has said it all. */
  readonly missingShort: { readonly history: string; readonly nobodyBefore: string; readonly withheld: string; readonly noFigure: string };
  readonly finding: {
    watchAndRisk(watch: Counted, risk: Counted, money: string | null): string;
    /** `nobodyAtRisk` is false where the number at risk is withheld. */
    watchOnly(watch: Counted, money: string | null, nobodyAtRisk: boolean): string;
    riskOnly(risk: Counted, money: string | null): string;
    readonly nobody: string;
    readonly noCustomer: string;
    allInactive(base: Counted, window: string): string;
    withheld(tiers: readonly TierId[]): string;
    attrition(rate: string, interval: string | null, trend: { rising: boolean; months: number } | null): string;
    attritionOfFew(rate: string, interval: string | null, base: Counted): string;
    attritionUnknown(why: string): string;
  };
  readonly chart: {
    /** Names of the picture and of its two halves, for assistive technology. */
    readonly name: string;
    readonly tiers: string;
    readonly trend: string;
    readonly attrition: string;
    overYear(money: string): string;
    /** Rule of a tier, from the longest wording to the shortest. */
    silence(tier: TierId, days: Counted): readonly string[];
    /** Ground of the rate: interval, lost of base; longest first. */
    ground(interval: string, lost: Counted, base: Counted): readonly string[];
  };
  readonly mark: {
    tier(name: string, rule: string, customers: string, money: string | null): string;
    month(month: string, rate: string, interval: string | null, lost: Counted, base: Counted): string;
    monthUnknown(month: string, why: string): string;
    lostOf(lost: Counted, base: Counted): string;
    interval(interval: string): string;
  };
  readonly list: {
    caption(tier: TierId | null): string;
    readonly column: Readonly<Record<CustomerColumn, string>>;
    readonly filter: string;
    readonly all: string;
    shown(shown: Counted, total: Counted): string;
    more(count: Counted): string;
    showAll(count: Counted): string;
    readonly less: string;
    bounded(limit: Counted): string;
    nobody(tier: TierId | null): string;
    readonly withheld: string;
  };
  readonly table: {
    readonly tiers: string;
    readonly trend: string;
    readonly customers: string;
    readonly tier: string;
    readonly rule: string;
    readonly limitDay: string;
    readonly customerCount: string;
    readonly month: string;
    readonly asOf: string;
    readonly lost: string;
    readonly base: string;
    readonly rate: string;
    readonly lower: string;
    readonly upper: string;
    readonly silentDays: string;
    readonly orderCount: string;
    readonly revenueYear: string;
    readonly revenueTotal: string;
  };
  readonly figure: {
    readonly attrition: FigureTerms;
    readonly atRisk: FigureTerms;
    readonly revenueAtRisk: FigureTerms;
    readonly active: FigureTerms;
    readonly watch: FigureTerms;
    readonly inactiveShare: FigureTerms;
    lost(count: Counted): string;
    activeBefore(count: Counted): string;
    inactive(count: Counted): string;
    base(count: Counted): string;
  };
}

export const churnTerms: Readonly<Record<Language, ChurnTerms>> = { en: churnEn, fr: churnFr };
