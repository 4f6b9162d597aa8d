/** Texts numbered in order of first sight. */
export class Dictionary {
  readonly values: string[] = [];
  private readonly codes = new Map<string, number>();

  /** Number of the text; a new one when it was never seen. */
  codeOf(text: string): number {
    const code = this.find(text);
    if (code >= 0) return code;
    this.codes.set(text, this.values.length);
    return this.values.push(text) - 1;
  }

  /** Number of the text, -1 when it was never seen. */
  find(text: string): number {
    return this.codes.get(text) ?? -1;
  }
}
