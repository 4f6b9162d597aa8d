/** Draws what the layout placed. Colours and sizes are classes; positions are attributes. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Mark } from '../../base/widget.js';
import { groupMarkId, stepMarkId } from './funnel-marks.js';
import type { Box, Label } from './geometry.js';
import type { GroupPlace, GroupRow } from './groups-layout.js';
import type { FunnelLayout, PassagePlace, StepPlace, Whisker } from './kpi-funnel-layout.js';

export interface FunnelDrawing {
  readonly layout: FunnelLayout;
  readonly marks: readonly Mark[];
  /** Names of the picture and of its groups, for assistive technology. */
  readonly name: string;
  readonly groupsName: string;
  /** Without interaction the steps are a plain list. */
  readonly static: boolean;
  tabStop(mark: string): '0' | '-1';
}

type Drawn = SVGTemplateResult | typeof nothing;

export function drawFunnel(drawing: FunnelDrawing): SVGTemplateResult {
  const { layout, name } = drawing;
  const { width, height } = layout;
  return svg`<svg class="funnel" role="group" aria-label=${name} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    <g aria-hidden="true">
      ${layout.flows.map((points) => svg`<polygon class="flow" points=${points}></polygon>`)}
      ${text(layout.rateHeading, 'muted')}
    </g>
    <g role=${drawing.static ? 'list' : 'listbox'} aria-label=${name} aria-orientation=${drawing.static ? nothing : 'vertical'}>
      ${layout.steps.map((step, index) => drawMark(drawing, stepMarkId(index), 'step', step.area, drawStep(step)))}
    </g>
    ${layout.groups.length === 0 ? nothing : drawGroups(drawing)}
  </svg>`;
}

function drawMark(drawing: FunnelDrawing, id: string, kind: string, area: Box, content: SVGTemplateResult): SVGTemplateResult {
  const label = drawing.marks.find((mark) => mark.id === id)?.label ?? '';
  const inside = svg`<rect class="area" part=${kind} x=${area.x} y=${area.y} width=${area.width} height=${area.height}></rect>${content}`;
  if (drawing.static) return svg`<g class="mark" role="listitem" data-mark=${id} aria-label=${label}>${inside}</g>`;
  return svg`<g class="mark" role="option" aria-selected="false" data-mark=${id} aria-label=${label} tabindex=${drawing.tabStop(id)}>${inside}</g>`;
}

function drawStep(step: StepPlace): SVGTemplateResult {
  const kind = step.optional ? 'bar optional' : 'bar';
  return svg`${step.passage ? drawPassage(step.passage, step.lossy) : nothing}
    ${rect(step.bar, kind, 'bar')}${rect(step.lost, 'lost', 'loss')}${drawWhisker(step.whisker)}
    ${text(step.name, step.optional ? 'muted' : '')}${text(step.tag, 'muted')}
    ${text(step.count, step.optional ? 'muted' : '')}${text(step.rate, step.optional ? 'muted' : '')}`;
}

function drawPassage({ rate, loss, notes }: PassagePlace, lossy: boolean): SVGTemplateResult {
  return svg`${text(rate, 'muted')}${text(loss, lossy ? 'largest' : 'muted')}${notes.map((note) => text(note, 'muted'))}`;
}

function drawWhisker(whisker: Whisker | null): Drawn {
  if (!whisker) return nothing;
  const { from, to, y, half } = whisker;
  return svg`<path class="whisker" d="M${from} ${y - half}V${y + half}M${from} ${y}H${to}M${to} ${y - half}V${y + half}"></path>`;
}

function drawGroups(drawing: FunnelDrawing): SVGTemplateResult {
  const { layout, groupsName } = drawing;
  return svg`<g aria-hidden="true">${text(layout.groupsHeading, 'muted')}</g>
    <g role=${drawing.static ? 'list' : 'listbox'} aria-label=${groupsName}>
      ${layout.groups.map((group, index) => drawMark(drawing, groupMarkId(index), 'group', group.area, drawGroup(group)))}
    </g>`;
}

function drawGroup({ name, rate, rows }: GroupPlace): SVGTemplateResult {
  return svg`${text(name, '')}${text(rate, '')}${rows.map(drawRow)}`;
}

function drawRow({ bar, name, count, loss, optional }: GroupRow): SVGTemplateResult {
  return svg`${rect(bar, optional ? 'bar optional' : 'bar', 'bar')}${text(name, 'muted')}${text(count, '')}${text(loss, 'largest')}`;
}

function rect(box: Box | null, kind: string, part: string): Drawn {
  if (!box) return nothing;
  return svg`<rect class=${kind} part=${part} x=${box.x} y=${box.y} width=${box.width} height=${box.height}></rect>`;
}

function text(label: Label | null, kind: string): Drawn {
  if (!label || label.text === '') return nothing;
  return svg`<text class="${label.size} ${kind}" x=${label.x} y=${label.y} text-anchor=${label.anchor}>${label.text}</text>`;
}
