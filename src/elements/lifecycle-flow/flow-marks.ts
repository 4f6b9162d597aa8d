/** What a person can reach among the passages, and what it says. */
import { sentence } from '../../base/states.js';
import type { Mark } from '../../base/widget.js';
import type { LifecycleFlow, StageId } from '../../core/kpi/lifecycle-types.js';
import { passageName, peopleText, stayText, type LifecycleContext } from './lifecycle-context.js';

/** The last column of the grid: stages at the later date. */
const LAST = 99;

/** Title and pieces in one sentence, and in lines. */
function marked({ base }: LifecycleContext, id: string, title: string, parts: readonly string[], rest: Partial<Mark>): Mark {
  return { id, label: `${base.labelled(title, parts.join(', '))}.`, lines: [title, ...parts], selection: null, ...rest };
}

/** A stage at the earlier date. */
export function beforeMark(
  context: LifecycleContext,
  { id, customers }: { id: StageId | 'outside'; customers: number | null },
  row: number,
): Mark {
  const { terms, format, value } = context;
  const title = terms.on(terms.stage[id], format.date(value.dates.from));
  const said = customers === null ? terms.withheld : peopleText(context, id, customers);
  return marked(context, `before-${id}`, title, [said], { row, column: 0, figure: id === 'outside' ? 'new-customers' : `stage-${id}` });
}

/** A stage at the later date. */
export function stageMark(context: LifecycleContext, id: StageId, row: number): Mark {
  const { terms, format, value, money, isUsual } = context;
  const stage = value.stages.find((one) => one.id === id)!;
  const { customers, revenue } = stage;
  const said =
    customers === null ? [terms.withheld] : [peopleText(context, id, customers), terms.overYear(money(revenue)), stayText(context, stage)];
  return marked(context, `stage-${id}`, terms.on(terms.stage[id], format.date(value.dates.to)), said, {
    selection: { dimension: isUsual ? 'stage' : 'own-stage', values: [id], customers },
    ...{ row, column: LAST, figure: `stage-${id}` },
  });
}

export function flowMark(context: LifecycleContext, flow: LifecycleFlow, row: number, column: number): Mark {
  const { terms, format, money, compact, days } = context;
  const { from, to, customers, base, probability, interval, revenue, target, opportunity } = flow;
  const share =
    probability === null || base === null
      ? []
      : [`${terms.share(format.rate(probability), peopleText(context, from, base))} (${format.rateInterval(interval)})`];
  const more = opportunity ? [terms.potential(format.rate(target), compact(opportunity), terms.days(days))] : [];
  return marked(
    context,
    `flow-${from}-${to}`,
    sentence(passageName(context, flow)),
    [peopleText(context, to, customers ?? 0), ...share, terms.overYear(money(revenue)), ...more],
    {
      selection: { dimension: 'flow', values: [from, to], customers },
      ...{ row, column, figure: from === 'outside' || from === to ? `stage-${to}` : `flow-${from}-${to}` },
    },
  );
}
