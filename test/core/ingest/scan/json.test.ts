import { expect } from 'chai';
import fc from 'fast-check';
import type { RawInput } from '../../../../src/core/ingest/raw/raw-input.js';
import { RawTable } from '../../../../src/core/ingest/raw/raw-table.js';
import { Scan } from '../../../../src/core/ingest/scan/scan.js';
import { naiveOf, plainOf, scanned, scannedIn, scannedText } from './plain-columns.js';

const RUNS = Number(globalThis.process?.env['FUZZ_RUNS'] ?? 5000);

/** JSON text of a value with odd but allowed spelling: white space, escapes, exponents, keys that come twice. */
const spelled = (value: unknown, pick: () => number): string => {
  const space = (): string => ['', '', ' ', '\n', '\t\r\n'][pick() % 5]!;
  const text = (one: string): string =>
    `"${[...JSON.stringify(one).slice(1, -1)].map((c) => (pick() % 7 === 0 && c.length === 1 && /[a-z]/.test(c) ? c : c)).join('')}"`;
  const escaped = (one: string): string =>
    pick() % 3
      ? text(one)
      : `"${Array.from({ length: one.length }, (_, i) => `\\u${one.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`;
  const number = (one: number): string => {
    const plain = JSON.stringify(one);
    return [plain, one.toExponential(), Object.is(one, -0) ? '-0' : plain, Object.is(one, -0) ? '-0.0e5' : plain][pick() % 4]!;
  };
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return `[${space()}${value.map((one) => spelled(one, pick)).join(`${space()},${space()}`)}${space()}]`;
  if (value && typeof value === 'object') {
    const members = Object.entries(value).map(([key, one]) => `${escaped(key)}${space()}:${space()}${spelled(one, pick)}`);
    if (pick() % 6 === 0 && members.length > 0)
      members.push(`${JSON.stringify(Object.keys(value)[0])}:${['1', 'null', '{"a":2}', '"x"', '[]'][pick() % 5]}`);
    return `{${space()}${members.join(`${space()},${space()}`)}${space()}}`;
  }
  return JSON.stringify(value);
};

const key = fc.oneof(
  fc.constantFrom('id', 'total', 'a', 'refunds', 'line_items', 'date', '', '__proto__', 'é"\\'),
  fc.string({ maxLength: 3 }),
);
const date = fc.constantFrom(
  '2024-02-29',
  '2023-02-29',
  '2024-01-05T10:20:30Z',
  '2024-01-05 10:20',
  '2024-01-05T10:20:30.123+02:00',
  '2024-01-05T24:00:00',
  '1850-01-01',
  '2024-1-5',
);
const scalar = fc.oneof(
  fc.constantFrom(null, true, false, '', 0, -0, 1e21, 5e-324, 123456789012345, 1234567890123456, 0.1, 99.99, -1.005),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  date,
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: fc.integer({ min: 0xd700, max: 0xe0ff }).map((code) => String.fromCharCode(code)), maxLength: 3 }),
);
const { row } = fc.letrec<{ row: unknown; value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: scalar },
    tie('row'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  row: fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries) as unknown),
}));
const rows = fc.array(fc.oneof({ weight: 10, arbitrary: row }, { weight: 1, arbitrary: scalar }), { maxLength: 6 });
const picks = fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 });

function picker(list: readonly number[]): () => number {
  let at = 0;
  return () => list[at++ % list.length]!;
}

/** Where the bytes are wrong. */
function placeOf(bytes: Uint8Array): unknown {
  const fault = scanned(bytes, [], { allowPartial: true });
  return typeof fault === 'string' ? fault : fault.fault?.details;
}

describe('scanner of JSON', function () {
  this.timeout(600_000);

  it('reads what JSON.parse reads, however it is spelled and wherever the bytes are cut', () => {
    fc.assert(
      fc.property(rows, picks, fc.array(fc.nat(400), { maxLength: 12 }), (list, choices, cuts) => {
        const text = spelled(list, picker(choices));
        const raw = scannedText(text, cuts);
        if (typeof raw === 'string') throw new Error(`${raw}: ${text}`);
        expect(raw.bare && plainOf(raw.bare), text).to.deep.equal(naiveOf(JSON.parse(text) as unknown[]));
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses what JSON.parse refuses, and nothing else', () => {
    const dirt = fc.constantFrom('"', ',', '}', ']', '{', '[', ':', '0', '-', '.', 'e', 'null', '\\', '\u0001', ' ', 'x', '"a"');
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.nat(3),
        dirt,
        fc.array(fc.nat(200), { maxLength: 5 }),
        (list, place, drop, one, cuts) => {
          const text = JSON.stringify(list);
          const at = 1 + (place % text.length);
          // Half a surrogate pair has no bytes.
          const soiled = new TextDecoder().decode(new TextEncoder().encode(text.slice(0, at) + one + text.slice(at + drop)));
          let parsed: unknown = '';
          try {
            parsed = JSON.parse(soiled);
          } catch {
            // Refused.
          }
          const raw = scannedText(soiled, cuts);
          if (!Array.isArray(parsed)) expect(raw, soiled).to.be.a('string');
          else if (typeof raw === 'string') throw new Error(`${raw}: ${soiled}`);
          else expect(raw.bare && plainOf(raw.bare), soiled).to.deep.equal(naiveOf(parsed));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('reads objects of tables, columns, and one row a line alike', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), fc.array(fc.nat(300), { maxLength: 8 }), (list, cuts) => {
        const expected = naiveOf(JSON.parse(JSON.stringify(list)) as unknown[]);
        const named = scannedText(`{"version":1,"x":{"y":[1,{}]},"orders":${JSON.stringify(list)},"meta":{"tz":"UTC"}}`, cuts);
        if (typeof named === 'string') throw new Error(named);
        const table = named.members.get('orders');
        expect(table instanceof RawTable && plainOf(table)).to.deep.equal(expected);
        expect(named.meta).to.deep.equal({ tz: 'UTC' });
        const lines = scannedText(list.map((one) => JSON.stringify(one)).join('\n'), cuts);
        if (typeof lines === 'string') throw new Error(lines);
        expect(lines.bare && plainOf(lines.bare)).to.deep.equal(expected);
      }),
      { numRuns: RUNS / 5 },
    );
  });

  it('reads columns', () => {
    const raw = scannedText('{"orders":{"columns":{"id":["a",null,"c"],"total":[1,2.5],"x":5}},"columns":[]}', [20, 40, 41]);
    if (typeof raw === 'string') throw new Error(raw);
    const table = raw.members.get('orders');
    expect(table instanceof RawTable && plainOf(table)).to.deep.equal({
      length: 3,
      cells: new Map<string, object>([
        ['id', { 0: 'a', 2: 'c' }],
        ['total', { 0: 1, 1: 2.5 }],
      ]),
      bad: [],
      lists: new Map(),
    });
    expect(table instanceof RawTable && table.pathOf(1, 'id')).to.equal('$.orders.columns.id[1]');
  });

  it('keeps cells of a million kinds in blocks', () => {
    const list = Array.from({ length: 40_000 }, (_, i) => ({
      n: i % 17_000 === 5 ? 'odd' : i / 100,
      t: i % 3 ? `text ${i}` : null,
      d: i % 20_000 === 7 ? 'no date' : `20${10 + (i % 80)}-0${1 + (i % 9)}-1${i % 10}T0${i % 10}:00:00${i % 2 ? 'Z' : '+02:00'}`,
    }));
    const raw = scannedText(JSON.stringify(list), [1000, 70_000, 500_000]);
    if (typeof raw === 'string') throw new Error(raw);
    expect(raw.bare && plainOf(raw.bare)).to.deep.equal(naiveOf(list));
  });

  it('keeps more fractions of seconds than a number has room for', () => {
    // 120,000 times, each with microseconds of its own.
    const times = Array.from({ length: 120_000 }, (_, i) => `2024-03-01T10:00:00.${String(i * 8).padStart(6, '0')}Z`);
    const raw = scannedText(JSON.stringify(times.map((t) => ({ t }))));
    if (typeof raw === 'string') throw new Error(raw);
    const column = raw.bare!.columns.get('t')!;
    expect(times.findIndex((time, row) => column.value(row) !== time)).to.equal(-1);
  });

  it('reads one row a line behind a mark or a line break, cut in its first row', () => {
    const rows = '{"id":1,"customer_id":"a"}\n{"id":2,"customer_id":"a"}\n';
    for (const start of ['\ufeff', '\n', ' \r\n\t'])
      for (const cut of [6, 12, 20, 30]) {
        const raw = scannedText(start + rows, [cut]);
        if (typeof raw === 'string') throw new Error(raw);
        expect(raw.bare?.length).to.equal(2);
      }
  });

  it('takes a row alone for a line, and a frame around rows for none', () => {
    const bareOf = (text: string, cuts?: number[]): number | undefined => {
      const raw = scannedText(text, cuts);
      if (typeof raw === 'string') throw new Error(raw);
      return raw.bare?.length;
    };
    const row = '{"id":1,"customer_id":"a","created_at":"2025-03-01","total":5,"tags":["x"],"line_items":[{"sku":"a"}]}';
    for (const end of ['', '\n', ' \r\n']) for (const cuts of [[], [9], [40, 41]]) expect(bareOf(row + end, cuts)).to.equal(1);
    expect(bareOf('{"error":"not found","status":404}')).to.equal(undefined);
    expect(bareOf('{"order":"asc","total":2,"created_at":"2025-03-01","data":[{"x":1}]}')).to.equal(undefined);
    expect(bareOf('{"orders":[],"meta":{"currency":"EUR"}}')).to.equal(undefined);
  });

  it('has of columns that come twice the last one', () => {
    const raw = scannedText('{"columns":{"id":["1","2","3"],"total":[5],"id":["9"]}}');
    if (typeof raw === 'string' || !raw.bare) throw new Error('no table');
    expect(plainOf(raw.bare)).to.deep.include({
      length: 1,
      cells: new Map<string, object>([
        ['id', { 0: '9' }],
        ['total', { 0: 5 }],
      ]),
    });
  });

  it('names the place of what is wrong', () => {
    const bytes = new TextEncoder().encode('[{"id":1},\n {"id":2},\n {"id":"a\u00e9"}]');
    bytes[bytes.length - 4] = 0xff;
    expect(scanned(bytes)).to.equal('bad-utf8');
    expect(placeOf(bytes)).to.deep.include({ line: 3, offset: bytes.length - 5 });
    bytes.set([0xe2, 0x82, 0x41], bytes.length - 6);
    expect(placeOf(bytes)).to.deep.include({ offset: bytes.length - 6 });
    expect(scanned(new Uint8Array())).to.equal('empty-input');
    expect(scannedText('  <!doctype html>')).to.equal('html-instead-of-json');
    expect(scannedText('['.repeat(65) + ']'.repeat(65))).to.equal('too-deep');
    expect(scannedText('[1,2,3]', [], { maxRows: 2 })).to.equal('too-large');
    expect(scannedText(`[{${Array.from({ length: 1001 }, (_, i) => `"k${i}":1`).join()}}]`)).to.equal('too-large');
  });

  it('refuses what would take more memory than may be, before it is taken', () => {
    const rows = (count: number): string => JSON.stringify(Array.from({ length: count }, (_, id) => ({ id, list: [{ a: 1 }, { a: 2 }] })));
    // 1,000 rows of one column, and 2,000 of a list in them: not every name is a list of rows.
    const lines = rows(1000).replaceAll('"list"', '"items"');
    expect(scannedText(lines, [], { maxMemory: 3000 * 16 })).not.to.be.a('string');
    expect(scannedText(lines, [], { maxMemory: 3000 * 16 - 1 })).to.equal('too-large');
    const part = scannedText(rows(2000), [30_000], { maxMemory: 2000 * 16, allowPartial: true });
    if (typeof part === 'string') throw new Error(part);
    expect(part.fault?.details).to.deep.include({ needed: 32_000 });
  });

  it('counts texts, wherever they stand', () => {
    const text = 'x'.repeat(2000);
    const rows = JSON.stringify(Array.from({ length: 1000 }, (_, id) => ({ items: [{ note: `${id}${text}` }] })));
    expect(scannedText(rows, [], { maxMemory: 2e6 })).to.equal('too-large');
    expect(scannedText(rows, [], { maxMemory: 5e6 })).not.to.be.a('string');
    // One text a thousand times is one text.
    expect(scannedText(rows.replace(/"\d+x/g, '"x'), [], { maxMemory: 1e5 })).not.to.be.a('string');
  });

  it('counts columns and rows wherever they stand', () => {
    const names = Array.from({ length: 1001 }, (_, i) => `k${i}`);
    const columns = (count: number): string =>
      `{"columns":{${names
        .slice(0, count)
        .map((name) => `"${name}":[1]`)
        .join()}}}`;
    expect(scannedText(columns(1000))).not.to.be.a('string');
    expect(scannedText(columns(1001))).to.equal('too-large');
    expect(scannedText(`${names.slice(1).join()}\n1\n`)).not.to.be.a('string');
    expect(scannedText(`${names.join()}\n1\n`)).to.equal('too-large');
    // A table of 1,000 columns takes more rows.
    const scan = (input?: RawInput): RawInput => scannedIn(new Scan({}, input), new TextEncoder().encode(columns(1000)), []);
    expect(scan(scan()).bare?.length).to.equal(2);
    const lists = '[{"items":[{"a":1},{"a":1}]},{"items":[{"a":1},{"a":1}]}]';
    expect(scannedText(lists, [], { maxRows: 4 })).not.to.be.a('string');
    expect(scannedText(lists, [], { maxRows: 3 })).to.equal('too-large');
  });

  it('keeps as many rows as may be when asked to', () => {
    for (const text of ['[{"a":1},{"a":1},{"a":1}]', '{"a":1}\n{"a":1}\n{"a":1}\n', 'a,b\n1,1\n1,1\n1,1\n', '{"columns":{"a":[1,1,1]}}'])
      for (const maxRows of [2, 3]) {
        const raw = scannedText(text, [4, 12], { maxRows, allowPartial: true });
        if (typeof raw === 'string') throw new Error(raw);
        expect(raw.bare?.length, text).to.equal(maxRows);
        expect(raw.fault?.details, text).to.deep.equal(maxRows === 2 ? { needed: 2, got: 3 } : undefined);
      }
  });

  it('waits for rows of 32 MB at most', () => {
    const long = `[{"a":1},{"a":"${'x'.repeat(33 << 20)}"}]`;
    expect(scannedText(long, [100, 17 << 20, 33 << 20])).to.equal('too-large');
    const raw = scannedText(long, [100, 17 << 20, 33 << 20], { allowPartial: true });
    if (typeof raw === 'string') throw new Error(raw);
    expect(raw.bare?.length).to.equal(1);
    expect(raw.fault).to.deep.include({ code: 'too-large', path: '$[1]' });
  });

  it('reckons with the announced length', () => {
    const row = `{"id":1,"name":"${'x'.repeat(990)}"},`;
    const first = new TextEncoder().encode(`[${row.repeat(1100)}`);
    const push = (total: number, options: object): void => new Scan(options).push(first, total);
    // Two columns of some 1,100 rows for each 1.1 MB: ten times as much for 11 MB.
    const needed = 1100 * 2 * 16;
    expect(() => push(0, { maxMemory: needed * 9 })).not.to.throw();
    expect(() => push(first.length * 8, { maxMemory: needed * 9 })).not.to.throw();
    expect(() => push(first.length * 10, { maxMemory: needed * 9 })).to.throw(/maxMemory/);
    expect(() => push(first.length * 10, { maxMemory: needed * 9, allowPartial: true })).not.to.throw();
  });

  it('keeps what stands before the fault when asked to', () => {
    const raw = scannedText('{"orders":[{"id":1},{"id":2},{"id":', [], { allowPartial: true });
    if (typeof raw === 'string') throw new Error(raw);
    const table = raw.members.get('orders');
    expect(table instanceof RawTable && plainOf(table).cells).to.deep.equal(new Map([['id', { 0: 1, 1: 2 }]]));
    expect(raw.fault).to.deep.include({ code: 'bad-json', path: '$.orders[2]' });
    expect(raw.fault?.details).to.deep.include({ line: 1, offset: 35 });
  });
});
