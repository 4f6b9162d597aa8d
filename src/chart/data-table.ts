/** The numbers of a picture as a real table. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TableModel } from './types.js';

export function dataTable({ caption, columns, rows }: TableModel): TemplateResult {
  const kind = (column: number) => (columns[column]?.numeric ? 'number' : nothing);
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map(({ label }, i) => html`<th scope="col" class=${kind(i)}>${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map(({ text }, i) => (i ? html`<td class=${kind(i)}>${text}</td>` : html`<th scope="row" class=${kind(i)}>${text}</th>`))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
