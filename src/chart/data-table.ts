/** The numbers of a picture as a real table. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { TableModel } from './types.js';

export function dataTable({ caption, columns, rows }: TableModel): TemplateResult {
  const kind = (column: number) => (columns[column]?.numeric ? 'number' : 'text');
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((column, i) => html`<th scope="col" class=${kind(i)}>${column.label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, i) => (i === 0 ? html`<th scope="row" class=${kind(i)}>${cell.text}</th>` : html`<td class=${kind(i)}>${cell.text}</td>`))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
