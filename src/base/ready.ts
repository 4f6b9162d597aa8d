/** The promise behind `ready`, and the moment after which a picture has been painted. */

/** @internal A promise that can be settled once and then renewed. Its rejection never surfaces as an unhandled one. */
export class ReadySignal<T> {
  promise!: Promise<T>;
  #settle?: ((result: T | null, error: unknown) => void) | null;

  constructor() {
    this.renew();
  }

  /** A new promise, unless the present one is still open. */
  renew(): void {
    if (this.#settle) return;
    this.promise = new Promise<T>((resolve, reject) => {
      this.#settle = (result, error) => (result ? resolve(result) : reject(error));
    });
    this.promise.catch(() => undefined);
  }

  settle(result: T | null, error: unknown): void {
    this.#settle?.(result, error);
    this.#settle = null;
  }
}

/** Browsers stop animation frames in hidden pages; the figures are ready there all the same. */
const HIDDEN_PAGE_MS = 200;

/** Calls back in the first task after the next frame was painted, and perhaps once more later: at most so many milliseconds from now. */
export function afterPaint(callback: () => void, most = HIDDEN_PAGE_MS): void {
  requestAnimationFrame(() => setTimeout(callback));
  setTimeout(callback, most);
}
