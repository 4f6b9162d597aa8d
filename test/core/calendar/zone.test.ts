import { expect } from 'chai';
import fc from 'fast-check';
import { formatIsoDay } from '../../../src/core/calendar/civil-day.js';
import { createZone } from '../../../src/core/calendar/zone.js';
import type { Zone } from '../../../src/core/calendar/zone.js';
import { KpiError } from '../../../src/core/errors.js';
import { temporal } from './temporal.js';

const ZONES = ['UTC', 'Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
/** Epoch second of UTC text; of local text when what it is read in is a local clock. */
const at = (text: string): number => Date.parse(`${text}Z`) / 1000;
const show = (second: number): string => new Date(second * 1000).toISOString().slice(0, 19);
const HOUR = 3600;
const localSecond = (zone: Zone, second: number): number => second + zone.offsetAt(second);
/** 1970 … 2100. */
const anySecond = fc.integer({ min: 0, max: 4_133_980_799 });

/** Zone, the first instant of a new offset, offset in hours before, and after. */
const CHANGES: [string, string, number, number][] = [
  ['Europe/Paris', '2011-03-27T01:00:00', 1, 2],
  ['Europe/Paris', '2011-10-30T01:00:00', 2, 1],
  ['Europe/Paris', '1976-03-28T00:00:00', 1, 2],
  ['America/New_York', '2007-03-11T07:00:00', -5, -4],
  ['America/New_York', '2007-11-04T06:00:00', -4, -5],
  ['America/New_York', '2006-10-29T06:00:00', -4, -5],
  ['Pacific/Auckland', '2023-09-23T14:00:00', 12, 13],
  ['Pacific/Auckland', '2024-04-06T14:00:00', 13, 12],
  ['Asia/Kathmandu', '1985-12-31T18:30:00', 5.5, 5.75],
  ['Australia/Lord_Howe', '2023-09-30T15:30:00', 10.5, 11],
  ['Australia/Lord_Howe', '2024-04-06T15:00:00', 11, 10.5],
  ['Pacific/Apia', '2011-12-30T10:00:00', -10, 14],
];

/** Zone, local reading, the instant it means. */
const READINGS: [string, string, string][] = [
  ['UTC', '2011-03-27T02:30:00', '2011-03-27T02:30:00'],
  ['Europe/Paris', '2011-12-09T12:00:00', '2011-12-09T11:00:00'],
  ['Europe/Paris', '2011-03-27T01:59:59', '2011-03-27T00:59:59'],
  ['Europe/Paris', '2011-03-27T02:30:00', '2011-03-27T01:30:00'],
  ['Europe/Paris', '2011-03-27T03:00:00', '2011-03-27T01:00:00'],
  ['Europe/Paris', '2011-10-30T02:30:00', '2011-10-30T00:30:00'],
  ['Europe/Paris', '2011-10-30T03:00:00', '2011-10-30T02:00:00'],
  ['America/New_York', '2007-03-11T02:30:00', '2007-03-11T07:30:00'],
  ['America/New_York', '2007-11-04T01:30:00', '2007-11-04T05:30:00'],
  ['Pacific/Auckland', '2023-09-24T02:30:00', '2023-09-23T14:30:00'],
  ['Pacific/Auckland', '2024-04-07T02:30:00', '2024-04-06T13:30:00'],
  ['Asia/Kathmandu', '2024-01-01T00:00:00', '2023-12-31T18:15:00'],
  ['Australia/Lord_Howe', '2023-10-01T02:15:00', '2023-09-30T15:45:00'],
  ['Australia/Lord_Howe', '2024-04-07T01:45:00', '2024-04-06T14:45:00'],
  ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00'],
];

describe('time zones', () => {
  for (const [name, instant, before, after] of CHANGES)
    it(`${name} goes from ${before} to ${after} hours at ${instant}Z, to the second`, () => {
      const zone = createZone(name);
      expect(zone.offsetAt(at(instant) - 1) / HOUR).to.equal(before);
      expect(zone.offsetAt(at(instant)) / HOUR).to.equal(after);
    });

  for (const [name, reading, instant] of READINGS)
    it(`${name} reads ${reading} as ${instant}Z`, () => expect(show(createZone(name).fromLocal(at(reading)))).to.equal(instant));

  it('knows seconds of historic local mean time', () => {
    expect(createZone('Africa/Monrovia').offsetAt(0)).to.equal(-2670);
  });

  it('dates an order of 23:30 UTC on the next day in Paris, on the same day in New York', () => {
    const second = at('2011-12-09T23:30:00');
    expect(formatIsoDay(createZone('UTC').dayOf(second))).to.equal('2011-12-09');
    expect(formatIsoDay(createZone('Europe/Paris').dayOf(second))).to.equal('2011-12-10');
    expect(formatIsoDay(createZone('America/New_York').dayOf(second))).to.equal('2011-12-09');
    expect(formatIsoDay(createZone('UTC').dayOf(-1))).to.equal('1969-12-31');
  });

  for (const name of ZONES)
    it(`${name}: day and clock as the engine writes them, whatever the order of the look-ups`, () => {
      const zone = createZone(name);
      const oracle = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
      fc.assert(
        fc.property(anySecond, (second) => {
          expect(show(localSecond(zone, second)).replace('T', ' ')).to.equal(oracle.format(second * 1000));
          expect(zone.dayOf(second)).to.equal(Math.floor(localSecond(zone, second) / 86400));
        }),
      );
    });

  for (const name of ZONES)
    it(`${name}: a local reading comes back as itself, or is skipped and moves forward`, () => {
      const zone = createZone(name);
      fc.assert(
        fc.property(anySecond, (second) => {
          const reading = localSecond(zone, second);
          expect(zone.fromLocal(reading)).to.be.at.most(second);
          expect(localSecond(zone, zone.fromLocal(reading))).to.equal(reading);
          expect(localSecond(zone, zone.fromLocal(second))).to.be.at.least(second);
        }),
      );
    });

  it('has no date for NaN and for instants beyond all calendars', () => {
    for (const name of ['UTC', 'Europe/Paris']) {
      expect(createZone(name).dayOf(NaN)).to.be.NaN;
      expect(createZone(name).fromLocal(NaN)).to.be.NaN;
    }
    expect(createZone('Europe/Paris').dayOf(1e15)).to.be.NaN;
  });

  it('names itself in the usual letter case', () => {
    expect(createZone('europe/paris').name).to.equal('Europe/Paris');
    expect(createZone('utc').name).to.equal('UTC');
    expect(createZone('Asia/Kathmandu').name).to.equal('Asia/Kathmandu');
  });

  it('refuses an unknown name', () => {
    for (const name of ['Mars/Olympus', '', 'Paris', undefined as unknown as string])
      expect(() => createZone(name))
        .to.throw(KpiError, 'IANA name')
        .with.property('code', 'invalid-time-zone');
  });
});

describe('time zones against Temporal (hand-written changes where the engine has none)', () => {
  for (const name of ZONES)
    it(name, () => {
      const zone = createZone(name);
      if (temporal === null) {
        const changes = CHANGES.filter(([of]) => of === name);
        for (const [, instant, , after] of changes) expect(localSecond(zone, at(instant))).to.equal(at(instant) + after * HOUR);
        expect(zone.offsetAt(0)).to.equal(
          {
            'Europe/Paris': 3600,
            'America/New_York': -18000,
            'Pacific/Auckland': 43200,
            'Asia/Kathmandu': 19800,
            'Australia/Lord_Howe': 36000,
          }[name] ?? 0,
        );
        return;
      }
      let step = temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).getTimeZoneTransition('next');
      while (step !== null && step.epochMilliseconds < 4_133_980_799_000) {
        const second = step.epochMilliseconds / 1000;
        expect(zone.offsetAt(second), show(second)).to.equal(step.offsetNanoseconds / 1e9);
        expect(zone.offsetAt(second - 1), show(second)).to.not.equal(zone.offsetAt(second));
        for (const shift of [-7200, -1800, -1, 0, 1, 1800, 7200]) checkReading(name, localSecond(zone, second) + shift);
        step = step.getTimeZoneTransition('next');
      }
      fc.assert(fc.property(anySecond, (second) => checkReading(name, second)));
    });
});

function checkReading(name: string, reading: number): void {
  if (temporal === null) return;
  const zone = createZone(name);
  const oracle = temporal.PlainDateTime.from(show(reading)).toZonedDateTime(name);
  expect(zone.fromLocal(reading), show(reading)).to.equal(oracle.epochMilliseconds / 1000);
  expect(formatIsoDay(zone.dayOf(oracle.epochMilliseconds / 1000))).to.equal(oracle.toPlainDate().toString());
}
