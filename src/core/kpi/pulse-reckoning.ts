/** Weighted sums of what was counted, in units that people read; nothing where few people or too short a history stand behind. */
import type { FinishContext } from './contract.js';
import { MEASURES } from './pulse-measures.js';
import type { Measure, MeasureId } from './pulse-measures.js';
import { termsOf } from './pulse-params.js';
import { amountKey, crowdsOf } from './pulse-partials.js';
import type { PulsePartials } from './pulse-partials.js';
import { looksBack } from './pulse-plan.js';
import type { KpiPlan } from './pulse-plan.js';
import type { Span } from './pulse-spans.js';
import type { MeasureSum, PulseFigure } from './pulse-types.js';
import { withheldParts } from './suppression.js';

/** @internal */
export type Reckoned = Pick<PulseFigure, 'numerator' | 'denominator'>;

const measureOf = (id: MeasureId): Measure => MEASURES[id];

/** @internal */
export class Reckoning {
  readonly #withheld = new Map<string, readonly boolean[]>();

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
    // A few people of a rate, or all but a few.
    const isTold = ![top, (bottom ?? NaN) - (top ?? NaN)].some((count) => measuresPeople(plan) && this.#isFew(count ?? 0));
    return { numerator: isTold ? top : null, denominator: bottom };
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
    const isFew = plan.measures.some((id) => measureOf(id).counts && this.#isFew(this.#counted(id, span, part)));
    return isFew || crowdsOf(plan).some((crowd) => this.#crowdHidden(crowd, span)[0] || this.#crowdHidden(crowd, span)[part]);
  }

  /** What a measure counts in one unit of the figure. */
  #unitOf(id: MeasureId): number {
    const { per, how } = measureOf(id);
    return (per === 'unit' ? this.context.unit : (per ?? 1)) * (how === 'middle' ? 4 : 1);
  }

  #isFew(people: number): boolean {
    return people > 0 && people < this.context.minGroupSize;
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

  /** Which of the whole and its parts are withheld: small ones, and others so that no subtraction brings them back. */
  #crowdHidden(crowd: string, span: Span): readonly boolean[] {
    const key = amountKey(crowd, span);
    const known = this.#withheld.get(key);
    if (known) return known;
    const [whole = 0, ...parts] = this.partials.amounts.get(key) ?? [];
    const hidden = [this.#isFew(whole), ...withheldParts(parts, this.context.minGroupSize)];
    this.#withheld.set(key, hidden);
    return hidden;
  }
}

const measuresPeople = ({ formula, measures }: KpiPlan): boolean =>
  formula.denominator !== undefined && measures.every((id) => measureOf(id).counts);
