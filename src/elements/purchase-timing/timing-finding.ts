/** The sentence over the picture: what a colleague would say, and never more than the data can carry. */
import { groupName, lastDay, limitsOf, pointBefore, toldMark, type TimingContext } from './timing-context.js';
import { sentence } from '../../base/states.js';
import { FEW } from '../../chart/figures.js';
import type { TimingCurve } from '../../core/kpi/purchase-timing-types.js';

/** Below it groups differ by more than chance. */
const CHANCE = 0.01;

/** Segments and stages follow from purchases: the quick ones are quick because that is what they are. */
const isHindsight = (by: TimingContext['value']['by']): by is 'segment' | 'stage' => by === 'segment' || by === 'stage';

/** Half have bought, or fewer. */
function halfOf(context: TimingContext, main: TimingCurve): string {
  const { terms, format } = context;
  if (main.medianDays !== null) return terms.half(main.id, main.medianDays);
  const last = lastDay(context, main);
  const point = pointBefore(main, last);
  const day = context.exact ? Math.min(last, main.points.at(-1)?.days ?? last) : point?.days;
  return point && day !== undefined ? terms.notHalf(main.id, format.rate(1 - point.survival), day) : '';
}

/** Quickest and slowest group, where groups of some size differ by more than chance, and not by how they are made. */
function groupsOf({ value, terms }: TimingContext, main: TimingCurve): string {
  if (isHindsight(value.by)) return '';
  const test = value.tests.find(({ id }) => id === main.id);
  const groups = value.curves.filter(({ id, part, spells }) => id === main.id && part === 'group' && (spells ?? 0) >= FEW);
  const median = ({ medianDays }: TimingCurve): number => medianDays ?? Infinity;
  const sorted = [...groups].sort((a, b) => median(a) - median(b));
  const [quick, slow] = [sorted[0], sorted.at(-1)];
  if (!test || test.pValue >= CHANCE || !slow || quick.medianDays === null || median(slow) === quick.medianDays) return '';
  const days = slow.medianDays === null ? null : terms.days(slow.medianDays);
  return terms.groups(groupName(quick, value.by, terms), terms.days(quick.medianDays), groupName(slow, value.by, terms), days);
}

export function timingFinding(context: TimingContext): string {
  const { main, terms, format } = context;
  if (!main) return terms.noCurve;
  const { spells, events, window } = main;
  if (spells === null || events === null) return `${sentence(terms.withheld)}.`;
  const mark = toldMark(main);
  const within = mark.probability === null ? '' : terms.within(mark.days, format.rate(mark.probability), limitsOf(context, mark));
  if (spells < FEW) return [within, terms.few(spells)].filter(Boolean).join(' ');
  const reach = window ? terms.reach(window.to, window.conversionDays, window.programmeDays, format.rate(window.programmeShare)) : '';
  return [halfOf(context, main), within, groupsOf(context, main) || reach].filter(Boolean).join(' ');
}

/** What a split cannot say; why there is none. */
export function splitNote({ value, main, terms }: TimingContext): string {
  if (!isHindsight(value.by) || !main) return '';
  return main.id === 'first' ? terms.notSplit : terms.hindsight[value.by];
}

/** Who is counted as new, and whom a filter chooses. */
export function originNotes({ reasons, filter, terms }: TimingContext): string[] {
  const isCensored = reasons.some(({ code }) => code === 'left-censored');
  return [isCensored ? terms.leftCensored : '', filter.channel || filter.country ? terms.chosenByFirst : ''];
}

/** How evenly customers buy, and how many as often as premium customers; empty where neither is known. */
export function rhythm({ value, terms, format }: TimingContext): string {
  const { regularity, cadence } = value.intervals;
  const k = regularity.k === null || (regularity.customers ?? 0) < FEW ? '' : terms.rhythm(regularity.k, format.decimal(regularity.k));
  const { share, customers, days } = cadence;
  return [k, share === null || customers === null ? '' : terms.cadence(format.rate(share), customers, days)].filter(Boolean).join(' ');
}
