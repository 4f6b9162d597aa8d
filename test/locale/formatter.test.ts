import { expect } from 'chai';
import { createFormatter } from '../../src/locale/intl-formatter.js';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

describe('formatter, French', () => {
  const format = createFormatter('fr-FR', 'fr');

  it('counts and money with narrow spaces, the currency behind', () => {
    expect(format.count(12345)).to.equal(`12${NARROW}345`);
    expect(format.money(8911407.9, 'GBP')).to.equal(`8${NARROW}911${NARROW}407,90${NO_BREAK}£`);
    expect(format.money(-12.5, 'EUR')).to.equal(`−12,50${NO_BREAK}€`);
    expect(format.money(12345, 'JPY')).to.equal(`12${NARROW}345${NO_BREAK}¥`);
    expect(format.money(1234.5, null)).to.equal(`1${NARROW}234,50`);
  });

  it('compact', () => {
    expect(format.countCompact(12345)).to.equal(`12,3${NO_BREAK}k`);
    expect(format.moneyCompact(12345, 'EUR')).to.equal(`12,3${NO_BREAK}k${NO_BREAK}€`);
    expect(format.moneyCompact(8911407.9, 'GBP')).to.equal(`8,9${NO_BREAK}M${NO_BREAK}£`);
    expect(format.moneyCompact(0, 'EUR')).to.equal(`0${NO_BREAK}€`);
    expect(format.moneyCompact(179.3, 'EUR')).to.equal(`179${NO_BREAK}€`);
    expect(format.moneyCompact(4000, 'EUR')).to.equal(`4,0${NO_BREAK}k${NO_BREAK}€`);
    expect(format.countCompact(9_007_199_254_740_991)).to.equal(`9${NARROW}007,2${NO_BREAK}Bn`);
  });

  it('rates to one decimal, changes signed with the real minus', () => {
    const percent = format.rate(0.1).slice(4);
    expect(percent).to.match(/^[\u202f\u00a0]$|^[\u202f\u00a0]%$|^.%$/u);
    expect(format.rate(0.1).replace(/\s/g, ' ')).to.equal('10,0 %');
    expect(format.rate(0.1)).to.not.contain(' ');
    expect(format.change(-0.83).replace(/\s/g, ' ')).to.equal('−83,0 %');
    expect(format.change(0.05).replace(/\s/g, ' ')).to.equal('+5,0 %');
    expect(format.rateInterval([0.018, 0.404]).replace(/\s/g, ' ')).to.equal('1,8\u2060–\u206040,4 %');
  });

  it('days, dates, months', () => {
    expect(format.days(1)).to.equal(`1${NO_BREAK}jour`);
    expect(format.days(12)).to.equal(`12${NO_BREAK}jours`);
    expect(format.date('2011-12-09')).to.equal(`9${NO_BREAK}décembre 2011`);
    expect(format.date('2012-01-01')).to.equal(`1er${NO_BREAK}janvier 2012`);
    expect(format.dateShort('2011-12-09')).to.equal('09/12/2011');
    expect(format.month('2011-12')).to.equal(`déc.${NO_BREAK}2011`);
    expect(format.bytes(12_340_000).replace(/\s/g, ' ')).to.equal('12,3 Mo');
  });
});

describe('formatter of a locale in which there are no words', () => {
  it('writes numbers and dates its way, units in the language of the words', () => {
    const german = createFormatter('de-DE', 'en');
    expect([german.count(12345), german.money(1234.5, 'EUR')]).to.deep.equal(['12.345', `1.234,50${NO_BREAK}€`]);
    expect([0, 1, 1.5, 12345, -3, null].map(german.days)).to.deep.equal(['0 days', '1 day', '1,5 days', '12.345 days', '−3 days', '—']);
    const french = createFormatter('de-DE', 'fr');
    expect([1.5, 12345].map(french.days)).to.deep.equal([`1,5${NO_BREAK}jour`, `12.345${NO_BREAK}jours`]);
    expect(createFormatter('en-GB', 'fr').days(1234.5)).to.equal(`1,234.5${NO_BREAK}jours`);
  });
});

describe('formatter', () => {
  const format = createFormatter('en-GB');

  it('English, by region', () => {
    expect(format.money(8911407.9, 'GBP')).to.equal('£8,911,407.90');
    expect(format.date('2011-12-09')).to.equal(`9${NO_BREAK}December 2011`);
    expect(createFormatter('en-US').date('2011-12-09')).to.equal(`December${NO_BREAK}9, 2011`);
    expect(format.rateInterval([0.018, 0.404])).to.equal('1.8\u2060–\u206040.4%');
    expect(format.days(1)).to.equal('1 day');
    expect(format.bytes(0)).to.equal('0 MB');
  });

  it('no figure is a dash', () => {
    const { count, rate, change, decimal, days, date, dateShort, countCompact } = format;
    for (const print of [count, rate, change, decimal, days, date, dateShort, countCompact]) expect(print(null)).to.equal('—');
    expect(format.money(null, 'EUR')).to.equal('—');
    expect(format.moneyCompact(null, null)).to.equal('—');
    expect(format.rateInterval(null)).to.equal('—');
    expect([NaN, Infinity].map(count)).to.deep.equal(['—', '—']);
    expect(date('yesterday')).to.equal('—');
  });

  it('zero has no sign, however it came about', () => {
    expect(format.change(-0)).to.equal('0.0%');
    expect(format.rate(-0)).to.equal('0.0%');
    expect(format.count(-0.2)).to.equal('0');
    expect(format.change(-0.0006)).to.equal('−0.1%');
  });

  it('a rate that is neither nothing nor all does not read so', () => {
    expect([0, 1 / 12_345, 0.0005, 0.9994, 12_344 / 12_345, 1].map(format.rate)).to.deep.equal([
      ...['0.0%', `<${NO_BREAK}0.1%`, '0.1%', '99.9%', `>${NO_BREAK}99.9%`, '100.0%'],
    ]);
    const changes = [-1 / 12_345, -12_344 / 12_345, -1, 0.9999, 0];
    expect(changes.map((change) => format.change(change))).to.deep.equal([`<${NO_BREAK}0.1%`, '−99.9%', '−100.0%', '+100.0%', '0.0%']);
    expect(format.change(-0.9996, 0)).to.equal('−100%');
    const [low, high] = [format.rateInterval([0.00001, 0.00045]), format.rateInterval([0.99955, 0.99999])];
    expect([low, high]).to.deep.equal(['0.0\u2060–\u20600.1%', '99.9\u2060–\u2060100.0%']);
  });

  it('decimals of a column are alike', () => {
    expect([2.5, 2, 0.04].map((value) => format.decimal(value))).to.deep.equal(['2.5', '2.0', '0.0']);
  });

  it('dates are civil: the same in every zone', () => {
    expect(format.dateShort('2024-02-29')).to.equal('29/02/2024');
    expect(format.month('2024-03')).to.equal(`Mar${NO_BREAK}2024`);
  });

  it('a locale that does not exist falls back', () => {
    expect(createFormatter('x', 'fr').locale).to.equal('fr');
    expect(createFormatter('??', 'en').count(1234)).to.equal('1,234');
  });
});
