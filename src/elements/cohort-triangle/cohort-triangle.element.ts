/** `<cohort-triangle>`: are newer customers better? */
import { KpiElement } from '../../base/kpi-element.js';
import type { PropertyDeclarations } from '../../base/template-element.js';
import { chooseView } from '../../base/view-choice.js';
import type { ChartFrame, Speech, WidgetView } from '../../base/widget.js';
import { drawPicture, marksIn } from '../../chart/draw.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { RetentionParams, RetentionResult } from '../../core/kpi/retention-types.js';
import { cohortTerms, type CohortBy, type CohortMetric } from '../../locale/cohort-terms.js';
import { ordersExample } from '../../locale/orders-example.js';
import { heatStyles } from '../../theme/heat.styles.js';
import { retention } from '../../worker/packs/retention.js';
import { cohortChoices, type Choices } from './cohort-choices.js';
import { cohortContext } from './cohort-context.js';
import { cohortFigures } from './cohort-figures.js';
import { cohortFinding } from './cohort-finding.js';
import { cohortTables } from './cohort-tables.js';
import { layoutCohorts } from './cohort-triangle-layout.js';
import { cohortTriangleStyles } from './cohort-triangle.styles.js';
import { typicalResult } from './typical.js';

const METRICS: readonly CohortMetric[] = ['retention', 'rolling', 'revenue', 'margin', 'basket', 'tbc'];
const GRAINS = ['month', 'week', 'quarter'] as const;
const BYS: readonly CohortBy[] = [...GRAINS, 'channel', 'country', 'product'];
const DEFAULT_PERIODS = 13;
const MOST_PERIODS = 60;
const DEFAULT_MONTHS = 6;
const MOST_MONTHS = 12;

/**
 * @summary New customers by cohort: how many come back, what they bring, and when they have paid back what they cost.
 * `window` means nothing here: `periods` says how long cohorts are followed, `filter.period` which ones there are.
 * @tag cohort-triangle
 * @fires {KpiSelectEvent} kpi-select - The person picked a cohort: dimension `cohort` with its period (`['2025-03']`, `['2025-W10']`, `['2025-Q1']`), or `channel`, `country`, `first-product` with its name; with its number of customers.
 * @slot heading - Replaces the heading.
 * @csspart cohort - Name of a cohort.
 * @csspart cell - One cell of the triangle.
 * @csspart average - The line of average.
 * @csspart legend - The colour scale.
 * @csspart newcomers - The chances of the newcomers.
 * @csspart choice - What a person may choose over the picture.
 * @cssproperty [--kpi-cohort-paid=var(--kpi-ink)] - Frame of the cell in which a cohort has paid back what it cost.
 * @cssproperty [--kpi-cohort-cost=var(--kpi-warn)] - Line of what a customer costs.
 */
export class CohortTriangleElement extends KpiElement<RetentionResult> {
  static override styles = [...super.styles, heatStyles, cohortTriangleStyles];
  static readonly views = ['metric', 'by'];
  static override properties: PropertyDeclarations = {
    metric: { reflect: true },
    by: { reflect: true },
    grain: { reflect: true },
    periods: { type: Number, reflect: true },
    newMonths: { type: Number, reflect: true },
  };

  /** Figure of the cells: `retention`, `rolling` (in the period or later), `revenue` or `margin` per customer so far, `basket`, `tbc` (share of very good customers). The person may choose another. */
  metric: string = METRICS[0];

  /** What makes a cohort: `month`, `week` or `quarter` of the first order; its `channel`, `country` or main `product`. The person may choose another. */
  by: string = BYS[0];

  /** Periods in which cohorts by channel, country or product are followed: `month`, `week` or `quarter`. */
  grain: string = GRAINS[0];

  /** Periods of a cohort, the first included. Integer from 1 to 60. */
  periods = DEFAULT_PERIODS;

  /** Newcomers are customers whose first order is so many months old at most. Integer from 1 to 12. */
  newMonths = DEFAULT_MONTHS;

  protected override get dimensions(): readonly string[] {
    return [/^(channel|country|product)$/.test(this.by) ? this.by : 'cohort'];
  }

  protected override request(): { kpi: string; params: RetentionParams } {
    const { faults } = this;
    // The period comes from the filter, and `periods`.
    faults.check('window', this.window, /^(auto|all)$/i.test(this.window), 'auto');
    const { metric, by } = this.#chosen();
    const whole = (name: string, value: number, most: number, used: number): number =>
      faults.check(name, value, Number.isInteger(value) && value > 0 && value <= most, used);
    const isPeriod = GRAINS.includes(by as RetentionParams['grain']);
    const grain = this.choose('grain', this.grain, GRAINS);
    return {
      kpi: retention,
      params: {
        key: isPeriod ? 'first-order' : by === 'product' ? 'first-product' : (by as 'channel'),
        grain: isPeriod ? (by as RetentionParams['grain']) : grain,
        mode: metric === 'rolling' ? metric : 'classic',
        periods: whole('periods', this.periods, MOST_PERIODS, DEFAULT_PERIODS),
        metric: metric === 'rolling' ? 'retention' : metric,
        newMonths: whole('new-months', this.newMonths, MOST_MONTHS, DEFAULT_MONTHS),
      },
    };
  }

  protected override view(result: KpiResult<RetentionResult>, frame: ChartFrame, speech: Speech): WidgetView {
    const context = cohortContext(result, speech);
    const { groups, ...layout } = layoutCohorts(context, frame);
    const { static: still } = frame;
    const change = (to: Partial<Choices>) => chooseView(this, to);
    return {
      finding: cohortFinding(context),
      before: still ? undefined : cohortChoices(context.terms, this.#chosen(), change),
      chart: drawPicture({
        ...layout,
        look: 'cohorts',
        role: still ? 'img' : 'group',
        label: context.terms.heading,
        inside: groups,
        still,
      }),
      marks: groups.flatMap(marksIn),
      get tables() {
        return cohortTables(context);
      },
      figures: cohortFigures(context),
    };
  }

  protected override defaultHeading({ terms, format }: Speech): string {
    return cohortTerms[terms.language](format).heading;
  }

  protected override example(): string {
    return ordersExample;
  }

  protected override chartHeight(frame: ChartFrame): number {
    const { params } = this.request();
    return layoutCohorts(cohortContext(typicalResult(params), this.speech), frame).height;
  }

  #chosen(): Choices {
    return { metric: this.choose('metric', this.metric as CohortMetric, METRICS), by: this.choose('by', this.by as CohortBy, BYS) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-triangle': CohortTriangleElement;
  }
}
