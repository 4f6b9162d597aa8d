/** Marks say whether the shared filter speaks of them. */
import type { Mark } from '../chart/types.js';
import type { Filter } from '../core/kpi/contract.js';
import { isPicked } from './filter-group.js';

/** Those that are picked are the current ones for assistive technology; the others of their dimension step back. */
export function showChosen(elements: Iterable<HTMLElement | SVGElement>, marks: readonly Mark[], filter: Filter): void {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  for (const element of elements) {
    const { selection } = byId.get(element.dataset['mark']!) ?? {};
    const picked = selection ? isPicked(filter, selection) : null;
    element.toggleAttribute('data-behind', picked === false);
    if (picked) element.setAttribute('aria-current', 'true');
    else element.removeAttribute('aria-current');
  }
}
