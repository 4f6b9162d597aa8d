/** How many days lie between purchases: of all intervals, or of each customer's median. */
import type { TimingContext } from './timing-context.js';
import type { Place } from './timing-layout.js';
import type { Box, Pen } from '../../chart/pen.js';
import type { IntervalView } from '../../core/kpi/purchase-timing-types.js';

/** @internal */
export interface Histogram {
  readonly id: 'pooled' | 'perCustomer';
  readonly title: string;
  /** Bars that are withheld are as high as the highest. */
  readonly bars: readonly (Place & { readonly bar: Box | null; readonly withheld: boolean })[];
  readonly axis: string;
  /** At the height of the highest bar. */
  readonly grid: string;
  /** Where the median stands; empty where it is not known. */
  readonly median: string;
}

const HEAD = 52;
const FOOT = 22;
const HAIR = 1;
const ROOM = 10;

/** Last day of each class under it; as many as have room. */
function writeDays(
  classes: IntervalView['classes'],
  format: TimingContext['format'],
  [start, y, width]: readonly [start: number, y: number, width: number],
  pen: Pen,
): void {
  const step = width / classes.length;
  const names = classes.map(({ from, to }) => (to === null ? `≥\u00a0${format.count(from)}` : format.count(to)));
  const widths = names.map((name) => pen.width(name, 'note'));
  const every = Math.ceil((Math.max(...widths) + ROOM) / step);
  const last = classes.length - 1;
  const lastStart = width - Math.max(widths[last], (step + widths[last]) / 2);
  classes.forEach(({ from, to }, i) => {
    // The last one keeps inside.
    const spills = i === last && widths[i] > step;
    // Under its day, as the median: a class of several days ends with it.
    const day = to === null ? 0.5 : 1 - 0.5 / (to - from + 1);
    const at = spills ? width : (i + day) * step;
    const hasRoom = i === last || at + (widths[i] + ROOM) / 2 <= lastStart;
    if ((last - i) % every === 0 && hasRoom) pen.write([names[i], 'note'], start + at, y, Infinity, spills ? 'end' : 'middle');
  });
}

export function layoutHistograms(
  { value, terms, format, labelled }: TimingContext,
  id: Histogram['id'],
  [start, top, width, height]: readonly [start: number, top: number, width: number, height: number],
  pen: Pen,
): Histogram {
  const { classes, medianDays } = value.intervals[id];
  const { scale } = pen;
  const title = terms.intervals;
  const [head, foot] = [top + HEAD * scale, top + height - FOOT * scale];
  const step = width / classes.length;
  const { pooled, perCustomer } = value.intervals;
  const most = Math.max(0, ...[pooled, perCustomer].flatMap((each) => each.classes.map(({ share }) => share ?? 0)));
  const said = terms.view(id, medianDays === null ? '' : terms.days(medianDays));
  pen.write([title, 'strong'], start, top + 8 * scale, width);
  pen.write([said, 'note'], start, top + 27 * scale, width);
  writeDays(classes, format, [start, foot + 11 * scale, width], pen);
  const bars = classes.map(({ from, to, count, share }, i) => {
    const name = terms.span(from, to);
    const rate = format.rate(share);
    const words = count === null ? terms.withheld : (id === 'pooled' ? terms.intervalsOf : terms.customersOf)(count, rate);
    const tall = count === null ? foot - head : most > 0 ? ((share ?? 0) / most) * (foot - head) : 0;
    return {
      mark: {
        id: `${id}-${from}`,
        label: `${labelled(name, words)}.`,
        lines: [name, words],
        selection: null,
        figure: id === 'pooled' ? 'interval' : 'customer-interval',
      },
      area: pen.box(start + i * step, head, step, foot - head),
      bar: tall > 0 ? pen.box(start + i * step, foot - tall, Math.max(step - HAIR, HAIR), tall) : null,
      withheld: count === null,
    };
  });
  const [{ to: size }] = classes;
  const x = medianDays === null || size === null ? NaN : start + Math.min((medianDays - 0.5) / size, classes.length) * step;
  const median = Number.isNaN(x) ? '' : `M${pen.x(x)},${head - 6}V${foot}`;
  // On the side where the median does not cross it.
  const isLate = x > start + width / 2;
  if (most > 0) pen.write([format.rate(most), 'note'], isLate ? start : start + width, head - 7 * scale, width, isLate ? 'start' : 'end');
  const across = (y: number): string => `M${pen.x(start)},${y}H${pen.x(start + width)}`;
  return { id, title: `${title}, ${said}`, bars, axis: across(foot), grid: most > 0 ? across(head) : '', median };
}
