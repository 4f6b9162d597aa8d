/** Tables as CSV: texts cannot become formulas, numbers stay numbers. */
import type { TableCell, TableModel } from '../chart/types.js';

export interface CsvOptions {
  /** Between cells. Default: `;` where the locale writes decimals with a comma, else `,`. */
  separator?: ',' | ';' | '\t';
  /** Default: that of the locale when the separator allows it. */
  decimal?: '.' | ',';
  /** Byte order mark, without which Excel misreads accents. Default: false for the string, true for the download. */
  bom?: boolean;
}

/** What spreadsheets take for the start of a formula, also in their full-width forms. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;

function decimalOf(locale: string): '.' | ',' {
  return new Intl.NumberFormat(locale).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellText({ value }: TableCell, separator: string, decimal: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? quoted(String(value).replace('.', decimal), separator) : '';
  return quoted(FORMULA.test(value) ? `'${value}` : value, separator);
}

/** Several tables follow one another, each under its caption, with an empty line between them. */
export function csvFile(tables: readonly TableModel[], locale: string, options: CsvOptions = {}): string {
  const decimal = options.decimal ?? (options.separator === ',' ? '.' : decimalOf(locale));
  const separator = options.separator ?? (decimal === ',' ? ';' : ',');
  const line = (cells: readonly TableCell[]) => cells.map((cell) => cellText(cell, separator, decimal)).join(separator);
  const words = (texts: readonly string[]) => line(texts.map((text) => ({ text, value: text })));
  const blocks = tables.map((table) =>
    [...(tables.length > 1 ? [words([table.caption])] : []), words(table.columns.map(({ label }) => label)), ...table.rows.map(line)].join(
      '\r\n',
    ),
  );
  return `${options.bom ? '\uFEFF' : ''}${blocks.join('\r\n\r\n')}\r\n`;
}
