/** The popover behind "why?". */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { KpiResult } from '../core/kpi/contract.js';
import { explainLines } from './explanation.js';
import { smallSample } from './figures.js';
import type { Figure, Speech } from './widget.js';

interface Explained {
  figure: Figure;
  /** All figures that can be asked. */
  figures: readonly Figure[];
  result: KpiResult;
  copied: boolean;
  copy(): void;
  close(): void;
}

export function explainContent({ figure, figures, result, copied, copy, close }: Explained, speech: Speech): TemplateResult {
  const { explain } = speech.terms;
  const badge = smallSample(figure, speech);
  const others = figures.length > 1;
  return html`<h3>${explain.title(figure.label)}</h3>
    <p class="figure-value">${figure.value}</p>
    ${badge ? html`<p class="badge">${badge}</p>` : nothing}
    <dl>
      ${explainLines(figure, result, speech).map(
        ([term, text]) =>
          html`<dt>${term}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
    <div class="actions">
      <button type="button" @click=${copy}>${copied ? explain.copied : explain.copy}</button>
      <button type="button" @click=${close}>${explain.close}</button>
    </div>
    ${
      others
        ? html`<p class="note">${explain.others}</p>
            <div class="actions" role="group" aria-label=${explain.others}>
              ${figures.map(
                (other) =>
                  html`<button type="button" data-explain=${other.id} aria-current=${other.id === figure.id ? 'true' : 'false'}>
                    ${other.label}
                  </button>`,
              )}
            </div>`
        : nothing
    }`;
}
