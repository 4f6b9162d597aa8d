/** The months of attrition as SVG: each one a mark that can be read. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import { textOf, type MarkDrawing } from './tiers-picture.js';
import type { MonthPoint, TrendLayout } from './trend-layout.js';

function month(point: MonthPoint, id: string, drawing: MarkDrawing): SVGTemplateResult {
  const { hit } = point;
  return svg`<g
    class=${point.alone ? 'month alone' : 'month'}
    data-mark=${id}
    role="img"
    aria-label=${drawing.marks.get(id)?.label ?? nothing}
    tabindex=${drawing.static ? nothing : drawing.tabStop(id)}
  >
    <rect class="hit" x=${hit.x} y=${hit.y} width=${hit.width} height=${hit.height}></rect>
    ${point.y === null ? nothing : svg`<circle class="dot" cx=${point.x} cy=${point.y} r="3"></circle>`}
  </g>`;
}

function grid({ grid: rows }: TrendLayout): SVGTemplateResult {
  return svg`<g aria-hidden="true">${rows.map(
    (row, i) => svg`<line class=${i === 0 ? 'axis' : 'grid'} x1=${row.x1} x2=${row.x2} y1=${row.y} y2=${row.y}></line>
      ${textOf(row.label, 'tick')}`,
  )}</g>`;
}

/** `ids` are the marks of the points, in their order; none where no month has a rate. */
export function trendPicture(trend: TrendLayout, ids: readonly string[], name: string, drawing: MarkDrawing): SVGTemplateResult {
  return svg`<g part="trend" role="group" aria-label=${name}>
    ${textOf(trend.title, 'name')} ${textOf(trend.ground, 'rule')}
    ${grid(trend)}
    ${trend.months.map((label) => textOf(label, 'tick'))}
    <path class="band" d=${trend.band}></path>
    <path class="line" d=${trend.line}></path>
    ${trend.points.map((point, i) => (ids[i] === undefined ? nothing : month(point, ids[i], drawing)))}
    ${trend.last ? svg`<circle class="last" cx=${trend.last.x} cy=${trend.last.y} r="3.5"></circle>${textOf(trend.last.label, 'last-rate')}` : nothing}
  </g>`;
}
