/** An element whose content is a template. What Lit's own class has besides is for browsers and servers that no widget runs in. */
import { ReactiveElement } from '@lit/reactive-element';
import type { PropertyValues } from '@lit/reactive-element';
import { render } from 'lit/html.js';
import type { RootPart, TemplateResult } from 'lit/html.js';

export abstract class TemplateElement extends ReactiveElement {
  #content: RootPart | undefined;

  protected abstract render(): TemplateResult;

  protected override update(changed: PropertyValues): void {
    // First: what is set while rendering asks for no other update.
    const template = this.render();
    super.update(changed);
    this.#content = render(template, this.renderRoot, { host: this, isConnected: this.isConnected });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#content?.setConnected(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#content?.setConnected(false);
  }
}
