/** The months of attrition: a line from a zero baseline, its interval behind it, gaps where there is no rate. */
import type { Place, Plan } from './churn-alerts-layout.js';
import { groundWordings, whyNoRate, whyNoRateNow, type ChurnContext } from './churn-context.js';
import { alike } from './tiers-layout.js';
import type { Mark } from '../../base/widget.js';
import { widest, type Label, type Pen } from '../../chart/pen.js';

/** @internal */
export interface MonthPlace extends Place {
  readonly x: number;
  /** null: no rate. */
  readonly y: number | null;
  /** The dot is always seen: the last month, and one without neighbours, which the line does not show. */
  readonly dotted: boolean;
}

/** @internal */
export interface Trend {
  readonly texts: readonly Label[];
  /** What is drawn: ticks, zero, intervals, rates. */
  readonly paths: Readonly<Record<'grid' | 'axis' | 'band' | 'line', string>>;
  /** None where no month has a rate. */
  readonly months: readonly MonthPlace[];
}

const HEAD = 52;
const FOOT = 22;
const MONTH_MIDDLE = 9;
const GUTTER = 8;
const MONTH_GAP = 14;
const LEAST_SCALE = 0.1;

/** The last month with a rate; -1 where no month has one: there is no trend to draw. */
export function lastMonth({ value: { trend } }: ChurnContext): number {
  return trend.reduce((last, { attritionRate }, i) => (attritionRate === null ? last : i), -1);
}

/** Title, and what the last rate stands on or why there is none. */
function writeHead(context: ChurnContext, { start, end, top }: Plan, pen: Pen): void {
  const { attritionRate, attritionInterval, attritionLost, attritionBase } = context.value;
  const why = lastMonth(context) < 0 ? whyNoRateNow(context) : '';
  const ground = attritionRate === null ? ([why, why] as const) : groundWordings(context, attritionInterval, attritionLost, attritionBase);
  pen.write([context.terms.figures.attrition[0], 'strong'], start, top + 8 * pen.scale, end - start);
  pen.write([alike([ground], 'note', end - start, pen)[0], 'note'], start, top + 27 * pen.scale, end - start);
}

function markMonth(context: ChurnContext, i: number): Mark {
  const { value, terms, format, labelled } = context;
  const { month, attritionRate, attritionInterval, lost, base } = value.trend[i];
  const name = format.month(month);
  const rate = format.rate(attritionRate);
  // Once a month before it had a rate, there was history.
  const emptied = value.trend.slice(0, i).some((each) => each.base > 0);
  const said = attritionRate === null ? whyNoRate(context, base, emptied) : groundWordings(context, attritionInterval, lost, base)[0];
  return {
    id: `month-${month}`,
    label: attritionRate === null ? `${name}. ${terms.noRate(said)}` : `${labelled(name, terms.month(rate, said))}.`,
    lines: [name, rate, said],
    selection: null,
    figure: 'attrition',
  };
}

/** Rates on a scale from zero to a whole 10 %, with lines at its ends and in the middle. The first month stands half a step from the axis. */
export function layoutTrend(context: ChurnContext, plan: Plan, pen: Pen): Trend {
  const { trend } = context.value;
  const { format } = context;
  const paths = { grid: '', axis: '', band: '', line: '' };
  const last = lastMonth(context);
  writeHead(context, plan, pen);
  if (last < 0) return { texts: pen.texts, paths, months: [] };

  const rates = trend.map(({ attritionRate }) => attritionRate);
  const head = plan.top + HEAD * pen.scale;
  const foot = plan.bottom - FOOT * pen.scale;
  const bounds = trend.flatMap(({ attritionInterval }) => attritionInterval ?? []);
  const most = Math.ceil(Math.max(LEAST_SCALE, ...bounds) * 10) / 10;
  // The unit stands on the last one only.
  const ticks = [format.count(0), format.count(most * 50), format.rate(most).replace(/[.,]0(?!\d)/, '')];
  const names = trend.map(({ month }) => format.month(month));
  const rate = format.rate(rates[last]);
  const left = plan.start + GUTTER + widest(pen, ticks);
  const right = plan.end - GUTTER - pen.width(rate, 'strong');
  const step = (right - left) / (trend.length - 0.5);
  const every = Math.ceil((widest(pen, names) + MONTH_GAP) / step);
  const x = (i: number): number => left + (i + 0.5) * step;
  const y = (share: number): number => foot - (share / most) * (foot - head);
  const at = (i: number, share: number): string => `${pen.x(x(i)).toFixed(1)},${y(share).toFixed(1)}`;
  ticks.forEach((text, i) => {
    pen.write([text, 'note'], left - GUTTER, y((most * i) / 2), left, 'end');
    paths[i ? 'grid' : 'axis'] += `M${pen.x(left)},${y((most * i) / 2)}H${pen.x(right)}`;
  });
  pen.write([rate, 'strong'], x(last) + GUTTER, Math.min(y(rates[last] ?? 0), foot - 4));
  const months = trend.map(({ attritionInterval: now }, i): MonthPlace => {
    const share = rates[i];
    const past = trend[i - 1]?.attritionInterval;
    if ((trend.length - 1 - i) % every === 0) pen.write([names[i], 'note'], x(i), plan.bottom - MONTH_MIDDLE, Infinity, 'middle');
    if (share !== null) paths.line += ((rates[i - 1] ?? null) === null ? 'M' : 'L') + at(i, share);
    if (now && past) paths.band += `M${at(i - 1, past[0])}L${at(i - 1, past[1])} ${at(i, now[1])} ${at(i, now[0])}Z`;
    return {
      mark: markMonth(context, i),
      area: pen.box(left + i * step, head, Math.min(step, right - left - i * step), foot - head),
      x: pen.x(x(i)),
      y: share === null ? null : y(share),
      dotted: i === last || (rates[i - 1] ?? rates[i + 1] ?? null) === null,
    };
  });
  return { texts: pen.texts, paths, months };
}
