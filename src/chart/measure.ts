/** Width of texts without touching the document: a canvas, and a memory of what was measured. */
import { canvas } from './canvas.js';

export type TextSize = 'heading' | 'body' | 'note';

/** The three sizes, as in the style sheet. */
export const SIZES: Record<TextSize, readonly [weight: number, rem: number]> = {
  heading: [600, 1.0625],
  body: [400, 0.875],
  note: [400, 0.75],
};
const MOST_REMEMBERED = 5000;

const widths = new Map<string, number>();

/** Forgets everything: a font has arrived. */
export function forgetWidths(): void {
  widths.clear();
}

/** Measures texts in the font that the element inherits from its page. */
export function textMeasure(element: Element): (text: string, size: TextSize) => number {
  const family = getComputedStyle(element).fontFamily;
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return (text, size) => {
    const [weight, rem] = SIZES[size];
    const font = `${weight} ${rem * root}px ${family}`;
    const key = font + text;
    let width = widths.get(key);
    if (width === undefined) {
      const context = canvas();
      context.font = font;
      width = context.measureText(text).width;
      if (widths.size >= MOST_REMEMBERED) widths.clear();
      widths.set(key, width);
    }
    return width;
  };
}
