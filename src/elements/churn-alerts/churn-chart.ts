/** The picture: tiers and trend in one SVG. */
import { html, type TemplateResult } from 'lit';
import type { ChurnLayout } from './churn-alerts-layout.js';
import { tiersPicture, type MarkDrawing } from './tiers-picture.js';
import { trendPicture } from './trend-picture.js';
import type { TierId } from '../../core/kpi/churn-types.js';
import type { ChurnTerms } from '../../locale/churn-terms.js';

export interface ChurnDrawing extends MarkDrawing {
  readonly months: readonly string[];
  readonly picked: TierId | null;
  readonly rtl: boolean;
}

export function churnChart(layout: ChurnLayout, terms: ChurnTerms['chart'], drawing: ChurnDrawing): TemplateResult {
  const { width, height } = layout;
  return html`<svg
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    direction=${drawing.rtl ? 'rtl' : 'ltr'}
    role="group"
    aria-label=${terms.name}
  >
    ${tiersPicture(layout.tiers, terms.tiers, drawing.picked, drawing)} ${trendPicture(layout.trend, drawing.months, terms.trend, drawing)}
  </svg>`;
}
