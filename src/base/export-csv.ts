/** Tables as CSV: texts cannot become formulas, numbers stay numbers. */
import type { TableModel } from '../chart/types.js';

export interface CsvOptions {
  /** Between cells. Default: `;` where the locale writes decimals with a comma, else `,`. */
  separator?: ',' | ';' | '\t';
  /** Default: that of the locale when the separator allows it. */
  decimal?: '.' | ',';
  /** Byte order mark, without which Excel misreads accents. Default: false for the string, true for the download. */
  bom?: boolean;
}

/** What spreadsheets take for the start of a formula, also in their full-width forms. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Several tables follow one another, each under its caption, with an empty line between them. */
export function csvFile(tables: readonly TableModel[], locale: string, options: CsvOptions = {}): string {
  const comma = options.separator !== ',' && (1.5).toLocaleString(locale).includes(',');
  const { decimal = comma ? ',' : '.', separator = decimal === ',' ? ';' : ',', bom } = options;
  const cell = (value: string | number | null): string => {
    const text =
      typeof value === 'number' ? (Number.isFinite(value) ? `${value}`.replace('.', decimal) : '') : (value ?? '').replace(FORMULA, "'$&");
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const line = (values: readonly (string | number | null)[]) => values.map(cell).join(separator);
  const blocks = tables.map(({ caption, columns, rows }) => [
    ...(tables.length > 1 ? [cell(caption)] : []),
    line(columns.map(({ label }) => label)),
    ...rows.map((cells) => line(cells.map(({ value }) => value))),
  ]);
  return `${bom ? '\uFEFF' : ''}${blocks.map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n`;
}
