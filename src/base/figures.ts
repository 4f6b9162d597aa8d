/** The strip of key figures: each one a button that says where it comes from. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Figure, Speech } from './widget.js';

/** Below this a rate says little: the figure carries a badge. */
export const SMALL_SAMPLE = 30;
const MOST_PRIMARY = 4;

export function smallSample(figure: Figure, { terms, format }: Speech): string | null {
  return figure.n !== undefined && figure.n < SMALL_SAMPLE ? terms.smallSample(format.count(figure.n)) : null;
}

export function figureStrip(figures: readonly Figure[], speech: Speech, interactive: boolean): TemplateResult | typeof nothing {
  const primary = figures.filter((figure) => figure.primary).slice(0, MOST_PRIMARY);
  if (primary.length === 0) return nothing;
  const content = (figure: Figure) => {
    const badge = smallSample(figure, speech);
    return html`<span class="figure-label">${figure.label}</span>
      <span class="figure-value">${figure.value}</span>
      ${figure.reason ? html`<span class="note">${figure.reason}</span>` : nothing}${badge ? html`<span class="badge">${badge}${figure.interval ? html`<br />${speech.terms.explain.interval} ${figure.interval}` : nothing}</span>` : nothing}`;
  };
  return html`<ul part="figures" class="figures">
    ${primary.map(
      (figure) =>
        html`<li>
          ${
            interactive
              ? html`<button type="button" class="figure" data-explain=${figure.id} aria-haspopup="dialog">${content(figure)}</button>`
              : html`<div class="figure">${content(figure)}</div>`
          }
        </li>`,
    )}
  </ul>`;
}
