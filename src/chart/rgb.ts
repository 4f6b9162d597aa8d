/** Any CSS colour as plain sRGB, for files that leave the browser. */

let context: CanvasRenderingContext2D | null = null;
const known = new Map<string, { color: string; alpha: number }>();

/** `rgb(r,g,b)` and alpha of a computed colour, by painting one pixel with it. */
export function toRgb(color: string): { color: string; alpha: number } {
  let found = known.get(color);
  if (found) return found;
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return { color, alpha: 1 };
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
  found = { color: `rgb(${r},${g},${b})`, alpha: Math.round((a / 255) * 1000) / 1000 };
  known.set(color, found);
  return found;
}
