/** The figures that can be asked "why?". The first four stand under the sentence. */
import { limitsOf, toldMark, type TimingContext } from './timing-context.js';
import type { Figure } from '../../base/widget.js';
import { figuresOf, type Ground } from '../../chart/figures.js';
import type { TimingCurve } from '../../core/kpi/purchase-timing-types.js';
import type { TimingFigure } from '../../locale/timing-terms.js';

const PRIMARY = 4;

/** A figure of the curve: its value and sample, or why there is none. */
function curveFigures(context: TimingContext, main: TimingCurve): Partial<Record<TimingFigure, Ground>> {
  const { terms, format } = context;
  const { id, medianDays, medianInterval, day80, events, window, peak, meanWait } = main;
  const n = main.spells ?? undefined;
  const days = (value: number | null): Ground => ({
    ...{ value: value === null ? '—' : terms.days(value), n },
    ...(value === null && { reason: events === null ? terms.withheld : terms.notReached }),
  });
  const mark = toldMark(main);
  const limits = limitsOf(context, mark).split(/\u2060?–\u2060?/);
  const [low, high] = medianInterval;
  const bounds = (from: string, to: string): string => terms.limits(from, to);
  const words = terms.figures(daysOf(context));
  const { median, within } = words;
  const test = context.value.tests.find((each) => each.id === id);
  // Where days are withheld nobody knows whether somebody waited for so long.
  const unknown = events === null || !context.exact ? terms.withheld : terms.unknown;
  return {
    median: {
      ...days(medianDays),
      ...(medianDays !== null &&
        low !== null && { formula: median[2] + bounds(format.count(low), high === null ? '—' : format.count(high)) }),
    },
    'day-80': days(day80),
    within: {
      ...{ value: format.rate(mark.probability), n },
      ...(mark.probability === null ? { reason: unknown } : limits.length === 2 && { formula: within[2] + bounds(limits[0], limits[1]) }),
    },
    programme: { value: format.rate(window?.programmeShare ?? null), n, ...(!window && { reason: unknown }) },
    ...(meanWait && {
      'mean-wait': {
        ...{ value: terms.days(Math.round(meanWait.mean * 10) / 10), n },
        formula: words['mean-wait'][2] + bounds(format.decimal(meanWait.lower), format.decimal(meanWait.upper)),
      },
    }),
    ...(test && {
      difference: {
        ...{ value: terms.pValue(test.pValue), n },
        formula: words.difference[2] + terms.chiSquared(format.decimal(test.chiSquared), test.df),
      },
    }),
    ...(peak && { peak: { value: terms.span(peak.from, peak.to), n } }),
  };
}

function daysOf({ main, params }: TimingContext) {
  const { programmeDays = 30, conversionDays = main?.meanWait?.days ?? 30 } = main?.window ?? {};
  return { mark: main ? toldMark(main).days : 0, programme: programmeDays, conversion: conversionDays, cadence: params.cadenceDays };
}

export function timingFigures(context: TimingContext): Figure[] {
  const { main, value, terms, format } = context;
  const { intervals, steps } = value;
  const words = terms.figures(daysOf(context));
  const grounds: Partial<Record<TimingFigure, Ground>> = main ? curveFigures(context, main) : {};
  if (steps.length > 0) {
    const [{ rate, interval, events, customers }] = steps;
    const known = rate !== null && {
      numerator: format.count(events),
      denominator: format.count(customers),
      interval: format.rateInterval(interval),
    };
    grounds.repurchase = { value: format.rate(rate), n: customers ?? undefined, ...(known || { reason: terms.withheld }) };
  }
  const { pooled, perCustomer, regularity, cadence } = intervals;
  if (pooled.medianDays !== null) grounds.interval = { value: terms.days(pooled.medianDays), n: pooled.count ?? undefined };
  if (perCustomer.medianDays !== null)
    grounds['customer-interval'] = { value: terms.days(perCustomer.medianDays), n: perCustomer.count ?? undefined };
  if (regularity.k !== null)
    grounds.regularity = {
      value: `${format.decimal(regularity.k)} (${terms.regularity(regularity.k)})`,
      n: regularity.customers ?? undefined,
    };
  if (cadence.share !== null)
    grounds.cadence = {
      ...{ value: format.rate(cadence.share), n: cadence.customers ?? undefined },
      ...{ numerator: format.count(cadence.within), denominator: format.count(cadence.customers) },
      interval: format.rateInterval(cadence.interval),
    };
  if (cadence.medianDays !== null) grounds['cadence-median'] = { value: terms.days(cadence.medianDays), n: cadence.within ?? undefined };
  const ids = Object.keys(words) as TimingFigure[];
  return figuresOf(
    ids.flatMap((id) => (grounds[id] ? [[id, words[id], grounds[id]] as const] : [])),
    main ? PRIMARY : 0,
  );
}
