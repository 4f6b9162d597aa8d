/** `<rfm-matrix>`: who deserves which treatment. */
// Words first, beside those of the base: what is alike packs best side by side.
import { rfmTerms } from '../../locale/rfm-terms.js';
import { KpiElement } from '../../base/kpi-element.js';
import { isWindow } from '../../base/settings.js';
import type { PropertyDeclarations } from '../../base/template-element.js';
import type { ChartFrame, Speech, WidgetView } from '../../base/widget.js';
import { drawPicture, marksIn } from '../../chart/draw.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { RfmParams, RfmResult } from '../../core/kpi/rfm-types.js';
import { ordersExample } from '../../locale/orders-example.js';
import { heatStyles } from '../../theme/heat.styles.js';
import { rfm } from '../../worker/packs/rfm.js';
import { rfmContext } from './rfm-context.js';
import { rfmFigures } from './rfm-figures.js';
import { rfmFinding } from './rfm-finding.js';
import { layoutRfm, type RfmView } from './rfm-matrix-layout.js';
import { rfmMatrixStyles } from './rfm-matrix.styles.js';
import { rfmTables } from './rfm-tables.js';
import { typicalResult } from './typical.js';

const RULES = ['quartile', 'cumulative', 'thresholds'] as const;
const MODES = ['vigie', 'rfm-r'] as const;
const VIEWS = ['matrix', 'segments'] as const;

/**
 * @summary Customers by recency and frequency, with their revenue; and what the very good, good, occasional and very occasional ones bring.
 * @tag rfm-matrix
 * @fires {KpiSelectEvent} kpi-select - The person picked a cell (dimension `rfm-cell`, values `[recency, frequency]`, 1 to `bins`) or a segment (dimension `segment`, values `['TBC']`, `['BC']`, `['CO']`, `['CTO']` or `['inactive']`), with its number of customers.
 * @slot heading - Replaces the heading.
 * @csspart cell - One cell of the matrix.
 * @csspart inactive - The inactive customers beside the matrix.
 * @csspart legend - The colour scale.
 * @csspart segment - One segment: its pieces of both bars and its row.
 * @cssproperty [--kpi-segment-tbc=var(--kpi-seq-6)] - Very good customers.
 * @cssproperty [--kpi-segment-bc=var(--kpi-seq-4)] - Good customers.
 * @cssproperty [--kpi-segment-co=var(--kpi-seq-2)] - Occasional customers.
 * @cssproperty [--kpi-segment-cto=var(--kpi-seq-1)] - Very occasional customers.
 * @cssproperty [--kpi-on-segment-tbc=var(--kpi-on-seq-6)] - Text on the very good customers; likewise for `bc`, `co` and `cto`.
 */
export class RfmMatrixElement extends KpiElement<RfmResult> {
  static override styles = [...super.styles, heatStyles, rfmMatrixStyles];
  static override properties: PropertyDeclarations = {
    bins: { type: Number, reflect: true },
    segments: { reflect: true },
    thresholds: { reflect: true, converter: (text) => text.split(/[\s,;]+/).map(Number) },
    mode: { reflect: true },
  };

  /** Scores per axis: 5, 4 or 3. */
  bins = 5;

  /** How spending is cut into TBC, BC, CO and CTO: quarters of the customers, 50 / 80 / 95 % of the revenue, or `thresholds`. */
  segments: string = RULES[0];

  /** Three ascending amounts in the currency of the data, for `segments="thresholds"`: as an attribute `50,150,400`. */
  thresholds: readonly number[] | null = null;

  /** `rfm-r` scores as the R package rfm does, over all time. */
  mode: string = MODES[0];

  protected override get dimensions(): readonly string[] {
    return ['segment'];
  }

  protected override request(): { kpi: string; params: RfmParams } {
    const { faults, window, bins } = this;
    const mode = this.choose('mode', this.mode, MODES);
    const rule = this.choose('segments', this.segments, RULES);
    const [low, middle, high, more] = rule === 'thresholds' ? (this.thresholds ?? []) : [];
    const thresholds: RfmParams['thresholds'] =
      low < middle && middle < high && Number.isFinite(high - low) && more === undefined ? [low, middle, high] : null;
    const isKnown = rule !== 'thresholds' || thresholds !== null;
    const needs = 'segments="thresholds" needs thresholds, three rising amounts';
    faults.check('thresholds', String(this.thresholds ?? '') || '—', isKnown, 'segments="quartile"', needs);
    return {
      kpi: rfm,
      params: {
        // The R package knows no window.
        window: mode === 'rfm-r' ? 'auto' : faults.check('window', window, isWindow(window), 'auto'),
        bins: faults.check('bins', bins, [3, 4, 5].includes(bins), 5) as RfmParams['bins'],
        segments: isKnown ? rule : 'quartile',
        thresholds,
        mode,
        scoreLimit: 0,
      },
    };
  }

  protected override view(result: KpiResult<RfmResult>, frame: ChartFrame, speech: Speech): WidgetView {
    const context = rfmContext(result, speech);
    const { groups, ...layout } = layoutRfm(context, frame, this.#view());
    const { static: still } = frame;
    return {
      finding: rfmFinding(context),
      // Nothing can be reached or picked: one picture instead of a grid.
      chart: drawPicture({ ...layout, look: 'rfm', role: still ? 'img' : 'group', label: context.terms.heading, inside: groups, still }),
      marks: groups.flatMap(marksIn),
      get tables() {
        return rfmTables(context);
      },
      figures: rfmFigures(context),
    };
  }

  protected override defaultHeading({ terms }: Speech): string {
    return rfmTerms[terms.language].heading;
  }

  protected override example(): string {
    return ordersExample;
  }

  protected override chartHeight(frame: ChartFrame): number {
    return layoutRfm(rfmContext(typicalResult(this.request().params.bins, Number(this.window !== 'all')), this.speech), frame, this.#view())
      .height;
  }

  #view(): RfmView {
    return this.choose('view', this.viewName ?? VIEWS[0], VIEWS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-matrix': RfmMatrixElement;
  }
}
