/** The front door of ingestion: whatever a page hands over -> a data set and a report of what was read, inferred and refused. */
import { createZone } from '../calendar/zone.js';
import type { Dataset } from '../table/dataset.js';
import { assemble } from './assemble.js';
import { findCurrency } from './find-currency.js';
import { minorDigitsOf } from './currency.js';
import type { DatasetInput, DatasetOptions } from './input.js';
import { parseJsonText } from './json-text.js';
import { checkOptions, findZone, readGenerated } from './options.js';
import { openReads } from './open-reads.js';
import { openTables } from './open-tables.js';
import { Walker } from './progress.js';
import type { IngestProgress, Steps } from './progress.js';
import type { IngestReport } from './report.js';
import { writeReport } from './write-report.js';

export type { IngestProgress } from './progress.js';
export { parseJsonText } from './json-text.js';

export interface Ingested {
  readonly dataset: Dataset;
  readonly report: IngestReport;
}

/**
 * `createDataset` in slices: yields after about 2,000 rows of work (only JSON.parse is one piece).
 * @throws KpiError as `createDataset`.
 */
export function* datasetSteps(input: DatasetInput, options: DatasetOptions = {}): Generator<IngestProgress, Ingested, void> {
  checkOptions(options);
  yield { stage: 'parse', rows: 0, totalRows: 0 };
  const open = openTables(typeof input === 'string' ? parseJsonText(input) : input);
  const zoneChoice = findZone(open.meta, options);
  const zone = createZone(zoneChoice.name);
  const sources = open.bare === null ? [...open.named.values()] : [open.bare];
  const walker = new Walker(sources.reduce((rows, { length }) => rows + length, 0));
  return yield* read();

  function* read(): Steps<Ingested> {
    const reads = yield* openReads(open, options, walker);
    const money = reads.filter(({ table }) => table === 'orders' || table === 'refunds');
    const currency = yield* findCurrency(money, open, options);
    const settings = {
      zone,
      digits: minorDigitsOf(currency),
      taxIncluded: typeof open.meta.tax_included === 'boolean' ? open.meta.tax_included : undefined,
      generated: readGenerated(open, zone),
    };
    const dataset = yield* assemble(reads, settings, { currency, keepFullyRefunded: options.keepFullyRefunded === true }, walker);
    yield walker.end();
    return { dataset, report: writeReport(dataset, reads, open.notices, zoneChoice.from) };
  }
}

/**
 * Reads orders, refunds, customers, identities, visits, events or ready counts from rows, columns or JSON text.
 *
 * Days are counted in `options.timeZone` (else meta's, else UTC), money in minor units of one currency. A row that cannot be
 * read is refused and one that does not count (cancelled, replaced by a later row of the same id, …) is left out: both are
 * counted by reason in the report, with the path of the first examples. The input is never changed.
 * @throws KpiError `empty-input`, `html-instead-of-json`, `bad-json`, `too-deep`, `no-table`, `missing-column`,
 * `invalid-mapping`, `mixed-currency`, `invalid-time-zone`, `invalid-param`.
 */
export function createDataset(input: DatasetInput, options: DatasetOptions = {}): Ingested {
  const steps = datasetSteps(input, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
