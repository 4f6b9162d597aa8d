/** Marks of a picture: one tab stop, arrow keys, picking, and the tooltip that follows (hoverable, closed by Escape: WCAG 1.4.13). */
import { html, render } from 'lit/html.js';
import { nextMark } from './mark-keys.js';
import { openAt } from './place.js';
import type { Mark } from './types.js';

type Drawn = HTMLElement | SVGElement;

/** @internal */
export interface MarksEvents {
  pick(mark: Mark): void;
  /** Its tooltip is shown: perhaps it is picked next. */
  point(mark: Mark): void;
  explain(figure: string, at: Drawn): void;
}

/** Time for the pointer to go from a mark to its tooltip, where it may stay. */
const LEAVE_MS = 120;

/** @internal */
export class Marks {
  readonly #events: MarksEvents;
  #root: ParentNode | undefined;
  #marks: readonly Mark[] = [];
  #byId = new Map<string | undefined, Mark>();
  #current: string | undefined;
  #anchor?: Drawn | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(events: MarksEvents) {
    this.#events = events;
  }

  /** Listens to all that happens to the marks, to the tooltip, and to buttons with `data-explain`; to do so again is to do nothing. */
  listen(root: ParentNode): void {
    this.#root = root;
    for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout', 'click', 'keydown']) root.addEventListener(type, this.#heard);
  }

  /** Takes the marks of a new view that can be reached and picked. */
  show(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#byId = new Map(marks.map((mark) => [mark.id, mark]));
    if (!this.#byId.has(this.#current)) this.#current = marks[0]?.id;
  }

  /** The drawn marks. Tab reaches one of them, keys and scripts all that can be picked. */
  drawn(): NodeListOf<Drawn> {
    const elements = this.#root!.querySelectorAll<Drawn>('[data-mark]');
    for (const element of elements) {
      const mark = this.#markOf(element);
      const stop = mark && (mark.id === this.#current ? '0' : '-1');
      if (element.getAttribute('tabindex') === stop) continue;
      if (stop) element.setAttribute('tabindex', stop);
      else element.removeAttribute('tabindex');
    }
    return elements;
  }

  /** Puts the tooltip where its mark is now. */
  place(): void {
    if (this.#anchor?.isConnected) openAt(this.#tooltip()!, this.#anchor, true);
    else if (this.#anchor) this.hide();
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#anchor = null;
    const box = this.#tooltip();
    if (box?.isConnected) box.togglePopover(false);
  }

  #tooltip(): HTMLElement | null | undefined {
    return this.#root?.querySelector<HTMLElement>('.tooltip');
  }

  #markOf(element: Drawn | null): Mark | null {
    return this.#byId.get(element?.dataset['mark']) ?? null;
  }

  readonly #heard = (event: Event): void => {
    const { type } = event;
    const at = (event.target as Element).closest<Drawn>('[data-mark], [data-explain], .tooltip');
    const mark = this.#markOf(at);
    const explain = at?.dataset['explain'];
    if (at || type === 'pointerout') clearTimeout(this.#timer);
    if (type === 'focusout') this.hide();
    else if (type === 'pointerout') this.#timer = setTimeout(() => this.#anchor?.matches(':focus-visible') || this.hide(), LEAVE_MS);
    else if (at && mark) this.#act(event, at, mark);
    else if (at && explain && type === 'click') this.#events.explain(explain, at);
  };

  #act(event: Event, at: Drawn, mark: Mark): void {
    const { type } = event;
    if (type === 'keydown') this.#key(event as KeyboardEvent, at, mark);
    else if (type === 'pointerover') this.#point(at, mark);
    else {
      this.#current = mark.id;
      this.drawn();
      if (type === 'click') this.#events.pick(mark);
      else this.#point(at, mark);
    }
  }

  #point(at: Drawn, mark: Mark): void {
    const [title, ...rest] = mark.lines;
    render(html`<strong>${title}</strong>${rest.map((line) => html`<span>${line}</span>`)}`, this.#tooltip()!);
    this.#anchor = at;
    this.place();
    this.#events.point(mark);
  }

  #key(event: KeyboardEvent, at: Drawn, mark: Mark): void {
    const { key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextMark(this.#marks, mark.id, key, getComputedStyle(this.#tooltip()!).direction === 'rtl');
    if (next) this.#move(next.id);
    else if (key === 'Enter' || key === ' ') this.#events.pick(mark);
    else if (key === '?' && mark.figure) this.#events.explain(mark.figure, at);
    else if (!/^(Arrow|Home$|End$)/.test(key)) return;
    event.preventDefault();
  }

  /** The tab stop moves even where the page is not in front and tells of no focus. */
  #move(id: string): void {
    this.#current = id;
    for (const element of this.drawn()) if (element.dataset['mark'] === id) element.focus();
  }
}
