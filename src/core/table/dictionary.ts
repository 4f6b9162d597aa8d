/** Texts numbered in order of first sight. */
export class Dictionary {
  readonly values: string[] = [];
  private readonly codes = new Map<string, number>();

  /** Number of the text; a new one when it was never seen. */
  codeOf(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.codes.set(text, code);
    this.values.push(text);
    return code;
  }

  /** Number of the text, -1 when it was never seen. */
  find(text: string): number {
    return this.codes.get(text) ?? -1;
  }
}
