/** The widgets in their cells, and the handles by which a person moves them. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { cellsOf, moved, placeFor, type Cell } from './arrangement.js';
import type { DashboardSpeech } from './filter-words.js';

/** @internal */
export interface GridModel {
  readonly cells: readonly Cell[];
  readonly arranging: boolean;
  /** Key of the only one that is shown, on a wall; else empty. */
  readonly only: string;
  label(cell: Cell): string;
  /** @param key The one that has moved. */
  reorder(order: string[], key: string): void;
}

/** Cell under a point, among those of the same grid. */
function cellAt(grid: Element, { clientX, clientY }: PointerEvent): HTMLElement | null {
  const inside = (cell: HTMLElement): boolean => {
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  };
  return [...grid.querySelectorAll<HTMLElement>('.cell')].find(inside) ?? null;
}

/** Follows the pointer until it is let go; the cell under it then gives its place. */
function drag(start: PointerEvent, drop: (target: string) => void): void {
  const handle = start.currentTarget as HTMLElement;
  const grid = handle.closest('.grid')!;
  const own = handle.closest<HTMLElement>('.cell')!;
  const done = new AbortController();
  const { signal } = done;
  let target: HTMLElement | null = null;
  const mark = (cell: HTMLElement | null): void => {
    target?.classList.remove('target');
    target = cell === own ? null : cell;
    target?.classList.add('target');
  };
  handle.setPointerCapture(start.pointerId);
  own.classList.add('dragged');
  signal.addEventListener('abort', () => {
    const found = target?.dataset['key'];
    mark(null);
    own.classList.remove('dragged');
    if (found && signal.reason === 'drop') drop(found);
  });
  handle.addEventListener('pointermove', (event) => mark(cellAt(grid, event)), { signal });
  handle.addEventListener('pointerup', () => done.abort('drop'), { signal });
  handle.addEventListener('pointercancel', () => done.abort(), { signal });
  handle.addEventListener('keydown', ({ key: pressed }) => pressed === 'Escape' && done.abort(), { signal });
}

function handles({ key }: Cell, name: string, place: number, model: GridModel, { words, terms }: DashboardSpeech): TemplateResult {
  const keys = model.cells.map((cell) => cell.key);
  const go = (to: number): void => model.reorder(moved(keys, key, to), key);
  const press = (event: KeyboardEvent): void => {
    const rtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const to = placeFor(event.key, place, keys.length, rtl);
    if (to === null) return;
    event.preventDefault();
    go(to);
  };
  return html`<div part="handle" class="handles base">
    <button
      class="handle"
      aria-label=${words.move(name)}
      @keydown=${press}
      @pointerdown=${(event: PointerEvent) => event.isPrimary && drag(event, (target) => go(keys.indexOf(target)))}
    >
      <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true">
        <path d="M2 2h2v2H2zM8 2h2v2H8zM2 7h2v2H2zM8 7h2v2H8zM2 12h2v2H2zM8 12h2v2H8z"></path>
      </svg>
      ${name}
    </button>
    <span class="note">${words.place(place + 1, keys.length)}</span>
    <button ?disabled=${place === 0} aria-label=${terms.labelled(words.earlier, name)} @click=${() => go(place - 1)}>↑</button>
    <button ?disabled=${place === keys.length - 1} aria-label=${terms.labelled(words.later, name)} @click=${() => go(place + 1)}>↓</button>
  </div>`;
}

export function dashboardGrid(model: GridModel, speech: DashboardSpeech): TemplateResult {
  const { cells, arranging, only } = model;
  return html`<div class="frame">
    <div part="grid" class="grid">
      ${repeat(
        cells,
        ({ key }) => key,
        (cell, place) =>
          html`<div
            part="cell"
            class="cell ${cell.child.hasAttribute('data-wide') ? 'wide' : ''}"
            data-key=${cell.key}
            ?hidden=${only !== '' && only !== cell.key}
          >
            ${arranging ? handles(cell, model.label(cell), place, model, speech) : nothing}
            <slot></slot>
          </div>`,
      )}
    </div>
  </div>`;
}

/** Each child into its cell, and what belongs to the heading. */
export function placeChildren(host: Element, root: ParentNode): void {
  const cells = new Map(cellsOf(host).map(({ key, child }) => [key, child]));
  for (const cell of root.querySelectorAll<HTMLElement>('.cell')) {
    const child = cells.get(cell.dataset['key']!);
    if (child) cell.querySelector('slot')!.assign(child);
  }
  const headings = [...host.children].filter(({ slot }) => slot === 'heading');
  root.querySelector<HTMLSlotElement>('slot[name="heading"]')!.assign(...headings);
}
