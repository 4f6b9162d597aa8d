/** Heading, picture, tables and caption of every widget. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dataTable } from '../chart/data-table.js';
import type { MarksController } from '../chart/marks.js';
import type { TableModel } from '../chart/types.js';
import type { KpiResult } from '../core/kpi/contract.js';
import type { Speech, WidgetView } from './widget.js';

/** A heading that the page slots in brings its own role. */
export function heading(text: string, level: number, slotted: boolean): TemplateResult {
  const slot = html`<slot name="heading">${text}</slot>`;
  return slotted
    ? html`<div part="heading" class="heading">${slot}</div>`
    : html`<div part="heading" class="heading" role="heading" aria-level=${level}>${slot}</div>`;
}

/** The chart and what follows it; one listener hears all that happens to the marks. */
export function picture({ chart, after }: WidgetView, marks: MarksController): TemplateResult {
  return html`<div
    class="picture"
    @pointerover=${marks}
    @pointerout=${marks}
    @focusin=${marks}
    @focusout=${marks}
    @click=${marks}
    @keydown=${marks}
  >
    <div part="chart" class="chart">${chart}</div>
    ${after ?? nothing}
  </div>`;
}

/** Always there for assistive technology and print; seen on the screen when open. */
export function tables(models: readonly TableModel[], open: boolean): TemplateResult | typeof nothing {
  if (models.length === 0) return nothing;
  return html`<div part="table" id="tables" class=${open ? 'tables' : 'tables hidden'}>
    ${models.map((model) => html`<div class="scroll" role="group" aria-label=${model.caption} tabindex=${open ? '0' : nothing}>${dataTable(model)}</div>`)}
  </div>`;
}

/** Rows left out, all reasons together. */
export function leftCount(result: KpiResult): number {
  return Object.values(result.rows.left).reduce((sum, count) => sum + count, 0);
}

export function caption(result: KpiResult, { terms, format }: Speech): TemplateResult {
  const { used } = result.rows;
  const left = leftCount(result);
  const parts = [
    result.asOf === null ? '' : terms.caption.asOf(format.date(result.asOf)),
    result.asOf === null ? '' : terms.caption.timeZone(result.timeZone),
    terms.caption.used(used, format.count(used)),
    left ? terms.caption.left(left, format.count(left)) : '',
  ];
  return html`<p part="caption" class="note caption">${parts.filter(Boolean).join(' · ')}</p>`;
}
