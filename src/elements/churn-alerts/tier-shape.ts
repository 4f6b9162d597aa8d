/** The shape of each tier, so that no tier is told by its colour alone: circle, triangle, square. */
import { svg, type SVGTemplateResult } from 'lit';
import type { TierId } from '../../core/kpi/churn-types.js';
import type { Box } from './geometry.js';

/** Outline that fills the box, by eye of one size. */
export function tierPath(id: TierId, { x, y, width, height }: Box): string {
  if (id === 'watch') {
    const r = width / 2;
    return `M${x},${y + r}a${r},${r} 0 1 0 ${width},0a${r},${r} 0 1 0 ${-width},0Z`;
  }
  if (id === 'risk') return `M${x + width / 2},${y}L${x + width},${y + height}H${x}Z`;
  return `M${x + 0.5},${y + 0.5}h${width - 1}v${height - 1}h${1 - width}Z`;
}

export function tierShape(id: TierId, box: Box): SVGTemplateResult {
  return svg`<path class="shape" d=${tierPath(id, box)}></path>`;
}
