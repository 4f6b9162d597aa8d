/** Data among an element's own children: `<script type="application/json">` or `<table>`. */
import type { Row } from '../core/ingest/input.js';

export type ChildData = { key: string; data: string | readonly Row[] | Readonly<Record<string, readonly Row[]>> };

/** Exact value of a cell: what the author marked up for machines, else its text. */
function cellValue(cell: Element): string {
  const marked = cell.querySelector('data[value], time[datetime]');
  return (
    cell.getAttribute('data-value') ?? marked?.getAttribute('value') ?? marked?.getAttribute('datetime') ?? (cell.textContent ?? '').trim()
  );
}

/** Rows of a table: the first row gives the names. Rows of `<tfoot>` are sums, not data. */
export function tableRows(table: HTMLTableElement): Row[] {
  const [header, ...body] = [...table.rows].filter((row) => row.parentElement?.localName !== 'tfoot');
  if (!header) return [];
  const names = [...header.cells].map(cellValue);
  return body.map((row) => Object.fromEntries([...row.cells].slice(0, names.length).map((cell, i) => [names[i], cellValue(cell)])));
}

/** Several tables make a data set when each says which table it is by `data-table`; otherwise the first one counts. */
function tables(host: Element): ChildData | null {
  const found = [...host.querySelectorAll<HTMLTableElement>(':scope > table, :scope > figure > table')];
  if (found.length === 0) return null;
  const named = found.filter((table) => table.dataset['table']);
  const data = named.length ? Object.fromEntries(named.map((table) => [table.dataset['table'], tableRows(table)])) : tableRows(found[0]);
  return { key: JSON.stringify(data), data };
}

/** What the children hold, or null. The key is equal when the content is. */
export function readChildren(host: Element): ChildData | null {
  const script = host.querySelector(':scope > script[type="application/json"]');
  if (script) return { key: script.textContent ?? '', data: script.textContent ?? '' };
  return tables(host);
}

/** Whether the children hold something that a person could read in place of the picture. */
export function hasFallback(host: Element): boolean {
  return [...host.children].some((child) => !child.slot && !/^(script|style|template)$/.test(child.localName));
}

/** Whether the parser has passed the end tag, so that no more children come by themselves. */
export function isParsed(host: Node): boolean {
  if (host.ownerDocument?.readyState !== 'loading') return true;
  for (let node: Node | null = host; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}
