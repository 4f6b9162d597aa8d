/** A result with the words and formats to tell it, and which of its curves are shown. */
import type { Speech } from '../../base/widget.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type {
  PurchaseId,
  PurchaseTimingParams,
  PurchaseTimingResult,
  TimingCurve,
  TimingMark,
  TimingPoint,
} from '../../core/kpi/purchase-timing-types.js';
import type { Formatter } from '../../locale/formatter.js';
import { timingTerms, type TimingTerms } from '../../locale/timing-terms.js';

/** @internal One curve of the picture. */
export interface Line {
  readonly name: string;
  readonly look: string;
  readonly curve: TimingCurve;
}

/** @internal */
export interface TimingContext extends KpiResult<PurchaseTimingResult> {
  readonly params: PurchaseTimingParams;
  readonly terms: TimingTerms;
  readonly format: Formatter;
  /** `Name: text`, with the spaces of the language. */
  labelled(label: string, text: string): string;
  /** The curve of everybody that is told; null where nobody waits. */
  readonly main: TimingCurve | null;
  /** Whether every day with a purchase has its own point: small groups are not withheld. */
  readonly exact: boolean;
  /** Last day that is drawn at most. */
  readonly horizon: number;
  /** In the order in which they are drawn: the main one last. */
  readonly lines: readonly Line[];
}

export const PURCHASES: readonly PurchaseId[] = ['second', 'first', 'next'];

/** Waits that a picture must follow to its end; a curve of less is noise. */
const FOLLOWED = 10;
/** Days that are told of each purchase, where they are among the marks. */
const USUAL: Readonly<Record<PurchaseId, number>> = { first: 7, second: 30, next: 60 };
/** Share of the purchases after which nothing more is to be seen. */
const COME = 0.98;

export function groupName({ part, group }: TimingCurve, by: PurchaseTimingParams['by'], terms: TimingTerms): string {
  if (part === 'all') return terms.everybody;
  // Nobody translates a channel.
  const word = by === 'segment' || by === 'stage' ? terms.classes[group ?? ''] : undefined;
  return word ?? group ?? terms.rest;
}

/** Groups where the curves are split, else the other purchases in grey. */
function linesOf(value: PurchaseTimingResult, main: TimingCurve, terms: TimingTerms): Line[] {
  // A group without points is withheld.
  const own = value.curves.filter(({ id, part, points }) => id === main.id && part !== 'all' && points.length > 0);
  const groups = own.map((curve, at): Line => {
    const look = curve.part === 'rest' ? 'rest' : `cat-${at + 1}`;
    return { name: groupName(curve, value.by, terms), look, curve };
  });
  const others = value.curves.filter(({ id, part }) => id !== main.id && part === 'all');
  const greys = others.map((curve, at): Line => ({ name: terms.purchase[curve.id][1], look: at > 0 ? 'other second' : 'other', curve }));
  const name = groups.length > 0 ? terms.everybody : terms.purchase[main.id][1];
  return [...(groups.length > 0 ? groups : greys), { name, look: groups.length > 0 ? 'whole' : 'main', curve: main }];
}

/** @param drawn Last day that is drawn at most: the points may go further. */
export function timingContext(
  result: KpiResult<PurchaseTimingResult>,
  purchase: PurchaseId,
  { terms, format }: Speech,
  drawn = Infinity,
): TimingContext {
  const words = timingTerms[terms.language](format);
  const { value } = result;
  const found = [purchase, ...PURCHASES].flatMap((id) => value.curves.filter((curve) => curve.id === id && curve.part === 'all'));
  const main = found.length > 0 ? found[0] : null;
  const params = result.params as PurchaseTimingParams;
  const lines = main ? linesOf(value, main, words) : [];
  return {
    ...result,
    params,
    terms: words,
    format,
    labelled: terms.labelled,
    main,
    exact: value.leastPurchases === 1,
    horizon: Math.min(drawn, params.horizonDays),
    lines,
  };
}

/** The last point up to a day; undefined before the first one. */
export function pointBefore({ points }: TimingCurve, day: number): TimingPoint | undefined {
  let last: TimingPoint | undefined;
  for (const point of points) if (point.days <= day) last = point;
  return last;
}

/** Whether somebody still waits after the last point. */
export function isOpen({ points }: TimingCurve): boolean {
  const last = points.at(-1);
  return last !== undefined && last.atRisk > last.events + last.censored;
}

const START = { days: -1, survival: 1, lower: null, upper: null };

/** The curve at the end of a day; null where the points do not say it: withheld, not asked for, or nobody was seen for so long. */
export function curveAt({ exact, params }: TimingContext, curve: TimingCurve, day: number): typeof START | TimingPoint | null {
  const last = curve.points.at(-1);
  if (!last) return null;
  const point = pointBefore(curve, day) ?? START;
  const { days, survival } = point;
  if (survival === 0 || day < 0 || day === days) return point;
  return exact && (days < last.days || (isOpen(curve) && day <= params.horizonDays)) ? point : null;
}

/** Share who have bought by then; null likewise. */
export function boughtBy(context: TimingContext, curve: TimingCurve, day: number): number | null {
  const point = curveAt(context, curve, day);
  return point && 1 - point.survival;
}

/** Still waiting at the end of the day before; null where that would tell of a few. */
export function waitingAt({ exact }: Pick<TimingContext, 'exact'>, { points, spells }: TimingCurve, day: number): number | null {
  if (!exact) return null;
  let waiting = spells ?? 0;
  for (const { days, atRisk, events, censored } of points) if (days < day) waiting = atRisk - events - censored;
  return waiting;
}

/** Last day that is drawn: while ten people wait, and until nearly all purchases have come; the last mark, too, as far as the points go. */
export function lastDay({ horizon }: Pick<TimingContext, 'horizon'>, { points, marks }: TimingCurve): number {
  const followed = points.filter(({ atRisk }) => atRisk >= FOLLOWED);
  const most = COME * followed.reduce((sum, { events }) => sum + events, 0);
  let come = 0;
  const end = followed.find(({ events }) => (come += events) >= most)?.days ?? 0;
  return Math.min(horizon, Math.max(1, most > 0 ? end : (followed.at(-1)?.days ?? 0), ...marks.map(({ days }) => days)));
}

/** The mark that is told of each purchase: the one nearest to what is usual. */
export function toldMark({ id, marks }: TimingCurve): TimingMark {
  const far = ({ days }: TimingMark): number => Math.abs(days - USUAL[id]);
  return marks.reduce((best, mark) => (far(mark) < far(best) ? mark : best));
}

/** Limits of a probability; empty where there are none. */
export function limitsOf({ format }: TimingContext, { lower, upper }: Pick<TimingMark, 'lower' | 'upper'>): string {
  return lower === null || upper === null ? '' : format.rateInterval([lower, upper]);
}
