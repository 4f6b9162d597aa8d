/** Where a floating box goes. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const GAP = 6;
const MARGIN = 8;

function clamp(value: number, size: number, limit: number): number {
  return Math.max(MARGIN, Math.min(value, limit - size - MARGIN));
}

/** Above the anchor and centred on it; below where there is no room above; always inside the viewport. */
export function placeAbove(
  anchor: Box,
  size: { width: number; height: number },
  viewport: { width: number; height: number },
): { left: number; top: number } {
  const above = anchor.top - size.height - GAP;
  const top = above >= MARGIN ? above : anchor.top + anchor.height + GAP;
  return {
    left: clamp(anchor.left + anchor.width / 2 - size.width / 2, size.width, viewport.width),
    top: clamp(top, size.height, viewport.height),
  };
}

/** Below the anchor, its end edges aligned; above where there is no room below; always inside the viewport. */
export function placeBelow(
  anchor: Box,
  size: { width: number; height: number },
  viewport: { width: number; height: number },
): { left: number; top: number } {
  const below = anchor.top + anchor.height + GAP;
  const top = below + size.height + MARGIN <= viewport.height ? below : anchor.top - size.height - GAP;
  return {
    left: clamp(anchor.left + anchor.width - size.width, size.width, viewport.width),
    top: clamp(top, size.height, viewport.height),
  };
}

/** Moves a popover that is shown, through the CSSOM (no style attribute). */
export function moveTo(box: HTMLElement, anchor: Box, place: typeof placeAbove): void {
  const { left, top } = place(anchor, box.getBoundingClientRect(), { width: document.documentElement.clientWidth, height: innerHeight });
  box.style.setProperty('left', `${Math.round(left)}px`);
  box.style.setProperty('top', `${Math.round(top)}px`);
}
