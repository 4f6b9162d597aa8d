/** `<churn-alerts>`: who is about to leave, by value. */
// Words first, beside those of the base: what is alike packs best side by side.
import { churnTerms } from '../../locale/churn-terms.js';
import { KpiElement } from '../../base/kpi-element.js';
import { isWindow } from '../../base/settings.js';
import type { PropertyDeclarations } from '../../base/template-element.js';
import { chooseView } from '../../base/view-choice.js';
import type { ChartFrame, Speech, WidgetView } from '../../base/widget.js';
import type { ChurnParams, ChurnResult, TierId } from '../../core/kpi/churn-types.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import { ordersExample } from '../../locale/orders-example.js';
import { churn } from '../../worker/packs/churn.js';
import { churnHeight, layoutChurn } from './churn-alerts-layout.js';
import { churnAlertsStyles } from './churn-alerts.styles.js';
import { churnChart } from './churn-chart.js';
import { churnContext, TIERS } from './churn-context.js';
import { churnFigures } from './churn-figures.js';
import { churnFinding } from './churn-finding.js';
import { churnTables } from './churn-tables.js';
import { customerLabel, type CustomerLabels } from './customer-label.js';
import { customerList, type ListState } from './customer-list.js';
import { PAGES, SORTS, type Page } from './customer-order.js';

const DEFAULT_LIMIT = 100;
const DEFAULT_MONTHS = 12;
const MOST_MONTHS = 120;
const MOST_LISTED = 10_000;

/**
 * @summary Customers about to leave: three tiers of silence with their revenue, the attrition rate and its trend, and the list of whom to win back.
 * @tag churn-alerts
 * @fires {KpiSelectEvent} kpi-select - The person picked a tier: dimension `tier`, values `['risk']`, number of customers. Never a customer.
 * @slot heading - Replaces the heading.
 * @csspart tier - One tier in the picture.
 * @csspart bar - One bar of a tier.
 * @csspart trend - The months of attrition.
 * @csspart filter - Button that narrows the list to a tier.
 * @csspart customers - The list of customers.
 * @csspart sort - Button in a header of the list.
 * @csspart more - Button under the list.
 * @cssproperty [--kpi-tier-watch=var(--kpi-warn)] - Bars and shape of the customers to watch.
 * @cssproperty [--kpi-tier-risk=var(--kpi-bad)] - Bars and shape of the customers at risk.
 * @cssproperty [--kpi-tier-inactive=var(--kpi-series-2)] - Bars and shape of the inactive customers.
 */
export class ChurnAlertsElement extends KpiElement<ChurnResult> {
  static override styles = [...super.styles, churnAlertsStyles];
  static readonly views = ['tier', 'sort'];
  static override properties: PropertyDeclarations = {
    limit: { type: Number, reflect: true },
    trendMonths: { type: Number, reflect: true },
    tier: { reflect: true },
    sort: { reflect: true },
    revealEmail: { type: Boolean, reflect: true },
    labels: { attribute: false },
    page: { attribute: false },
  };

  /** Customers returned per tier, those with the most revenue first. Integer from 0 (no list) to 10,000. */
  limit = DEFAULT_LIMIT;

  /** Months of attrition trend, ending at the as-of day. Integer from 1 to 120. */
  trendMonths = DEFAULT_MONTHS;

  /** Narrows the list to one tier; empty: all. Picking a tier in the picture sets it. */
  tier: '' | TierId = '';

  /** Column that orders the list: `revenue`, `silence`, `last-order`, `orders` or `customer`, with `-asc` or `-desc` to turn it round. */
  sort: string = SORTS[0];

  /** Shows e-mail addresses of customers that are known by nothing else, instead of a code. */
  revealEmail = false;

  /** Names for customer codes: a function, a Map or an object. They are drawn in the list, and go into no event and no CSV. */
  labels: CustomerLabels | null = null;

  /** Rows shown at most. */
  protected page: Page = PAGES[0];

  constructor() {
    super();
    // A page may prevent it; its listeners run after this one, hence the microtask.
    this.addEventListener('kpi-select', (event) =>
      queueMicrotask(() => {
        const [tier] = event.values as readonly TierId[];
        if (event.dimension === 'tier' && !event.defaultPrevented && !this.shell) this.tier = this.tier === tier ? '' : tier;
      }),
    );
  }

  protected override get dimensions(): readonly string[] {
    return ['tier'];
  }

  protected override request(): { kpi: string; params: ChurnParams } {
    const { faults, window } = this;
    const count = (name: string, value: number, least: number, most: number, used: number): number =>
      faults.check(name, value, Number.isInteger(value) && value >= least && value <= most, used);
    return {
      kpi: churn,
      params: {
        window: faults.check('window', window, isWindow(window) && !/^all$/i.test(window), 'auto'),
        mode: 'window',
        limit: count('limit', this.limit, 0, MOST_LISTED, DEFAULT_LIMIT),
        trendMonths: count('trend-months', this.trendMonths, 1, MOST_MONTHS, DEFAULT_MONTHS),
        revealEmail: this.revealEmail,
      },
    };
  }

  protected override view(result: KpiResult<ChurnResult>, frame: ChartFrame, speech: Speech): WidgetView {
    const context = churnContext(result, speech);
    const layout = layoutChurn(context, frame);
    const tables = churnTables(context, customerLabel(this.labels));
    // In a dashboard the list follows what is picked there.
    const [picked = '', more] = (this.shell?.filter.tier ?? []) as readonly TierId[];
    const own = this.choose<ListState['tier']>('tier', this.tier, ['', ...TIERS]);
    const tier: ListState['tier'] = own || (more ? '' : picked);
    const state = { tier, sort: this.choose('sort', this.sort, SORTS), page: this.page };
    const change = frame.static ? null : (to: Partial<ListState>) => chooseView(this, to);
    const isListed = this.choose('view', this.viewName ?? 'all', ['all', 'chart']) === 'all' && this.limit !== 0;
    return {
      finding: churnFinding(context),
      chart: churnChart(layout, context, tier, frame),
      marks: [...layout.tiers, ...layout.trend.months].map(({ mark }) => mark),
      after: isListed ? customerList(context, tables[2], state, this.limit, change) : undefined,
      tables,
      figures: churnFigures(context),
    };
  }

  protected override defaultHeading({ terms, format }: Speech): string {
    return churnTerms[terms.language](format).heading;
  }

  protected override example(): string {
    return ordersExample;
  }

  protected override chartHeight(frame: ChartFrame): number {
    return churnHeight(frame);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'churn-alerts': ChurnAlertsElement;
  }
}
