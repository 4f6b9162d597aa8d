/** Width of texts without touching the document: a canvas, and a memory of what was measured. */

export type TextSize = 'heading' | 'body' | 'note';

/** The three sizes in rem, as in the style sheet. */
const SIZES: Record<TextSize, readonly [weight: number, rem: number]> = { heading: [600, 1.0625], body: [400, 0.875], note: [400, 0.75] };
const MOST_REMEMBERED = 5000;

let context: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** Forgets everything: a font has arrived. */
export function forgetWidths(): void {
  widths.clear();
}

/** Measures texts in the font that the element inherits from its page. */
export function textMeasure(element: Element): (text: string, size: TextSize) => number {
  const family = getComputedStyle(element).fontFamily;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return (text, size) => {
    const [weight, scale] = SIZES[size];
    const font = `${weight} ${scale * rem}px ${family}`;
    const key = `${font}|${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context ??= document.createElement('canvas').getContext('2d');
      if (!context) return text.length * scale * rem * 0.55;
      context.font = font;
      width = context.measureText(text).width;
      if (widths.size >= MOST_REMEMBERED) widths.clear();
      widths.set(key, width);
    }
    return width;
  };
}
