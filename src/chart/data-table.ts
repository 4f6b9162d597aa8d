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

/** For which columns the rows of a table were made. */
const kinds = new WeakMap<Element, string>();

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

/** Writes the rows from one number to another, as far as there are, and takes away those that are left over; what is the same stays. */
export function writeRows(body: Element, { columns, rows }: TableModel, from: number, to: number): void {
  const kind = columns.map(({ numeric }) => +numeric).join();
  if (kinds.get(body) !== kind) body.replaceChildren();
  kinds.set(body, kind);
  const blank = blankRow(columns);
  let next: Element | null = body.children[from];
  for (const cells of rows.slice(from, to)) {
    const row: Element = next ?? body.appendChild(blank.cloneNode(true) as Element);
    next = row.nextElementSibling;
    row.childNodes.forEach((cell, i) => {
      const written = cell.firstChild as Text;
      if (written.data !== cells[i].text) written.data = cells[i].text;
    });
  }
  while (body.children.length > rows.length) body.lastChild!.remove();
}
