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
const SMALLEST = 0.6;
const STEP = 0.88;
const BAR = 64;

/** @internal */
export class Wall {
  turn = 0;
  paused = false;
  /** Seconds that a widget stays; 0 while nothing is shown. */
  pace = 0;
  readonly #events: WallEvents;
  #running: AbortController | null = null;
  /** What was last made to fit, and what into. */
  #fitted = '';
  #cell: HTMLElement | null = null;
  #zoom = LARGEST;
  #waiting = false;
  #scrolling: ReturnType<typeof setInterval> | undefined;
  /** Widgets draw when their figures are there, and anew when they have become narrower. */
  readonly #observer = new ResizeObserver(() => this.#measure());

  constructor(events: WallEvents) {
    this.#events = events;
  }

  /** Begins, or goes on with another pace; ends with the signal, or by `stop`. */
  start(seconds: number, signal: AbortSignal): void {
    this.stop();
    this.pace = seconds;
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
   * Makes a widget as large as fits the screen, in a few frames: what it draws depends on its width. What is too long even when it is small
   * is scrolled to its end for the second half of its time.
   * @param ready When the widget shows its figures: before, there is nothing to measure.
   */
  fit(cell: HTMLElement | null, ready: Promise<unknown>): void {
    const place = `${cell?.dataset['key']} ${innerWidth} ${innerHeight}`;
    if (!cell || !this.running || place === this.#fitted) return;
    this.#fitted = place;
    this.#observer.disconnect();
    this.#cell = cell;
    this.#enlarge();
    this.#observer.observe(cell);
    void ready.then(() => place === this.#fitted && this.#enlarge());
    const { host } = cell.getRootNode() as ShadowRoot;
    host.scrollTop = 0;
    clearInterval(this.#scrolling);
    const other = (): void => void (this.paused || (host.scrollTop = host.scrollTop > 0 ? 0 : host.scrollHeight));
    this.#scrolling = setInterval(other, this.pace * 500);
  }

  #enlarge(): void {
    this.#zoom = LARGEST;
    this.#cell!.style.zoom = `${LARGEST}`;
    this.#measure();
  }

  /** Smaller by a step, and again, until it fits. */
  #measure(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    const act = (): void => {
      this.#waiting = false;
      const cell = this.#cell;
      if (!this.running || !cell || cell.hidden || cell.getBoundingClientRect().bottom <= innerHeight - BAR || this.#zoom <= SMALLEST)
        return;
      this.#zoom = Math.max(SMALLEST, this.#zoom * STEP);
      cell.style.zoom = `${this.#zoom}`;
      this.#measure();
    };
    requestAnimationFrame(() => requestAnimationFrame(act));
  }

  stop(): void {
    this.#fitted = '';
    this.#cell = null;
    this.pace = 0;
    this.#observer.disconnect();
    clearInterval(this.#scrolling);
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
