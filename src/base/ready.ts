/** The promise behind `ready`, and the moment after which a picture has been painted. */

/** A promise that can be settled once and then renewed. Its rejection never surfaces as an unhandled one. */
export class ReadySignal<T> {
  promise!: Promise<T>;
  settled = true;
  #resolve!: (value: T) => void;
  #reject!: (error: unknown) => void;

  constructor() {
    this.renew();
  }

  /** A new promise, unless the present one is still open. */
  renew(): void {
    if (!this.settled) return;
    this.settled = false;
    this.promise = new Promise<T>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.promise.catch(() => undefined);
  }

  resolve(value: T): void {
    this.settled = true;
    this.#resolve(value);
  }

  reject(error: unknown): void {
    this.settled = true;
    this.#reject(error);
  }
}

/** Browsers stop animation frames in hidden pages; the figures are ready there all the same. */
const HIDDEN_PAGE_MS = 200;

/** Calls back in the first task after the next frame was painted. */
export function afterPaint(callback: () => void): void {
  let called = false;
  const once = () => {
    if (called) return;
    called = true;
    callback();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, HIDDEN_PAGE_MS);
}
