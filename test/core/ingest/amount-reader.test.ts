import { expect } from 'chai';
import fc from 'fast-check';
import { amountReader } from '../../../src/core/ingest/amount-reader.js';
import { readValue } from './ingest-helpers.js';

/** Minor units, `missing`, or `bad`; `open` where the decimal mark would matter and is not told. */
function minor(value: unknown, { digits = 2, mark = null as '.' | ',' | null } = {}): number | string {
  const [point, comma] = [0, 1].map((way) => readValue(amountReader(digits), value, way));
  const amount = mark === ',' ? comma : point;
  if (mark === null && !Object.is(point, comma)) return 'open';
  return amount === undefined ? 'missing' : Number.isNaN(amount) ? 'bad' : amount;
}

describe('amountReader', () => {
  const read: [unknown, number][] = [
    [12.5, 1250],
    [0, 0],
    [-0, 0],
    [1e3, 100000],
    [0.07, 7],
    [1.1, 110],
    [4.35, 435],
    [1.005, 101],
    [8911407.9, 891140790],
    [-12.3, -1230],
    [29.33, 2933],
    [1e-7, 0],
    [12n, 1200],
    ['12', 1200],
    ['12.5', 1250],
    ['-12.50', -1250],
    ['12,50', 1250],
    ['1 234,56 €', 123456],
    ['1\u202f234,56\u00a0€', 123456],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['€12', 1200],
    ['$1,234.50', 123450],
    ['US$ 5', 500],
    ['12,50 EUR', 1250],
    ['EUR12.50', 1250],
    ['CHF 1\u2019234.50', 123450],
    ["1'234.50", 123450],
    ['(12.30)', -1230],
    ['($1,000.00)', -100000],
    ['\u221212,30', -1230],
    ['-€5.00', -500],
    ['€-5.00', -500],
    ['12.30-', -1230],
    ['+7', 700],
    ['.5', 50],
    [',5', 50],
    ['12.', 1200],
    ['12.-', 1200],
    ['12,-', 1200],
    ['CHF 12.-', 1200],
    ["CHF 1'234.--", 123400],
    ['12,— €', 1200],
    ['1.234,-', 123400],
    ['-12.-', -1200],
    ['(12.-)', -1200],
    ['12,50-', -1250],
    ['₹1,23,456.00', 12345600],
    ['₹ 12,34,56,789.5', 12345678950],
    ['1,23,456', 12345600],
    ['-1,00,000.00', -10000000],
    ['1.234.567', 123456700],
    ['1,234,567.8', 123456780],
    ['0,123', 12],
    ['1234,567', 123457],
    ['  9,99  ', 999],
    ['1.005', 101],
    ['-1.005', -101],
    ['0.004', 0],
    ['-0.004', 0],
    ['90071992547409.91', 9007199254740991],
    ['12.345', 1235],
  ];
  for (const [value, expected] of read) {
    it(`reads ${typeof value} ${String(value)} as ${expected}`, () => expect(minor(value, { mark: '.' })).to.equal(expected));
  }

  it('rounds half away from zero, on the decimal as written', () => {
    expect(['2.675', '-2.675', '2.665', '0.005', '0.0049999'].map((text) => minor(text, { mark: '.' }))).to.deep.equal([
      268, -268, 267, 1, 0,
    ]);
    expect([1.005, 2.675, 8.325].map((value) => minor(value))).to.deep.equal([101, 268, 833]);
  });

  it('knows the minor units of the currency', () => {
    expect(minor('1200', { digits: 0 })).to.equal(1200);
    expect(minor(1200.5, { digits: 0 })).to.equal(1201);
    expect(minor('1.234', { digits: 3, mark: '.' })).to.equal(1234);
    expect(minor(1.2345, { digits: 3 })).to.equal(1235);
    expect(minor(2000, { digits: 0 })).to.equal(2000);
    expect(minor('2000', { digits: 0 })).to.equal(2000);
    for (const text of ['500.000', '500,000', '₫500.000']) expect(minor(text, { digits: 0 }), text).to.equal(500000);
    expect(minor('12.5', { digits: 0 })).to.equal(13);
    expect(minor('0.500', { digits: 0 })).to.equal(1);
  });

  it('leaves thousands or decimals to the column where both are possible', () => {
    for (const text of ['1,234', '1.234', '12,345', '999.000', '-1,234', '1.234 €']) expect(minor(text), text).to.equal('open');
    expect(minor('1,234', { mark: '.' })).to.equal(123400);
    expect(minor('1,234', { mark: ',' })).to.equal(123);
    expect(minor('1.234', { mark: ',' })).to.equal(123400);
  });

  const wrong: unknown[] = [
    Infinity,
    -Infinity,
    true,
    [],
    [1],
    new Date(0),
    'abc',
    '12abc3',
    'C536379',
    'Infinity',
    '1.2.3',
    '1,2,3',
    '1.23,4.5',
    '1,23.4,5',
    '12 34',
    '5.-3',
    '1,23,45',
    '1.23.456',
    '123,45,678',
    '1 2345',
    '0x10',
    '1e',
    '12 %',
    '1e400',
    '90071992547409.92',
    9007199254740992,
    '9'.repeat(5_000_000),
    '٣',
  ];
  for (const value of wrong) {
    it(`refuses ${typeof value} ${String(value).slice(0, 30)}`, () => expect(minor(value, { mark: '.' })).to.equal('bad'));
  }

  it('knows that nothing is no amount', () => {
    for (const value of ['', '  ', '\u00a0', '-', ' — ', null, undefined, NaN, () => 1, Symbol('x')])
      expect(minor(value)).to.equal('missing');
  });

  it('reads back every amount in either convention, exactly', () => {
    const spaces = fc.constantFrom(' ', '\u00a0', '\u202f', '.');
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 46), max: 2 ** 46 }), spaces, (units, group) => {
        const size = Math.abs(units);
        const whole = String(Math.floor(size / 100));
        const cents = String(size % 100).padStart(2, '0');
        const sign = units < 0 ? '-' : '';
        const grouped = (mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark);
        expect(minor(`${sign}${whole}.${cents}`)).to.equal(units);
        expect(minor(`${sign}${grouped(',')}.${cents}`)).to.equal(units);
        expect(minor(`${sign}${grouped(group)},${cents} €`)).to.equal(units);
        expect(minor(Number(`${sign}${whole}.${cents}`))).to.equal(units);
      }),
    );
  });

  it('agrees with exact decimal arithmetic for every number', () => {
    /** Shortest decimal of a number, in units of 10^-2, rounded half away from zero: by BigInt. */
    const oracle = (value: number): number => {
      const [mantissa, exponent = '0'] = String(Math.abs(value)).split('e');
      const [whole, fraction = ''] = mantissa.split('.');
      const shift = Number(exponent) + 2 - fraction.length;
      const digits = BigInt(whole + fraction);
      const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : (2n * digits + 10n ** BigInt(-shift)) / (2n * 10n ** BigInt(-shift));
      return Math.sign(value) * Number(scaled) + 0;
    };
    const number = fc.double({ min: -9e13, max: 9e13, noNaN: true });
    fc.assert(fc.property(number, (value) => void expect(minor(value)).to.equal(oracle(value))));
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        (value) => void expect(minor(value)).to.satisfy((one: unknown) => typeof one === 'string' || Number.isSafeInteger(one)),
      ),
    );
  });
});
