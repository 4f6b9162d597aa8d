/** A dashboard on a large screen: one widget after the other. */

/** @internal */
export interface WallEvents {
  /** Number of the widget to show, counted on and on from 0, down too. */
  show(turn: number): void;
  leave(): void;
  /** Time to look whether the data have changed. */
  refresh(): void;
}

/** Seconds between two looks at the data. */
const LIVE = 60;
/** How much larger than on a page, and smaller by this factor until it fits over the buttons, so high in pixels. */
const LARGEST = 2.5;
const SMALLEST = 1;
const STEP = 0.88;
const BAR = 64;

/** @internal */
export class Wall {
  turn = 0;
  paused = false;
  readonly #events: WallEvents;
  #running: AbortController | null = null;
  /** What was last made to fit, and what into. */
  #fitted = '';

  constructor(events: WallEvents) {
    this.#events = events;
  }

  /** Begins, or goes on with another pace; ends with the signal, or by `stop`. */
  start(seconds: number, signal: AbortSignal): void {
    this.stop();
    const running = (this.#running = new AbortController());
    const timer = setInterval(() => this.paused || document.hidden || this.step(1), seconds * 1000);
    const live = setInterval(() => document.hidden || this.#events.refresh(), LIVE * 1000);
    running.signal.addEventListener('abort', () => {
      clearInterval(timer);
      clearInterval(live);
    });
    signal.addEventListener('abort', () => running.abort(), { signal: running.signal });
    addEventListener('keydown', this.#pressed, { signal: running.signal });
  }

  /**
   * Makes a widget as large as fits the screen, in a few frames: what it draws depends on its width. Below its own size it is left to
   * scroll.
   */
  fit(cell: HTMLElement | null, zoom = LARGEST): void {
    const place = cell && `${cell.dataset['key']} ${innerWidth} ${innerHeight}`;
    if (!cell || (zoom === LARGEST && place === this.#fitted)) return;
    this.#fitted = place!;
    cell.style.zoom = `${zoom}`;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!this.running || place !== this.#fitted || cell.hidden) return;
        const { bottom } = cell.getBoundingClientRect();
        if (bottom > innerHeight - BAR && zoom > SMALLEST) this.fit(cell, Math.max(SMALLEST, zoom * STEP));
      }),
    );
  }

  stop(): void {
    this.#fitted = '';
    this.#running?.abort();
    this.#running = null;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** Which of so many is shown. */
  place(count: number): number {
    return ((this.turn % count) + count) % count;
  }

  step(by: number): void {
    this.turn += by;
    this.#events.show(this.turn);
  }

  toggle(): void {
    this.paused = !this.paused;
    this.#events.show(this.turn);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (event.defaultPrevented || ctrlKey || altKey || metaKey) return;
    const isOnButton = (event.composedPath()[0] as Element).matches('button, input, select, [tabindex]');
    if (key === 'Escape') this.#events.leave();
    else if (isOnButton) return;
    else if (key === 'ArrowRight') this.step(1);
    else if (key === 'ArrowLeft') this.step(-1);
    else if (key === ' ') this.toggle();
    else return;
    event.preventDefault();
  };
}
