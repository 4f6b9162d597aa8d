/** Pieces of geometry, and the mirror that right-to-left pages need. Pixels of the picture; y grows downwards. */
import type { TextSize } from './text-fit.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text on its baseline. `start` and `end` follow the direction of the page, as `text-anchor` does. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: TextSize;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Turns positions counted from the start of the line into positions from the left. */
export interface Mirror {
  x(start: number): number;
  box(start: number, y: number, width: number, height: number): Box;
}

export function mirror(width: number, rtl: boolean): Mirror {
  return {
    x: (start) => (rtl ? width - start : start),
    box: (start, y, boxWidth, height) => ({ x: rtl ? width - start - boxWidth : start, y, width: boxWidth, height }),
  };
}
