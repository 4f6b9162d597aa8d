/** What stays untold where groups may be withheld: few people, and whatever would bring them back by subtraction. */
import { kept } from '../calendar/kept.js';
import type { Span } from '../calendar/period.js';
import type { Counted } from './pulse-count.js';
import { isFew, withheldParts } from './suppression.js';

/** @internal People of some rows, to be counted over any days. */
export interface People {
  readonly counted: Counted;
  /** Who stands behind a row: -1 for nobody known, who may be anybody; undefined: the row does not count. */
  who(row: number): number | undefined;
}

/** Whether there are people in some days, but fewer than `least`. */
function isFewIn({ counted: { rowsIn, partOf }, who }: People, span: Span, part: number, least: number): boolean {
  const met = new Set<number>();
  let unknown = 0;
  const rows = rowsIn(span);
  for (let at = 0; at < rows.length && met.size + unknown < least; at++) {
    const person = part && partOf![rows[at]] !== part ? undefined : who(rows[at]);
    if (person === -1) unknown++;
    else if (person !== undefined) met.add(person);
  }
  return isFew(met.size + unknown, least);
}

/**
 * Spans of days that are not told, so that no difference of those that are tells of a few. Sums of days that are told are differences
 * between what was counted up to their ends: ends that are linked by told spans tell of all the days between any two of them, so that none
 * of these may hold a few people only. The longest spans come first.
 */
function withheldSpans(spans: readonly Span[], isSmall: (span: Span) => boolean): boolean[] {
  const linked = new Map<number, readonly number[]>();
  const length = (at: number): number => spans[at].to - spans[at].from;
  const withheld = spans.map(() => false);
  for (const at of [...spans.keys()].sort((a, b) => length(b) - length(a) || spans[b].to - spans[a].to)) {
    const { from, to } = spans[at];
    const [before, until] = [linked.get(from - 1) ?? [from - 1], linked.get(to) ?? [to]];
    if (before === until || to < from) continue;
    const ends = [...before, ...until].sort((a, b) => a - b);
    withheld[at] = ends.some((end, i) => i > 0 && isSmall({ from: ends[i - 1] + 1, to: end }));
    if (!withheld[at]) for (const end of ends) linked.set(end, ends);
  }
  return withheld;
}

/**
 * For each span: whether the whole, and then each part, stays untold. Of the parts of a span all do where one of them could be told from
 * other days.
 * @param sizes People of each span: the whole first, then each part.
 * @param parts Parts, the whole included.
 */
export function withheldIn(
  people: People,
  spans: readonly Span[],
  sizes: readonly Float64Array[],
  parts: number,
  least: number,
): Uint8Array[] {
  const flags = sizes.map((size) => Uint8Array.from([0, ...withheldParts(size.subarray(1), least)]));
  for (let part = 0; part < parts; part++) {
    const known = new Map<string, boolean>();
    const isSmall = (span: Span): boolean => kept(known, `${span.from} ${span.to}`, () => isFewIn(people, span, part, least));
    const told = [...spans.keys()].filter((at) => flags[at][0] + flags[at][part] === 0);
    const withheld = withheldSpans(
      told.map((at) => spans[at]),
      isSmall,
    );
    told.forEach((at, i) => withheld[i] && flags[at].fill(1, part && 1));
  }
  return flags;
}
