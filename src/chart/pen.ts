/** Places boxes and texts of a picture from the start of the line, mirrored on right-to-left pages. Pixels; y grows downwards. */
import { SIZES } from './measure.js';
import type { TextSize } from './measure.js';
import { truncate } from './truncate.js';

/** What a pen needs of the frame of a picture. */
export interface Paper {
  readonly width: number;
  readonly rtl: boolean;
  measure(text: string, size: TextSize): number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text and its classes: `note` or `heading` (else body), `strong`, and whatever the style sheet knows. */
export type Words = readonly [text: string, look: string];

/** @internal A text on its baseline. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** From left to right, whatever the page's direction. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly look: string;
}

/** What stands above the middle of digits, as a share of the font's height at the usual root size. */
const BELOW_MIDDLE = 0.35 * 16;
/** Ten digits are a bit more than five times as wide as high; fonts differ by a sixth, larger root sizes by more. */
const USUAL_DIGITS = 10 * 0.556 * 14;
const FONTS_DIFFER = 1.2;
const ROUNDING = 1e-6;
const MIRRORED = { start: 'end', middle: 'middle', end: 'start' } as const;

const sizeOf = (look: string): TextSize => (['note', 'heading'] as const).find((size) => look.includes(size)) ?? 'body';
const remOf = (look: string): number => SIZES[sizeOf(look)][1];

/** @internal */
export class Pen {
  /** All that was written. */
  readonly texts: Label[] = [];
  /** How much taller than usual texts are: a person's or a page's larger root size. Never below 1. */
  readonly scale: number;
  readonly #paper: Paper;

  constructor(paper: Paper) {
    this.#paper = paper;
    const scale = paper.measure('0123456789', 'body') / USUAL_DIGITS;
    this.scale = scale > FONTS_DIFFER ? scale : 1;
  }

  /** Bold is measured in the weight of headings. */
  width(text: string, look: string): number {
    const { measure } = this.#paper;
    return look.includes('strong') ? (measure(text, 'heading') * remOf(look)) / remOf('heading') : measure(text, sizeOf(look));
  }

  x(start: number): number {
    return this.#paper.rtl ? this.#paper.width - start : start;
  }

  box(start: number, y: number, width: number, height: number): Box {
    return { x: this.x(this.#paper.rtl ? start + width : start), y, width, height };
  }

  /**
   * Writes a text, cut to `room`, whose digits stand around the height `middle`.
   * @param anchor where it touches `start`.
   * @returns its width.
   */
  write([words, look]: Words, start: number, middle: number, room = Infinity, anchor: Label['anchor'] = 'start'): number {
    const text = truncate(words, room + ROUNDING, (part) => this.width(part, look));
    const y = middle + BELOW_MIDDLE * remOf(look) * this.scale;
    if (text) this.texts.push({ x: this.x(start), y, text, anchor: this.#paper.rtl ? MIRRORED[anchor] : anchor, look });
    return this.width(text, look);
  }
}

/** Width of the widest of some texts; 0 where there is none. */
export function widest(pen: Pen, texts: readonly string[], look = 'note'): number {
  return Math.max(0, ...texts.map((text) => pen.width(text, look)));
}
