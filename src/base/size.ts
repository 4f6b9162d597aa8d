/** Widths of elements: one ResizeObserver for all, answers gathered into one frame, changes under a pixel ignored. */

type Listener = (width: number) => void;

const watched = new Map<Element, { listener: Listener; width: number }>();
const changed = new Map<Element, number>();
let observer: ResizeObserver | null = null;
let frame = 0;

function deliver(): void {
  frame = 0;
  for (const [element, width] of changed) {
    const entry = watched.get(element);
    if (!entry || Math.abs(entry.width - width) < 1) continue;
    entry.width = width;
    entry.listener(width);
  }
  changed.clear();
}

function collect(entries: readonly ResizeObserverEntry[]): void {
  for (const entry of entries) changed.set(entry.target, entry.contentRect.width);
  frame ||= requestAnimationFrame(deliver);
}

/** Calls back with the content width whenever it changes; returns the unsubscribe function. */
export function onWidth(element: Element, listener: Listener): () => void {
  observer ??= new ResizeObserver(collect);
  watched.set(element, { listener, width: 0 });
  observer.observe(element);
  return () => {
    watched.delete(element);
    changed.delete(element);
    observer?.unobserve(element);
    if (watched.size > 0) return;
    observer?.disconnect();
    observer = null;
    cancelAnimationFrame(frame);
    frame = 0;
  };
}
