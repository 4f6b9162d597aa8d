/** Data among an element's own children: `<script type="application/json">` or `<table>`. */
import type { Row } from '../core/ingest/input.js';

/** Exact value of a cell: what the author marked up for machines, else its text. */
function cellValue(cell: HTMLElement): string {
  const marked = cell.querySelector('[value], [datetime]');
  return cell.dataset['value'] ?? marked?.getAttribute('value') ?? marked?.getAttribute('datetime') ?? cell.textContent!.trim();
}

/** Rows of a table: the first row gives the names. Rows of `<tfoot>` are sums, not data. */
function tableRows({ rows, tFoot }: HTMLTableElement): Row[] {
  const [names = [], ...body] = [...rows].filter((row) => row.parentNode !== tFoot).map((row) => [...row.cells].map(cellValue));
  return body.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]])));
}

/** What the children hold as JSON text, or null. Several tables make a data set when each says which it is by `data-table`; else the first counts. */
export function readChildren(host: Element): string | null {
  const script = host.querySelector(':scope > script[type="application/json"]');
  if (script) return script.textContent;
  const tables = [...host.querySelectorAll('table')];
  const named = tables.flatMap((table) => (table.dataset['table'] ? [[table.dataset['table'], tableRows(table)]] : []));
  return JSON.stringify(named.length ? Object.fromEntries(named) : tables[0] && tableRows(tables[0])) ?? null;
}

/** Whether the children hold something that a person could read in place of the picture. */
export function hasFallback(host: Element): boolean {
  return host.querySelector(':scope > :not(script, style, template, [slot])') !== null;
}
