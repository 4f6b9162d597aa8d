/** Puts the slices of a page's data together again. */
import type { PushSlice } from './protocol.js';

type Columns = Record<string, unknown[]>;

/** What was handed over, once all slices have been added to its emptied shell. */
export class Collected {
  #value: unknown;
  #text: string | null = null;

  constructor(shell: unknown) {
    this.#value = shell;
  }

  add(slice: PushSlice): void {
    if (slice.kind === 'text') {
      this.#text = (this.#text ?? '') + slice.text;
      return;
    }
    const table = slice.table === null ? this.#value : (this.#value as Record<string, unknown>)[slice.table];
    if (slice.kind === 'rows') append(table as unknown[], slice.rows);
    else for (const [name, part] of Object.entries(slice.columns)) append((table as { columns: Columns }).columns[name], part);
  }

  /** JSON text, or the value itself. */
  take(): { text: string } | { value: unknown } {
    return this.#text === null ? { value: this.#value } : { text: this.#text };
  }
}

/** One by one: spreading a large slice into `push` overflows the stack. */
function append(target: unknown[], part: readonly unknown[]): void {
  for (const value of part) target.push(value);
}
