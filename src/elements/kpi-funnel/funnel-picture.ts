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
  const inside = places.map(({ area, shapes, whisker }, index) => {
    const { id, label } = marks[index]!;
    const content = svg`${drawBox(area, 'area', part)}${shapes.map(([box, look]) => drawBox(box, look, look === 'lost' ? 'loss' : 'bar'))}
      ${whisker ? svg`<path class="whisker" d=${whisker}></path>` : nothing}`;
    return tabStop
      ? svg`<g class="mark" role="option" aria-selected="false" data-mark=${id} aria-label=${label} tabindex=${tabStop(id)}>${content}</g>`
      : svg`<g class="mark" role="listitem" data-mark=${id} aria-label=${label}>${content}</g>`;
  });
  return tabStop
    ? svg`<g role="listbox" aria-label=${name} aria-orientation="vertical">${inside}</g>`
    : svg`<g role="list" aria-label=${name}>${inside}</g>`;
}
