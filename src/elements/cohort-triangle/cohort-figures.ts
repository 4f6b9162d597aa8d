/** Figures that can be asked "why?". */
import type { Figure } from '../../base/widget.js';
import { figuresOf, type Ground } from '../../chart/figures.js';
import type { Newcomers } from '../../core/kpi/newcomers-types.js';
import type { FigureWords } from '../../locale/counted.js';
import type { CohortFigure } from '../../locale/cohort-terms.js';
import { headlineAge, isShare, type CohortContext } from './cohort-context.js';

type Row = [id: string, words: FigureWords, ground: Ground];

/** The average at the age of the finding. */
function headline(context: CohortContext): Row {
  const { terms, base, format, metric, line, triangle, value, write } = context;
  const age = headlineAge(context);
  const [label, definition, formula] = terms.metricFigure(metric, age, value.grain);
  const { costCoverage = null } = triangle;
  const more = metric === 'margin' && costCoverage !== null && costCoverage < 1 ? terms.coverage(format.rate(costCoverage)) : '';
  const interval = triangle.lineInterval?.[age] ?? null;
  const { lineWhole: { [age]: whole } = [], linePart: { [age]: part } = [] } = triangle;
  return [
    metric,
    [label, definition + more, formula],
    {
      value: write(line[age]),
      interval: interval ? format.rateInterval(interval) : undefined,
      ...(isShare(metric) && typeof part === 'number' ? { numerator: terms.customers(part) } : {}),
      ...(typeof whole === 'number' ? { denominator: metric === 'basket' ? terms.orders(whole) : terms.customers(whole), n: whole } : {}),
      reason: (line[age] ?? null) === null ? base.reasons['no-data'] : undefined,
    },
  ];
}

function newcomerRows({ terms, base, format, money }: CohortContext, newcomers: Newcomers): Row[] {
  const { months, customers, orders, meanRevenue, meanOrderCount, meanBasket, revenue, active, activeShare, activeInterval, potential } =
    newcomers;
  const { from, to } = newcomers;
  const period = from && to ? { from, to } : undefined;
  const missing = customers === null ? base.reasons.suppressed : base.reasons['zero-denominator'];
  const row = (id: CohortFigure, exact: number | null, text: string, more: Partial<Ground> = {}, label = terms.figure[id][0]): Row => {
    const [, definition, formula] = terms.figure[id];
    return [id, [label, definition, formula], { value: text, reason: exact === null ? missing : undefined, period, ...more }];
  };
  const people = customers === null ? undefined : terms.customers(customers);
  const { expected = null, expectedShare = null, reference = 0, referenceTop = 0 } = potential ?? {};
  return [
    row('newcomers', customers, format.count(customers), {}, terms.newcomers(months)),
    row('potential', expected, expected === null ? '—' : terms.expected(format.count(expected), format.rate(expectedShare)), {
      ...(potential ? { numerator: terms.share(referenceTop, reference) } : { reason: terms.noPotential }),
    }),
    row('newcomer-revenue', meanRevenue, money(meanRevenue), {
      numerator: revenue === null ? undefined : money(revenue),
      denominator: people,
    }),
    row('newcomer-orders', meanOrderCount, format.decimal(meanOrderCount, 2), {
      numerator: orders === null ? undefined : terms.orders(orders),
      denominator: people,
    }),
    row('newcomer-basket', meanBasket, money(meanBasket), {
      numerator: revenue === null ? undefined : money(revenue),
      denominator: orders === null ? undefined : terms.orders(orders),
    }),
    row('newcomer-active', activeShare, format.rate(activeShare), {
      ...(active === null ? {} : { numerator: terms.customers(active), denominator: people, n: customers ?? 0 }),
      interval: activeInterval ? format.rateInterval(activeInterval) : undefined,
    }),
  ];
}

function costRows({ terms, base, triangle, money, value }: CohortContext): Row[] {
  const { acquisition } = triangle;
  if (!acquisition) return [];
  const { cost, customers, cac, payback, observed } = acquisition;
  const reason = cac === null ? base.reasons['no-data'] : undefined;
  const paid = payback ? terms.later(payback - 1, value.grain) : cac === null ? '—' : `>\u00a0${terms.periods(observed, value.grain)}`;
  return [
    [
      'cac',
      terms.figure.cac,
      {
        value: money(cac),
        reason,
        numerator: cost === null ? undefined : money(cost),
        denominator: customers === null ? undefined : terms.customers(customers),
      },
    ],
    ['payback', terms.paybackFigure(triangle.paybackBy ?? 'revenue'), { value: paid, reason }],
  ];
}

/** The first four stand under the sentence: what customers cost comes before how many of the new ones are active. */
export function cohortFigures(context: CohortContext): Figure[] {
  const { newcomers } = context.triangle;
  const [people, potential, ...others] = newcomers ? newcomerRows(context, newcomers) : [];
  const first = people ? [people, potential] : [];
  return figuresOf([headline(context), ...first, ...costRows(context).reverse(), ...others], 4);
}
