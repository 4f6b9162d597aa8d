/** The figures that can be asked "why?". The first four stand under the sentence. */
import type { Figure } from '../../base/widget.js';
import { figuresOf } from '../../chart/figures.js';
import type { FigureWords } from '../../locale/counted.js';
import { capital, largestOpportunity, passageName, whyNoRate, type LifecycleContext } from './lifecycle-context.js';
import type { LifecycleTerms } from '../../locale/lifecycle-terms.js';

const PRIMARY = 4;

type Row = readonly [id: string, words: FigureWords, ground: Partial<Figure> & Pick<Figure, 'value'>];

/** Rate, ratio, active customers, the largest opportunity; and what flows into the base and out of it. */
function ofRenewal(context: LifecycleContext): Row[] {
  const { value, terms, format, compact, base } = context;
  const { rate, ratio, activeAtStart, newCustomers, becameInactive } = value.renewal;
  const why = rate === null ? { reason: whyNoRate(context) } : {};
  const counted = (n: number | null): Partial<Figure> => (n === null ? { reason: base.reasons.suppressed } : {});
  const parts = [newCustomers, becameInactive].map((n) => format.count(n)).join(' − ');
  const best = largestOpportunity(context);
  const about = best ? { numerator: capital(passageName(context, best)) } : { reason: base.reasons['not-enough-history'] };
  const row = (id: keyof LifecycleTerms['figures'], text: string, more: Partial<Figure>): Row => [
    id,
    terms.figures[id],
    { value: text, ...more },
  ];
  const isKnown = rate !== null && activeAtStart !== null;
  const ground = isKnown ? { numerator: parts, denominator: terms.customers(activeAtStart), n: activeAtStart } : {};
  return [
    row('renewal-rate', format.change(rate), { ...ground, ...why }),
    row(
      'renewal-ratio',
      format.decimal(ratio, 2),
      ratio === null ? { reason: becameInactive === 0 ? base.reasons['zero-denominator'] : terms.withheld } : {},
    ),
    ...(['activeAtEnd'] as const).map((id) => row(id, format.count(value.renewal[id]), counted(value.renewal[id]))),
    row('opportunity', best ? compact(best.opportunity) : format.count(null), about),
    ...(['newCustomers', 'reactivated', 'becameInactive'] as const).map((id) =>
      row(id, format.count(value.renewal[id]), counted(value.renewal[id])),
    ),
  ];
}

export function lifecycleFigures(context: LifecycleContext): Figure[] {
  const { value, terms, format, base, stages } = context;
  const hidden = { reason: base.reasons.suppressed };
  return figuresOf(
    [
      ...ofRenewal(context),
      ...stages.map(({ id, customers }): Row => [
        `stage-${id}`,
        terms.stageFigure(terms.stage[id], terms.rule(id, value.rules)),
        { value: format.count(customers), ...(customers === null ? hidden : {}) },
      ]),
      ...value.flows
        .filter(({ from, to }) => from !== to && from !== 'outside')
        .map((flow): Row => {
          const { from, to, customers, base: of, probability, interval } = flow;
          const isKnown = customers !== null && of !== null;
          const ground = {
            numerator: terms.customers(customers ?? 0),
            denominator: terms.customers(of ?? 0),
            interval: format.rateInterval(interval),
            n: of ?? 0,
          };
          return [
            `flow-${from}-${to}`,
            terms.flowFigure(capital(passageName(context, flow))),
            { value: format.rate(probability), ...(isKnown ? ground : hidden) },
          ];
        }),
    ],
    PRIMARY,
  );
}
