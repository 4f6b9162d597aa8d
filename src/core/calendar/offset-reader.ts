/** The only place that asks Intl: the offset of a zone at one instant. Slow (microseconds), so never called row by row. */
import { dayFromCivil } from './civil-day.js';

export interface OffsetReader {
  readonly name: string;
  readonly isUtc: boolean;
  /** Seconds east of UTC; exact to the second, historic local mean time included. */
  offsetAt(epochSecond: number): number;
}

function formatterFor(name: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}

function localReading(formatter: Intl.DateTimeFormat, epochSecond: number): number {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of formatter.formatToParts(epochSecond * 1000)) found[part.type] = part.value;
  const value = (type: Intl.DateTimeFormatPartTypes): number => Number(found[type]);
  const year = found.era?.startsWith('B') ? 1 - value('year') : value('year');
  return dayFromCivil(year, value('month'), value('day')) * 86400 + value('hour') * 3600 + value('minute') * 60 + value('second');
}

/** Old engines answer with an older spelling (Asia/Katmandu): the page's own name is kept then. */
function usualName(given: string, resolved: string): string {
  return given.toLowerCase() === resolved.toLowerCase() ? resolved : given;
}

/** Reader of a zone, or null when the engine knows no zone of this name. */
export function offsetReader(name: string): OffsetReader | null {
  // Intl takes undefined for "the zone of this machine", which would make results depend on it.
  const formatter = typeof name === 'string' ? formatterFor(name) : null;
  if (formatter === null) return null;
  const resolved = formatter.resolvedOptions().timeZone;
  return {
    name: usualName(name, resolved),
    isUtc: resolved === 'UTC',
    offsetAt: (second) => localReading(formatter, second) - second,
  };
}
