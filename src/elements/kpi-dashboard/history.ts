/** What a person did, to be undone and done again. */

/** Steps that are kept. */
const KEPT = 100;

/** @internal */
export class History<T> {
  #past: T[] = [];
  #future: T[] = [];

  constructor(public present: T) {}

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** A new step; what was undone cannot be done again. Whether it is one. */
  push(next: T): boolean {
    if (JSON.stringify(next) === JSON.stringify(this.present)) return false;
    this.#past = [...this.#past, this.present].slice(-KEPT);
    this.#future = [];
    this.present = next;
    return true;
  }

  undo(): void {
    this.#step(this.#past, this.#future);
  }

  redo(): void {
    this.#step(this.#future, this.#past);
  }

  #step(from: T[], to: T[]): void {
    const next = from.pop();
    if (next === undefined) return;
    to.push(this.present);
    this.present = next;
  }
}
