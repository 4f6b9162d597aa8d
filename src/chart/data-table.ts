/** The numbers of a picture as a real table. */
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { TableCell, TableModel } from './types.js';

export const cell = (text: string, value: TableCell['value'] = text): TableCell => ({ text, value });

/** A table from its caption and the headers of its columns; columns without texts are numeric. */
export function tableOf([caption, ...labels]: readonly string[], rows: TableModel['rows']): TableModel {
  return { caption, columns: labels.map((label, i) => ({ label, numeric: rows.some((row) => typeof row[i].value !== 'string') })), rows };
}

/** @param most Rows that are drawn, at most. */
export function dataTable({ caption, columns, rows }: TableModel, most: number): TemplateResult {
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
      ${rows.slice(0, most).map(
        (row) =>
          html`<tr>
            ${row.map(({ text }, i) => (i ? html`<td class=${kind(i)}>${text}</td>` : html`<th scope="row" class=${kind(i)}>${text}</th>`))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
