/**
 * Dates as ISO 8601 writes them, as numbers: `2024-03-12`, `2024-03-12T10:30:00Z`, `2024-03-12 10:30`. A stamp can be turned back
 * into its text; most columns of times never need that.
 */
import { dayFromCivil } from '../../calendar/civil-day.js';
import { DAY_SECONDS } from '../../calendar/zone.js';
import type { TextStore } from './text-store.js';

/** Room for the seconds since 1970 of all readings of clocks in 1900…2199, from -FIRST on. */
const SPAN = 2 ** 34;
const FIRST = 2 ** 33;
/** Ways to write the first part; what follows (fraction, offset) stands in a store of its own. */
const DAY = 0;
const T_SECONDS = 1;
const SECONDS = 2;
const T_MINUTES = 3;
const MINUTES = 4;
const WAYS = 5;
/** More tails than these have no room in a stamp. */
const MAX_TAILS = Math.floor(2 ** 53 / SPAN / WAYS);
/** Longer tails are no offsets. */
const MAX_TAIL = 16;
const YEAR = 1900;
/** Days on which months begin, from January 1900 to January 2200. */
const MONTHS = Int32Array.from({ length: 3601 }, (_, month) => dayFromCivil(YEAR + Math.floor(month / 12), (month % 12) + 1, 1));

/** Number of a stamp: what the clock shows, in seconds, how it is written, and what stands behind it. */
export const stampOf = (local: number, way: number, tail: number): number => (tail * WAYS + way) * SPAN + local + FIRST;
/** What the clock shows, in seconds since 1970 as if it were UTC. */
export const localOf = (stamp: number): number => stamp - Math.floor(stamp / SPAN) * SPAN - FIRST;
/** Way and tail as one small number: all stamps of one shape are read alike. */
export const shapeOf = (stamp: number): number => Math.floor(stamp / SPAN);

/** Where the first part ends in ISO 8601, by way. */
const ENDS = [10, 19, 19, 16, 16];

/** Text of a reading of the clock in a shape. */
export function shapedText(local: number, shape: number, tails: TextStore): string {
  const way = shape % WAYS;
  const iso = new Date(local * 1000).toISOString().slice(0, ENDS[way]);
  return (way === SECONDS || way === MINUTES ? iso.replace('T', ' ') : iso) + tails.text(Math.floor(shape / WAYS));
}

/** Two digits as a number, or something far below 0. */
const pair = (bytes: Uint8Array, at: number): number => {
  const high = bytes[at] - 48;
  const low = bytes[at + 1] - 48;
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : -1000;
};

/** End of the text that the last call of `readStamp` read. */
export let stampEnd = 0;

/** Day since 1970 of `2024-03-12` at a place; NaN for no date of 1900…2199. */
function readDay(bytes: Uint8Array, at: number): number {
  if (bytes[at + 4] !== 45 || bytes[at + 7] !== 45) return NaN;
  const year = pair(bytes, at) * 100 + pair(bytes, at + 2) - YEAR;
  const month = pair(bytes, at + 5) - 1;
  const date = pair(bytes, at + 8) - 1;
  const place = year * 12 + month;
  if (month < 0 || month > 11 || date < 0 || !(MONTHS[place] + date < MONTHS[place + 1])) return NaN;
  return MONTHS[place] + date;
}

/**
 * Stamp that begins at a place and ends at the byte `close`; NaN for any other text, and for too many ways to end. `stampEnd` is then the place of `close`.
 * The bytes behind the last text must be 0.
 */
export function readStamp(bytes: Uint8Array, at: number, close: number, tails: TextStore): number {
  const day = readDay(bytes, at);
  if (Number.isNaN(day)) return NaN;
  let end = at + 10;
  let way = DAY;
  let time = 0;
  const mark = bytes[end];
  if (mark === 84 || mark === 32) {
    const hours = pair(bytes, end + 1);
    const minutes = pair(bytes, end + 4);
    if (bytes[end + 3] !== 58 || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return NaN;
    time = hours * 3600 + minutes * 60;
    way = mark === 84 ? T_MINUTES : MINUTES;
    end += 6;
    if (bytes[end] === 58) {
      const seconds = pair(bytes, end + 1);
      if (seconds < 0 || seconds > 59) return NaN;
      time += seconds;
      way = mark === 84 ? T_SECONDS : SECONDS;
      end += 3;
    }
  }
  const tail = end;
  const known = tails.recall(bytes, tail, close);
  if (known >= 0) {
    stampEnd = tails.end;
    return stampOf(day * DAY_SECONDS + time, way, known);
  }
  if (tails.size >= MAX_TAILS) return NaN;
  for (let byte = bytes[end]; byte !== close; byte = bytes[++end]) {
    if (byte < 32 || byte > 126 || byte === 34 || byte === 92 || end - tail >= MAX_TAIL) return NaN;
  }
  stampEnd = end;
  return stampOf(day * DAY_SECONDS + time, way, tails.codeOf(bytes, tail, end, true));
}
