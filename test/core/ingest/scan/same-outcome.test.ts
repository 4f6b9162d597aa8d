import { expect } from 'chai';
import fc from 'fast-check';
import { KpiError } from '../../../../src/core/errors.js';
import { rawSteps } from '../../../../src/core/ingest/create-dataset.js';
import type { RawInput } from '../../../../src/core/ingest/raw/raw-input.js';
import { undoOf } from '../../../../src/core/ingest/raw/undo.js';
import { Scan } from '../../../../src/core/ingest/scan/scan.js';
import { packRaw } from '../naive-raw.js';
import { scannedIn } from './plain-columns.js';

/** Everything that comes of raw columns, as plain values: the data set with its typed arrays, and the report; else the error's code. */
function outcomeOf(raw: () => RawInput, live = false): unknown {
  try {
    const steps = rawSteps(raw(), { live });
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return JSON.parse(JSON.stringify(step.value, plainly)) as unknown;
  } catch (thrown) {
    if (thrown instanceof KpiError) return thrown.code;
    throw thrown;
  }
}

function plainly(_: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (value && typeof value === 'object' && 'at' in value && !Array.isArray(value)) return [...(value as unknown as Iterable<string>)];
  return value;
}

const date = fc.constantFrom<unknown>(
  '2024-01-15',
  '15/01/2024',
  '01/02/2024',
  '2024-03-01T10:00:00Z',
  '2024-03-01 10:00:00',
  1710244800,
  '',
  null,
  'x',
  '2024-02-30',
);
const amount = fc.oneof(
  fc.integer({ min: -50, max: 200 }),
  fc.constantFrom<unknown>('12,50', '1,234', '1 000,00 €', '', null, 'x', 0, 1e300, 12.34, true, {}, []),
);
const text = fc.constantFrom<unknown>('a', 'b', ' c ', 'null', '', null, 7, 0, 'é', '2024-01-15', '\ud800');
const row = fc.record(
  {
    id: text,
    customer_id: text,
    customer: fc.record({ email: fc.constantFrom('A@x.org', 'b@x.org', ''), id: text }),
    created_at: date,
    total: amount,
    tax: amount,
    status: fc.constantFrom<unknown>('paid', 'annulée', 'pending', 'zorglub', null, 5),
    channel: text,
    refunds: fc.array(fc.record({ total: amount }), { maxLength: 2 }),
    line_items: fc.array(fc.record({ sku: text, quantity: fc.integer({ min: -1, max: 3 }), price: amount }), { maxLength: 2 }),
    at: date,
    type: text,
    visitor_id: text,
  },
  { requiredKeys: [] },
);
const rows = fc.array(fc.oneof({ weight: 15, arbitrary: row }, { weight: 1, arbitrary: fc.constantFrom(null, 7, [], 'x') }), {
  maxLength: 12,
});
const input = fc.oneof(
  rows,
  fc.dictionary(fc.constantFrom('orders', 'refunds', 'customers', 'visits', 'events', 'identities', 'messages', 'foo', 'meta'), rows, {
    maxKeys: 4,
  }),
  fc.jsonValue(),
);

describe('ingestion by the scanner and by JSON.parse', function () {
  this.timeout(600_000);

  it('gives the same data set and the same report, or both refuse', () => {
    fc.assert(
      fc.property(input, fc.constantFrom(0, 1, '\t'), fc.array(fc.nat(2000), { maxLength: 6 }), (value, space, cuts) => {
        const json = JSON.stringify(value, null, space);
        const scanned = outcomeOf(() => scannedIn(new Scan(), new TextEncoder().encode(json), cuts));
        expect(scanned, json).to.deep.equal(outcomeOf(() => packRaw(JSON.parse(json))));
      }),
      { numRuns: Number(globalThis.process?.env['FUZZ_RUNS'] ?? 5000) / 5 },
    );
  });

  it('knows nothing of rows that were added and taken back', () => {
    const add = (raw: RawInput | null, value: unknown, length = Infinity): RawInput =>
      scannedIn(new Scan({}, raw), new TextEncoder().encode(JSON.stringify(value).slice(0, length)), [20, 90]);
    fc.assert(
      fc.property(input, input, rows, fc.nat(1000), (first, bad, later, length) => {
        const [raw, untouched] = [add(null, first), add(null, first)];
        for (const one of [raw, untouched]) outcomeOf(() => one, true);
        const undo = undoOf(raw);
        outcomeOf(() => add(raw, bad, length), true);
        undo();
        expect(outcomeOf(() => raw, true)).to.deep.equal(outcomeOf(() => untouched, true));
        expect(outcomeOf(() => add(raw, later), true)).to.deep.equal(outcomeOf(() => add(untouched, later), true));
      }),
      { numRuns: Number(globalThis.process?.env['FUZZ_RUNS'] ?? 5000) / 20 },
    );
  });
});
