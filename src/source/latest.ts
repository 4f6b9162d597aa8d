/** Keeps the newest request only: what a person has moved on from is given up. */
export class Latest {
  #controller: AbortController | null = null;

  /**
   * Aborts the task before, then starts this one.
   * @param task Gets the signal that tells it to give up; it should reject then.
   */
  run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.stop();
    this.#controller = new AbortController();
    return task(this.#controller.signal);
  }

  /** Aborts what is running. */
  stop(): void {
    this.#controller?.abort();
    this.#controller = null;
  }
}
