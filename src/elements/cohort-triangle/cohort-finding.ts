/** The sentence over the picture: what a colleague would say, and never more than the data can carry. */
import { sentence } from '../../base/states.js';
import { FEW } from '../../chart/figures.js';
import { fewAt, headlineAge, isShare, valueOf, type CohortContext } from './cohort-context.js';

/** The best and the worst of the cohorts that have a name, where their intervals do not overlap. */
function extremes({ value, metric, cohorts, terms, write }: CohortContext, age: number): string {
  if (value.key === 'first-order' || !isShare(metric)) return '';
  const known = cohorts.flatMap(({ cohort, name, cells }) => {
    const cell = cells[age];
    const share = cell && valueOf(cell);
    const interval = cell && (cell.valueInterval ?? cell.interval);
    return cohort === null || !cell || share === null || !interval || (cell.base ?? 0) < FEW ? [] : [{ name, share, interval }];
  });
  if (known.length < 2) return '';
  known.sort((a, b) => b.share - a.share);
  const [best, worst] = [known[0], known[known.length - 1]];
  return best.interval[0] > worst.interval[1] ? terms.extremes(best.name, write(best.share), worst.name, write(worst.share)) : terms.alike;
}

/** Later cohorts beside earlier ones. */
function compared({ triangle: { comparison }, terms, write }: CohortContext): string {
  if (!comparison || comparison.recent.rate === comparison.earlier.rate) return '';
  const { recent, earlier, verdict } = comparison;
  return terms.compared(verdict, write(recent.rate), write(earlier.rate), recent.cohorts);
}

function payback({ triangle: { acquisition, paybackBy = 'revenue' }, value, metric, terms, money }: CohortContext): string {
  if (!acquisition || acquisition.cac === null || (metric !== 'revenue' && metric !== 'margin')) return '';
  return terms.payback(money(acquisition.cac), acquisition.payback, acquisition.observed, value.grain, paybackBy);
}

/** Why there is no value at an age: nothing is known yet, or not allowed to be. */
function whyNone({ cohorts, metric, triangle, terms, base }: CohortContext, age: number): string {
  if (!cohorts.some(({ cells }) => cells[age])) return terms.tooYoung;
  if (metric !== 'margin' || triangle.paybackBy === 'margin') return base.reasons.suppressed;
  return triangle.costCoverage ? base.reasons['partial-costs'] : terms.noCosts;
}

export function cohortFinding(context: CohortContext): string {
  const { line, metric, terms, base, format, triangle, value, write } = context;
  const age = headlineAge(context);
  const headline = line[age] ?? null;
  if (headline === null) return sentence(`${whyNone(context, age)}.`);
  const few = fewAt(context, age);
  if (few !== null) return sentence(`${terms.few(few)}.`);
  const interval = format.rateInterval(triangle.lineInterval?.[age] ?? null);
  const said = [
    terms.finding(metric, write(headline), age, value.grain, interval),
    compared(context),
    extremes(context, age),
    payback(context),
  ];
  return sentence(`${said.filter(Boolean).join(base.semicolon)}.`);
}
