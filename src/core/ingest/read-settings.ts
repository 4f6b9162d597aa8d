import type { Zone } from '../calendar/zone.js';
import { headerNames } from './header-name.js';
import type { TableRead } from './read-context.js';

/** What the whole data set settles before its tables are read. */
export interface ReadSettings {
  readonly zone: Zone;
  /** Decimal digits of one minor unit. */
  readonly digits: number;
  /** meta.tax_included: amounts hold tax (true), do not (false), or the headers tell (undefined). */
  readonly taxIncluded: boolean | undefined;
  /** Rows after this instant are refused. */
  readonly generated: { readonly second: number } | null;
}

/** Stripe's API gives minor units, and says so by a flag that its CSV files do not have. */
export function isMinorUnits(read: TableRead): boolean {
  return headerNames(read.header('live') ?? '')[0] === 'livemode';
}
