/** The export menu: a popover under its button. */
import type { ReactiveControllerHost } from 'lit';
import { moveTo, placeBelow } from '../chart/place.js';

export class Menu {
  open = false;
  readonly #host: ReactiveControllerHost;
  readonly #box: () => HTMLElement | null;

  constructor(host: ReactiveControllerHost, box: () => HTMLElement | null) {
    this.#host = host;
    this.#box = box;
  }

  /** A press on the button: opens the menu below it, or closes it. */
  readonly press = (event: Event): void => {
    const box = this.#box();
    if (!box) return;
    // A press outside closes an open menu before the click arrives.
    if (this.open) {
      box.hidePopover();
      return;
    }
    box.showPopover();
    moveTo(box, (event.currentTarget as Element).getBoundingClientRect(), placeBelow);
    box.querySelector('button')?.focus();
  };

  readonly toggled = (event: Event): void => {
    this.open = (event.target as Element).matches(':popover-open');
    this.#host.requestUpdate();
  };

  close(): void {
    const box = this.#box();
    if (box?.matches(':popover-open')) box.hidePopover();
  }
}
