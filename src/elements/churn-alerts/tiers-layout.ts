/** The three tiers, in a row of columns or one under the other. Two bars each: customers, and their revenue. */
import type { Place, Plan } from './churn-alerts-layout.js';
import { sign, type ChurnContext } from './churn-context.js';
import type { Box, Label, Pen } from '../../chart/pen.js';
import type { ChurnTier } from '../../core/kpi/churn-types.js';

/** @internal */
export interface TierPlace extends Place {
  /** Where the shape of the tier is drawn, 10 px square. */
  readonly shape: Box;
  readonly texts: readonly Label[];
  /** Rail and bar of each measure; rails are as long as the bar of the largest tier, bars without a figure have no length. */
  readonly bars: readonly Box[];
}

/** A long and a short wording. */
export type Wordings = readonly [long: string, short: string];

/** Where lines of text begin in a tier, their middle, their room, their look, and what they say in each tier. */
type Line = readonly [start: number, middle: number, room: number, look: string, each: readonly Wordings[]];

const SHAPE = 10;
const GAP = 16;
const THINNEST = 1.5;
/** Figures that the tiers lead to. */
const FIGURES = ['watch', 'at-risk', 'inactive-share'];

/** The long wordings where all of them fit, else the short ones: what one has no room to say, none says. */
export function alike(each: readonly Wordings[], look: string, room: number, pen: Pen): string[] {
  const kind = each.every(([long]) => pen.width(long, look) <= room) ? 0 : 1;
  return each.map((wordings) => wordings[kind]);
}

function ruleWordings({ silent, days }: ChurnContext['terms'], { id, afterDays }: ChurnTier): Wordings {
  const rule = sign(id) + days(afterDays);
  return [`${silent} ${rule}`, rule];
}

/** A shape before the name, the rule at the end of its line or under all; count and money side by side or one under the other. */
function linesOf({ value, currency, terms, format }: ChurnContext, { stacked, rows }: Plan, width: number, pen: Pen): readonly Line[] {
  const [name, count, money, rule] = rows;
  const { tiers } = value;
  const half = stacked ? (width - GAP) / 2 : width;
  const names = tiers.map(({ id }) => terms.tier[id]);
  const nameWidth = Math.max(...names.map((text) => pen.width(text, 'strong')));
  const counts = tiers.map(({ customers: n }): Wordings => [n === null ? format.count(n) : terms.customers(n), format.count(n)]);
  const moneys = tiers.map(({ revenue }): Wordings => {
    const text = format.moneyCompact(revenue, currency);
    return [revenue === null ? text : terms.overYear(text), text];
  });
  return [
    [GAP, name, width - GAP, 'name strong', names.map((text) => [text, text])],
    [0, count, half, 'heading', counts],
    [stacked ? half + GAP : 0, money, half, '', moneys],
    [stacked ? width : 0, rule, stacked ? width - 2 * GAP - nameWidth : width, 'note', tiers.map((tier) => ruleWordings(terms, tier))],
  ];
}

/** Bars of one measure share one scale from zero; a negative revenue has no length. */
export function layoutTiers(context: ChurnContext, plan: Plan, pen: Pen): TierPlace[] {
  const {
    value: { tiers },
    currency,
    terms,
    format,
    labelled,
  } = context;
  const { stacked, tiersWidth, rows } = plan;
  const [middle, , , , countBar, moneyBar, thick, height, gap] = rows;
  const width = stacked ? tiersWidth : (tiersWidth - gap * 2) / 3;
  const lines = linesOf(context, plan, width, pen);
  const texts = lines.map(([, , room, look, each]) => alike(each, look, room, pen));
  const [, , [second, , half]] = lines;
  return tiers.map((tier, i) => {
    const { id, customers, revenue } = tier;
    const start = stacked ? 0 : i * (width + gap);
    const top = stacked ? i * (height + gap) : 0;
    lines.forEach(([x, y, room, look], line) => pen.write([texts[line][i], look], start + x, top + y, room, x === width ? 'end' : 'start'));
    const bars = (key: 'customers' | 'revenue', x: number, y: number): Box[] => {
      const share = (tier[key] ?? 0) / Math.max(1, ...tiers.map((each) => each[key] ?? 0));
      return [half, share > 0 ? Math.max(THINNEST, share * half) : 0].map((length) => pen.box(start + x, top + y, length, thick));
    };
    const name = terms.tier[id];
    const [rule] = ruleWordings(terms, tier);
    const said = [customers === null ? terms.withheld : terms.customers(customers)];
    if (revenue !== null) said.push(terms.revenue(format.money(revenue, currency)));
    return {
      mark: {
        id: `tier-${id}`,
        label: `${labelled(`${name}, ${rule}`, said.join(', '))}.`,
        lines: [name, rule, ...said],
        selection: { dimension: 'tier', values: [id], customers },
        figure: FIGURES[i],
      },
      area: pen.box(start, top, width, height),
      shape: pen.box(start, top + middle - SHAPE / 2, SHAPE, SHAPE),
      texts: pen.texts.splice(0),
      bars: [...bars('customers', 0, countBar), ...bars('revenue', second, moneyBar)],
    };
  });
}
