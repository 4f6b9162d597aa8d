/** Tooltip of marks: hoverable, closed by Escape, stays while the mark is hovered or focused (WCAG 1.4.13). */
import { html, render } from 'lit';
import { moveTo, placeAbove } from './place.js';

const LEAVE_MS = 120;

export class Tooltip {
  readonly #box: () => HTMLElement | null;
  #anchor: Element | null = null;
  #open: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param box the popover element of the present rendering. */
  constructor(box: () => HTMLElement | null) {
    this.#box = box;
  }

  show(lines: readonly string[], anchor: Element): void {
    clearTimeout(this.#timer);
    const box = this.#box();
    if (!box || lines.length === 0) return;
    this.#anchor = anchor;
    const [title, ...rest] = lines;
    render(html`<strong>${title}</strong>${rest.map((line) => html`<span>${line}</span>`)}`, box);
    if (!this.#open) this.#listen(box);
    if (!box.matches(':popover-open')) box.showPopover();
    this.#place();
  }

  /** The pointer left the mark: it may be on its way to the tooltip. */
  leave(): void {
    clearTimeout(this.#timer);
    if (this.#open) this.#timer = setTimeout(() => this.hide(), LEAVE_MS);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#open?.abort();
    this.#open = null;
    this.#anchor = null;
    const box = this.#box();
    if (box?.matches(':popover-open')) box.hidePopover();
  }

  #place(): void {
    const box = this.#box();
    if (!box || !this.#anchor) return;
    if (this.#anchor.isConnected) moveTo(box, this.#anchor.getBoundingClientRect(), placeAbove);
    else this.hide();
  }

  #listen(box: HTMLElement): void {
    this.#open = new AbortController();
    const { signal } = this.#open;
    const place = () => this.#place();
    box.addEventListener('pointerenter', () => clearTimeout(this.#timer), { signal });
    box.addEventListener('pointerleave', () => this.leave(), { signal });
    addEventListener('scroll', place, { signal, capture: true, passive: true });
    addEventListener('resize', place, { signal, passive: true });
    addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape') this.hide();
      },
      { signal, capture: true },
    );
  }
}
