import { expect } from 'chai';
import { dayFromCivil } from '../../../src/core/calendar/civil-day.js';
import { periodKey } from '../../../src/core/calendar/period.js';
import type { Grain } from '../../../src/core/calendar/period.js';
import { periodTable } from '../../../src/core/calendar/period-table.js';

describe('periodTable', () => {
  for (const grain of ['day', 'week', 'month', 'quarter', 'year'] as Grain[]) {
    it(`finds the ${grain} of each day of five years`, () => {
      const from = dayFromCivil(1998, 11, 20);
      const to = dayFromCivil(2003, 3, 5);
      const { starts, placeOf } = periodTable(from, to, grain);
      for (let day = from; day <= to; day++) {
        const place = placeOf[day - starts[0]];
        expect(day).to.be.within(starts[place], starts[place + 1] - 1);
        expect(periodKey(day, grain)).to.equal(periodKey(starts[place], grain));
      }
      expect(placeOf.length).to.equal(starts.at(-1)! - starts[0]);
    });
  }

  it('has one period for one day, none when the end comes first', () => {
    const day = dayFromCivil(2024, 2, 29);
    expect(periodTable(day, day, 'month').starts).to.deep.equal([dayFromCivil(2024, 2, 1), dayFromCivil(2024, 3, 1)]);
    expect(periodTable(day, day - 60, 'month').starts).to.have.length(1);
  });
});
