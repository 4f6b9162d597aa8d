/** Pieces of the picture, and the pen that lays them down from the start of the line: mirrored on right-to-left pages. */
import type { ChartFrame } from '../../base/widget.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type LabelSize = 'body' | 'note';
export type LabelTone = 'strong' | 'plain' | 'quiet';

/** A text on its baseline; the anchor is physical (`start` = left), since the picture is always drawn left to right. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: LabelSize;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone: LabelTone;
}

export type Measure = ChartFrame['measure'];
/** From the baseline up to the middle of a text, in pixels. */
export const MIDDLE: Record<LabelSize, number> = { body: 5, note: 4 };
export const LINE: Record<LabelSize, number> = { body: 20, note: 16 };

export interface Pen {
  box(start: number, y: number, width: number, height: number): Box;
  x(start: number): number;
  label(text: string, at: number, y: number, look?: { size?: LabelSize; anchor?: Label['anchor']; tone?: LabelTone }): Label;
}

const OPPOSITE = { start: 'end', middle: 'middle', end: 'start' } as const;

/** Positions are counted from the start of the line: the left edge, or the right one on a right-to-left page. */
export function pen(width: number, rtl: boolean): Pen {
  const x = (start: number) => (rtl ? width - start : start);
  return {
    x,
    box: (start, y, boxWidth, height) => ({ x: rtl ? width - start - boxWidth : start, y, width: boxWidth, height }),
    label: (text, at, y, { size = 'note', anchor = 'start', tone = 'plain' } = {}) => ({
      x: x(at),
      y,
      text,
      size,
      anchor: rtl ? OPPOSITE[anchor] : anchor,
      tone,
    }),
  };
}

/** Bold is wider than what is measured: by a tenth at most in the usual fonts. */
const BOLD = 1.1;

export function strongWidth(text: string, size: LabelSize, measure: Measure): number {
  return measure(text, size) * BOLD;
}

/** Where the middle of a text goes so that it stays inside the picture. */
export function middleInside(middle: number, text: string, pictureWidth: number, measure: Measure): number {
  const half = measure(text, 'note') / 2;
  return Math.max(half, Math.min(pictureWidth - half, middle));
}

/** The first wording that fits; else the last one. */
export function longestFitting(wordings: readonly string[], width: number, size: LabelSize, measure: Measure): string {
  return wordings.find((text) => measure(text, size) <= width) ?? wordings.at(-1) ?? '';
}
