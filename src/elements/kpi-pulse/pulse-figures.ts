/** Every tile can be asked "why?". None stands under the sentence a second time. */
import { reasonWords, wordsFor, type PulseContext } from './pulse-context.js';
import { valueText } from './pulse-text.js';
import type { Figure } from '../../base/widget.js';
import { figuresOf } from '../../chart/figures.js';
import type { PulseKpi, PulseTerm } from '../../core/kpi/pulse-types.js';

/** What a sum is made of: `gross revenue 12.00, refunds of orders 1.00`. */
function madeOf(context: PulseContext, kpi: PulseKpi, terms: readonly PulseTerm[]): string {
  const { words, format } = context;
  const amountText = ({ measure, amount }: PulseTerm): string => {
    if (isMoney(measure, kpi)) return format.money(amount, context.currency);
    return amount !== null && SECONDS.test(measure) ? words.seconds(format.decimal(amount, 2)) : format.count(amount);
  };
  const text = (term: PulseTerm): string => `${term.weight < 0 ? '− ' : ''}${words.measures[term.measure]} ${amountText(term)}`;
  return terms.map(text).join(', ');
}

const SECONDS = /^(load-time|page-seconds)$/;
const isMoney = (measure: string, { unit }: PulseKpi): boolean =>
  /revenue|gross|undeducted|discounts|tax|shipping|refunds|cost|median/.test(measure) && unit !== 'count';

export function pulseFigures(context: PulseContext): Figure[] {
  const rows = context.value.kpis.map((kpi) => {
    const { id, current, reasons, terms, base } = kpi;
    const interval = current?.interval;
    const isKnown = current !== null && current.value !== null;
    const ground = {
      value: valueText(context, kpi, current?.value ?? null, true),
      ...(isKnown && { numerator: madeOf(context, kpi, terms) }),
      ...(isKnown && base.length > 0 && { denominator: madeOf(context, kpi, base) }),
      ...(current && { period: { from: current.from, to: current.to } }),
      ...(interval && { interval: context.format.rateInterval(interval), n: current!.denominator! }),
      ...(reasons.length > 0 && { reason: reasons.map((reason) => reasonWords(context, reason)).join(' ') }),
    };
    return [id, wordsFor(context, kpi), ground] as const;
  });
  return figuresOf(rows, 0);
}
