/** Where a floating box goes, and where the focus goes after it. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
export type Size = Pick<Box, 'width' | 'height'>;

const GAP = 6;
const MARGIN = 8;

/**
 * Above its anchor and centred (tooltips), or below with the end edges aligned (menus, explanations); on the other side where
 * there is no room; always inside the viewport.
 */
export function place(anchor: Box, size: Size, viewport: Size, above: boolean): { left: number; top: number } {
  const over = anchor.top - size.height - GAP;
  const under = anchor.top + anchor.height + GAP;
  const fits = above ? over >= MARGIN : under + size.height + MARGIN <= viewport.height;
  const inside = (value: number, room: number) => Math.max(MARGIN, Math.min(value, room - MARGIN));
  return {
    left: inside(anchor.left + (anchor.width - size.width) / (above ? 2 : 1), viewport.width - size.width),
    top: inside(above === fits ? over : under, viewport.height - size.height),
  };
}

/** Shows a popover at its anchor. Positions go through the CSSOM: no style attribute. */
export function openAt(box: HTMLElement, anchor: Element, above = false): void {
  box.togglePopover(true);
  const { style } = box;
  // Where it stood before may leave it less room than it wants.
  style.left = style.top = '0';
  const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
  const { left, top } = place(anchor.getBoundingClientRect(), box.getBoundingClientRect(), viewport, above);
  style.left = `${left}px`;
  style.top = `${top}px`;
}

/** Places a menu at the button before it when it opens, and gives the focus back to that when it closes. */
export function menuToggled(event: ToggleEvent): void {
  const menu = event.target as HTMLElement;
  const opener = menu.previousElementSibling as HTMLElement;
  if (event.newState === 'open') openAt(menu, opener);
  else giveBack(event, opener);
}

/** What can have the focus. */
export type Focusable = Element & HTMLOrSVGElement;

/** Gives the focus back when a box has closed, which browsers do not do in a shadow tree. What took it by a click keeps it. */
export function giveBack({ newState, target }: ToggleEvent, opener?: Focusable | null): void {
  const isFree = document.activeElement === document.body || (target as Element).matches(':focus-within');
  if (newState === 'closed' && isFree) opener?.focus();
}
