/** `<purchase-timing>`: when first, second and later purchases happen. */
import { html, nothing } from 'lit/html.js';
import { KpiElement } from '../../base/kpi-element.js';
import type { PropertyDeclarations } from '../../base/template-element.js';
import { chooseView } from '../../base/view-choice.js';
import type { ChartFrame, Speech, WidgetView } from '../../base/widget.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { PurchaseId, PurchaseTimingParams, PurchaseTimingResult } from '../../core/kpi/purchase-timing-types.js';
import { ordersExample } from '../../locale/orders-example.js';
import { timingTerms } from '../../locale/timing-terms.js';
import { paletteStyles } from '../../theme/palette.styles.js';
import { purchaseTiming } from '../../worker/packs/purchase-timing.js';
import { campaignForm, type CampaignActions } from './campaign-form.js';
import { campaignOf, LONGEST, MARKS, parseCampaign, parseDays } from './campaign.js';
import { purchaseTimingStyles } from './purchase-timing.styles.js';
import { picker, SPLITS, timingChart } from './timing-chart.js';
import { PURCHASES, timingContext } from './timing-context.js';
import { timingFigures } from './timing-figures.js';
import { originNotes, rhythm, splitNote, timingFinding } from './timing-finding.js';
import { isDotted, layoutTiming, timingHeight, type TimingLayout, type TimingView } from './timing-layout.js';
import { timingTables } from './timing-tables.js';
import { WindowSelectEvent, type WindowSelection } from './window-select-event.js';

const VIEWS: readonly TimingView[] = ['all', 'curves', 'intervals'];

const note = (text: string): unknown => (text ? html`<p class="note">${text}</p>` : nothing);

const marksOf = ({ curves, strip, histograms }: TimingLayout): WidgetView['marks'] =>
  [...(curves?.lines ?? []), ...(strip?.spans ?? []), ...histograms.flatMap(({ bars }) => bars)].map(({ mark }) => mark);

/**
 * @summary When customers buy: time from registration to the first purchase, to the second, and between later ones, with the days in which to speak to them.
 * @tag purchase-timing
 * @fires {KpiSelectEvent} kpi-select - The person picked a group of a split: dimension `segment`, `stage`, `channel` or `country`, its name, number of customers.
 * @fires {WindowSelectEvent} window-select - The person chose a campaign window: purchase, first and last day, probability, customers in it. Bubbles, composed.
 * @slot heading - Replaces the heading.
 * @csspart purchase - Button that chooses the purchase.
 * @csspart split - Button that splits the curves.
 * @csspart curve - One curve.
 * @csspart line - Line of a curve.
 * @csspart bar - One bar of the hazard or of a histogram.
 * @csspart marks - Field of the days at which shares are read.
 * @csspart campaign - Area of the campaign window.
 * @csspart day - Field of the campaign window.
 * @csspart use - Button that tells the page the campaign window.
 * @csspart suggest - Button that goes back to the suggested window.
 */
export class PurchaseTimingElement extends KpiElement<PurchaseTimingResult> {
  static override styles = [...super.styles, paletteStyles, purchaseTimingStyles];
  static readonly views = ['purchase', 'by', 'campaign', 'marks'];
  static override properties: PropertyDeclarations = {
    purchase: { reflect: true },
    by: { reflect: true },
    marks: { reflect: true },
    horizon: { type: Number, reflect: true },
    campaign: { reflect: true },
    programmeDays: { type: Number, reflect: true },
    conversionDays: { type: Number, reflect: true },
    cadenceDays: { type: Number, reflect: true },
  };

  /** Which wait is told: for the `first`, the `second` or the `next` purchase. Where nobody waits for it, another one. */
  purchase: PurchaseId = 'second';

  /** Splits the curves by `segment`, `stage`, `channel` or `country`. */
  by: PurchaseTimingParams['by'] = 'none';

  /** Days at which probabilities are read, 1 to 8 of them from 1 to 3,650. */
  marks = '7 30 60';

  /** Last day of the curves, 1 to 3,650. */
  horizon = 365;

  /** Campaign window in days, `3-14`; `auto`: as suggested. */
  campaign = 'auto';

