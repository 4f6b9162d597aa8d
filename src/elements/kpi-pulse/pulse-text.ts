/** Values, changes and periods of a KPI as texts. */
import type { PulseContext } from './pulse-context.js';
import { FEW } from '../../chart/figures.js';
import type { Grain, PulseKpi, PulsePoint, PulseSpan } from '../../core/kpi/pulse-types.js';

type Unit = Pick<PulseKpi, 'unit' | 'growth'>;

/** Told in percent, and its change in points. */
const isShare = ({ unit }: Pick<Unit, 'unit'>): boolean => unit === 'rate' || unit === 'ratio';

/** From here on a count is told in thousands where there is little room, and an amount without cents. */
const LARGE = 10_000;
const THOUSAND = 1000;
const CENTS_UP_TO = 100;
const PRECISE_UP_TO = 10;

/** As exact as tables and explanations want it, or as short as a picture does. */
export function valueText({ format, words, currency }: PulseContext, { unit, growth }: Unit, value: number | null, exact = false): string {
  if (value === null) return format.count(null);
  const size = Math.abs(value);
  if (growth) return format.change(value);
  if (unit === 'money')
    return exact || (size > 0 && size < CENTS_UP_TO) ? format.money(value, currency) : format.moneyCompact(value, currency);
  if (isShare({ unit })) return format.rate(value);
  if (unit === 'count') return exact || size < LARGE ? format.count(value) : format.countCompact(value);
  const text = format.decimal(value, size < PRECISE_UP_TO ? 2 : 1);
  return unit === 'seconds' ? words.seconds(text) : text;
}

/** Of what the ticks up to `most` are multiples, so that each is told as it is: thousands and above have one decimal. */
export function tickUnit(kpi: Unit, most: number): number {
  if (kpi.growth || isShare(kpi)) return 0.001;
  const [whole, large] = { money: [CENTS_UP_TO, THOUSAND], count: [0, LARGE] }[kpi.unit as string] ?? [Infinity, Infinity];
  if (most >= large) return 1000 ** Math.floor(Math.log10(most) / 3 + 1e-9) / 10;
  return most >= whole ? 1 : most < PRECISE_UP_TO ? 0.01 : 0.1;
}

/** On an axis: no decimals where there are none. */
export function tickText(context: PulseContext, kpi: Unit, value: number): string {
  const isRound = kpi.unit === 'money' && Number.isInteger(value);
  const text = isRound ? context.format.moneyCompact(value, context.currency) : valueText(context, kpi, value);
  // Not the zeros of a group of thousands.
  return text.replace(/[.,]00?(?!\d)/, '');
}

/** The size of a change without its sign: points for quotients in percent, percent for all else, an amount where the base is not above 0. */
export function sizeText(context: PulseContext, kpi: Unit, { difference, change }: Pick<PulsePoint, 'difference' | 'change'>): string {
  const { format, words } = context;
  if (difference === null) return '';
  const points = Math.abs(difference) * 100;
  if (isShare(kpi)) return words.points(points > 0 && points < 0.05 ? `<\u00a0${format.decimal(0.1)}` : format.decimal(points));
  return change === null ? valueText(context, kpi, Math.abs(difference)) : format.rate(Math.abs(change));
}

/** The same with its sign, unless it is less than can be written; empty where there is nothing to compare with. */
export function changeText(context: PulseContext, kpi: Unit, point: Pick<PulsePoint, 'difference' | 'change'>): string {
  const { difference, change } = point;
  // From nothing to nothing.
  if (difference === 0 && change === null && !isShare(kpi)) return '';
  const sign = difference === null || difference === 0 ? '' : difference > 0 ? '+' : '−';
  const size = sizeText(context, kpi, point);
  return size.startsWith('<') ? size : sign + size;
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

/** The year that holds a day: with two numbers where years begin on another day than 1 January. */
function yearText(day: string, start = ''): string {
  const first = Number(day.slice(0, 4)) - Number(day.slice(5) < start);
  return start ? `${first}/${`${(first + 1) % 100}`.padStart(2, '0')}` : `${first}`;
}

/** Name of the period that holds a day; of a week, that begins on it. */
export function periodText({ format, words, value }: PulseContext, grain: Grain, from: string): string {
  const [year, month] = from.split('-');
  if (grain === 'month') return format.month(`${year}-${month}`);
  if (grain === 'quarter') return words.quarter(`${Math.ceil(Number(month) / 3)}`, year);
  if (grain === 'year') return yearText(from, value.fiscalStart);
  return grain === 'week' ? words.week(format.dateShort(from)) : format.dateShort(from);
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Days by the name of their month; French writes the first one as an ordinal. */
function daysText({ format: { locale } }: PulseContext, year: 'numeric' | undefined, from: string, to = from): string {
  const key = `${locale} ${year}`;
  let intl = dayFormats.get(key);
  if (!intl) dayFormats.set(key, (intl = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year, timeZone: 'UTC' })));
  const text = intl.formatRange(Date.parse(from), Date.parse(to));
  return /^fr\b/.test(locale) ? text.replace(/(^|–\s?)1(?=\s|–)/g, (one) => `${one}er`) : text;
}

/** A day of a run that is no longer than a year: 15 déc. */
export const dayText = (context: PulseContext, day: string): string => daysText(context, undefined, day);

/** 1er–20 nov. 2025. */
const rangeText = (context: PulseContext, { from, to }: PulseSpan): string => daysText(context, 'numeric', from, to);

export function nameOfPoint(context: PulseContext, { grain }: PulseKpi, point: PulsePoint): string {
  if (point.period === null) return rangeText(context, point);
  return periodText(context, grain, point.from);
}

/** The same, and whether all of its days count: the last one may not be over, another one has begun before the data or the filter. */
export function nameOfShown(context: PulseContext, kpi: PulseKpi, point: PulsePoint): string {
  const { words } = context;
  const name = nameOfPoint(context, kpi, point);
  if (!point.partial) return name;
  return kpi.series.slice(0, -1).includes(point) ? words.inPart(name) : words.soFar(name);
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
