/** What the values of a column look like, when its header says nothing. */
import { createZone } from '../calendar/zone.js';
import type { Zone } from '../calendar/zone.js';
import { AmountReader } from './amount-reader.js';
import { DateReader } from './date-reader.js';
import type { Steps, Walker } from './progress.js';
import { countOf } from './read-numbers.js';
import { identityOf } from './read-texts.js';
import type { TableSource } from './table-source.js';

export type Kind = 'date' | 'amount' | 'id' | 'text' | 'count';

/** Share of the values that must look alike. */
const MOST = 0.95;
/** Codes, unlike counts and names: three digits or more, or letters with digits; no spaces or decimal marks. */
const ID = /^(?=.*\d{3}|.*\p{L}.*\d|.*\d.*\p{L})[\p{L}\d_-]+$/u;
/** Distinct texts are counted up to this number. */
const MAX_DISTINCT = 200_000;

export class Profile {
  private given = 0;
  private dates = 0;
  private amounts = 0;
  private fractions = 0;
  private counts = 0;
  private ids = 0;
  private readonly distinct = new Set<string>();
  private readonly dateReader: DateReader;
  private readonly amountReader = new AmountReader(3);

  constructor(zone: Zone) {
    this.dateReader = new DateReader(zone);
  }

  add(value: unknown): void {
    const text = identityOf(value);
    if (text === '' && value !== 0 && value !== '0') return;
    this.given++;
    const date = this.dateReader.read(value, null);
    if (date === 'read' || date === 'open') this.dates++;
    if (!Number.isNaN(countOf(value))) this.counts++;
    if (text.length <= 64 && ID.test(text)) this.ids++;
    if (this.distinct.size < MAX_DISTINCT) this.distinct.add(text);
    this.addAmount(value);
  }

  /** An amount that only money has: decimals. */
  get hasFractions(): boolean {
    return this.fractions > 0;
  }

  is(kind: Kind): boolean {
    const isDate = this.isMost(this.dates);
    const isAmount = this.isMost(this.amounts) && !isDate;
    if (kind === 'date') return isDate;
    if (kind === 'amount') return isAmount;
    if (kind === 'count') return this.isMost(this.counts);
    if (kind === 'text') return this.given > 0 && !isDate && !isAmount;
    return this.isMost(this.ids) && !isDate && !this.hasFractions && this.distinct.size > 1 && this.distinct.size < this.given;
  }

  private isMost(count: number): boolean {
    return this.given > 0 && count >= this.given * MOST;
  }

  private addAmount(value: unknown): void {
    const outcome = this.amountReader.read(value, null);
    if (outcome !== 'read' && outcome !== 'open') return;
    this.amounts++;
    if (outcome === 'read' && this.amountReader.minor % 1000 !== 0) this.fractions++;
  }
}

/** Looks at all values under some headers. */
export function* profileColumns(source: TableSource, headers: readonly string[], walker: Walker): Steps<Map<string, Profile>> {
  const profiles = new Map<string, Profile>();
  const zone = createZone('UTC');
  for (const header of headers) {
    const profile = new Profile(zone);
    const value = source.value(header);
    yield* walker.walk(source.length, (row) => profile.add(value(row)));
    profiles.set(header, profile);
  }
  return profiles;
}

/** The one header whose values are of a kind; among amounts the one with decimals. null when none or several could be meant. */
export function onlyOfKind(profiles: Map<string, Profile>, kind: Kind): string | null {
  const fit = [...profiles].filter(([, profile]) => profile.is(kind));
  const exact = kind === 'amount' && fit.length > 1 ? fit.filter(([, profile]) => profile.hasFractions) : fit;
  return exact.length === 1 ? exact[0][0] : null;
}
