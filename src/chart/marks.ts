/** Marks of a picture: one tab stop, arrow keys, picking, and the tooltip that follows. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextMark } from './mark-keys.js';
import type { Tooltip } from './tooltip.js';
import type { Mark } from './types.js';

export interface MarksHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export interface MarksEvents {
  pick(mark: Mark): void;
  explain(figure: string, at: Element): void;
  rtl(): boolean;
}

export class MarksController implements ReactiveController {
  readonly #host: MarksHost;
  readonly #events: MarksEvents;
  readonly #tooltip: Tooltip;
  #marks: readonly Mark[] = [];
  #current: string | null = null;
  #interactive = true;

  constructor(host: MarksHost, tooltip: Tooltip, events: MarksEvents) {
    this.#host = host;
    this.#tooltip = tooltip;
    this.#events = events;
    host.addController(this);
  }

  /** Takes the marks of a new view; without interaction nothing can be reached or picked. */
  show(marks: readonly Mark[], interactive: boolean): void {
    this.#marks = marks;
    this.#interactive = interactive;
    if (!marks.some((mark) => mark.id === this.#current)) this.#current = marks[0]?.id ?? null;
  }

  /** `0` for the one mark that Tab reaches, `-1` for the others. */
  tabStop(id: string): '0' | '-1' {
    return id === this.#current ? '0' : '-1';
  }

  hostUpdated(): void {
    for (const element of this.#elements()) {
      const id = element.getAttribute('data-mark') ?? '';
      if (this.#interactive && this.#mark(id)) element.setAttribute('tabindex', this.tabStop(id));
      else element.removeAttribute('tabindex');
    }
  }

  hostDisconnected(): void {
    this.#tooltip.hide();
  }

  /** One listener for all that happens in the picture. */
  readonly handleEvent = (event: Event): void => {
    const element = (event.target as Element).closest?.('[data-mark]') ?? null;
    const mark = element && this.#mark(element.getAttribute('data-mark') ?? '');
    if (!element || !mark || !this.#interactive) {
      if (event.type === 'pointerover') this.#tooltip.leave();
      return;
    }
    if (event.type === 'pointerover') this.#tooltip.show(mark.lines, element);
    else if (event.type === 'pointerout') this.#tooltip.leave();
    else if (event.type === 'focusin') this.#focused(mark, element);
    else if (event.type === 'focusout') this.#tooltip.hide();
    else if (event.type === 'click') this.#clicked(mark, element, event);
    else if (event instanceof KeyboardEvent) this.#key(event, mark, element);
  };

  #focused(mark: Mark, element: Element): void {
    this.#current = mark.id;
    this.hostUpdated();
    this.#tooltip.show(mark.lines, element);
  }

  #clicked(mark: Mark, element: Element, event: Event): void {
    if (isControl(event.target, element)) return;
    this.#current = mark.id;
    this.hostUpdated();
    this.#events.pick(mark);
  }

  #key(event: KeyboardEvent, mark: Mark, element: Element): void {
    if (event.target !== element || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextMark(this.#marks, mark.id, event.key, this.#events.rtl());
    if (next) this.#move(next.id);
    else if (event.key === 'Enter' || event.key === ' ') this.#events.pick(mark);
    else if (event.key === '?' && mark.figure) this.#events.explain(mark.figure, element);
    else if (!/^(Arrow|Home$|End$)/.test(event.key)) return;
    event.preventDefault();
  }

  /** The tab stop moves even where the page is not in front and tells of no focus. */
  #move(id: string): void {
    this.#current = id;
    this.hostUpdated();
    this.#elementOf(id)?.focus();
  }

  #mark(id: string): Mark | undefined {
    return this.#marks.find((mark) => mark.id === id);
  }

  #elements(): NodeListOf<HTMLElement | SVGElement> {
    return this.#host.renderRoot.querySelectorAll<HTMLElement | SVGElement>('[data-mark]');
  }

  #elementOf(id: string): HTMLElement | SVGElement | undefined {
    return [...this.#elements()].find((element) => element.getAttribute('data-mark') === id);
  }
}

/** A button or link inside a mark acts for itself. */
function isControl(target: EventTarget | null, mark: Element): boolean {
  const control = (target as Element).closest('a, button, input, select');
  return control !== null && control !== mark && mark.contains(control);
}
