/** Draws what the layout placed. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Mark } from '../../base/widget.js';
import { drawBox, drawText } from '../../chart/draw.js';
import type { FunnelContext } from './funnel-context.js';
import type { FunnelLayout, Place } from './funnel-layout.js';

/**
 * Marks hold shapes only: their labels say in a sentence what the words on top of them say in pieces.
 * @param marks of steps, then of groups.
 * @param still without interaction the steps are a plain list.
 */
export function drawFunnel(
  layout: FunnelLayout,
  marks: readonly Mark[],
  { terms, groupsName }: FunnelContext,
  still: boolean,
): SVGTemplateResult {
  const { width, height, flows, texts, steps, groups } = layout;
  return svg`<svg class="funnel" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${flows.map((path) => svg`<path class="flow" d=${path}></path>`)}${drawList(steps, marks, terms.name, 'step', still)}
    ${groups.length ? drawList(groups, marks.slice(steps.length), groupsName, 'group', still) : nothing}
    <g aria-hidden="true">${texts.map(drawText)}</g>
  </svg>`;
}

function drawList(places: readonly Place[], marks: readonly Mark[], name: string, part: string, still: boolean): SVGTemplateResult {
  const inside = places.map(({ area, shapes }, index) => {
    const { id, label } = marks[index];
    const drawn = [drawBox(area, 'area', part), shapes.map(([box, look]) => drawBox(box, look, look === 'lost' ? 'loss' : 'bar'))];
    return svg`<g role=${still ? 'listitem' : 'option'} data-mark=${id} aria-label=${label}>${drawn}</g>`;
  });
  return svg`<g role=${still ? 'list' : 'listbox'} aria-label=${name}>${inside}</g>`;
}
