/** The months of attrition: a line from a zero baseline, its interval behind it, gaps where there is no rate. */
import type { Place, Plan } from './churn-alerts-layout.js';
import { groundWordings, TIERS, whyNoRate, whyNoRateNow, type ChurnContext } from './churn-context.js';
import { alike } from './tiers-layout.js';
import type { Label, Pen } from '../../chart/pen.js';

export interface MonthPlace extends Place {
  readonly x: number;
  /** null: no rate. */
  readonly y: number | null;
  /** The dot is always seen: the last month, and one without neighbours, which the line does not show. */
  readonly dotted: boolean;
}

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

/** Height of a rate, on a scale from zero to a whole 10 %; lines at its ends and in the middle. */
function plotRates({ value: { trend }, format }: ChurnContext, { start, top, bottom }: Plan, pen: Pen) {
  const head = top + HEAD * pen.scale;
  const foot = bottom - FOOT * pen.scale;
  const highest = Math.max(LEAST_SCALE, ...trend.flatMap((each) => [each.attritionRate ?? 0, each.attritionInterval?.[1] ?? 0]));
  const most = Math.ceil(highest * 10) / 10;
  const y = (rate: number): number => foot - (rate / most) * (foot - head);
  // The unit stands on the last one only.
  const texts = [format.count(0), format.decimal(most * 50), format.rate(most).replace(/[.,]0(?!\d)/, '')];
  const left = start + GUTTER + Math.max(...texts.map((text) => pen.width(text, 'note')));
  texts.forEach((text, i) => pen.write([text, 'note'], left - GUTTER, y((most * i) / 2), left, 'end'));
  return { head, foot, left, most, y };
}

/** Place of a month; the first one stands half a step from the axis, the last one where its rate has room beside it. */
function plotMonths({ value: { trend }, format }: ChurnContext, left: number, right: number, { start, bottom }: Plan, pen: Pen) {
  const step = (right - left) / (trend.length - 0.5);
  const x = (i: number): number => left + (i + 0.5) * step;
  const names = trend.map(({ month }) => format.month(month));
  const width = Math.max(...names.map((name) => pen.width(name, 'note')));
  for (let i = names.length - 1; i >= 0 && x(i) - width / 2 >= start; i -= Math.ceil((width + MONTH_GAP) / step))
    pen.write([names[i], 'note'], x(i), bottom - MONTH_MIDDLE, width, 'middle');
  return { names, step, x };
}

export function layoutTrend(context: ChurnContext, plan: Plan, pen: Pen): Trend {
  const {
    value: { trend },
    terms,
    format,
    labelled,
  } = context;
  const { stacked, beside, end } = plan;
  const paths = { grid: '', axis: '', band: '', line: '' };
  const last = lastMonth(context);
  writeHead(context, plan, pen);
  if (last < 0) return { texts: pen.texts, paths, months: [] };

  const lastRate = format.rate(trend[last].attritionRate);
  const right = end - GUTTER - pen.width(lastRate, 'strong');
  const { head, foot, left, most, y } = plotRates(context, plan, pen);
  const { names, step, x } = plotMonths(context, left, right, plan, pen);
  const at = (i: number, rate: number): string => `${pen.x(x(i)).toFixed(1)},${y(rate).toFixed(1)}`;
  const across = (rate: number): string => `M${pen.x(left)},${y(rate)}H${pen.x(right)}`;
  pen.write([lastRate, 'strong'], x(last) + GUTTER, Math.min(y(trend[last].attritionRate ?? 0), foot - 4));
  paths.axis = across(0);
  paths.grid = across(most) + across(most / 2);
  const months = trend.map(({ month, attritionRate: rate, attritionInterval: now, lost, base }, i): MonthPlace => {
    const { attritionRate: before = null, attritionInterval: past = null } = trend[i - 1] ?? {};
    if (rate !== null) paths.line += (before === null ? 'M' : 'L') + at(i, rate);
    if (now && past) paths.band += `M${at(i - 1, past[0])}L${at(i - 1, past[1])} ${at(i, now[1])} ${at(i, now[0])}Z`;
    const name = names[i];
    const text = format.rate(rate);
    // Once a month before it had a rate, there was history.
    const emptied = trend.slice(0, i).some((each) => each.base > 0);
    const said = rate === null ? whyNoRate(context, base, emptied) : groundWordings(context, now, lost, base)[0];
    return {
      mark: {
        id: `month-${month}`,
        label: rate === null ? `${name}. ${terms.noRate(said)}` : `${labelled(name, terms.month(text, said))}.`,
        lines: [name, text, said],
        selection: null,
        row: beside ? 0 : stacked ? TIERS.length : 1,
        column: beside ? TIERS.length + i : i,
        figure: 'attrition',
      },
      area: pen.box(left + i * step, head, Math.min(step, right - left - i * step), foot - head),
      x: pen.x(x(i)),
      y: rate === null ? null : y(rate),
      dotted: i === last || (before ?? trend[i + 1]?.attritionRate ?? null) === null,
    };
  });
  return { texts: pen.texts, paths, months };
}
