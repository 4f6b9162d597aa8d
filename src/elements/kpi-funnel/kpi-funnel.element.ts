/** The element: properties in, view out. */
// Words first, beside those of the base: what is alike packs best side by side.
import { funnelTerms } from '../../locale/funnel-terms.js';
import { KpiElement } from '../../base/kpi-element.js';
import type { PropertyDeclarations } from '../../base/template-element.js';
import type { ChartFrame, Speech, WidgetView } from '../../base/widget.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { FunnelParams, FunnelResult, FunnelStepSpec } from '../../core/kpi/funnel-types.js';
import { funnelContext } from './funnel-context.js';
import { funnelFigures } from './funnel-figures.js';
import { funnelFinding } from './funnel-finding.js';
import { expectedHeight, layoutFunnel } from './funnel-layout.js';
import { funnelMarks } from './funnel-marks.js';
import { drawFunnel } from './funnel-picture.js';
import { funnelTables } from './funnel-tables.js';
import type { FunnelRate } from './funnel-lines.js';
import { funnelStyles } from './kpi-funnel.styles.js';

const PRESETS = ['auto', 'counts', 'lead', 'ecommerce', 'aarrr', 'aida', 'custom'] as const;
const ORDERS = ['ordered', 'strict', 'any'] as const;
const BREAKDOWNS = [null, 'channel', 'country', 'device'] as const;
const RATES = ['overall', 'step'] as const;
/** Days; the engine refuses more. */
const LONGEST_WINDOW = 36_525;
/** Steps that a picture is expected to have. */
const USUAL_STEPS = 3;
const PRESET_STEPS: Partial<Record<FunnelParams['preset'], number>> = { ecommerce: 5, aarrr: 5, aida: 4 };

/**
 * @summary How many go from step to step of a conversion path, and where most are lost.
 * @tag kpi-funnel
 * @fires {KpiSelectEvent} kpi-select - The person picked a step (`dimension: 'step'`, its id) or a group (`'channel'`, `'country'`, `'device'`, its key).
 * @slot heading - Replaces the heading.
 * @csspart step - Area of one step, its passage included.
 * @csspart group - Area of one small funnel of a breakdown.
 * @csspart bar - Bar of a step.
 * @csspart loss - What was lost on the way to a step, where that is the largest loss.
 * @cssproperty [--kpi-bar=var(--kpi-series-2)] - Fill of the bars.
 * @cssproperty [--kpi-bar-optional=var(--kpi-series-3)] - Fill of the bars of steps that may be skipped.
 * @cssproperty [--kpi-bar-accent=var(--kpi-accent)] - The largest loss.
 * @cssproperty [--kpi-flow=var(--kpi-track)] - What flows from bar to bar.
 */
export class KpiFunnelElement extends KpiElement<FunnelResult> {
  static override styles = [...super.styles, funnelStyles];
  static override properties: PropertyDeclarations = {
    preset: { reflect: true },
    steps: { attribute: false },
    order: { reflect: true },
    conversionWindow: { type: Number, reflect: true },
    breakdown: { reflect: true },
    rate: { reflect: true },
  };

  /**
   * Which steps: ready counts, or those of a preset found in the data. `auto` takes ready counts if the data have them, else `ecommerce`
   * when there are cart events, else `lead`. Ignored when `steps` are given.
   */
  preset: FunnelParams['preset'] = 'auto';

  /** Steps of your own, 2 to 20. */
  steps: readonly FunnelStepSpec[] | null = null;

  /** `ordered`: later steps come after earlier ones; `strict`: with no other step in between; `any`: in whatever order. */
  order: FunnelParams['order'] = 'ordered';

  /** Days after entry within which a step counts, more than 0 and at most 36,525. Default: no limit. */
  conversionWindow: number | null = null;

  /** Small funnels by `channel`, `country` or `device`, best first. */
  breakdown: FunnelParams['breakdown'] = null;

  /** Rate at the end of each line: of the first step (`overall`), or of the step before (`step`). */
  rate: FunnelRate = 'overall';

  protected override get dimensions(): readonly string[] {
    return this.breakdown ? [this.breakdown] : [];
  }

  protected override request(): { kpi: string; params: object } {
    const { steps, conversionWindow: days } = this;
    const params: Partial<FunnelParams> = {
      preset: this.choose('preset', this.preset, PRESETS),
      steps,
      order: this.choose('order', this.order, ORDERS),
      windowDays: this.faults.check('conversion-window', days, days! > 0 && days! <= LONGEST_WINDOW, null),
      breakdown: this.choose('breakdown', this.breakdown, BREAKDOWNS),
    };
    return { kpi: 'funnel', params };
  }

  protected override view(result: KpiResult<FunnelResult>, frame: ChartFrame, speech: Speech): WidgetView {
    const context = funnelContext(result, speech);
    const marks = funnelMarks(context);
    const layout = layoutFunnel(context, this.choose('rate', this.rate, RATES), frame);
    return {
      finding: funnelFinding(context),
      chart: drawFunnel(layout, marks, context, frame.static),
      marks,
      get tables() {
        return funnelTables(context);
      },
      figures: funnelFigures(context),
      told: context.told,
    };
  }

  protected override defaultHeading({ terms }: Speech): string {
    return funnelTerms[terms.language].heading;
  }

  protected override example(): string {
    return '[{ "step": "Visit", "count": 1200 },\n { "step": "Purchase", "count": 24 }]';
  }

  protected override chartHeight(frame: ChartFrame): number {
    return expectedHeight(this.steps?.length ?? PRESET_STEPS[this.preset] ?? USUAL_STEPS, frame);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kpi-funnel': KpiFunnelElement;
  }
}
