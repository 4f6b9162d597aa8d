import { KpiError } from '../errors.js';
import { DAY_SECONDS } from '../calendar/zone.js';
import type { Zone } from '../calendar/zone.js';
import { DateReader } from './date-reader.js';
import type { DatasetMeta, DatasetOptions } from './input.js';
import { shortCopy } from './json-path.js';
import type { OpenInput } from './open-tables.js';
import type { ReadSettings } from './read-settings.js';
import type { IngestReport } from './report.js';
import { SCHEMAS } from './schema.js';

function refuse(rule: string, param: string, value: unknown): never {
  const got = shortCopy(value);
  throw new KpiError('invalid-param', `${rule}; got ${got}`, { path: param, details: { param, got } });
}

/** @throws KpiError `invalid-param`. */
export function checkOptions({ table, mapping }: DatasetOptions): void {
  if (table !== undefined && !Object.hasOwn(SCHEMAS, table))
    refuse(`table is one of ${Object.keys(SCHEMAS).join(', ')}: choose one`, 'table', table);
  if (mapping !== undefined && (typeof mapping !== 'object' || mapping === null))
    refuse('mapping is an object { ours: header }: give one', 'mapping', mapping);
}

/** Zone of the data and where its name came from. */
export function findZone(meta: DatasetMeta, options: DatasetOptions): { name: string; from: IngestReport['timeZoneFrom'] } {
  if (options.timeZone !== undefined && options.timeZone !== '') return { name: options.timeZone, from: 'option' };
  const name = meta.timeZone ?? meta.timezone ?? meta.tz;
  return typeof name === 'string' && name !== '' ? { name, from: 'meta' } : { name: 'UTC', from: 'default' };
}

/** Instant at which the data was made; a day without time lasts to its end. Unreadable: nothing is refused, a notice says so. */
export function readGenerated({ meta, notices }: OpenInput, zone: Zone): ReadSettings['generated'] {
  const given = meta.generated_at;
  if (given === undefined || given === null || given === '') return null;
  const reader = new DateReader(zone);
  if (reader.read(given, 'day-first') !== 'read') {
    const message = `meta.generated_at is a date: write it as 2026-01-31T18:00:00Z; got ${shortCopy(given)}`;
    notices.push({ code: 'bad-generated-at', message, details: { got: shortCopy(given), path: '$.meta.generated_at' } });
    return null;
  }
  const isDay = typeof given === 'string' && given.trim().length <= 10 && reader.form !== 'epoch:s';
  return isDay ? { second: zone.fromLocal((reader.day + 1) * DAY_SECONDS) - 1 } : { second: reader.second };
}