  /** Length of the programme whose reach is told. Default: 7 days after registration, 30 after the first purchase, 60 later. */
  programmeDays: number | null = null;

  /** Days within which a purchase counts as an answer to a programme. Default: 30 after registration, 90 after purchases. */
  conversionDays: number | null = null;

  /** Cadence of premium customers. */
  cadenceDays = 60;

  protected override get dimensions(): readonly string[] {
    return this.by === 'none' ? [] : [this.by];
  }

  protected override request(): { kpi: string; params: PurchaseTimingParams } {
    const { faults } = this;
    const days = <T>(name: string, value: number | null, used: T): number | T =>
      faults.check<number | T>(name, value as number, Number.isInteger(value) && value! > 0 && value! <= LONGEST, used);
    const marks = parseDays(this.marks);
    // The period comes from the filter.
    faults.check('window', this.window, /^(auto|all)$/i.test(this.window), 'auto');
    faults.check('marks', this.marks, marks !== null, MARKS.join(' '));
    return {
      kpi: purchaseTiming,
      params: {
        by: this.choose('by', this.by, SPLITS),
        marks: marks ?? [...MARKS],
        // As far as the campaign window goes.
        horizonDays: Math.max(this.#horizon, parseCampaign(this.campaign)?.[1] ?? 0),
        programmeDays: days('programme-days', this.programmeDays, null),
        conversionDays: days('conversion-days', this.conversionDays, null),
        cadenceDays: days('cadence-days', this.cadenceDays, 60),
      },
    };
  }

  protected override view(result: KpiResult<PurchaseTimingResult>, frame: ChartFrame, speech: Speech): WidgetView {
    const context = timingContext(result, this.choose('purchase', this.purchase, PURCHASES), speech, this.#horizon);
    const view = this.choose('view', (this.viewName ?? 'all') as TimingView, VIEWS);
    const given = parseCampaign(this.campaign);
    this.faults.check('campaign', this.campaign, this.campaign === 'auto' || given !== null, 'auto');
    const campaign = campaignOf(context, given);
    const layout = layoutTiming(context, campaign, view, frame);
    const still = frame.static;
    const { terms, reasons } = context;
    const isPlain = view === 'intervals';
    const unregistered = reasons.some(({ detail }) => detail === 'customers.created_at');
    const notes = [
      isDotted(layout) ? `${context.labelled(terms.dotted, terms.withheld)}.` : '',
      view === 'curves' ? '' : rhythm(context),
      isPlain ? '' : splitNote(context),
    ];
    const form = isPlain ? nothing : campaignForm(context, campaign, given !== null, still ? null : this.#actions(campaign));
    return {
      finding: timingFinding(context),
      chart: html`${still || isPlain ? nothing : picker(context, (choice) => chooseView(this, choice))}${timingChart(layout, context, frame)}`,
      marks: marksOf(layout),
      after: html`${[...notes, unregistered ? terms.noRegistration : '', ...originNotes(context)].map(note)}${form}`,
      get tables() {
        return timingTables(context);
      },
      figures: timingFigures(context),
      told: ['left-censored', ...(unregistered && context.value.by === 'none' ? ['missing-column'] : [])],
    };
  }

  protected override defaultHeading({ terms, format }: Speech): string {
    return timingTerms[terms.language](format).heading;
  }

  protected override example(): string {
    return ordersExample;
  }

  protected override chartHeight(frame: ChartFrame): number {
    return timingHeight(frame, this.choose('view', (this.viewName ?? 'all') as TimingView, VIEWS), (parseDays(this.marks) ?? MARKS).length);
  }

  /** Last day that is drawn. */
  get #horizon(): number {
    const { horizon } = this;
    return this.faults.check('horizon', horizon, Number.isInteger(horizon) && horizon > 0 && horizon <= LONGEST, 365);
  }

  #actions(campaign: WindowSelection | null): CampaignActions {
    return {
      read: (days) => chooseView(this, { marks: days.join(' ') }),
      change: (from, to) => chooseView(this, { campaign: `${from}-${to}` }),
      suggest: () => chooseView(this, { campaign: 'auto' }),
      use: () => void (campaign && this.dispatchEvent(new WindowSelectEvent(campaign))),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'purchase-timing': PurchaseTimingElement;
  }
}
