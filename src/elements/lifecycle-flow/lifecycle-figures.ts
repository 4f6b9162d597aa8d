/** The figures that can be asked "why?". The first four stand under the sentence. */
import { sentence } from '../../base/states.js';
import type { Figure } from '../../base/widget.js';
import { figuresOf } from '../../chart/figures.js';
import type { LifecycleFlow, StageId } from '../../core/kpi/lifecycle-types.js';
import type { FigureWords } from '../../locale/counted.js';
import { largestOpportunity, passageName, peopleText, STEP_FIGURES, whyNoRate, type LifecycleContext } from './lifecycle-context.js';
import type { LifecycleTerms } from '../../locale/lifecycle-terms.js';

const PRIMARY = 4;

type Row = readonly [id: string, words: FigureWords, ground: Partial<Figure> & Pick<Figure, 'value'>];

const LATER = ['newCustomers', 'reactivated', 'becameInactive'] as const;

/** What makes an opportunity: customers, shares, and what each of them would bring more. */
function potentialOf(context: LifecycleContext, best: LifecycleFlow): Partial<Figure> {
  const { value, terms, format, money } = context;
  const brings = (id: StageId | 'outside'): number => {
    const { meanMarginAfter, meanRevenueAfter = 0 } = value.stages.find((stage) => stage.id === id) ?? {};
    return (meanMarginAfter === undefined ? meanRevenueAfter : meanMarginAfter) ?? 0;
  };
  const { from, to, base, target, probability } = best;
  const shares = `(${format.rate(target)} − ${format.rate(probability)})`;
  const more = terms.perCustomer(`(${money(brings(to))} − ${money(brings(from))})`);
  const made = [peopleText(context, from, base ?? 0), shares, more].join(' × ');
  return { numerator: context.base.labelled(sentence(passageName(context, best)), made), n: base ?? 0 };
}

/** The largest opportunity, that of the sentence where it has one; 0 where every passage is at its best. */
function ofOpportunity(context: LifecycleContext): Row {
  const { value, terms, format, compact, base } = context;
  const best = largestOpportunity(context) ?? largestOpportunity(context, 0);
  const isKnown = value.flows.some(({ opportunity }) => opportunity !== null);
  const isWithheld = value.flows.some(({ customers }) => customers === null);
  const ground = best
    ? potentialOf(context, best)
    : isKnown
      ? {}
      : { reason: base.reasons[isWithheld ? 'suppressed' : 'not-enough-history'] };
  const [label, definition, formula] = terms.figures.opportunity;
  const words = [label, definition, value.opportunityBy ? terms.byMargin : formula] as const;
  return ['opportunity', words, { value: isKnown ? compact(best?.opportunity ?? 0) : format.count(null), ...ground }];
}

/** Rate, ratio and active customers, then the opportunity; at last what flows into the base and out of it. */
function ofRenewal(context: LifecycleContext): Row[] {
  const { value, terms, format, base } = context;
  const { rate, ratio, activeAtStart, newCustomers, becameInactive } = value.renewal;
  const parts = [newCustomers, becameInactive].map((n) => format.count(n)).join(' − ');
  const row = (id: keyof LifecycleTerms['figures'], text: string, more: Partial<Figure>): Row => [
    id,
    terms.figures[id],
    { value: text, ...more },
  ];
  const counted = (step: 'activeAtEnd' | (typeof LATER)[number]): Row => {
    const n = value.renewal[step];
    return row(STEP_FIGURES[step], format.count(n), n === null ? { reason: base.reasons.suppressed } : {});
  };
  const isKnown = rate !== null && activeAtStart !== null;
  const ground = isKnown
    ? { numerator: parts, denominator: terms.customers(activeAtStart), n: activeAtStart }
    : { reason: whyNoRate(context) };
  const noRatio = { reason: becameInactive === 0 ? terms.nobodyLost : rate === null ? whyNoRate(context) : terms.withheld };
  return [
    row('renewal-rate', format.change(rate), ground),
    row('renewal-ratio', format.decimal(ratio, 2), ratio === null ? noRatio : {}),
    counted('activeAtEnd'),
    ofOpportunity(context),
    ...LATER.map(counted),
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
            numerator: peopleText(context, to, customers ?? 0),
            denominator: peopleText(context, from, of ?? 0),
            interval: format.rateInterval(interval),
            n: of ?? 0,
          };
          return [
            `flow-${from}-${to}`,
            terms.flowFigure(sentence(passageName(context, flow))),
            { value: format.rate(probability), ...(isKnown ? ground : hidden) },
          ];
        }),
    ],
    PRIMARY,
  );
}
