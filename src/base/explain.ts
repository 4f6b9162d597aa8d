/** Opens, fills and closes the explanation of a figure. */
import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { moveTo, placeBelow } from '../chart/place.js';
import type { KpiResult } from '../core/kpi/contract.js';
import { explainContent } from './explain-popover.js';
import { explanation } from './explanation.js';
import type { Explanation } from './explanation.js';
import type { Figure, Speech } from './widget.js';

interface ExplainHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What can be asked at the moment. */
export interface Askable {
  figures: readonly Figure[];
  result: KpiResult;
  speech: Speech;
}

export class ExplainController implements ReactiveController {
  readonly #host: ExplainHost;
  readonly #askable: () => Askable | null;
  #figure: string | null = null;
  #anchor: Element | null = null;
  #copied = false;

  constructor(host: ExplainHost, askable: () => Askable | null) {
    this.#host = host;
    this.#askable = askable;
    host.addController(this);
  }

  /** Opens the popover of a figure, near `anchor`; null when there is no such figure. */
  open(id: string, anchor: Element | null): Explanation | null {
    const asked = this.#askable();
    const figure = asked?.figures.find((each) => each.id === id);
    if (!asked || !figure) return null;
    this.#figure = id;
    this.#copied = false;
    // Asked from inside the popover: it stays where it is.
    if (anchor && !this.#box()?.contains(anchor)) this.#anchor = anchor;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#show());
    return explanation(figure, asked.result, asked.speech);
  }

  hostDisconnected(): void {
    this.#figure = null;
    this.#anchor = null;
  }

  render(): TemplateResult {
    const asked = this.#askable();
    const figure = asked?.figures.find((each) => each.id === this.#figure);
    return html`<div
      class="explain"
      part="popover"
      popover="auto"
      role="dialog"
      aria-label=${asked && figure ? asked.speech.terms.explain.title(figure.label) : ''}
      tabindex="-1"
      @toggle=${this.#toggled}
    >
      ${asked && figure ? this.#content(asked, figure) : ''}
    </div>`;
  }

  #content({ figures, result, speech }: Askable, figure: Figure): TemplateResult {
    const copy = () => {
      void navigator.clipboard?.writeText(explanation(figure, result, speech).text).then(
        () => {
          this.#copied = true;
          this.#host.requestUpdate();
        },
        () => undefined,
      );
    };
    return explainContent({ figure, figures, result, copied: this.#copied, copy, close: () => this.#box()?.hidePopover() }, speech);
  }

  #show(): void {
    const box = this.#box();
    if (!box?.isConnected || this.#figure === null) return;
    if (!box.matches(':popover-open')) box.showPopover();
    const anchor = this.#anchor?.isConnected ? this.#anchor : box.parentElement;
    if (anchor) moveTo(box, anchor.getBoundingClientRect(), placeBelow);
    box.focus();
  }

  readonly #toggled = (event: Event): void => {
    if ((event.target as Element).matches(':popover-open')) return;
    this.#figure = null;
    this.#host.requestUpdate();
  };

  #box(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.explain');
  }
}
