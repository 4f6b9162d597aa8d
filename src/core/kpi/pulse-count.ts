/** Counts measures over spans of days. One pass over the rows for a sum, whatever the number of spans. */
import type { Span } from '../calendar/period.js';
import { wholeQuantile } from '../stats/whole-quantile.js';
import type { Measure } from './pulse-measures.js';
import type { View } from './pulse-view.js';

/** @internal Rows of a table that count, and the part of each. */
export interface Counted {
  readonly view: View;
  /** By row: 1 where it counts. */
  readonly passed: Uint8Array;
  /** All days that are asked for. */
  readonly reach: Span;
  /** Part of each row, from 1 on; null without a split. */
  readonly partOf: Uint8Array | null;
  /** Parts, the whole included. */
  readonly parts: number;
  /** Rows of some days, by day. */
  rowsIn(span: Span): Int32Array;
}

/** Of a span: the whole first, then each part. */
export type Amounts = Float64Array;

/** Rows of some days, by day: sorted by counting, when it is first asked for. Rows of the same day stay as they stand. */
export function rowFinder({ day, length }: View, passed: Uint8Array, { from: first, to }: Span): Counted['rowsIn'] {
  const offsets = new Int32Array(to - first + 2);
  let rows: Int32Array | undefined;
  const sorted = (): Int32Array => {
    const counts = (row: number): boolean => passed[row] === 1 && day[row] >= first && day[row] <= to;
    for (let row = 0; row < length; row++) if (counts(row)) offsets[day[row] - first + 1]++;
    for (let at = 1; at < offsets.length; at++) offsets[at] += offsets[at - 1];
    const next = offsets.slice();
    const found = new Int32Array(offsets[offsets.length - 1]);
    for (let row = 0; row < length; row++) if (counts(row)) found[next[day[row] - first]++] = row;
    return found;
  };
  return (span) => (rows ??= sorted()).subarray(offsets[span.from - first], offsets[span.to - first + 1]);
}

type Count = ReturnType<Measure['of']>;

/** By day, then by span. */
function sums({ view, passed, reach, partOf, parts }: Counted, of: Count, spans: readonly Span[]): Amounts[] {
  const { day, length } = view;
  const { from: first, to: last } = reach;
  const days = last - first + 2;
  // Sums of all days before each, part after part.
  const upTo = new Float64Array(days * parts);
  for (let row = 0; row < length; row++) {
    const place = day[row] - first + 1;
    if (passed[row] === 0 || place < 1 || place >= days) continue;
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
export function countPeople(counted: Counted, who: Count, size: number, unknown: number, spans: readonly Span[]): Amounts[] {
  const { partOf, parts } = counted;
  /** The last span in which each was seen, part after part. */
  const seen = new Int32Array(size * parts);
  return spans.map((span, index) => {
    const amounts = new Float64Array(parts);
    const rows = counted.rowsIn(span);
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
function byPart({ partOf, parts, rowsIn }: Counted, spans: readonly Span[], read: (rows: Int32Array) => number): Amounts[] {
  return spans.map((span) => {
    const rows = rowsIn(span);
    return Float64Array.from({ length: parts }, (_, part) => read(part ? rows.filter((row) => partOf![row] === part) : rows));
  });
}

/** Four times a quantile of type 7: a whole number where the values are whole. NaN without a value. */
const fourTimes =
  (of: Count, quarters: number) =>
  (rows: Int32Array): number => {
    const values = new Float64Array(rows.length);
    let length = 0;
    for (let at = 0; at < rows.length; at++) {
      const value = of(rows[at]);
      if (value === value) values[length++] = value;
    }
    return Math.round(4 * wholeQuantile(values.subarray(0, length), quarters, 4));
  };

/**
 * Sum over networks of what each had last, up to the end of the days. Of several on the same day the largest counts: which stands first must
 * not matter.
 */
const lastOf =
  ({ view }: Counted, of: Count) =>
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

/** A measure over each span; not of states, which are counted together. @param size How many people there may be. */
export function countMeasure(counted: Counted, { how, quarters }: Measure, of: Count, size: number, spans: readonly Span[]): Amounts[] {
  if (how === 'people') return countPeople(counted, of, size, 0, spans);
  if (quarters) return byPart(counted, spans, fourTimes(of, quarters));
  const upTo = (): Span[] => spans.map(({ to }) => ({ from: counted.reach.from, to }));
  return how === 'last' ? byPart(counted, upTo(), lastOf(counted, of)) : sums(counted, of, spans);
}
