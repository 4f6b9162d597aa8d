/** Boxes and texts as SVG. Colours and sizes are classes; positions are attributes. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Box, Label } from './pen.js';

export function drawText({ x, y, text, anchor, look }: Label): SVGTemplateResult {
  return svg`<text class=${look} x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;
}

export function drawBox({ x, y, width, height }: Box, look: string, part: string | typeof nothing = nothing): SVGTemplateResult {
  return svg`<rect class=${look} part=${part} x=${x} y=${y} width=${width} height=${height}></rect>`;
}
