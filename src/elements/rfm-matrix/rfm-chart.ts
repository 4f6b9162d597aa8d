/** The layout as SVG: groups first, then all that is written above them. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import { drawBox, drawText } from '../../chart/draw.js';
import type { Group, RfmLayout } from './rfm-matrix-layout.js';

/** @param still nothing can be reached or picked: one picture instead of a grid. */
export function drawRfm({ width, height, groups, texts }: RfmLayout, name: string, still: boolean): SVGTemplateResult {
  const draw = ({ look, role, label, mark, inside }: Group): SVGTemplateResult => svg`<g
      class=${look}
      part=${look}
      role=${(!still && role) || nothing}
      aria-label=${(!still && (mark?.label ?? label)) || nothing}
      data-mark=${mark?.id ?? nothing}
    >${inside.map((each) => ('inside' in each ? draw(each) : each.path ? svg`<path class=${each.look} d=${each.path}></path>` : drawBox(each, each.look ?? 'hit')))}</g>`;
  return svg`<svg
    class="rfm"
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    role=${still ? 'img' : 'group'}
    aria-label=${name}
  >${groups.map(draw)}<g aria-hidden="true">${texts.map(drawText)}</g></svg>`;
}
