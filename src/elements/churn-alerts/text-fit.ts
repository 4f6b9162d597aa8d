/** Texts that must keep inside a width: the longest wording that fits, else a cut one. */
import type { ChartFrame } from '../../base/widget.js';
import { truncate } from '../../chart/truncate.js';

/** The three sizes, and body text in the weight of headings. */
export type TextSize = 'heading' | 'strong' | 'body' | 'note';
export type Measure = (text: string, size: TextSize) => number;

const BODY_OF_HEADING = 0.875 / 1.0625;

/** Measure of the frame, which knows headings in their weight and body text in its own. */
export function measureOf(frame: ChartFrame): Measure {
  return (text, size) => (size === 'strong' ? frame.measure(text, 'heading') * BODY_OF_HEADING : frame.measure(text, size));
}

export function cut(text: string, width: number, size: TextSize, measure: Measure): string {
  return truncate(text, width, (part) => measure(part, size));
}

/** The first wording that fits; else the last one, cut. */
export function fit(wordings: readonly string[], width: number, size: TextSize, measure: Measure): string {
  return fitOrNothing(wordings, width, size, measure) || cut(wordings.at(-1) ?? '', width, size, measure);
}

/** Wordings of things that stand side by side: those of the first kind that fits all of them, and shorter ones. */
export function alike(each: readonly (readonly string[])[], width: number, size: TextSize, measure: Measure): string[][] {
  const most = Math.max(0, ...each.map((wordings) => wordings.length));
  const fits = (kind: number): boolean => each.every((wordings) => measure(wordings[kind] ?? wordings.at(-1) ?? '', size) <= width);
  let kind = 0;
  while (kind < most - 1 && !fits(kind)) kind++;
  return each.map((wordings) => (kind < wordings.length ? wordings.slice(kind) : wordings.slice(-1)));
}

/** The first wording that fits; else nothing. For texts that say the same elsewhere. */
export function fitOrNothing(wordings: readonly string[], width: number, size: TextSize, measure: Measure): string {
  return wordings.find((text) => measure(text, size) <= width) ?? '';
}
