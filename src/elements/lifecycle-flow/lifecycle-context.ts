/** A life cycle with the words and formats to tell it. */
import type { Speech } from '../../base/widget.js';
import { FEW } from '../../chart/figures.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { LifecycleFlow, LifecycleResult, LifecycleStage, StageId } from '../../core/kpi/lifecycle-types.js';
import type { Formatter } from '../../locale/formatter.js';
import { lifecycleTerms, type LifecycleTerms, type RenewalStep } from '../../locale/lifecycle-terms.js';
import type { Terms } from '../../locale/terms.js';

/** @internal */
export interface LifecycleContext extends KpiResult<LifecycleResult> {
  /** Words of all widgets, and of this one. */
  readonly base: Terms;
  readonly terms: LifecycleTerms;
  readonly format: Formatter;
  /** Without prospects whom the data do not know. */
  readonly stages: readonly LifecycleStage[];
  /** The rules are those of a filter by stage. */
  readonly isUsual: boolean;
  /** Days between the two dates. */
  readonly days: number;
  money(amount: number | null): string;
  /** 12,3 k €. */
  compact(amount: number | null): string;
}

const DAY_MS = 864e5;

/** Rules of a filter by stage, as far as a request says otherwise. */
const USUAL = {
  ...{ preset: 'vigie', window: 'auto', inactiveWindow: null },
  ...{ loyalPurchases: 2, premiumPurchases: 3, premiumDays: 60, premiumShare: null },
};

export function lifecycleContext(result: KpiResult<LifecycleResult>, { terms: base, format }: Speech): LifecycleContext {
  const { value, reasons, currency } = result;
  const params = result.params as Record<string, unknown>;
  const { dates, stages } = value;
  const areUnknown = reasons.some(({ code }) => code === 'missing-table');
  return {
    ...result,
    ...{ base, terms: lifecycleTerms[base.language](format), format },
    // Where nobody has ordered there is no rule to tell the others by.
    stages: stages.filter(({ id }) => (id === 'prospect' ? !areUnknown : value.rules.silentDays !== null)),
    isUsual: Object.entries(USUAL).every(([key, usual]) => (params[key] ?? usual) === usual),
    days: Math.round((Date.parse(dates.to ?? '') - Date.parse(dates.from ?? '')) / DAY_MS),
    money: (amount) => format.money(amount, currency),
    compact: (amount) => format.moneyCompact(amount, currency),
  };
}

/** `new to loyal`. */
export function passageName({ terms }: LifecycleContext, { from, to }: Pick<LifecycleFlow, 'from' | 'to'>): string {
  return terms.passage(terms.among[from], terms.among[to]);
}

/** Prospects are people, all others customers; who comes from outside may become either. */
export function peopleText({ terms }: LifecycleContext, stage: StageId | 'outside', n: number): string {
  return stage === 'prospect' || stage === 'outside' ? terms.people(n) : terms.customers(n);
}

/** From lost to best; who was not known may become anything. */
const RANKS: readonly (StageId | 'outside')[] = ['outside', 'inactive', 'defecting', 'prospect', 'new', 'loyal', 'premium'];

/** Who comes closer, who leaves, who stays. */
export function directionOf({ from, to }: Pick<LifecycleFlow, 'from' | 'to'>): 'stay' | 'down' | 'up' {
  const rank = (id: StageId | 'outside'): number => RANKS.indexOf(id);
  return from === to ? 'stay' : rank(to) < rank(from) || to === 'inactive' ? 'down' : 'up';
}

/** Median with its limits as far as they are known; why there is none. */
export function stayText({ terms, format, base }: LifecycleContext, { dwell }: LifecycleStage): string {
  if (!dwell) return base.labelled(terms.medianStay, terms.withheld);
  const { medianDays, interval } = dwell;
  if (medianDays === null) return base.labelled(terms.medianStay, dwell.stays === 0 ? base.reasons['no-data'] : terms.notReached);
  const [low, high] = interval.map((day) => format.count(day));
  return terms.stay(terms.days(medianDays), interval.includes(null) || low === high ? '' : `${low}\u2060–\u2060${high}`);
}

/** The passage that brings most, of those of enough customers to make a promise. */
export function largestOpportunity({ value }: LifecycleContext, leastBase = FEW): LifecycleFlow | null {
  return value.flows.reduce<LifecycleFlow | null>(
    (best, flow) => ((flow.opportunity ?? 0) > (best?.opportunity ?? 0) && (flow.base ?? 0) >= leastBase ? flow : best),
    null,
  );
}

/** Why there is no rate of renewal; to follow a colon. */
export function whyNoRate({ reasons, terms, format, value }: LifecycleContext): string {
  const { activeAtStart, newCustomers, becameInactive } = value.renewal;
  if (activeAtStart === null || newCustomers === null || becameInactive === null) return terms.withheld;
  const lack = reasons.find(({ code }) => code === 'not-enough-history');
  return lack?.detail && activeAtStart > 0 ? terms.reachBack(format.date(lack.detail)) : terms.nobodyActive(format.date(value.dates.from));
}

/** Figure that tells more of a step of the renewal. */
export const STEP_FIGURES = {
  activeAtStart: 'active-customers',
  newCustomers: 'new-customers',
  reactivated: 'reactivated',
  becameInactive: 'became-inactive',
  activeAtEnd: 'active-customers',
} as const satisfies Record<RenewalStep, string>;
