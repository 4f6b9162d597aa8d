/** @internal Listeners to something, and the last of what they were told, for those who come late. */
export interface News<T> {
  tell(news: T): void;
  /** Returns the unsubscribe function. */
  hear(listener: (news: T) => void): () => void;
}

/** @param keep How many are told again to those who come late. */
export function newsOf<T>(keep: number): News<T> {
  let told: T[] = [];
  const listeners = new Set<(news: T) => void>();
  return {
    tell(news) {
      told = keep > 0 ? [...told, news].slice(-keep) : [];
      for (const listener of listeners) listener(news);
    },
    hear(listener) {
      // Wrapped: the same function may be attached twice, by two widgets.
      const own = (news: T) => listener(news);
      told.forEach(own);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
