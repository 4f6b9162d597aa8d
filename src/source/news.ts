/** Listeners to something, and the last of what they were told, for those who come late. */
export class News<T> {
  #told: T[] = [];
  readonly #listeners = new Set<(news: T) => void>();

  /** @param keep How many are told again to those who come late. */
  constructor(readonly keep: number) {}

  tell(news: T): void {
    this.#told = [...this.#told, news].slice(-this.keep);
    for (const listener of this.#listeners) listener(news);
  }

  /** Returns the unsubscribe function. */
  hear(listener: (news: T) => void): () => void {
    // Wrapped: the same function may be attached twice, by two widgets.
    const own = (news: T) => listener(news);
    this.#told.forEach(own);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }
}
