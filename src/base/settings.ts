/** Values that a page may set as text: checked once, with a default for whatever does not fit. */
import type { Notice } from '../core/ingest/report.js';

const accepted = (check: () => unknown): boolean => {
  try {
    return !!check();
  } catch {
    return false;
  }
};

export const isIsoDate = (text: string): boolean => accepted(() => new Date(text).toISOString().slice(0, 10) === text);

/** Month and day that every year has: `04-01`. */
export const isYearStart = (text: string): boolean => isIsoDate(`2023-${text}`);

export const isTimeZone = (name: string): boolean => accepted(() => new Intl.DateTimeFormat('en', { timeZone: name }));

export const isLocale = (tag: string): boolean => accepted(() => Intl.getCanonicalLocales(tag));

export const isCurrency = (code: string): boolean => /^[A-Z]{3}$/i.test(code);

/** `auto`, `all`, calendar months (`3M`, to 1,200) or days (`90D`, to 9,999). */
export function isWindow(text: string): boolean {
  return /^(auto|all|([1-9]\d{0,2}|1[01]\d\d|1200)M|[1-9]\d{0,3}D)$/i.test(text);
}

/** URL as the document sees it; what is none stays as it is. */
export function absoluteUrl(url: string): string {
  return Object.assign(document.createElement('a'), { href: url }).href;
}

/** An object without its empty values. */
export function given<T extends object>(values: { [K in keyof T]: T[K] | null }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as T;
}

/** Collects the faults of one reading of the settings. */
export class Faults {
  readonly #found = new Map<string, Notice>();
  readonly #told = new Set<string>();

  /** Starts a reading: faults that are not found again are gone. */
  begin(): void {
    this.#found.clear();
  }

  /** `value` where it is valid, else `used`; and a fault, unless it is missing. @param rule That is broken, in English for developers. */
  check<T>(attribute: string, value: T, valid: boolean, used: T, rule = `unknown value of ${attribute}`): T {
    if (valid) return value;
    if (value !== null && value !== undefined && value !== '') {
      const details = { attribute, got: String(value).slice(0, 80), used: String(used ?? 'auto') };
      const message = `${rule}: ${details.used} is used; got ${details.got}`;
      this.#found.set(attribute, { code: 'setting', message, details });
    }
    return used;
  }

  get list(): readonly Notice[] {
    return [...this.#found.values()];
  }

  /** Faults that the page was not told of before. */
  news(): Notice[] {
    return this.list.filter(({ message }) => !this.#told.has(message) && this.#told.add(message));
  }
}
