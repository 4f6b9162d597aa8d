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

  /**
   * A new state; what was undone cannot be done again. Whether it is one.
   * @param isStep False: it belongs to the step before.
   */
  push(next: T, isStep = true): boolean {
    if (JSON.stringify(next) === JSON.stringify(this.present)) return false;
    if (isStep) this.#past = [...this.#past, this.present].slice(-KEPT);
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
