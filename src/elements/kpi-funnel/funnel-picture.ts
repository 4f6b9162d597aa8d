/** Draws what the layout placed. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Mark } from '../../base/widget.js';
import { drawBox, drawText } from '../../chart/draw.js';
import type { FunnelContext } from './funnel-context.js';
import type { FunnelLayout, Place } from './funnel-layout.js';

/** Null without interaction: the steps are a plain list. */
export type TabStop = ((mark: string) => '0' | '-1') | null;

/**
 * Marks hold shapes only: their labels say in a sentence what the words on top of them say in pieces.
 * @param marks of steps, then of groups.
 */
export function drawFunnel(
  layout: FunnelLayout,
  marks: readonly Mark[],
  { terms, groupsName }: FunnelContext,
  tabStop: TabStop,
): SVGTemplateResult {
  const { width, height, flows, texts, steps, groups } = layout;
  return svg`<svg class="funnel" role="group" aria-label=${terms.name} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    <g aria-hidden="true">${flows.map((path) => svg`<path class="flow" d=${path}></path>`)}</g>
    ${drawList(steps, marks, terms.name, 'step', tabStop)}
    ${groups.length ? drawList(groups, marks.slice(steps.length), groupsName, 'group', tabStop) : nothing}
    <g class="words" aria-hidden="true">${texts.map(drawText)}</g>
  </svg>`;
}

function drawList(places: readonly Place[], marks: readonly Mark[], name: string, part: string, tabStop: TabStop): SVGTemplateResult {
  const inside = places.map(({ area, shapes }, index) => {
    const { id, label } = marks[index];
    return svg`<g class="mark" role=${tabStop ? 'option' : 'listitem'} aria-selected=${tabStop ? 'false' : nothing} data-mark=${id} aria-label=${label} tabindex=${tabStop ? tabStop(id) : nothing}>
      ${drawBox(area, 'area', part)}${shapes.map(([box, look]) => drawBox(box, look, look === 'lost' ? 'loss' : 'bar'))}
    </g>`;
  });
  return svg`<g role=${tabStop ? 'listbox' : 'list'} aria-label=${name} aria-orientation=${tabStop ? 'vertical' : nothing}>${inside}</g>`;
}
