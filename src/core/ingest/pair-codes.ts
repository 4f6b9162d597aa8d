import { TextStore } from './raw/text-store.js';

/** Pairs of codes, numbered in order of first sight; -1 where the first is. */
export function pairCodes(first: Int32Array, second: Int32Array): Int32Array {
  const pair = new Int32Array(2);
  const bytes = new Uint8Array(pair.buffer);
  const pairs = new TextStore();
  return first.map((code, row) => {
    pair[0] = code;
    pair[1] = second[row];
    return code < 0 ? -1 : pairs.codeOf(bytes, 0, 8, true);
  });
}
