/** The tiers as SVG: each one a mark that can be picked. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Box, Label } from './geometry.js';
import { tierMark } from './churn-marks.js';
import { tierShape } from './tier-shape.js';
import type { RailBar, TierBlock } from './tiers-layout.js';
import type { TierId } from '../../core/kpi/churn-types.js';
import type { Mark } from '../../base/widget.js';

/** What drawing a mark needs besides its place. */
export interface MarkDrawing {
  readonly marks: ReadonlyMap<string, Mark>;
  tabStop(id: string): '0' | '-1';
  /** Nothing can be picked: marks are pictures, no buttons. */
  readonly static: boolean;
}

export function textOf(label: Label, name: string): SVGTemplateResult | typeof nothing {
  if (label.text === '') return nothing;
  return svg`<text class="${name} size-${label.size}" x=${label.x} y=${label.y} text-anchor=${label.anchor}>${label.text}</text>`;
}

function rect(box: Box, name: string): SVGTemplateResult {
  return svg`<rect class=${name} x=${box.x} y=${box.y} width=${box.width} height=${box.height}></rect>`;
}

function barOf({ rail, bar }: RailBar): SVGTemplateResult {
  return svg`${rect(rail, 'rail')}${bar ? svg`<rect part="bar" class="bar" x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height}></rect>` : nothing}`;
}

/** The mark is the area alone; what is drawn over it repeats its label. */
function tier(block: TierBlock, picked: TierId | null, drawing: MarkDrawing): SVGTemplateResult {
  const id = tierMark(block.id);
  const { name, rule, count, money } = block.labels;
  const { x, y, width, height } = block.area;
  return svg`<g part="tier" class="tier tier-${block.id}">
    <rect
      class="hit"
      data-mark=${id}
      role=${drawing.static ? 'img' : 'button'}
      aria-pressed=${drawing.static ? nothing : String(picked === block.id)}
      aria-label=${drawing.marks.get(id)?.label ?? nothing}
      tabindex=${drawing.static ? nothing : drawing.tabStop(id)}
      x=${x} y=${y} width=${width} height=${height}
    ></rect>
    <g class="ink" aria-hidden="true">
      ${tierShape(block.id, block.shape)}
      ${textOf(name, 'name')} ${textOf(count, 'count')} ${barOf(block.customers)}
      ${textOf(money, 'money')} ${barOf(block.revenue)} ${textOf(rule, 'rule')}
    </g>
  </g>`;
}

export function tiersPicture(blocks: readonly TierBlock[], name: string, picked: TierId | null, drawing: MarkDrawing): SVGTemplateResult {
  return svg`<g role="group" aria-label=${name}>${blocks.map((block) => tier(block, picked, drawing))}</g>`;
}
