import type { TextStore } from './raw/text-store.js';
import type { Codes } from './read-column.js';

/** Of each row something that its text means, worked out once for each text; `otherwise` where nothing stands, or no such column is. */
export function perText<T>(column: Codes | undefined, otherwise: T, find: (texts: TextStore, code: number) => T): (row: number) => T {
  if (!column) return () => otherwise;
  const { codes, texts } = column;
  const known = new Array<T>(texts.size);
  return (row) => {
    const code = codes[row];
    return code < 0 ? otherwise : (known[code] ??= find(texts, code));
  };
}
