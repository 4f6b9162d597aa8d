/** Columns of the funnel: names, bars with their counts, rates. */
import type { ChartFrame } from '../../base/widget.js';
import { scaleLength, type Pen } from './geometry.js';
import type { FunnelText, StepText } from './kpi-funnel-layout.js';

/** Nothing stretches beyond this, however wide the page. */
const WIDEST = 880;
/** Below this a name stands above its bar. */
const SIDE_BY_SIDE_FROM = 460;
const SHORTEST_SCALE = 120;
const NAMES_MOST = 0.32;
const RATES_MOST = 0.35;
export const GAP = 8;
const COLUMN_GAP = 16;

/** Pixels from the start of the line. */
export interface Columns {
  /** Names stand above their bars. */
  readonly stacked: boolean;
  readonly end: number;
  /** Widths of names and rates. */
  readonly names: number;
  readonly rates: number;
  readonly barStart: number;
  /** Where bars and what is written after them must end. */
  readonly barEnd: number;
  /** Length of the whole bar. */
  readonly scale: number;
  /** Which wording of the counts fits. */
  readonly wording: number;
  /** Tags stand behind the counts; else behind the names where there is room. */
  readonly tags: boolean;
}

export function countOf({ counts }: StepText, wording: number): string {
  return counts[Math.min(wording, counts.length - 1)] ?? '';
}

export function countSize({ optional }: StepText): 'note' | 'body' {
  return optional ? 'note' : 'body';
}

/** The most generous arrangement whose bars are long enough to compare. */
export function funnelColumns(text: FunnelText, frame: ChartFrame, pen: Pen): Columns {
  const last = Math.max(1, ...text.steps.map(({ counts }) => counts.length)) - 1;
  const side = (wording: number, tags: boolean): Columns => sideBySide(text, frame.width, wording, tags, pen);
  const tries = frame.width < SIDE_BY_SIDE_FROM * pen.scale ? [] : [side(0, true), side(last, true), side(last, false)];
  const found = [...tries, stacked(text, frame.width, 0, pen)].find(({ scale }) => scale >= SHORTEST_SCALE);
  return found ?? stacked(text, frame.width, last, pen);
}

function sideBySide(text: FunnelText, width: number, wording: number, tags: boolean, pen: Pen): Columns {
  const end = Math.min(width, WIDEST);
  const rates = ratesWidth(text, end, pen);
  const names = Math.min(end * NAMES_MOST, namesWidth(text.steps, pen));
  const barStart = names + COLUMN_GAP;
  const barEnd = end - rates - COLUMN_GAP;
  return {
    stacked: false,
    end,
    names,
    rates,
    barStart,
    barEnd,
    scale: scaleOf(text.steps, barEnd - barStart, wording, tags, pen),
    wording,
    tags,
  };
}

function stacked(text: FunnelText, width: number, wording: number, pen: Pen): Columns {
  const end = Math.min(width, WIDEST);
  const rates = ratesWidth(text, end, pen);
  const scale = scaleOf(text.steps, end, wording, false, pen);
  return { stacked: true, end, names: end - rates - COLUMN_GAP, rates, barStart: 0, barEnd: end, scale, wording, tags: false };
}

function ratesWidth({ steps, rateHeading }: FunnelText, end: number, pen: Pen): number {
  const rates = steps.map(({ rate }) => rate);
  return Math.min(end * RATES_MOST, Math.max(pen.widest(rates, 'strong'), pen.width(rateHeading, 'note')));
}

function namesWidth(steps: readonly StepText[], pen: Pen): number {
  return Math.max(0, ...steps.map((step) => pen.width(step.name, 'body')));
}

function scaleOf(steps: readonly StepText[], room: number, wording: number, tags: boolean, pen: Pen): number {
  const bars = steps.map((step) => {
    const count = GAP + pen.width(countOf(step, wording), countSize(step));
    return { share: step.share ?? 0, after: tags && step.tag ? count + GAP + pen.width(step.tag, 'note') : count };
  });
  return scaleLength(room, bars);
}
