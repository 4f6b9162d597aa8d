/** The numbers of a picture as a real table. */
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { TableCell, TableModel } from './types.js';

export const cell = (text: string, value: TableCell['value'] = text): TableCell => ({ text, value });

/** A table from its caption and the headers of its columns; columns without texts are numeric. */
export function tableOf([caption, ...labels]: readonly string[], rows: TableModel['rows']): TableModel {
  return { caption, columns: labels.map((label, i) => ({ label, numeric: rows.some((row) => typeof row[i].value !== 'string') })), rows };
}

/** A table without its rows: they are the most that a widget draws, and written without a template. */
export function dataTable({ caption, columns }: TableModel): TemplateResult {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map(({ label, numeric }) => html`<th scope="col" class=${numeric ? 'number' : nothing}>${label}</th>`)}
      </tr>
    </thead>
    <tbody></tbody>
  </table>`;
}

/** A row whose texts are empty. */
function blankRow(columns: TableModel['columns']): HTMLElement {
  const row = document.createElement('tr');
  columns.forEach(({ numeric }, i) => {
    const cell = document.createElement(i ? 'td' : 'th');
    if (!i) cell.setAttribute('scope', 'row');
    if (numeric) cell.className = 'number';
    cell.append('');
    row.append(cell);
  });
  return row;
}

/** Writes the rows from one number to another, as far as there are; those that were there before 0 was written are gone then. */
export function writeRows(body: Element, { columns, rows }: TableModel, from: number, to: number): void {
  const blank = blankRow(columns);
  const written = rows.slice(from, to).map((cells) => {
    const row = blank.cloneNode(true);
    row.childNodes.forEach((cell, i) => ((cell.firstChild as Text).data = cells[i].text));
    return row;
  });
  if (from) body.append(...written);
  else body.replaceChildren(...written);
}
