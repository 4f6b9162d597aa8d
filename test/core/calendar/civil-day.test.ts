import { expect } from 'chai';
import fc from 'fast-check';
import { addMonths, civilFromDay, dayFromCivil, formatIsoDay, isCivilDate, parseIsoDay } from '../../../src/core/calendar/civil-day.js';
import { weekday } from '../../../src/core/calendar/period.js';
import { temporal } from './temporal.js';

const daysInMonth = (year: number, month: number): number => dayFromCivil(year, month + 1, 1) - dayFromCivil(year, month, 1);
const iso = (text: string): number => parseIsoDay(text) ?? NaN;
/** 1970-01-01 … 2100-12-31, and far beyond on both sides. */
const anyDay = fc.integer({ min: -800_000, max: 3_000_000 });
const usualDay = fc.integer({ min: 0, max: 47_846 });

describe('civil days', () => {
  it('counts from 1970-01-01', () => {
    expect(dayFromCivil(1970, 1, 1)).to.equal(0);
    expect(dayFromCivil(1969, 12, 31)).to.equal(-1);
    expect(dayFromCivil(2000, 2, 29)).to.equal(11016);
    expect(dayFromCivil(2011, 12, 9)).to.equal(15317);
    expect(dayFromCivil(1, 1, 1)).to.equal(-719162);
  });

  it('knows every day of 1970 to 2100, in order, as Date counts them', () => {
    let day = 0;
    for (let year = 1970; year <= 2100; year++)
      for (let month = 1; month <= 12; month++)
        for (let date = 1; date <= new Date(Date.UTC(year, month, 0)).getUTCDate(); date++) {
          if (dayFromCivil(year, month, date) !== day) expect.fail(`${year}-${month}-${date}`);
          const back = civilFromDay(day);
          if (back.year !== year || back.month !== month || back.day !== date) expect.fail(`day ${day}`);
          day++;
        }
    expect(day).to.equal(Date.UTC(2101, 0, 1) / 86_400_000);
  });

  it('goes there and back for any day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: date } = civilFromDay(day);
        expect(isCivilDate(year, month, date)).to.equal(true);
        expect(dayFromCivil(year, month, date)).to.equal(day);
      }),
    );
  });

  it('knows leap years: 2000 and 2024 are, 1900, 2023 and 2100 are not', () => {
    expect([2000, 2024, 1900, 2023, 2100].map((year) => daysInMonth(year, 2))).to.deep.equal([29, 29, 28, 28, 28]);
  });

  it('names the weekday, Monday 1 to Sunday 7', () => {
    expect(weekday(0)).to.equal(4);
    expect(weekday(iso('2011-12-09'))).to.equal(5);
    expect(weekday(iso('1969-12-28'))).to.equal(7);
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(day + 1)).to.equal((weekday(day) % 7) + 1);
      }),
    );
  });

  it('agrees with Temporal where the engine has it, else with Date', () => {
    fc.assert(
      fc.property(usualDay, fc.integer({ min: -240, max: 240 }), (day, months) => {
        const { year, month, day: date } = civilFromDay(day);
        if (temporal === null) {
          expect(formatIsoDay(day)).to.equal(new Date(day * 86_400_000).toISOString().slice(0, 10));
          return;
        }
        const oracle = new temporal.PlainDate(1970, 1, 1).add({ days: day });
        expect([year, month, date, weekday(day)]).to.deep.equal([oracle.year, oracle.month, oracle.day, oracle.dayOfWeek]);
        expect(formatIsoDay(day)).to.equal(oracle.toString());
        expect(formatIsoDay(addMonths(day, months))).to.equal(oracle.add({ months }).toString());
      }),
    );
  });
});

describe('ISO dates', () => {
  it('reads what exists', () => {
    expect(iso('2011-12-09')).to.equal(15317);
    expect(iso('2024-02-29')).to.equal(dayFromCivil(2024, 2, 29));
    expect(iso('0000-03-01')).to.equal(-719468);
  });

  it('refuses what does not, and every other way to write it', () => {
    const wrong = [
      '2023-02-29',
      '2100-02-29',
      '2011-04-31',
      '2011-13-01',
      '2011-00-10',
      '2011-01-00',
      '2011-1-1',
      '20111209',
      '2011-12-09T00:00',
      ' 2011-12-09',
      '2011-12-09\n',
      '+002011-12-09',
      '',
      'auto',
    ];
    for (const text of wrong) expect(parseIsoDay(text), text).to.equal(null);
  });

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719528, max: 2932896 }), (day) => {
        expect(parseIsoDay(formatIsoDay(day))).to.equal(day);
      }),
    );
  });

  it('writes years outside 0000 to 9999 with a sign and six digits', () => {
    expect(formatIsoDay(dayFromCivil(-1, 12, 31))).to.equal('-000001-12-31');
    expect(formatIsoDay(dayFromCivil(10000, 1, 1))).to.equal('+010000-01-01');
  });
});

describe('addMonths', () => {
  it('clamps to the end of the month', () => {
    expect(formatIsoDay(addMonths(iso('2011-05-31'), -3))).to.equal('2011-02-28');
    expect(formatIsoDay(addMonths(iso('2012-05-31'), -3))).to.equal('2012-02-29');
    expect(formatIsoDay(addMonths(iso('2012-02-29'), 12))).to.equal('2013-02-28');
    expect(formatIsoDay(addMonths(iso('2011-12-31'), 2))).to.equal('2012-02-29');
    expect(formatIsoDay(addMonths(iso('2011-01-31'), -1))).to.equal('2010-12-31');
    expect(formatIsoDay(addMonths(iso('2011-12-09'), -3))).to.equal('2011-09-09');
  });

  it('is monotone in the day and in the months, and moves the year-month by exactly n', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -600, max: 600 }), (a, b, n) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(addMonths(low, n)).to.be.at.most(addMonths(high, n));
        expect(addMonths(low, n + 1)).to.be.above(addMonths(low, n));
        const from = civilFromDay(low);
        const to = civilFromDay(addMonths(low, n));
        expect(to.year * 12 + to.month - (from.year * 12 + from.month)).to.equal(n);
        expect(to.day).to.equal(Math.min(from.day, daysInMonth(to.year, to.month)));
      }),
    );
  });
});
