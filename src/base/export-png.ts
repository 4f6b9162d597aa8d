/** The picture as pixels. */
import { KpiError, refuse } from '../core/errors.js';

/**
 * PNG of an SVG file.
 * @param scale pixels per CSS pixel, above 0 and up to 8.
 * @throws KpiError `invalid-param` for another scale, and where the page's `img-src` forbids `blob:`.
 */
export async function pngFile(markup: string, scale: number): Promise<Blob> {
  if (!(scale > 0 && scale <= 8)) refuse('scale', 'more than 0, at most 8', scale);
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    await image.decode().catch((cause: unknown) => {
      throw new KpiError('invalid-param', 'PNG: needs `img-src blob:` in the CSP', { cause });
    });
    const canvas = new OffscreenCanvas(image.naturalWidth * scale, image.naturalHeight * scale);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob();
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
