/** Values of a date column -> civil day and epoch second in the data's zone. */
import { dayFromCivil, isCivilDate } from '../calendar/civil-day.js';
import { DAY_SECONDS } from '../calendar/zone.js';
import type { Zone } from '../calendar/zone.js';
import { NO_DAY } from '../table/dataset.js';
import { createParts } from './date-parts.js';
import { readDateText } from './date-text.js';

/** Order of d/m/yyyy dates in a column. */
export type DayOrder = 'day-first' | 'month-first';
/** `open`: well written, but its order is that of the column. */
export type DateOutcome = 'read' | 'missing' | 'bad' | 'open';

/** Dates outside these years are typing errors or stand-ins for "none" (0001-01-01, 9999-12-31). */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Epoch numbers: seconds from 1973 on, so that years and day counts are never taken for instants. */
const EPOCH_FROM = 1e8;
const UNITS = [
  { below: 1e11, perSecond: 1, form: 'epoch:s' },
  { below: 1e14, perSecond: 1e3, form: 'epoch:ms' },
  { below: 1e17, perSecond: 1e6, form: 'epoch:us' },
  { below: 1e20, perSecond: 1e9, form: 'epoch:ns' },
] as const;

const BASIC_NUMBER = /^(?:19|20|21)\d{6}(?:\d{6})?$/;
const NUMBER_TEXT = /^\d{9,20}(?:\.\d+)?$/;

export class DateReader {
  /** Outcome of the last call. */
  day = NO_DAY;
  second = NaN;
  /** How the last value was written: `date:iso`, `epoch:ms`… */
  form = '';
  /** Of the last `open` value: which order it allows by itself, null for both. */
  only: DayOrder | null = null;
  /** Of the last `open` value: the two orders give two days (4/4/2024 is the same day either way). */
  isDoubtful = false;
  private readonly parts = createParts();
  private lastDay = NO_DAY;
  private lastMidnight = NaN;

  /** @param naiveUtc Times without offset are UTC (columns named so), not readings of the zone's clocks. */
  constructor(
    private readonly zone: Zone,
    private readonly naiveUtc = false,
  ) {}

  read(value: unknown, order: DayOrder | null): DateOutcome {
    if (typeof value === 'string') return this.text(value.trim(), order);
    if (value === null || value === undefined) return 'missing';
    if (typeof value === 'number') return this.number(value, String(value));
    if (typeof value === 'bigint') return this.number(Number(value), String(value));
    if (value instanceof Date) return this.instant(Date.prototype.getTime.call(value) / 1000, 'epoch:ms');
    return 'bad';
  }

  private text(text: string, order: DayOrder | null): DateOutcome {
    if (text === '') return 'missing';
    if (NUMBER_TEXT.test(text) && !BASIC_NUMBER.test(text)) return this.number(Number(text), text);
    return readDateText(text, this.parts) ? this.settle(order) : 'bad';
  }

  private number(value: number, text: string): DateOutcome {
    if (BASIC_NUMBER.test(text) && readDateText(text, this.parts) && this.settle(null) === 'read') return 'read';
    const unit = UNITS.find(({ below }) => value < below);
    if (unit === undefined || !(value >= EPOCH_FROM)) return 'bad';
    return this.instant(value / unit.perSecond, unit.form);
  }

  private instant(second: number, form: string): DateOutcome {
    const day = this.zone.dayOf(Math.floor(second));
    if (!(day >= dayFromCivil(FIRST_YEAR, 1, 1) && day < dayFromCivil(LAST_YEAR + 1, 1, 1))) return 'bad';
    this.second = Math.floor(second);
    this.day = day;
    this.form = form;
    return 'read';
  }

  private settle(order: DayOrder | null): DateOutcome {
    const { parts } = this;
    if (parts.form !== 'date:slash') return this.finish(parts.month, parts.day, parts.form);
    if (order !== null)
      return order === 'day-first'
        ? this.finish(parts.day, parts.month, 'date:day-first')
        : this.finish(parts.month, parts.day, 'date:month-first');
    if (!this.exists(parts.month, parts.day) && !this.exists(parts.day, parts.month)) return 'bad';
    this.only = parts.month > 12 ? 'day-first' : parts.day > 12 ? 'month-first' : null;
    this.isDoubtful = this.only === null && parts.month !== parts.day;
    return 'open';
  }

  private exists(month: number, day: number): boolean {
    const { year } = this.parts;
    return year >= FIRST_YEAR && year <= LAST_YEAR && isCivilDate(year, month, day);
  }

  private finish(month: number, day: number, form: string): DateOutcome {
    if (!this.exists(month, day)) return 'bad';
    const { kind, year, second, offset } = this.parts;
    this.form = form;
    const civil = dayFromCivil(year, month, day);
    if (kind === 'instant') return this.instant(civil * DAY_SECONDS + second - offset, form);
    if (kind === 'local' && this.naiveUtc) return this.instant(civil * DAY_SECONDS + second, form);
    this.day = civil;
    this.second = kind === 'civil' ? this.midnight(civil) : this.zone.fromLocal(civil * DAY_SECONDS + second);
    return 'read';
  }

  /** First instant of a civil day. Exports come sorted: the last answer is often the next one. */
  private midnight(day: number): number {
    if (day !== this.lastDay) {
      this.lastDay = day;
      this.lastMidnight = this.zone.fromLocal(day * DAY_SECONDS);
    }
    return this.lastMidnight;
  }
}
