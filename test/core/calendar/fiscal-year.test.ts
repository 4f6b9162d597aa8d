import { expect } from 'chai';
import { formatIsoDay, parseIsoDay } from '../../../src/core/calendar/civil-day.js';
import { fiscalStartOf, fiscalYearName, isYearStart } from '../../../src/core/calendar/fiscal-year.js';

/** Day, beginning of years, first day and name of the year that holds it. */
const CASES: [day: string, start: string, first: string, name: string][] = [
  ['2025-03-31', '04-01', '2024-04-01', '2024/25'],
  ['2025-04-01', '04-01', '2025-04-01', '2025/26'],
  ['2025-12-31', '01-01', '2025-01-01', '2025'],
  ['2026-01-01', '01-01', '2026-01-01', '2026'],
  ['2024-02-29', '02-28', '2024-02-28', '2024/25'],
  ['2024-02-27', '02-28', '2023-02-28', '2023/24'],
  ['2099-10-06', '10-06', '2099-10-06', '2099/00'],
  ['0999-12-31', '07-01', '0999-07-01', '0999/00'],
];

describe('fiscal years', () => {
  for (const [day, start, first, name] of CASES)
    it(`${day} is in ${name}, from ${first}`, () => {
      expect(formatIsoDay(fiscalStartOf(parseIsoDay(day)!, start))).to.equal(first);
      expect(fiscalYearName(day, start)).to.equal(name);
    });

  it('begin on a day that every year has', () => {
    expect(['01-01', '12-31', '02-28'].every(isYearStart)).to.equal(true);
    expect(['02-29', '13-01', '04-31', '4-1', '', 'April', '2024-04-01'].some(isYearStart)).to.equal(false);
  });
});
