/** Pieces of geometry, and the mirror that right-to-left pages need. Pixels of the picture; y grows downwards. */
import type { ChartFrame } from '../../base/widget.js';
import { truncate } from '../../chart/truncate.js';

/** The sizes of the theme, and body text in the weight of headings. */
export type TextSize = 'strong' | 'body' | 'note';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text on its baseline; `anchor` is from left to right whatever the page's direction. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: TextSize;
  readonly anchor: 'start' | 'end';
}

/** Height of each size in pixels at the usual root size, and of what stands above the middle of digits. */
const PIXELS: Record<TextSize, number> = { strong: 14, body: 14, note: 12 };
const BELOW_MIDDLE = 0.35;
const BODY_OF_HEADING = 0.875 / 1.0625;
/** Digits are a bit more than half as wide as high; fonts differ by a sixth, larger root sizes by more. */
const DIGITS = '0123456789';
const USUAL_DIGITS_WIDTH = DIGITS.length * 0.556 * PIXELS.body;
const FONTS_DIFFER = 1.2;

/** Places and measures texts from the start of the line, and turns all into positions from the left. */
export class Pen {
  /** How much taller than usual texts are: a person's or a page's larger root size. Never below 1. */
  readonly scale: number;
  readonly #frame: ChartFrame;

  constructor(frame: ChartFrame) {
    this.#frame = frame;
    const scale = frame.measure(DIGITS, 'body') / USUAL_DIGITS_WIDTH;
    this.scale = scale > FONTS_DIFFER ? scale : 1;
  }

  width(text: string, size: TextSize): number {
    return size === 'strong' ? this.#frame.measure(text, 'heading') * BODY_OF_HEADING : this.#frame.measure(text, size);
  }

  widest(texts: readonly string[], size: TextSize): number {
    return Math.max(0, ...texts.map((text) => this.width(text, size)));
  }

  fit(text: string, width: number, size: TextSize): string {
    return truncate(text, width, (part) => this.width(part, size));
  }

  x(fromStart: number): number {
    return this.#frame.rtl ? this.#frame.width - fromStart : fromStart;
  }

  box(fromStart: number, y: number, width: number, height: number): Box {
    return { x: this.#frame.rtl ? this.#frame.width - fromStart - width : fromStart, y, width, height };
  }

  /** Text whose digits stand around the height `middle`, cut to `room`. `side` is where it touches `fromStart`. */
  label(text: string, fromStart: number, middle: number, size: TextSize, room: number, side: 'start' | 'end' = 'start'): Label {
    const anchor = (side === 'start') === this.#frame.rtl ? 'end' : 'start';
    return { x: this.x(fromStart), y: middle + BELOW_MIDDLE * PIXELS[size] * this.scale, text: this.fit(text, room, size), size, anchor };
  }
}

/**
 * Length of the scale's whole bar such that each bar, with what is written after it, stays inside `room`.
 * @param bars share of the whole bar, and width of what follows.
 */
export function scaleLength(room: number, bars: readonly { share: number; after: number }[]): number {
  return Math.max(0, Math.min(room, ...bars.filter(({ share }) => share > 0).map(({ share, after }) => (room - after) / share)));
}
