/** The picture: tiers and trend in one SVG. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ChurnLayout, Place } from './churn-alerts-layout.js';
import { TIERS, type ChurnContext } from './churn-context.js';
import type { TierPlace } from './tiers-layout.js';
import { TIER_SHAPES } from './tier-shape.js';
import type { ChartFrame } from '../../base/widget.js';
import { drawBox, drawText } from '../../chart/draw.js';
import type { TierId } from '../../core/kpi/churn-types.js';

/** Shapes only: the label says in a sentence what the words under it say in pieces. @param pressed null: it cannot be picked. */
function drawMark({ mark, area }: Place, look: string, pressed: boolean | null, inside: unknown): TemplateResult {
  const role = pressed === null ? 'img' : 'button';
  return svg`<g class=${look} data-mark=${mark.id} role=${role} aria-pressed=${pressed ?? nothing} aria-label=${mark.label}>
    ${drawBox(area, 'hit')} ${inside}
  </g>`;
}

function drawTier(place: TierPlace, id: TierId, pressed: boolean | null): TemplateResult {
  const { shape, bars, texts } = place;
  return svg`<g class="tier tier-${id}" part="tier">
    <g aria-hidden="true">
      <path class="shape" transform="translate(${shape.x} ${shape.y})" d=${TIER_SHAPES[id]}></path>
      ${bars.map((box, i) => (i % 2 ? drawBox(box, 'bar', 'bar') : drawBox(box, 'rail')))} ${texts.map(drawText)}
    </g>
    ${drawMark(place, '', pressed, nothing)}
  </g>`;
}

export function churnChart(
  { height, tiers, trend: { texts, paths, months } }: ChurnLayout,
  { terms: { tables } }: ChurnContext,
  picked: TierId | '',
  { width, static: still }: ChartFrame,
): TemplateResult {
  const [[tiersName], [trendName]] = [tables.tiers, tables.trend];
  return html`<svg
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    direction="ltr"
    role="group"
    aria-label="${tiersName}, ${trendName}"
  >
    <g role="group" aria-label=${tiersName}>${tiers.map((place, i) => drawTier(place, TIERS[i], still ? null : picked === TIERS[i]))}</g>
    <g part="trend" role="group" aria-label=${trendName}>
      <g aria-hidden="true">
        ${Object.entries(paths).map(([look, path]) => svg`<path class=${look} d=${path}></path>`)} ${texts.map(drawText)}
      </g>
      ${months.map((place) =>
        drawMark(
          place,
          place.dotted ? 'month dotted' : 'month',
          null,
          place.y === null ? nothing : svg`<circle class="dot" cx=${place.x} cy=${place.y} r="3"></circle>`,
        ),
      )}
    </g>
  </svg>`;
}
