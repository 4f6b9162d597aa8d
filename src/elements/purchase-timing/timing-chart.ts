/** The picture: curves, hazard and histograms in one SVG, with the buttons that choose what it shows. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { TimingContext } from './timing-context.js';
import type { DrawnLine } from './curves-layout.js';
import type { Place, TimingLayout } from './timing-layout.js';
import type { ChartFrame } from '../../base/widget.js';
import { drawPicture, type Group, type Path, type Shape } from '../../chart/draw.js';
import type { PurchaseId, PurchaseTimingParams } from '../../core/kpi/purchase-timing-types.js';

type By = PurchaseTimingParams['by'];
export const SPLITS: readonly By[] = ['none', 'segment', 'stage', 'channel', 'country'];

/** What a person chose. */
export interface Choice {
  readonly purchase?: PurchaseId;
  readonly by?: By;
}

/** Buttons for the purchase that is waited for, and for what splits the curves. */
export function picker({ terms, value, main }: TimingContext, change: (choice: Choice) => void): TemplateResult {
  const group = (label: string, buttons: unknown): TemplateResult =>
    html`<div class="choices" role="group" aria-label=${label}>${buttons}</div>`;
  const button = (part: string, words: string, pressed: boolean, choice: Choice): TemplateResult =>
    html`<button part=${part} aria-pressed=${pressed} @click=${() => change(choice)}>${words}</button>`;
  const inOrder = (['first', 'second', 'next'] as const).filter((id) => value.curves.some((curve) => curve.id === id));
  return html`<div class="picker">
    ${
      inOrder.length > 1
        ? group(
            terms.pickPurchase,
            inOrder.map((purchase) => button('purchase', terms.purchase[purchase][0], purchase === main?.id, { purchase })),
          )
        : nothing
    }
    ${group(
      terms.pickBy,
      SPLITS.map((by) => button('split', terms.by[by], by === value.by, { by })),
    )}
  </div>`;
}

/** @param picks Whether it is a button. */
const markGroup = ({ mark, area }: Place, look: string, inside: readonly (Path | Shape)[] = [], picks = false): Group => ({
  ...{ look, mark, role: picks ? 'button' : 'img' },
  inside: [area, ...inside],
});

const lookOf = (withheld: boolean): string => (withheld ? 'withheld' : 'bar');

function drawLine({ look, line, band, key }: DrawnLine, isCrowded: boolean): Group {
  const paths: Path[] = [
    { look: 'line', path: line },
    { look: 'line key', path: key },
  ];
  return {
    look: `curve ${look}`,
    hidden: true,
    inside: isCrowded && !/main|whole/.test(look) ? paths : [{ look: 'band', path: band }, ...paths],
  };
}

function drawCurves({ curves, strip }: TimingLayout, { terms }: TimingContext, still: boolean): Group[] {
  if (!curves || !strip) return [];
  const { lines, paths, campaign } = curves;
  const path = (look: 'axis' | 'grid' | 'mark' | 'dots' | 'bracket'): Path => ({ look, path: paths[look] });
  const back: Group = {
    hidden: true,
    inside: [...(campaign ? [{ ...campaign, look: 'campaign' }] : []), path('grid'), path('mark'), path('axis'), path('bracket')],
  };
  const spans = strip.spans.map(({ bar, withheld, peak, ...place }) =>
    markGroup(place, peak ? 'span peak' : 'span', bar ? [{ ...bar, look: lookOf(withheld) }] : []),
  );
  // More than two bands over one another say nothing: but for that of all, each is seen while its name is pointed at.
  const isCrowded = lines.filter(({ band }) => band).length > 2;
  const bandOf = ({ band, picks }: DrawnLine): Path[] => (band && isCrowded && picks ? [{ look: 'band', path: band }] : []);
  const names = lines.map((line) => markGroup(line, `name ${line.look}`, bandOf(line), line.picks && !still));
  return [
    back,
    { role: 'group', label: terms.hazard, inside: spans },
    { hidden: true, inside: [...lines.map((line) => drawLine(line, isCrowded)), path('dots'), { look: 'axis', path: strip.axis }] },
    { role: 'group', label: terms.curves, inside: names },
  ];
}

export function timingChart(layout: TimingLayout, context: TimingContext, { width, static: still }: ChartFrame): TemplateResult {
  const { terms } = context;
  const histograms = layout.histograms.map(({ id, title, bars, axis, grid, median }): Group => ({
    look: `histogram ${id}`,
    role: 'group',
    label: title,
    inside: [
      ...bars.map(({ bar, withheld, ...place }) => markGroup(place, 'class', bar ? [{ ...bar, look: lookOf(withheld) }] : [])),
      {
        hidden: true,
        inside: [
          { look: 'grid', path: grid },
          { look: 'axis', path: axis },
          { look: 'median', path: median },
        ],
      },
    ],
  }));
  return drawPicture({
    ...{ width, height: layout.height, look: 'timing', role: 'group', label: terms.heading },
    inside: [...drawCurves(layout, context, still), ...histograms],
    texts: layout.texts,
  }) as TemplateResult;
}
