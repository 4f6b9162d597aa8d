import { expect } from 'chai';
import fc from 'fast-check';
import { plainOf, scanned, scannedText } from './plain-columns.js';
import type { PlainTable } from './plain-columns.js';

function tableOf(text: string, cuts?: readonly number[]): PlainTable {
  const raw = scannedText(text, cuts);
  if (typeof raw === 'string' || !raw.bare) throw new Error(`no table: ${String(raw)}`);
  return plainOf(raw.bare);
}

const cells = (text: string, cuts?: readonly number[]): unknown => Object.fromEntries(tableOf(text, cuts).cells);

describe('scanner of CSV', () => {
  it('finds the separator: comma, semicolon, tab, bar', () => {
    for (const mark of [',', ';', '\t', '|'])
      expect(cells(['id', 'total', 'created_at'].join(mark) + '\r\n' + ['a', '1.5', '2024-01-05 10:00'].join(mark) + '\r\n')).to.deep.equal(
        {
          id: { 0: 'a' },
          total: { 0: '1.5' },
          created_at: { 0: '2024-01-05 10:00' },
        },
      );
  });

  it('reads decimal commas beside semicolons, a byte order mark, and the line of Excel', () => {
    expect(cells('\ufeffid;montant\nA;12,50\nB;"1 234,00"\n')).to.deep.equal({
      id: { 0: 'A', 1: 'B' },
      montant: { 0: '12,50', 1: '1 234,00' },
    });
    expect(cells('sep=;\nid;montant, net\nA;12,50\n')).to.deep.equal({ id: { 0: 'A' }, 'montant, net': { 0: '12,50' } });
  });

  it('reads quotes, doubled quotes, line breaks in quotes, empty fields and short lines', () => {
    expect(cells('a,b,c\n"x, y","he said ""no""\nand left",\n,,3\n4\n\n"",5,""')).to.deep.equal({
      a: { 0: 'x, y', 2: '4' },
      b: { 0: 'he said "no"\nand left', 3: '5' },
      c: { 1: '3' },
    });
  });

  it('reads a first header that is empty, whatever separates it', () => {
    for (const mark of [',', ';', '\t', '|'])
      for (const start of ['', '\ufeff', '\n', ' \n'])
        expect(cells(`${start}${mark}id${mark}total\n0${mark}a${mark}5\n1${mark}b${mark}\n`, [1, 2, 5])).to.deep.equal({
          '': { 0: '0', 1: '1' },
          id: { 0: 'a', 1: 'b' },
          total: { 0: '5' },
        });
  });

  it('counts lines with more fields than headers, and keeps headers that come twice', () => {
    expect(tableOf('a,b\n1,2,3\n4,5,\n').bad).to.deep.equal([0]);
    expect(cells('a,b\n1,2,3\n4,5,\n')).to.deep.equal({ a: { 1: '4' }, b: { 1: '5' } });
    expect(cells('a,a\n1,2\n')).to.deep.equal({ a: { 0: '1' }, 'a (2)': { 0: '2' } });
  });

  it('refuses quotes that do not end, and bytes that are no UTF-8', () => {
    expect(scannedText('a,b\n1,"2\n3,4\n')).to.equal('bad-csv');
    expect(scanned(Uint8Array.from([97, 44, 98, 10, 0xe9, 44, 49, 10]))).to.equal('bad-utf8');
  });

  it('takes no text for CSV that may be broken JSON or no table', () => {
    expect(scannedText('hello, world')).to.equal('bad-json');
    expect(tableOf('N° commande;Date;Montant').length).to.equal(0);
    expect(tableOf('"id","created_at","total"', [7]).length).to.equal(0);
    expect(scannedText('"a, b"')).to.deep.include({ bare: null, got: 'a, b' });
  });

  it('reads back what was written, wherever the bytes are cut', function () {
    this.timeout(60_000);
    const value = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('2024-02-29', '12,50', 'a"b', '\n', ' x ', 'é', '2024-01-05T10:00:00Z'),
    );
    const quoted = (one: string): string => (/[",;\n\r\t|]/.test(one) || one.startsWith('"') ? `"${one.replaceAll('"', '""')}"` : one);
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat(200), { maxLength: 8 }),
        (lines, end, cuts) => {
          // The first field is never empty: a line of nothing is no line.
          const text = [['h1', 'h2', 'h3'], ...lines.map((line) => [`_${line[0]}`, line[1], line[2]])]
            .map((line) => line.map((one) => quoted(one!)).join())
            .join(end);
          const expected: Record<string, Record<number, string>> = {};
          lines.forEach((line, row) =>
            [`_${line[0]}`, line[1]!, line[2]!].forEach((one, i) => {
              if (one) (expected[`h${i + 1}`] ??= {})[row] = one;
            }),
          );
          expect(cells(text, cuts), text).to.deep.equal(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
