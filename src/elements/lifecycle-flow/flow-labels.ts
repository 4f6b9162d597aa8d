/** What stands on the ribbons: share, customers and money of a passage, the thickest first, and never one over another. */
import type { Pen } from '../../chart/pen.js';
import type { LifecycleFlow } from '../../core/kpi/lifecycle-types.js';
import type { LifecycleContext } from './lifecycle-context.js';

/** @internal Heights of the middle of a ribbon at both ends. */
export interface Ribbon {
  readonly flow: LifecycleFlow;
  readonly thick: number;
  readonly start: number;
  readonly end: number;
}

const enum Px {
  Apart = 8,
  /** A line of text. */
  Line = 15,
  /** How far a ribbon may leave the middle of the end of its label, more than half of its own height. */
  Stray = 2,
}
/** As high as digits: on a thinner one they would stand on its neighbours, too. */
const THINNEST = 8;
const LOOK = 'note rate';

/** Longest first. */
function textsOf({ format, compact }: LifecycleContext, { to, customers, probability, revenue }: LifecycleFlow): string[] {
  const share = probability === null ? [] : [format.rate(probability)];
  const all = [...share, format.count(customers), ...(to === 'prospect' ? [] : [compact(revenue)])];
  return all.map((_, less) => all.slice(0, all.length - less).join(' · '));
}

/** @param between Ends of the bars of both columns. */
export function labelRibbons(
  context: LifecycleContext,
  pen: Pen,
  ribbons: readonly Ribbon[],
  [left, right]: readonly [number, number],
  unit: number,
): void {
  const taken: { from: number; to: number; middle: number }[] = [];
  const write = ({ flow, start, end, thick }: Ribbon): void => {
    for (const text of textsOf(context, flow)) {
      const width = pen.width(text, LOOK);
      // A steep ribbon is gone before a long text ends: that of another one would seem to be meant.
      const share = (Px.Apart + width) / (right - left);
      if (Math.abs(end - start) * share * share * (3 - 2 * share) > thick / 2 + Px.Stray) continue;
      for (const [from, middle] of [
        [left + Px.Apart, start],
        [right - Px.Apart - width, end],
      ]) {
        const to = from + width;
        const touches = taken.some(
          (one) => from < one.to + Px.Apart && to > one.from - Px.Apart && Math.abs(middle - one.middle) < Px.Line * unit,
        );
        if (touches || from < left + Px.Apart || to > right - Px.Apart) continue;
        taken.push({ from, to, middle });
        pen.write([text, LOOK], from, middle);
        return;
      }
    }
  };
  [...ribbons]
    .filter(({ thick }) => thick >= THINNEST)
    .sort((a, b) => b.thick - a.thick)
    .forEach(write);
}
