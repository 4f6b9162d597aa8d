/** A canvas that is never shown: it measures texts and paints single pixels. */

let made: CanvasRenderingContext2D | null = null;

export function canvas(): CanvasRenderingContext2D {
  if (!made) {
    made = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    made.globalCompositeOperation = 'copy';
  }
  return made;
}
