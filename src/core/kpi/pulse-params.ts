/** Reads the parameters of `pulse`: ids become formulas, formulas of the page are checked. */
import { isYearStart, NEW_YEAR } from '../calendar/fiscal-year.js';
import { readWindow } from '../calendar/window.js';
import { fail, refuse, shortCopy } from '../errors.js';
import { oneOf, objectParam, readAll, whole } from './param.js';
import type { Reader } from './param.js';
import { PULSE_KPIS } from './pulse-kpis.js';
import { MEASURES } from './pulse-measures.js';
import { PULSE_SETS } from './pulse-sets.js';
import type { MeasureId, MeasureSum, PulseFormula, PulseParams, PulseSet, PulseUnit } from './pulse-types.js';

const MOST_KPIS = 40;
const MOST_WEIGHT = 1e6;

const isNumber = (value: unknown): value is number => Number.isFinite(value) && value !== 0 && Math.abs(value as number) <= MOST_WEIGHT;

/** Measures and weights, in the order in which they are given; undefined where nothing is. */
function readSum(given: unknown, path: string): MeasureSum | undefined {
  if ((given ?? null) === null) return undefined;
  const list = typeof given === 'string' ? [[given, 1]] : Object.entries(objectParam(given, path));
  const isKnown = ([name, weight]: readonly unknown[]): boolean => Object.hasOwn(MEASURES, name as string) && isNumber(weight);
  const wrong = list.find((each) => !isKnown(each));
  if (wrong) refuse(path, `measures (${Object.keys(MEASURES).join(', ')}) with weights other than 0`, wrong.join(' '));
  return list.length > 0 ? (given as MeasureSum) : refuse(path, 'one measure at least', given);
}

const readId: Reader<string> = (given, path) =>
  typeof given === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(given) ? given : refuse(path, 'small letters, digits and hyphens', given);

const readScale: Reader<number | undefined> = (given, path) =>
  (given ?? null) === null ? undefined : isNumber(given) ? given : refuse(path, `a number other than 0, at most ${MOST_WEIGHT}`, given);

const readFlag: Reader<boolean | undefined> = (given, path) =>
  typeof given === 'boolean' || (given ?? null) === null
    ? ((given ?? undefined) as boolean | undefined)
    : refuse(path, 'true or false', given);

/** One of a list, or nothing. */
const choice =
  <T extends string>(...words: readonly T[]): Reader<T | undefined> =>
  (given, path) =>
    (given ?? null) === null ? undefined : oneOf<T>(...words)(given, path);

/**
 * A formula that `pulse` can calculate.
 * @throws KpiError `invalid-param`.
 */
function readFormula(given: unknown, path: string): PulseFormula {
  const formula = readAll<PulseFormula>(given, path, {
    id: readId,
    numerator: (sum, at) => readSum(sum, at) ?? refuse(at, 'a measure, or measures with weights', sum),
    denominator: readSum as Reader<MeasureSum>,
    scale: readScale as Reader<number>,
    unit: choice<PulseUnit>('count', 'money', 'rate', 'ratio', 'decimal', 'seconds') as Reader<PulseUnit>,
    better: choice('up', 'down', 'none') as Reader<'up'>,
    grain: choice('day', 'week', 'month', 'quarter', 'year') as Reader<'day'>,
    growth: readFlag as Reader<boolean>,
  });
  return Object.fromEntries(Object.entries(formula).filter(([, value]) => value !== undefined)) as unknown as PulseFormula;
}

/** Id of a built-in KPI, or a formula. */
function readKpi(given: unknown, path: string): string | PulseFormula {
  if (typeof given !== 'string') return readFormula(given, path);
  if (Object.hasOwn(PULSE_KPIS, given)) return given;
  const needed = Object.keys(PULSE_KPIS).join(', ');
  // In the details too, for the person to choose from.
  return fail('invalid-param', path, needed, { param: path, got: JSON.stringify(shortCopy(given)), needed });
}

const idOf = (kpi: string | PulseFormula): string => (typeof kpi === 'string' ? kpi : kpi.id);

function readKpis(given: unknown, path: string): (string | PulseFormula)[] {
  const list = given ?? [];
  if (!Array.isArray(list) || list.length > MOST_KPIS) return refuse(path, `a list of ${MOST_KPIS} KPIs at most`, given);
  const kpis = list.map((each, index) => readKpi(each, `${path}[${index}]`));
  const twice = kpis.map(idOf).find((id, index, ids) => ids.indexOf(id) < index);
  return twice === undefined ? kpis : refuse(path, 'each id once', twice);
}

const readSet: Reader<PulseSet> = oneOf<PulseSet>('sales', 'customers', 'site', 'email', 'search', 'social');

export function pulseParams(given: unknown): PulseParams {
  const params = readAll<PulseParams>(given, 'params', {
    set: readSet,
    kpis: readKpis,
    grain: oneOf('month', 'day', 'week', 'quarter', 'year'),
    compare: oneOf('previous-period', 'previous-year', 'none'),
    by: oneOf<PulseParams['by']>(null, 'channel', 'country', 'segment', 'stage'),
    periods: (count, path) => ((count ?? 0) === 0 ? 0 : whole(2, 2, 400)(count, path)),
    fiscalStart: (text, path) => {
      const start = String(text ?? NEW_YEAR);
      return isYearStart(start) ? start : refuse(path, 'a month and a day that every year has (04-01)', text);
    },
    window: (text, path) => {
      const window = readWindow(text, path);
      return window === 'all' ? refuse(path, 'auto, 3M (months) or 90D (days)', text) : window;
    },
  });
  return params.kpis.length > 0 ? params : { ...params, kpis: PULSE_SETS[params.set] };
}

/** The formula behind a KPI of the parameters. */
export const formulaOf = (kpi: string | PulseFormula): PulseFormula => (typeof kpi === 'string' ? PULSE_KPIS[kpi] : kpi);

/** Measures with their weights. */
export const termsOf = (sum: MeasureSum | undefined): [MeasureId, number][] =>
  typeof sum === 'string' ? [[sum, 1]] : (Object.entries(sum ?? {}) as [MeasureId, number][]);
