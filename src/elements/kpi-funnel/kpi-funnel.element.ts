/** The element: properties in, view out. */
import { property } from 'lit/decorators.js';
import { KpiElement } from '../../base/kpi-element.js';
import type { ChartFrame, Speech, WidgetView } from '../../base/widget.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { FunnelParams, FunnelResult, FunnelStepSpec } from '../../core/kpi/funnel-types.js';
import { funnelTerms } from '../../locale/funnel-terms.js';
import { funnelContext, type FunnelRate } from './funnel-context.js';
import { funnelFigures } from './funnel-figures.js';
import { funnelFinding } from './funnel-finding.js';
import { toldReasons } from './funnel-gaps.js';
import { funnelMarks } from './funnel-marks.js';
import { drawFunnel } from './funnel-picture.js';
import { funnelTables } from './funnel-tables.js';
import { funnelText } from './funnel-text.js';
import { layoutFunnel } from './kpi-funnel-layout.js';
import { funnelStyles } from './kpi-funnel.styles.js';
import { EXAMPLE, expectedSteps, skeletonText } from './skeleton.js';

const PRESETS = ['auto', 'counts', 'lead', 'ecommerce', 'aarrr', 'aida', 'custom'] as const;
const ORDERS = ['ordered', 'strict', 'any'] as const;
const BREAKDOWNS = ['channel', 'country', 'device'] as const;
/** Days; the engine refuses more. */
const LONGEST_WINDOW = 36_525;
const RATES = ['overall', 'step'] as const;

/**
 * @summary How many go from step to step of a conversion path, and where most are lost.
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

  /**
   * Which steps: ready counts, or those of a preset found in the data. `auto` takes ready counts if the data have them, else `ecommerce`
   * when there are cart events, else `lead`. Ignored when `steps` are given.
   */
  @property({ reflect: true }) preset: FunnelParams['preset'] = 'auto';

  /** Steps of your own, 2 to 20. */
  @property({ attribute: false }) steps: readonly FunnelStepSpec[] | null = null;

  /** `ordered`: later steps come after earlier ones; `strict`: with no other step in between; `any`: in whatever order. */
  @property({ reflect: true }) order: FunnelParams['order'] = 'ordered';

  /** Days after entry within which a step counts, more than 0 and at most 36,525. Default: no limit. */
  @property({ attribute: 'conversion-window', type: Number, reflect: true }) conversionWindow: number | null = null;

  /** Small funnels by `channel`, `country` or `device`, best first. */
  @property({ reflect: true }) breakdown: FunnelParams['breakdown'] = null;

  /** Rate at the end of each line: of the first step (`overall`), or of the step before (`step`). */
  @property({ reflect: true }) rate: FunnelRate = 'overall';

  protected override request(): { kpi: string; params: object } {
    const { steps, conversionWindow: days } = this;
    const valid = days === null || (days > 0 && days <= LONGEST_WINDOW);
    const params: Partial<FunnelParams> = {
      preset: this.choose('preset', this.preset, PRESETS),
      steps,
      order: this.choose('order', this.order, ORDERS),
      windowDays: this.faults.check('conversion-window', days, valid, null),
      breakdown: this.breakdown && this.faults.check('breakdown', this.breakdown, BREAKDOWNS.includes(this.breakdown), null),
    };
    return { kpi: 'funnel', params };
  }

  protected override view(result: KpiResult<FunnelResult>, frame: ChartFrame, speech: Speech): WidgetView {
    const context = funnelContext(result, speech);
    const rate = this.choose('rate', this.rate, RATES);
    const marks = funnelMarks(context);
    const chart = drawFunnel({
      layout: layoutFunnel(funnelText(context, rate), frame),
      marks,
      name: context.terms.chart.name,
      groupsName: context.terms.chart.groups(context.dimension),
      static: frame.static,
      tabStop: (mark) => this.tabStop(mark),
    });
    return {
      finding: funnelFinding(context),
      chart,
      marks,
      tables: funnelTables(context),
      figures: funnelFigures(context),
      told: toldReasons(context),
    };
  }

  protected override defaultHeading({ terms }: Speech): string {
    return funnelTerms[terms.language].heading;
  }

  protected override example(): string {
    return EXAMPLE;
  }

  protected override chartHeight(frame: ChartFrame): number {
    return layoutFunnel(skeletonText(expectedSteps(this.preset, this.steps)), frame).height;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kpi-funnel': KpiFunnelElement;
  }
}
