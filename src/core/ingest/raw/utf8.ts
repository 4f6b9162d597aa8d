/** Texts and their bytes. */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const encodeUtf8 = (text: string): Uint8Array => encoder.encode(text);

/** @throws TypeError for bytes that are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  // Short texts of ASCII, the most by far, are faster without the decoder.
  let all = bytes.length > 24 ? 128 : 0;
  for (let at = 0; at < bytes.length && all < 128; at++) all |= bytes[at];
  if (all > 127) return decoder.decode(bytes);
  return String.fromCharCode.apply(null, bytes as unknown as number[]);
}

/** Place of the first byte that is no UTF-8, of bytes that are none. */
export const badByte = (bytes: Uint8Array): number =>
  encodeUtf8(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).findIndex((byte, at) => byte !== bytes[at]);

/** Whether bytes are a text. */
export function isUtf8(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at] < 128) at++;
  if (at === to) return true;
  try {
    decodeUtf8(bytes.subarray(from, to));
    return true;
  } catch {
    return false;
  }
}
