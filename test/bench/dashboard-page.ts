/** What runs in the page of the dashboard bench. */
import '../../src/define.js';
import type { KpiDashboardElement } from '../../src/elements/kpi-dashboard/kpi-dashboard.js';

export interface Clicks {
  /** Milliseconds from the page's first script until every widget is painted. */
  readonly load: number;
  /** Tasks of the main thread of 50 ms and more: meanwhile, and while clicking. */
  readonly loadBlocks: readonly number[];
  readonly blocks: readonly number[];
  /** Milliseconds from a click on a segment until every widget is painted, the first time and once more. */
  readonly first: readonly number[];
  readonly again: readonly number[];
}

const SEGMENTS = ['TBC', 'BC', 'CO', 'CTO'];
const task = (wait: number): Promise<void> => new Promise((done) => setTimeout(done, wait));

async function benchClicks(look: number): Promise<Clicks> {
  const long: number[] = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  });
  const dashboard = document.querySelector('kpi-dashboard') as KpiDashboardElement;
  const matrix = dashboard.querySelector('rfm-matrix')!;
  await dashboard.settled();
  const load = performance.now();
  await task(0);
  const loadBlocks = long.splice(0);
  await task(look);
  const click = async (segment: string): Promise<number> => {
    const mark = matrix.shadowRoot!.querySelector(`[data-mark="segment-${segment}"]`)!;
    const start = performance.now();
    mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await task(0);
    await dashboard.settled();
    const time = performance.now() - start;
    for (const widget of dashboard.querySelectorAll('*')) {
      const { filter } = (widget as HTMLElement & { result: { filter: { segment?: string[] } } }).result;
      if (widget !== matrix && filter.segment?.[0] !== segment) throw new Error(`${widget.localName} does not show ${segment}`);
    }
    await task(look && 400);
    return time;
  };
  const [first, again]: number[][] = [[], []];
  for (const segment of SEGMENTS) first.push(await click(segment));
  for (const segment of SEGMENTS) again.push(await click(segment));
  return { load, loadBlocks, blocks: long, first, again };
}

declare global {
  var benchClicks: (look: number) => Promise<Clicks>;
}
globalThis.benchClicks = benchClicks;
