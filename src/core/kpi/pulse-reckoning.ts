/** Weighted sums of what was counted, in units that people read; nothing where few people or too short a history stand behind. */
import type { Span } from '../calendar/period.js';
import type { FinishContext } from './contract.js';
import { MEASURES } from './pulse-measures.js';
import type { Measure, MeasureId } from './pulse-measures.js';
import { termsOf } from './pulse-params.js';
import { amountKey, crowdsOf } from './pulse-partials.js';
import type { PulsePartials } from './pulse-partials.js';
import { looksBack } from './pulse-plan.js';
import type { KpiPlan } from './pulse-plan.js';
import type { MeasureSum, PulseFigure } from './pulse-types.js';
import { isFew, withheldParts } from './suppression.js';

/** @internal */
export type Reckoned = Pick<PulseFigure, 'numerator' | 'denominator'>;

const measureOf = (id: MeasureId): Measure => MEASURES[id];

/** @internal */
export class Reckoning {
  constructor(
    readonly partials: PulsePartials,
    readonly context: FinishContext,
  ) {}

  /** Of the whole (part 0) or a part; null where no row says anything. */
  amount(id: MeasureId, span: Span, part: number): number | null {
    const amount = this.#counted(id, span, part);
    return Number.isNaN(amount) ? null : amount / this.#unitOf(id);
  }

  /** Numerator and denominator; null where they may not be told, or are not known. */
  of(plan: KpiPlan, span: Span, part: number): Reckoned {
    const { numerator, denominator } = plan.formula;
    if (!this.isKnown(plan, span, true) || this.isHidden(plan, span, part)) return { numerator: null, denominator: null };
    const [top, bottom] = [this.#sum(numerator, span, part), denominator === undefined ? null : this.#sum(denominator, span, part)];
    return { numerator: this.tellsOfFew(plan, span, part) ? null : top, denominator: bottom };
  }

  /**
   * Whether the data reach back as far as some days need.
   * @param own The days shown, not those they are compared with: a period in which the data begin is shown as far as it goes.
   */
  isKnown({ measures, first }: KpiPlan, span: Span, own = false): boolean {
    const window = this.partials.window ?? '1M';
    return measures.every((id) => (own && measureOf(id).how !== 'state') || looksBack(id, span, window) >= first);
  }

  /** Whether the parts of a KPI add up to the whole: sums do, different people do where each is in one part. */
  adds({ measures }: KpiPlan): boolean {
    return measures.every((id) => measureOf(id).how === 'sum');
  }

  /** Steps of one unit in which a sum of whole units is whole; null for what is divided or scaled. */
  grid({ formula: { denominator, scale = 1 }, measures }: KpiPlan): number | null {
    return denominator === undefined && scale === 1 ? Math.max(...measures.map((id) => this.#unitOf(id))) : null;
  }

  isHidden(plan: KpiPlan, span: Span, part: number): boolean {
    if (this.context.minGroupSize === 1) return false;
    const counted = plan.measures.some((id) => measureOf(id).counts && this.#countHidden(id, span, part));
    return counted || [...plan.measures, ...crowdsOf(plan)].some((id) => this.#isWithheld(id, span, part));
  }

  /** Whether a formula over people comes to a few of them, or to all but a few. */
  tellsOfFew({ formula: { numerator, denominator }, measures }: KpiPlan, span: Span, part: number): boolean {
    if (this.context.minGroupSize === 1 || !measures.every((id) => measureOf(id).counts)) return false;
    const top = (at: number): number => this.#sum(numerator, span, at) ?? 0;
    const rest = (at: number): number => (this.#sum(denominator!, span, at) ?? 0) - top(at);
    return this.#isAmongFew(top, part) || (denominator !== undefined && this.#isAmongFew(rest, part));
  }

  /** What a measure counts in one unit of the figure. */
  #unitOf(id: MeasureId): number {
    const { per, quarters } = measureOf(id);
    return (per === 'unit' ? this.context.unit : (per ?? 1)) * (quarters ? 4 : 1);
  }

  #counted(id: string, span: Span, part: number): number {
    return this.partials.amounts.get(amountKey(id, span))?.[part] ?? 0;
  }

  /** Whole units are added up before they are divided, so that no fraction goes astray. */
  #sum(sum: MeasureSum, span: Span, part: number): number | null {
    const terms = termsOf(sum);
    const [unit] = terms.map(([id]) => this.#unitOf(id));
    const isAlike = terms.every(([id]) => this.#unitOf(id) === unit);
    const add = (total: number, [id, weight]: (typeof terms)[number]): number =>
      total + weight * (this.#counted(id, span, part) / (isAlike ? 1 : this.#unitOf(id)));
    const total = terms.reduce(add, 0);
    return Number.isNaN(total) ? null : total / (isAlike ? unit : 1);
  }

  /** Whether people are few in the whole or in a part, or in a part that would bring back such a one. */
  #isAmongFew(people: (part: number) => number, part: number): boolean {
    if (isFew(people(0), this.context.minGroupSize)) return true;
    const parts = Array.from({ length: part && this.partials.keys!.length + 1 }, (_, at) => Math.max(0, people(at + 1)));
    return withheldParts(parts, this.context.minGroupSize)[part - 1] ?? false;
  }

  /** People of a measure, and those around them that are not among them. */
  #countHidden(id: MeasureId, span: Span, part: number): boolean {
    const { within } = measureOf(id);
    const own = (at: number): number => this.#counted(id, span, at);
    return this.#isAmongFew(own, part) || (!!within && this.#isAmongFew((at) => this.#counted(within, span, at) - own(at), part));
  }

  #isWithheld(id: string, span: Span, part: number): boolean {
    const flags = this.partials.withheld.get(amountKey(id, span));
    return !!flags && (flags[0] || flags[part]) === 1;
  }
}
