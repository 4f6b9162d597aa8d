/** The front door of ingestion: whatever a page hands over -> a data set and a report of what was read, inferred and refused. */
import { formatIsoDay } from '../calendar/civil-day.js';
import { DAY_SECONDS, createZone } from '../calendar/zone.js';
import { refuse, shortCopy } from '../errors.js';
import type { Dataset } from '../table/dataset.js';
// In this order files that are alike stand side by side in the bundle, which makes it smaller once it is packed.
import { minorDigitsOf } from './amount-reader.js';
import { dateReader } from './date-reader.js';
import { TABLES } from './schema.js';
import { openInput, openTables } from './open-tables.js';
import { findCurrency } from './find-currency.js';
import { readTable } from './read-table.js';
import { build } from './build.js';
import type { DatasetInput, DatasetMeta, DatasetOptions } from './input.js';
import { Job } from './job.js';
import type { IngestProgress, Steps } from './job.js';
import type { RawInput } from './raw/raw-input.js';
import type { IngestReport, TableReport } from './report.js';
import { packed } from './scan/pack.js';
import { Scan } from './scan/scan.js';

export type { IngestProgress } from './job.js';

/** @engine */
export interface Ingested {
  readonly dataset: Dataset;
  readonly report: IngestReport;
}

/** Instant at which the data was made; a day without time lasts to its end. Unreadable: nothing is refused, a notice says so. */
function readGenerated(given: unknown, job: Job): number {
  const reader = dateReader(job.zone);
  const got = shortCopy(given ?? '').trim();
  const second = reader.text(got, 0) ?? Infinity;
  if (second === second) return reader.form !== 'epoch:s' && got.length <= 10 ? second + DAY_SECONDS - 1 : second;
  const path = '$.meta.generated_at';
  job.notices.push({ code: 'bad-generated-at', message: `${path}: a date; got ${got}`, details: { got, path } });
  return Infinity;
}

/** Raw columns -> data set, in slices. With `live` they stay as they are: rows may be added, and all of it read again. @throws KpiError as `createDataset`. */
export function* rawSteps(raw: RawInput, options: DatasetOptions = {}): Steps<Ingested> {
  const meta = raw.meta as DatasetMeta;
  const open = openInput(raw);
  const { notices } = open;
  const cutShort = raw.fault && (raw.fault.path ?? '$');
  if (raw.fault) notices.push({ code: 'cut-short', message: raw.fault.message, details: raw.fault.details });
  const zone = meta.timeZone ?? meta.timezone ?? meta.tz;
  const rows = [...open.tables.values()].reduce((sum, { length }) => sum + length, 0);
  const job = new Job(createZone(options.timeZone || zone || 'UTC'), notices, rows);
  const tables = yield* openTables(open, options, job);
  const currency = yield* findCurrency(tables, meta.currency, options.currency);
  job.digits = minorDigitsOf(currency);
  job.isLive = Boolean(options.live);
  job.latest = readGenerated(meta.generated_at, job);
  for (const table of tables) yield* readTable(table);
  const built = yield* build(tables, job, meta.tax_included, options.keepFullyRefunded);
  yield job.now(rows);
  const reports = tables.map((table) => table.report());
  const { range, orders, customers } = built;
  const dataset = { timeZone: job.zone.name, currency, minorDigits: job.digits, cutShort };
  return {
    dataset: {
      ...dataset,
      ...built,
      left: Object.fromEntries(reports.map((report) => [report.table, countsOf(report)])),
      used: Object.fromEntries(reports.map(({ table, used }) => [table, used])),
    },
    report: {
      tables: reports,
      timeZone: dataset.timeZone,
      timeZoneFrom: options.timeZone ? 'option' : zone ? 'meta' : 'default',
      currency,
      from: range && formatIsoDay(range.from),
      to: range && formatIsoDay(range.to),
      customers: customers.length,
      guestOrders: orders?.customer.reduce((guests, customer) => guests + (customer < 0 ? 1 : 0), 0) ?? 0,
      notices,
    },
  };
}

/**
 * `createDataset` in slices: yields after a few thousand rows of work.
 * @throws KpiError as `createDataset`.
 */
export function* datasetSteps(input: DatasetInput, options: DatasetOptions = {}): Generator<IngestProgress, Ingested, void> {
  if (options.table && !TABLES.includes(options.table)) refuse('table', TABLES.join(', '), options.table);
  const scan = new Scan(options);
  for (const piece of packed(input)) {
    scan.push(piece);
    yield { stage: 'parse', rows: 0, totalRows: 0 };
  }
  return yield* rawSteps(scan.finish(), options);
}

const countsOf = ({ refused, left }: TableReport): Record<string, number> =>
  Object.fromEntries([...refused, ...left].map(({ reason, count }) => [reason, count]));

/**
 * Reads orders, refunds, customers, visits, events, ready counts and all the other tables from rows, columns, or text: JSON, rows of
 * JSON one a line, CSV.
 *
 * Days are counted in `options.timeZone` (else meta's, else UTC), money in minor units of one currency. A row that cannot be
 * read is refused and one that does not count (cancelled, replaced by a later row of the same id, …) is left out: both are
 * counted by reason in the report, with the path of the first examples. The input is never changed.
 * @throws KpiError `empty-input`, `html-instead-of-json`, `bad-json`, `bad-csv`, `bad-utf8`, `too-deep`, `too-large`, `no-table`,
 * `missing-column`, `invalid-mapping`, `mixed-currency`, `invalid-time-zone`, `invalid-param`.
 */
export function createDataset(input: DatasetInput, options: DatasetOptions = {}): Ingested {
  const steps = datasetSteps(input, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
