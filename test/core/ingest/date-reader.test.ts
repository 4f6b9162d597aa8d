import { expect } from 'chai';
import fc from 'fast-check';
import { civilFromDay, formatIsoDay } from '../../../src/core/calendar/civil-day.js';
import { createZone } from '../../../src/core/calendar/zone.js';
import { dateReader } from '../../../src/core/ingest/date-reader.js';
import { readValue } from './ingest-helpers.js';

/** `2024-03-12 1710244800` for what was read, else `missing` or `bad`. */
function reading(value: unknown, timeZone = 'UTC', order: 'day-first' | 'month-first' = 'day-first'): string {
  const zone = createZone(timeZone);
  const second = readValue(dateReader(zone), value, order === 'day-first' ? 0 : 1);
  if (second === undefined) return 'missing';
  return Number.isNaN(second) ? 'bad' : `${formatIsoDay(zone.dayOf(second))} ${second}`;
}

const NOON = Date.UTC(2024, 2, 12, 12) / 1000;

describe('dateReader', () => {
  const sameInstant: [string, unknown][] = [
    ['ISO with Z', '2024-03-12T12:00:00Z'],
    ['fractions', '2024-03-12T12:00:00.123456Z'],
    ['comma fraction', '2024-03-12T12:00:00,5Z'],
    ['offset', '2024-03-12T13:00:00+01:00'],
    ['offset without colon', '2024-03-12T07:00:00-0500'],
    ['offset of hours', '2024-03-12T14:00+02'],
    ['half-hour offset', '2024-03-12T17:30:00+05:30'],
    ['Shopify: spaces', '2024-03-12 13:00:00 +0100'],
    ['naive read in UTC', '2024-03-12 12:00:00'],
    ['without seconds', '2024-03-12T12:00'],
    ['slashes', '2024/03/12 12:00'],
    ['UTC by name', '2024-03-12 12:00:00 UTC'],
    ['epoch seconds', 1710244800],
    ['epoch seconds as text', '1710244800'],
    ['epoch with fraction', 1710244800.75],
    ['epoch milliseconds', 1710244800123],
    ['epoch microseconds (GA4)', 1710244800123456],
    ['epoch microseconds as text', '1710244800123456'],
    ['bigint', 1710244800123456n],
    ['Date object', new Date(Date.UTC(2024, 2, 12, 12))],
    ['day first with time', '12/03/2024 12:00'],
    ['dots', '12.3.2024 12:00:00'],
    ['dashes', '12-03-2024 12:00'],
    ['French words', '12 mars 2024 12:00'],
    ['French words with à and h', 'mardi 12 mars 2024 à 12h00'],
    ['English words', '12 Mar 2024 12:00'],
    ['month first in words', 'March 12, 2024 12:00 PM'],
    ['of toLocaleString', 'Mar 12, 2024, 12:00:00\u202fPM'],
    ['ordinal', 'March 12th, 2024 12:00'],
    ['RFC 2822', 'Tue, 12 Mar 2024 13:00:00 +0100'],
    ['Date as text', 'Tue Mar 12 2024 13:00:00 GMT+0100 (Central European Standard Time)'],
    ['HTTP date', 'Tue, 12 Mar 2024 12:00:00 GMT'],
    ['fourteen digits', '20240312120000'],
    ['ISO without marks', '20240312T120000Z'],
    ['ISO without marks, with offset', '20240312T130000+0100'],
    ['ISO without marks and seconds', '20240312T1200'],
    ['year of two digits behind a word', '12-Mar-24 12:00'],
    ['and before a half of the day', '12 mars 24 12:00:00 PM'],
  ];
  for (const [name, value] of sameInstant) {
    it(`reads ${name}: ${String(value)}`, () => expect(reading(value, 'UTC', 'day-first')).to.equal(`2024-03-12 ${NOON}`));
  }

  it('takes a date alone as a civil day: the same in every zone, from local midnight', () => {
    expect(reading('2011-12-09', 'Pacific/Kiritimati')).to.equal(`2011-12-09 ${Date.UTC(2011, 11, 8, 10) / 1000}`);
    expect(reading('2011-12-09', 'America/Los_Angeles')).to.equal(`2011-12-09 ${Date.UTC(2011, 11, 9, 8) / 1000}`);
    expect(reading('20111209', 'Asia/Tokyo')).to.equal(`2011-12-09 ${Date.UTC(2011, 11, 8, 15) / 1000}`);
    expect(reading(20111209)).to.equal(`2011-12-09 ${Date.UTC(2011, 11, 9) / 1000}`);
  });

  it('counts the day of an instant in the zone', () => {
    expect(reading('2024-06-30T23:30:00Z', 'Europe/Paris')).to.equal(`2024-07-01 ${Date.UTC(2024, 5, 30, 23, 30) / 1000}`);
    expect(reading(1719790200, 'America/New_York')).to.equal('2024-06-30 1719790200');
  });

  it('reads naive times on the clocks of the zone, through changes of clocks', () => {
    expect(reading('2024-07-01 10:00:00', 'Europe/Paris')).to.equal(`2024-07-01 ${Date.UTC(2024, 6, 1, 8) / 1000}`);
    expect(reading('2024-03-31 02:30:00', 'Europe/Paris'), 'skipped').to.equal(`2024-03-31 ${Date.UTC(2024, 2, 31, 1, 30) / 1000}`);
    expect(reading('2024-10-27 02:30:00', 'Europe/Paris'), 'twice').to.equal(`2024-10-27 ${Date.UTC(2024, 9, 27, 0, 30) / 1000}`);
  });

  it('knows every month of both languages', () => {
    const french = ['janvier', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juil.', 'août', 'septembre', 'oct.', 'novembre', 'déc.'];
    const english = ['January', 'Feb', 'Mar', 'April', 'May', 'Jun', 'July', 'Aug', 'Sept', 'October', 'Nov', 'December'];
    for (const names of [french, english, french.map((name) => name.toUpperCase())]) {
      expect(names.map((name) => reading(`1 ${name} 2023`).slice(5, 7))).to.deep.equal('01 02 03 04 05 06 07 08 09 10 11 12'.split(' '));
    }
  });

  it('leaves the order of day and month to the column', () => {
    expect(reading('03/04/2024', 'UTC', 'day-first').slice(0, 10)).to.equal('2024-04-03');
    expect(reading('03/04/2024', 'UTC', 'month-first').slice(0, 10)).to.equal('2024-03-04');
    expect(reading('13/04/2024', 'UTC', 'month-first')).to.equal('bad');
    expect(reading('1/5/24 10:00 PM', 'UTC', 'month-first')).to.equal(`2024-01-05 ${Date.UTC(2024, 0, 5, 22) / 1000}`);
    expect(reading('12:00 3/4/2024', 'UTC', 'day-first')).to.equal('bad');
  });

  it('knows that nothing is no date', () => {
    for (const value of ['', '   ', null, undefined, NaN, () => 0]) expect(reading(value)).to.equal('missing');
  });

  const wrong: unknown[] = [
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '9999-12-31',
    '2024-03',
    '2024',
    2024,
    45000,
    -5,
    Infinity,
    true,
    [],
    '31/04/2024',
    '32/13/2024',
    '2024-03-12T24:00:00',
    '2024-03-12T10:60:00',
    '2024-03-12T10:00:61',
    '2024-03-12T10:00:00+99:00',
    '12 foo 2024',
    '12 mar',
    '12 mar 10:00',
    '12 mars 12h30',
    '20240312T',
    '20240312T10',
    'yesterday',
    '12/03',
    '2024-03-12Tabc',
    '13:00 PM',
    'Mar 12, 2024 13:00 PM',
    '1e9',
    `2024-03-12${'0'.repeat(5_000_000)}`,
  ];
  for (const value of wrong) {
    it(`refuses ${typeof value === 'string' ? value.slice(0, 30) : Object.prototype.toString.call(value) + String(value)}`, () =>
      expect(reading(value, 'UTC', 'day-first')).to.equal('bad'));
  }

  it('reads back every day and second that it is shown, in any writing', () => {
    const pad = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(fc.integer({ min: -25567, max: 84005 }), fc.integer({ min: 0, max: 86399 }), (day, second) => {
        const { year, month, day: date } = civilFromDay(day);
        const time = `${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}`;
        const expected = `${formatIsoDay(day)} ${day * 86400 + second}`;
        const french = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')[month - 1];
        expect(reading(`${formatIsoDay(day)}T${time}Z`)).to.equal(expected);
        expect(reading(`${formatIsoDay(day)} ${time}`)).to.equal(expected);
        expect(reading(`${date}/${month}/${year} ${time}`, 'UTC', 'day-first')).to.equal(expected);
        expect(reading(`${pad(month)}/${pad(date)}/${year} ${time}`, 'UTC', 'month-first')).to.equal(expected);
        expect(reading(`${date} ${french} ${year} ${time}`)).to.equal(expected);
        expect(reading(`${formatIsoDay(day)}T${time}Z`.replace(/[-:]/g, ''))).to.equal(expected);
        if (year >= 1970 && year < 2070) expect(reading(`${date}-${french}-${pad(year % 100)} ${time}`)).to.equal(expected);
      }),
    );
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const second = readValue(dateReader(createZone('Europe/Paris')), value, 0);
        expect(second).to.satisfy((one: unknown) => one === undefined || Number.isNaN(one) || Number.isInteger(one));
      }),
    );
  });
});
