/** Where the three tiers stand: in a row of columns, or one under the other. Two bars each: customers, and their revenue. */
import { alike, fit, fitOrNothing, type Measure } from './text-fit.js';
import { mirror, type Box, type Label, type Mirror } from './geometry.js';
import type { TierId } from '../../core/kpi/churn-types.js';

/** One tier in words and numbers. Wordings run from the longest to the shortest. */
export interface TierText {
  readonly id: TierId;
  readonly name: string;
  readonly rules: readonly string[];
  readonly counts: readonly string[];
  readonly moneys: readonly string[];
  readonly customers: number | null;
  readonly revenue: number | null;
}

/** A bar on its rail; the rail is as long as the bar of the largest tier. */
export interface RailBar {
  readonly rail: Box;
  /** null where there is no figure. */
  readonly bar: Box | null;
}

export interface TierBlock {
  readonly id: TierId;
  /** All of the tier: what answers to the pointer and gets the focus ring. */
  readonly area: Box;
  /** Square in which the shape of the tier is drawn. */
  readonly shape: Box;
  readonly labels: { readonly name: Label; readonly rule: Label; readonly count: Label; readonly money: Label };
  readonly customers: RailBar;
  readonly revenue: RailBar;
}

export interface TiersArea {
  /** Width of the whole picture (for the mirror) and of the part that the tiers have, at its start. */
  readonly picture: number;
  readonly width: number;
  readonly stacked: boolean;
  readonly compact: boolean;
  readonly rtl: boolean;
}

const SHAPE = 10;
const AFTER_SHAPE = 16;
const THINNEST = 1.5;

/** Baselines and bar tops of one tier, from its top. */
interface Rows {
  readonly name: number;
  readonly count: number;
  readonly customers: number;
  readonly money: number;
  readonly revenue: number;
  readonly rule: number;
  readonly bar: number;
  readonly height: number;
  readonly gap: number;
}
const COLUMN: Rows = { name: 13, count: 44, customers: 53, money: 88, revenue: 97, rule: 128, bar: 8, height: 134, gap: 24 };
const COLUMN_COMPACT: Rows = { name: 13, count: 36, customers: 43, money: 68, revenue: 75, rule: 98, bar: 6, height: 104, gap: 20 };
const STACK: Rows = { name: 13, count: 38, customers: 46, money: 38, revenue: 46, rule: 13, bar: 6, height: 54, gap: 18 };
const STACK_COMPACT: Rows = { ...STACK, count: 34, customers: 41, money: 34, revenue: 41, height: 48, gap: 12 };

function rowsOf({ stacked, compact }: TiersArea): Rows {
  if (stacked) return compact ? STACK_COMPACT : STACK;
  return compact ? COLUMN_COMPACT : COLUMN;
}

/** Height that the tiers need; the same for every result. */
export function tiersHeight(area: TiersArea): number {
  const rows = rowsOf(area);
  return area.stacked ? 3 * rows.height + 2 * rows.gap : rows.height;
}

function railBar(flip: Mirror, start: number, y: number, width: number, height: number, value: number | null, most: number): RailBar {
  const length = most > 0 && value !== null ? (Math.max(0, value) / most) * width : 0;
  const shown = length > 0 ? Math.max(THINNEST, length) : 0;
  return { rail: flip.box(start, y, width, height), bar: value === null ? null : flip.box(start, y, shown, height) };
}

/** Start and width of a part inside a block. */
interface Span {
  readonly start: number;
  readonly width: number;
}

/** Where in a block the two measures stand: under each other in columns, beside each other in a stack. */
function halves({ stacked }: TiersArea, block: Span): { count: Span; money: Span } {
  if (!stacked) return { count: block, money: block };
  const half = (block.width - 16) / 2;
  return { count: { start: block.start, width: half }, money: { start: block.start + half + 16, width: half } };
}

function labelsOf(tier: TierText, area: TiersArea, block: Span, y: number, flip: Mirror, measure: Measure): TierBlock['labels'] {
  const rows = rowsOf(area);
  const { count, money } = halves(area, block);
  const name = fit([tier.name], block.width - AFTER_SHAPE, 'strong', measure);
  const rule = fitOrNothing(tier.rules, area.stacked ? beside(tier, block.width, measure) : block.width, 'note', measure);
  const at = (start: number, row: number, text: string, size: Label['size'], anchor: Label['anchor'] = 'start'): Label => ({
    x: flip.x(start),
    y: y + row,
    text,
    size,
    anchor,
  });
  return {
    name: at(block.start + AFTER_SHAPE, rows.name, name, 'strong'),
    rule: area.stacked ? at(block.start + block.width, rows.rule, rule, 'note', 'end') : at(block.start, rows.rule, rule, 'note'),
    count: at(count.start, rows.count, fit(tier.counts, count.width, 'heading', measure), 'heading'),
    money: at(money.start, rows.money, fit(tier.moneys, money.width, 'body', measure), 'body'),
  };
}

/** Width beside the name of a tier, for its rule. */
function beside(tier: TierText, width: number, measure: Measure): number {
  return width - AFTER_SHAPE - measure(fit([tier.name], width - AFTER_SHAPE, 'strong', measure), 'strong') - 12;
}

/** The same tiers in wordings of one kind: what one tier has no room to say, none says. */
function worded(tiers: readonly TierText[], area: TiersArea, width: number, measure: Measure): TierText[] {
  const { count, money } = halves(area, { start: 0, width });
  const ruleWidth = area.stacked ? Math.min(...tiers.map((tier) => beside(tier, width, measure))) : width;
  const texts = {
    rules: alike(
      tiers.map((tier) => tier.rules),
      ruleWidth,
      'note',
      measure,
    ),
    counts: alike(
      tiers.map((tier) => tier.counts),
      count.width,
      'heading',
      measure,
    ),
    moneys: alike(
      tiers.map((tier) => tier.moneys),
      money.width,
      'body',
      measure,
    ),
  };
  return tiers.map((tier, i) => ({ ...tier, rules: texts.rules[i], counts: texts.counts[i], moneys: texts.moneys[i] }));
}

/** Blocks of the tiers in their order. Bars of one measure share one scale from zero; a negative revenue has no length. */
export function layoutTiers(tiers: readonly TierText[], area: TiersArea, measure: Measure): TierBlock[] {
  const rows = rowsOf(area);
  const flip = mirror(area.picture, area.rtl);
  const width = area.stacked ? area.width : (area.width - rows.gap * (tiers.length - 1)) / tiers.length;
  const mostCustomers = Math.max(0, ...tiers.map((tier) => tier.customers ?? 0));
  const mostRevenue = Math.max(0, ...tiers.map((tier) => tier.revenue ?? 0));
  return worded(tiers, area, width, measure).map((tier, index) => {
    const block: Span = { start: area.stacked ? 0 : index * (width + rows.gap), width };
    const y = area.stacked ? index * (rows.height + rows.gap) : 0;
    const { count, money } = halves(area, block);
    return {
      id: tier.id,
      area: flip.box(block.start, y, width, rows.height),
      shape: flip.box(block.start, y + rows.name - SHAPE, SHAPE, SHAPE),
      labels: labelsOf(tier, area, block, y, flip, measure),
      customers: railBar(flip, count.start, y + rows.customers, count.width, rows.bar, tier.customers, mostCustomers),
      revenue: railBar(flip, money.start, y + rows.revenue, money.width, rows.bar, tier.revenue, mostRevenue),
    };
  });
}
