/** The layout as SVG. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Mark } from '../../base/widget.js';
import type { RfmChartTerms } from '../../locale/rfm-terms.js';
import type { Box, Label } from './geometry.js';
import { cellMark, INACTIVE_MARK, segmentMark } from './rfm-marks.js';
import type { LegendLayout } from './legend-layout.js';
import type { CellLayout } from './cells-layout.js';
import type { InactiveLayout } from './inactive-layout.js';
import type { MatrixLayout } from './matrix-layout.js';
import type { RfmLayout } from './rfm-matrix-layout.js';
import type { SegmentLayout, SegmentsLayout } from './segments-layout.js';

/** What drawing marks needs besides their places. */
export interface Drawing {
  readonly marks: ReadonlyMap<string, Mark>;
  /** Nothing can be reached or picked: one picture instead of a grid. */
  readonly static: boolean;
  tabStop(id: string): '0' | '-1';
}

const CORNER = 2;
const DOT = 1.5;

function text(label: Label | null): SVGTemplateResult | typeof nothing {
  if (!label) return nothing;
  return svg`<text class="size-${label.size} ${label.tone}" x=${label.x} y=${label.y} text-anchor=${label.anchor}>${label.text}</text>`;
}

function rect(box: Box, name: string, corner = 0): SVGTemplateResult {
  return svg`<rect class=${name} x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx=${corner || nothing}></rect>`;
}

function mark(id: string, role: string, name: string, part: string, drawing: Drawing, content: unknown): SVGTemplateResult {
  if (drawing.static) return svg`<g part=${part} class=${name}>${content}</g>`;
  return svg`<g
    part=${part}
    class="mark ${name}"
    data-mark=${id}
    role=${role}
    aria-label=${drawing.marks.get(id)?.label ?? nothing}
    tabindex=${drawing.tabStop(id)}
  >${content}</g>`;
}

/** A mark says all in its name: what is written on it lies above it and is no part of it. */
function written(name: string, labels: unknown): SVGTemplateResult {
  return svg`<g class="written ${name}" aria-hidden="true">${labels}</g>`;
}

/** `step-3`, `empty`, `withheld`: what colours a cell and its texts. */
const tint = ({ scene }: CellLayout): string => (scene.step === null ? scene.state : `step-${scene.step}`);

function cell(layout: CellLayout, drawing: Drawing): SVGTemplateResult {
  const { recency, frequency } = layout.scene.cell;
  return mark(cellMark(recency, frequency), 'gridcell', `cell ${tint(layout)}`, 'cell', drawing, rect(layout.box, 'hit', CORNER));
}

/** Numbers of a cell; a dot where there is nobody to count. */
function cellText(layout: CellLayout): SVGTemplateResult {
  const { x, y, width, height } = layout.box;
  const dot = svg`<circle class="nobody" cx=${x + width / 2} cy=${y + height / 2} r=${DOT}></circle>`;
  return written(tint(layout), layout.scene.state === 'empty' ? dot : layout.labels.map(text));
}

function legend({ swatches, labels }: LegendLayout): SVGTemplateResult {
  return svg`<g part="legend" class="legend" aria-hidden="true">
    ${swatches.map(({ box, step }) => rect(box, `swatch step-${step}`))}${labels.map(text)}
  </g>`;
}

function inactive({ box, labels }: InactiveLayout, drawing: Drawing): SVGTemplateResult {
  const button = mark(INACTIVE_MARK, 'button', 'inactive', 'inactive', drawing, rect(box, 'hit', CORNER));
  return svg`${button}${written('', labels.map(text))}`;
}

function matrix(layout: MatrixLayout, terms: RfmChartTerms, drawing: Drawing): SVGTemplateResult {
  const role = (name: string) => (drawing.static ? nothing : name);
  return svg`<g role=${role('grid')} aria-label=${drawing.static ? nothing : terms.grid}>
      ${layout.rows.map((cells) => svg`<g role=${role('row')}>${cells.map((each) => cell(each, drawing))}</g>`)}
    </g>
    ${layout.rows.flat().map(cellText)}
    <g aria-hidden="true">${layout.axes.map(text)}</g>
    ${layout.legend ? legend(layout.legend) : nothing}
    ${layout.inactive ? inactive(layout.inactive, drawing) : nothing}`;
}

function segment(layout: SegmentLayout, drawing: Drawing): SVGTemplateResult {
  const { id, customers, revenue, ribbon, row } = layout;
  const pieces = [customers, revenue].filter((piece) => piece !== null);
  const shapes = svg`${rect(row.box, 'hit')}
    ${ribbon ? svg`<polygon class="ribbon" points=${ribbon.map((point) => point.join(',')).join(' ')}></polygon>` : nothing}
    ${pieces.map(({ box }) => rect(box, 'piece'))}${rect(row.swatch, 'piece', CORNER)}`;
  const labels = svg`<g class="on">${pieces.map(({ inside }) => text(inside))}</g>
    ${pieces.map(({ outside }) => text(outside))}${row.labels.map(text)}`;
  return svg`${mark(segmentMark(id), 'button', `segment segment-${id}`, 'segment', drawing, shapes)}${written(`segment-${id}`, labels)}`;
}

function segments(layout: SegmentsLayout, terms: RfmChartTerms, drawing: Drawing): SVGTemplateResult {
  return svg`<g aria-hidden="true">
      ${layout.labels.map(text)} ${layout.tracks.map((box) => rect(box, 'track'))}
      ${layout.withheld.map(({ box, label }) => svg`${rect(box, 'withheld-part')}${text(label)}`)}
    </g>
    <g role=${drawing.static ? nothing : 'group'} aria-label=${drawing.static ? nothing : terms.segments}>
      ${layout.segments.map((each) => segment(each, drawing))}
    </g>`;
}

export function rfmChart(layout: RfmLayout, terms: RfmChartTerms, drawing: Drawing): SVGTemplateResult {
  const { width, height } = layout;
  return svg`<svg
    class="rfm"
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    role=${drawing.static ? 'img' : 'group'}
    aria-label=${terms.name}
  >
    ${layout.matrix ? matrix(layout.matrix, terms, drawing) : nothing}
    ${segments(layout.segments, terms, drawing)}
    ${layout.notes.length > 0 ? svg`<g>${layout.notes.map(text)}</g>` : nothing}
  </svg>`;
}
