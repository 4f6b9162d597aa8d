/** Any CSS colour as plain sRGB, for files that leave the browser. */
import { canvas } from './canvas.js';

/** `rgb(r,g,b)` and alpha of a computed colour, by painting one pixel with it; what is none (`none`) is transparent. */
export function toRgb(color: string): { color: string; alpha: number } {
  const context = canvas();
  context.fillStyle = 'transparent';
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
  return { color: `rgb(${r},${g},${b})`, alpha: Math.round(a / 0.255) / 1000 };
}
