/** The order of the widgets: which child stands under which key, and how a person moves one. */

/** Children that are no widgets: data, looks, the heading. */
const ASIDE = 'script, style, template, link, [slot]';

/** @internal A child of the dashboard and its key, which an order of a person names. */
export interface Cell {
  readonly key: string;
  readonly child: Element;
}

/** The children by key: their id, else their tag, with a number from the second one on. */
export function cellsOf(host: Element): Cell[] {
  const seen = new Map<string, number>();
  return [...host.children]
    .filter((child) => !child.matches(ASIDE))
    .map((child) => {
      const { localName, id } = child;
      const count = (seen.get(localName) ?? 0) + 1;
      seen.set(localName, count);
      return { key: id || (count > 1 ? `${localName}-${count}` : localName), child };
    });
}

/** Those that the order names first, in its order; the others after them, as in the page. */
export function ordered(cells: readonly Cell[], order: readonly string[]): Cell[] {
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...cells].sort((a, b) => rank(a.key) - rank(b.key));
}

/** The keys with one of them at another place; places outside are the ends. */
export function moved(keys: readonly string[], key: string, place: number): string[] {
  const rest = keys.filter((each) => each !== key);
  rest.splice(Math.max(0, Math.min(place, rest.length)), 0, key);
  return rest;
}

/** Where a key of the keyboard leads from a place; null when it means nothing here. */
export function placeFor(key: string, place: number, count: number, rtl: boolean): number | null {
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === back || key === 'ArrowUp') return place - 1;
  if (/^Arrow(Left|Right|Down)$/.test(key)) return place + 1;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : null;
}
