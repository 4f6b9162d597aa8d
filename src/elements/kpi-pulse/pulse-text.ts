/** Values, changes and periods of a KPI as texts. */
import type { PulseContext } from './pulse-context.js';
import { FEW } from '../../chart/figures.js';
import type { Grain, PulseKpi, PulsePoint, PulseSpan } from '../../core/kpi/pulse-types.js';

type Unit = Pick<PulseKpi, 'unit' | 'growth'>;

/** From here on a count is told in thousands where there is little room, and an amount without cents. */
const LARGE = 10_000;
const CENTS_UP_TO = 100;
const PRECISE_UP_TO = 10;

/** As exact as tables and explanations want it, or as short as a picture does. */
export function valueText({ format, words, currency }: PulseContext, { unit, growth }: Unit, value: number | null, exact = false): string {
  if (value === null) return format.count(null);
  const size = Math.abs(value);
  if (growth) return format.change(value);
  if (unit === 'money') return exact || size < CENTS_UP_TO ? format.money(value, currency) : format.moneyCompact(value, currency);
  if (unit === 'rate' || unit === 'ratio') return format.rate(value);
  if (unit === 'count') return exact || size < LARGE ? format.count(value) : format.countCompact(value);
  const text = format.decimal(value, size < PRECISE_UP_TO ? 2 : 1);
  return unit === 'seconds' ? words.seconds(text) : text;
}

/** On an axis: no decimals where there are none. */
export function tickText(context: PulseContext, kpi: Unit, value: number): string {
  const isRound = kpi.unit === 'money' && Number.isInteger(value);
  const text = isRound ? context.format.moneyCompact(value, context.currency) : valueText(context, kpi, value);
  return text.replace(/[.,]0+(?!\d)/, '');
}

/** The size of a change without its sign: points for quotients in percent, percent for all else, an amount where the base is not above 0. */
export function sizeText(context: PulseContext, kpi: Unit, { difference, change }: Pick<PulsePoint, 'difference' | 'change'>): string {
  const { format, words } = context;
  if (difference === null) return '';
  if (kpi.unit === 'rate' || kpi.unit === 'ratio') return words.points(format.decimal(Math.abs(difference) * 100));
  return change === null ? valueText(context, kpi, Math.abs(difference)) : format.rate(Math.abs(change));
}

/** The same with its sign; empty where there is nothing to compare with. */
export function changeText(context: PulseContext, kpi: Unit, point: Pick<PulsePoint, 'difference' | 'change'>): string {
  const { difference, change } = point;
  // From nothing to nothing.
  if (difference === 0 && change === null) return '';
  const sign = difference === null || difference === 0 ? '' : difference > 0 ? '+' : '−';
  return sign + sizeText(context, kpi, point);
}

const NOISE = 1.96;

/** Whether a change can be told from chance, as far as that is known: a rate by its interval, a count by that of rare events. */
export function isNoise({ unit }: Unit, { value, previous, interval, difference }: PulsePoint): boolean {
  if (interval && previous !== null) return previous >= interval[0] && previous <= interval[1];
  return unit === 'count' && difference !== null && Math.abs(difference) < NOISE * Math.sqrt(Math.max(0, (value ?? 0) + (previous ?? 0)));
}

/** Whether a rate stands on few, which its interval alone does not say. */
export const isSmall = ({ unit }: Unit, point: PulsePoint | null): boolean =>
  unit === 'rate' && point !== null && point.value !== null && point.denominator !== null && point.denominator < FEW;

/** Good or bad news; flat: neither, or no more than chance. */
export function toneOf(kpi: PulseKpi, point: PulsePoint): 'good' | 'bad' | 'flat' {
  const { better } = kpi;
  const step = kpi.growth ? point.value : point.difference;
  if (!step || better === 'none' || isNoise(kpi, point)) return 'flat';
  return step > 0 === (better === 'up') ? 'good' : 'bad';
}

/** Name of the period that begins on a day. */
export function periodText({ format, words }: PulseContext, grain: Grain, from: string): string {
  const [year, month] = from.split('-');
  if (grain === 'month') return format.month(`${year}-${month}`);
  if (grain === 'quarter') return words.quarter(`${Math.ceil(Number(month) / 3)}`, year);
  if (grain === 'year') return year;
  return grain === 'week' ? words.week(format.dateShort(from)) : format.dateShort(from);
}

const rangeText = ({ format }: PulseContext, { from, to }: PulseSpan): string => `${format.dateShort(from)} – ${format.dateShort(to)}`;

export function nameOfPoint(context: PulseContext, { grain }: PulseKpi, point: PulsePoint): string {
  if (point.period === null) return rangeText(context, point);
  // A week or a month begins before the days of it that count.
  return periodText(context, grain, grain === 'week' || grain === 'day' ? point.from : `${point.from.slice(0, 7)}-01`);
}

/** What a point is compared with: a period, or the same days of one. */
export function nameOfCompared(context: PulseContext, { grain }: PulseKpi, { period, partial, compared }: PulsePoint): string {
  if (!compared) return '';
  if (period === null) return rangeText(context, compared);
  const name = periodText(context, grain, compared.from);
  return partial ? context.words.sameDays(name) : name;
}

/** The same where there is little room: some of the days of a period are told as days. */
export function shortCompared(context: PulseContext, { grain }: PulseKpi, { period, partial, compared }: PulsePoint): string {
  if (!compared) return '';
  return period === null || partial ? rangeText(context, compared) : periodText(context, grain, compared.from);
}
