import type { CodeColumn } from './dataset.js';

/** @internal Texts numbered in order of first sight. */
export class Dictionary {
  readonly values: string[] = [];
  private readonly codes = new Map<string, number>();

  /** Number of the text; a new one when it was never seen. */
  codeOf(text: string): number {
    const code = this.codes.get(text);
    if (code !== undefined) return code;
    this.codes.set(text, this.values.length);
    return this.values.push(text) - 1;
  }

  /** Numbers of the texts of a column, by code + 1; first that of the empty text, for rows without one. */
  codesOf(column: CodeColumn | null | undefined): Int32Array {
    return Int32Array.from(['', ...(column?.values ?? [])], (text) => this.codeOf(text));
  }
}
