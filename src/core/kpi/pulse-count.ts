/** Counts measures over spans of days. One pass over the rows for a sum, whatever the number of spans. */
import { quantileType7 } from '../stats/quantile.js';
import { sortedWhole } from '../stats/sorted-whole.js';
import type { CivilDay } from '../table/dataset.js';
import type { Measure } from './pulse-measures.js';
import type { View } from './pulse-view.js';
import type { Span } from './pulse-spans.js';

/** @internal Rows of a table that count, by day, and the part of each. */
export interface DayRows {
  readonly view: View;
  readonly first: CivilDay;
  /** By day since the first: where its rows begin; one more at the end. */
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
  /** Part of each row of the view, from 1 on; null without a split. */
  readonly partOf: Uint8Array | null;
  /** Parts, the whole included. */
  readonly parts: number;
}

/** Of a span: the whole first, then each part. */
export type Amounts = Float64Array;

/** Sorts by counting: rows of the same day stay as they stand. */
export function dayRows(view: View, passed: Uint8Array, { from: first, to }: Span, partOf: Uint8Array | null, parts: number): DayRows {
  const { day, length } = view;
  const days = to - first + 1;
  const offsets = new Int32Array(days + 1);
  const counts = (row: number): boolean => passed[row] === 1 && day[row] >= first && day[row] <= to;
  for (let row = 0; row < length; row++) if (counts(row)) offsets[day[row] - first + 1]++;
  for (let at = 0; at < days; at++) offsets[at + 1] += offsets[at];
  const next = offsets.slice();
  const rows = new Int32Array(offsets[days]);
  for (let row = 0; row < length; row++) if (counts(row)) rows[next[day[row] - first]++] = row;
  return { view, first, offsets, rows, partOf, parts };
}

type Count = ReturnType<Measure['of']>;

const rowsIn = ({ rows, offsets, first }: DayRows, { from, to }: Span): Int32Array =>
  rows.subarray(offsets[from - first], offsets[to - first + 1]);

/** By day, then by span. */
function sums({ view, rows, offsets, first, partOf, parts }: DayRows, of: Count, spans: readonly Span[]): Amounts[] {
  const days = offsets.length;
  // Sums of all days before each, part after part.
  const upTo = new Float64Array(days * parts);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    const place = view.day[row] - first + 1;
    const amount = of(row);
    upTo[place] += amount;
    if (partOf) upTo[partOf[row] * days + place] += amount;
  }
  for (let part = 0; part < parts; part++) for (let at = part * days + 1; at < (part + 1) * days; at++) upTo[at] += upTo[at - 1];
  return spans.map(({ from, to }) =>
    Float64Array.from({ length: parts }, (_, part) => upTo[part * days + to - first + 1] - upTo[part * days + from - first]),
  );
}

/**
 * Different people, each once in the whole and once in each part.
 * @param size How many there are.
 * @param unknown What a row without a person counts.
 */
export function countPeople(days: DayRows, who: Count, size: number, unknown: number, spans: readonly Span[]): Amounts[] {
  const { partOf, parts } = days;
  /** The last span in which each was seen, part after part. */
  const seen = new Int32Array(size * parts);
  return spans.map((span, index) => {
    const amounts = new Float64Array(parts);
    const rows = rowsIn(days, span);
    const meet = (part: number, person: number): void => {
      if (person < 0) amounts[part] += unknown;
      else if (seen[part * size + person] !== index + 1) {
        seen[part * size + person] = index + 1;
        amounts[part]++;
      }
    };
    for (let at = 0; at < rows.length; at++) {
      const person = who(rows[at]);
      meet(0, person);
      if (partOf) meet(partOf[rows[at]], person);
    }
    return amounts;
  });
}

/** For each part, what a reading makes of the rows in it. */
function byPart(days: DayRows, spans: readonly Span[], read: (rows: Int32Array) => number): Amounts[] {
  const { partOf, parts } = days;
  return spans.map((span) => {
    const rows = rowsIn(days, span);
    return Float64Array.from({ length: parts }, (_, part) => read(part ? rows.filter((row) => partOf![row] === part) : rows));
  });
}

/** Four times a quantile of type 7: a whole number where the values are whole. NaN without a value. */
const fourTimes =
  (of: Count, quarters: number) =>
  (rows: Int32Array): number => {
    const values = Float64Array.from(rows, of).filter((value) => value === value);
    return Math.round(4 * quantileType7(sortedWhole(values), quarters, 4));
  };

/** Sum over networks of what each had last. Of several on the same day the largest counts: which stands first must not matter. */
const lastOf =
  ({ view }: DayRows, of: Count) =>
  (rows: Int32Array): number => {
    const { codes } = (view.network ?? {}) as { codes?: Int32Array };
    const last = new Map<number, readonly [day: number, value: number]>();
    rows.forEach((row) => {
      const group = codes?.[row] ?? -1;
      const [day, value] = last.get(group) ?? [-Infinity, 0];
      if (!Number.isNaN(of(row))) last.set(group, [view.day[row], view.day[row] > day ? of(row) : Math.max(value, of(row))]);
    });
    return last.size > 0 ? [...last.values()].reduce((total, [, value]) => total + Math.round(value), 0) : NaN;
  };

/** Quarters of the values below the figure: the median of orders, the third quartile of loading times. */
const quartersOf = (view: View): number => (view.load_ms ? 3 : 2);

/** A measure over each span; not of states, which are counted together. */
export function countMeasure(days: DayRows, { how }: Measure, of: Count, size: number, spans: readonly Span[]): Amounts[] {
  if (how === 'people') return countPeople(days, of, size, 0, spans);
  if (how === 'middle') return byPart(days, spans, fourTimes(of, quartersOf(days.view)));
  return how === 'last' ? byPart(days, spans, lastOf(days, of)) : sums(days, of, spans);
}
