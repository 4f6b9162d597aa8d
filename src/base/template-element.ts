/** An element whose content is a template. What Lit's own class has besides is for browsers and servers that no widget runs in. */
import { ReactiveElement } from '@lit/reactive-element';
import type { PropertyValues } from '@lit/reactive-element';
import { render } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

export abstract class TemplateElement extends ReactiveElement {
  protected abstract render(): TemplateResult;

  protected override update(changed: PropertyValues): void {
    // First: what is set while rendering asks for no other update.
    const template = this.render();
    super.update(changed);
    render(template, this.renderRoot);
  }
}
