/** The tables of a widget: written after its picture, for they may take as long as all the rest. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { dataTable, writeRows } from '../chart/data-table.js';
import type { TableModel, WidgetView } from './widget.js';

/** Rows of a table that the browser lays out in half of a task at most. */
const PORTION = 256;

/** @internal Always there for assistive technology and print; seen on the screen when open. */
export class Tables {
  open = false;
  #view?: WidgetView | null;
  #models?: readonly TableModel[];
  /** Number of the row up to which all are written. */
  #rows = 0;

  /** Takes a new view. */
  show(view: WidgetView | null): void {
    this.#view = view;
    this.#models = undefined;
    this.#rows = 0;
  }

  get models(): readonly TableModel[] {
    return (this.#models ??= this.#view?.tables ?? []);
  }

  /** Their place in the widget. */
  place(): TemplateResult {
    return html`<div part="table" class=${this.open ? 'tables' : 'tables hidden'}></div>`;
  }

  /** Writes some more rows in their place, or all of them; whether there are no more. */
  write(root: ParentNode, all = false): boolean {
    const place = root.querySelector<HTMLElement>('.tables');
    const from = this.#rows;
    if (!place || from === Infinity) return true;
    const { models, open } = this;
    const to = all ? Infinity : from + PORTION;
    const table = (model: TableModel): TemplateResult =>
      html`<div class="scroll" role="group" aria-label=${model.caption} tabindex=${open ? 0 : nothing}>${dataTable(model)}</div>`;
    render(models.map(table), place);
    const bodies = place.querySelectorAll('tbody');
    models.forEach((model, i) => writeRows(bodies[i], model, from, to));
    const isDone = models.every(({ rows }) => rows.length <= to);
    this.#rows = isDone ? Infinity : to;
    return isDone;
  }
}
