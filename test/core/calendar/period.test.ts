import { expect } from 'chai';
import fc from 'fast-check';
import { formatIsoDay, parseIsoDay } from '../../../src/core/calendar/civil-day.js';
import { nextPeriod, periodEnd, periodKey, periodStart } from '../../../src/core/calendar/period.js';
import type { Grain } from '../../../src/core/calendar/period.js';
import { temporal } from './temporal.js';

const iso = (text: string): number => parseIsoDay(text) ?? NaN;
const GRAINS: Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

/** Day, grain, first day, last day, key. */
const CASES: [string, Grain, string, string, string][] = [
  ['2011-12-09', 'day', '2011-12-09', '2011-12-09', '2011-12-09'],
  ['2011-12-09', 'week', '2011-12-05', '2011-12-11', '2011-W49'],
  ['2011-12-09', 'month', '2011-12-01', '2011-12-31', '2011-12'],
  ['2011-12-09', 'quarter', '2011-10-01', '2011-12-31', '2011-Q4'],
  ['2011-12-09', 'year', '2011-01-01', '2011-12-31', '2011'],
  ['2012-02-29', 'month', '2012-02-01', '2012-02-29', '2012-02'],
  ['2012-02-29', 'quarter', '2012-01-01', '2012-03-31', '2012-Q1'],
  ['2011-06-30', 'quarter', '2011-04-01', '2011-06-30', '2011-Q2'],
  ['2011-07-01', 'quarter', '2011-07-01', '2011-09-30', '2011-Q3'],
  // Weeks that belong to the year of their Thursday.
  ['2012-01-01', 'week', '2011-12-26', '2012-01-01', '2011-W52'],
  ['2008-12-29', 'week', '2008-12-29', '2009-01-04', '2009-W01'],
  ['2010-01-03', 'week', '2009-12-28', '2010-01-03', '2009-W53'],
  ['2020-12-31', 'week', '2020-12-28', '2021-01-03', '2020-W53'],
  ['1970-01-01', 'week', '1969-12-29', '1970-01-04', '1970-W01'],
];

describe('periods', () => {
  for (const [day, grain, from, to, key] of CASES)
    it(`${grain} of ${day} is ${key}, ${from} to ${to}`, () => {
      expect(formatIsoDay(periodStart(iso(day), grain))).to.equal(from);
      expect(formatIsoDay(periodEnd(iso(day), grain))).to.equal(to);
      expect(periodKey(iso(day), grain)).to.equal(key);
    });

  for (const grain of GRAINS)
    it(`${grain}s tile the calendar: each day in exactly one, keys sort in order of time`, () => {
      fc.assert(
        fc.property(fc.integer({ min: -30_000, max: 60_000 }), (day) => {
          const from = periodStart(day, grain);
          const to = periodEnd(day, grain);
          expect(day).to.be.within(from, to);
          expect(periodStart(from, grain)).to.equal(from);
          expect(periodStart(to, grain)).to.equal(from);
          expect(nextPeriod(day, grain)).to.equal(to + 1);
          expect(periodStart(to + 1, grain)).to.equal(to + 1);
          expect(periodKey(from, grain)).to.equal(periodKey(to, grain));
          expect(periodKey(day, grain) < periodKey(to + 1, grain)).to.equal(true);
        }),
      );
    });

  it('numbers weeks as Temporal does where the engine has it, else every week of a year has seven days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 47_846 }), (day) => {
        const key = periodKey(day, 'week');
        if (temporal === null) {
          expect([0, 1, 2, 3, 4, 5, 6].map((shift) => periodKey(periodStart(day, 'week') + shift, 'week'))).to.deep.equal(
            Array(7).fill(key),
          );
          return;
        }
        const oracle = new temporal.PlainDate(1970, 1, 1).add({ days: day });
        expect(key).to.equal(`${oracle.yearOfWeek}-W${String(oracle.weekOfYear).padStart(2, '0')}`);
      }),
    );
  });
});
