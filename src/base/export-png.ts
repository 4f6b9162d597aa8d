/** The picture as pixels. */
import { KpiError } from '../core/errors.js';

const MOST_SCALE = 8;

async function load(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

/**
 * PNG of an SVG file.
 * @param scale pixels per CSS pixel, above 0 and up to 8.
 * @throws KpiError `invalid-param` for another scale, `internal` where the page's `img-src` forbids `blob:`.
 */
export async function pngFile(markup: string, scale: number): Promise<Blob> {
  if (!(scale > 0 && scale <= MOST_SCALE)) {
    throw new KpiError('invalid-param', `scale out of range: choose more than 0, at most ${MOST_SCALE}; got ${scale}`, {
      details: { param: 'scale', got: scale },
    });
  }
  const url = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    const image = await load(url);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) return blob;
    throw new Error('the canvas gave no picture');
  } catch (cause) {
    throw new KpiError('internal', 'picture could not be made: allow blob: in the img-src of the page', { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
}
