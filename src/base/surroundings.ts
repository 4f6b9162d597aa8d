/** What a widget needs to know of the place where it stands: its language, its width, the frame of its picture. */
import { textMeasure } from '../chart/measure.js';
import type { ChartFrame } from './widget.js';

/** Width in which a picture is drawn as long as its element has none (hidden, not yet laid out). */
const NOMINAL_WIDTH = 640;
const LEAST_WIDTH = 200;
/** What an upright sheet of A4 leaves between its margins: a picture as wide as a screen would come out too small to read. */
const PAPER_WIDTH = 680;

/** The nearest `lang` attribute, through shadow roots, or the empty string. */
export function nearestLang(element: Element): string {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
    const found = at.closest('[lang]');
    if (found) return found.getAttribute('lang')!;
  }
  return '';
}

/** Calls back in a frame when the content width has changed by a pixel or more, until the signal ends it. */
export function onWidth(element: Element, signal: AbortSignal, listener: (width: number) => void): void {
  let known = 0;
  const observer = new ResizeObserver(([{ contentRect }]) =>
    requestAnimationFrame(() => {
      if (Math.abs(known - contentRect.width) >= 1) listener((known = contentRect.width));
    }),
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Calls back before and after the page is printed, until the signal ends it. */
export function onPrint(signal: AbortSignal, listener: (printing: boolean) => void): void {
  for (const type of ['beforeprint', 'afterprint'])
    addEventListener(type, () => listener(type === 'beforeprint'), { signal, capture: true });
}

/** @param width as measured, undefined before. */
export function frameOf(
  element: HTMLElement & { compact: boolean },
  width: number | undefined,
  isStatic: boolean,
  isPrinting: boolean,
): ChartFrame {
  const most = isPrinting ? PAPER_WIDTH : Infinity;
  return {
    width: Math.max(LEAST_WIDTH, Math.min(most, Math.floor(width || element.clientWidth || NOMINAL_WIDTH))),
    compact: element.compact,
    static: isStatic,
    rtl: getComputedStyle(element).direction === 'rtl',
    measure: textMeasure(element),
  };
}
