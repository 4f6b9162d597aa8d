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

/** Marks hold shapes only: their labels say in a sentence what the words on top of them say in pieces. */
export function drawFunnel(drawing: FunnelDrawing): SVGTemplateResult {
  const { layout, name, groupsName } = drawing;
  const { width, height, steps, groups } = layout;
  const stepMarks = steps.map((step, index) => drawMark(drawing, stepMarkId(index), 'step', step.area, drawStep(step)));
  const groupMarks = groups.map((group, index) => drawMark(drawing, groupMarkId(index), 'group', group.area, drawGroup(group)));
  return svg`<svg class="funnel" role="group" aria-label=${name} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    <g aria-hidden="true">${layout.flows.map((points) => svg`<polygon class="flow" points=${points}></polygon>`)}</g>
    ${drawList(drawing, name, stepMarks)}
    ${groups.length === 0 ? nothing : drawList(drawing, groupsName, groupMarks)}
    <g class="words" aria-hidden="true">
      ${text(layout.rateHeading, 'muted')}${steps.map(stepWords)}${text(layout.groupsHeading, 'muted')}${groups.map(groupWords)}
    </g>
  </svg>`;
}

function drawList(drawing: FunnelDrawing, name: string, marks: readonly SVGTemplateResult[]): SVGTemplateResult {
  return drawing.static
    ? svg`<g role="list" aria-label=${name}>${marks}</g>`
    : svg`<g role="listbox" aria-label=${name} aria-orientation="vertical">${marks}</g>`;
}

function drawMark(drawing: FunnelDrawing, id: string, part: string, area: Box, shapes: SVGTemplateResult): SVGTemplateResult {
  const label = drawing.marks.find((mark) => mark.id === id)?.label ?? '';
  const inside = svg`${rect(area, 'area', part)}${shapes}`;
  if (drawing.static) return svg`<g class="mark" role="listitem" data-mark=${id} aria-label=${label}>${inside}</g>`;
  return svg`<g class="mark" role="option" aria-selected="false" data-mark=${id} aria-label=${label} tabindex=${drawing.tabStop(id)}>${inside}</g>`;
}

function drawStep({ bar, lost, whisker, optional }: StepPlace): SVGTemplateResult {
  return svg`${rect(bar, optional ? 'bar optional' : 'bar', 'bar')}${rect(lost, 'lost', 'loss')}${drawWhisker(whisker)}`;
}

function drawWhisker(whisker: Whisker | null): Drawn {
  if (!whisker) return nothing;
  const { from, to, y, half } = whisker;
  return svg`<path class="whisker" d="M${from} ${y - half}V${y + half}M${from} ${y}H${to}M${to} ${y - half}V${y + half}"></path>`;
}

function drawGroup({ rows }: GroupPlace): SVGTemplateResult {
  return svg`${rows.map(({ bar, optional }) => rect(bar, optional ? 'bar optional' : 'bar', 'bar'))}`;
}

function stepWords({ name, tag, count, rate, passage, optional, lossy }: StepPlace): SVGTemplateResult {
  const kind = optional ? 'muted' : '';
  return svg`${passage ? passageWords(passage, lossy) : nothing}${text(name, kind)}${text(tag, 'muted')}${text(count, kind)}${text(rate, kind)}`;
}

function passageWords({ rate, loss, notes }: PassagePlace, lossy: boolean): SVGTemplateResult {
  return svg`${text(rate, 'muted')}${text(loss, lossy ? 'largest' : 'muted')}${notes.map((note) => text(note, 'muted'))}`;
}

function groupWords({ name, rate, rows }: GroupPlace): SVGTemplateResult {
  return svg`${text(name, '')}${text(rate, '')}${rows.map(rowWords)}`;
}

function rowWords({ name, count, loss }: GroupRow): SVGTemplateResult {
  return svg`${text(name, 'muted')}${text(count, '')}${text(loss, 'largest')}`;
}

function rect(box: Box | null, kind: string, part: string): Drawn {
  if (!box) return nothing;
  return svg`<rect class=${kind} part=${part} x=${box.x} y=${box.y} width=${box.width} height=${box.height}></rect>`;
}

function text(label: Label | null, kind: string): Drawn {
  if (!label || label.text === '') return nothing;
  return svg`<text class="${label.size} ${kind}" x=${label.x} y=${label.y} text-anchor=${label.anchor}>${label.text}</text>`;
}
