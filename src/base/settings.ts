/** Values that a page may set as text: checked once, with a default for whatever does not fit. */
import type { Notice } from '../core/ingest/report.js';

/** A value that was not understood, and what is used in its place. */
export interface Fault {
  attribute: string;
  got: string;
  used: string;
}

const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  if (!match) return false;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return date.toISOString().startsWith(text);
}

export function isTimeZone(name: string): boolean {
  return accepted(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

export function isLocale(tag: string): boolean {
  return accepted(() => Intl.getCanonicalLocales(tag));
}

export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/i.test(code);
}

/** `auto`, `all`, calendar months (`3M`) or days (`90D`). */
export function isWindow(text: string): boolean {
  return /^(auto|all|[1-9]\d{0,3}[MD])$/i.test(text);
}

/** URL as the document sees it, or undefined when it is none. */
export function absoluteUrl(url: string): string | undefined {
  return URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : undefined;
}

function accepted(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

/** Collects the faults of one reading of the settings; each different fault is told to the page once. */
export class Faults {
  #known = new Map<string, Fault>();
  #current = new Map<string, Fault>();

  /** Starts a reading: faults that are not found again are gone. */
  begin(): void {
    this.#current = new Map();
  }

  /** `value` where it is missing or valid, else `used`, and a fault. */
  check<T>(attribute: string, value: T, valid: boolean, used: T): T {
    if (valid || value === null || value === undefined || value === '') return valid ? value : used;
    const fault = { attribute, got: String(value).slice(0, 80), used: String(used ?? 'auto') };
    this.#current.set(attribute, fault);
    return used;
  }

  get list(): readonly Fault[] {
    return [...this.#current.values()];
  }

  /** Faults of this reading that were not taken before. */
  takeNew(): Fault[] {
    const fresh = this.list.filter((fault) => this.#known.get(fault.attribute)?.got !== fault.got);
    this.#known = this.#current;
    return fresh;
  }
}

/** English notice for developers. */
export function faultNotice(fault: Fault): Notice {
  return {
    code: 'setting',
    message: `unknown value of ${fault.attribute}: ${fault.used} is used; got ${fault.got}`,
    details: { attribute: fault.attribute, got: fault.got, used: fault.used },
  };
}

const warned = new Set<string>();

/** The one thing that a widget ever writes to the console, and each only once. */
export function warnOnce(text: string): void {
  // eslint-disable-next-line no-console -- a developer looks for a wrong setting there
  if (!warned.has(text)) console.warn(text);
  warned.add(text);
}
