/** `<lifecycle-flow>`: where the base of customers grows and where it leaks. */
import { nothing } from 'lit/html.js';
import { KpiElement } from '../../base/kpi-element.js';
import { isIsoDate, isWindow } from '../../base/settings.js';
import type { PropertyDeclarations } from '../../base/template-element.js';
import type { ChartFrame, Speech, WidgetView } from '../../base/widget.js';
import { drawPicture, marksIn } from '../../chart/draw.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { LifecycleParams, LifecycleResult, LifecycleTarget } from '../../core/kpi/lifecycle-types.js';
import { lifecycleTerms } from '../../locale/lifecycle-terms.js';
import { ordersExample } from '../../locale/orders-example.js';
import { paletteStyles } from '../../theme/palette.styles.js';
import { lifecycle } from '../../worker/packs/lifecycle.js';
import { lifecycleContext } from './lifecycle-context.js';
import { lifecycleFigures } from './lifecycle-figures.js';
import { lifecycleFinding } from './lifecycle-finding.js';
import { lifecycleFlowStyles } from './lifecycle-flow.styles.js';
import { layoutLifecycle, lifecycleHeight, VIEWS, type LifecycleView } from './lifecycle-layout.js';
import { lifecycleTables } from './lifecycle-tables.js';
import { rulesForm } from './rules-form.js';
import { legend, stageStrip } from './stage-strip.js';

const PRESETS = ['vigie', 'emarsys'] as const;
const MOST = 1000;
const QUARTER = '3M';
const MOST_DAYS = 36_525;

/** null: what the preset says. */
type Settings = { [K in keyof LifecycleParams]: LifecycleParams[K] | null };

/** Of a window: neither found in the data nor without an end. */
const isLength = (text: string): boolean => isWindow(text) && !/^a/i.test(text);

/**
 * @summary Customers by stage at two dates and the passages between them; renewal of the base; the rule of each stage and how long customers stay.
 * @tag lifecycle-flow
 * @fires {KpiSelectEvent} kpi-select - The person picked a stage (dimension `stage`, values `['loyal']`; by other rules than those of filters `own-stage`, which filters nothing) or a passage (dimension `flow`, values `['new', 'loyal']`, the first possibly `outside`), with its number of customers.
 * @slot heading - Replaces the heading.
 * @csspart flow - One passage.
 * @csspart stage - One stage at the later date.
 * @csspart before - One stage at the earlier date.
 * @csspart node - The bar of a stage.
 * @csspart step - One step of the renewal.
 * @csspart stages - The stages in words.
 * @csspart rule - One of them.
 * @csspart rules - What opens the dates and rules.
 * @csspart rule-control - A field, a choice or the button among them.
 * @cssproperty [--kpi-flow-up=var(--kpi-accent)] - Customers who come or come closer.
 * @cssproperty [--kpi-flow-down=var(--kpi-bad)] - Customers who draw back or leave.
 * @cssproperty [--kpi-flow-stay=var(--kpi-series-3)] - Customers who stay where they are.
 */
export class LifecycleFlowElement extends KpiElement<LifecycleResult> {
  static override styles = [...super.styles, paletteStyles, lifecycleFlowStyles];
  static override properties: PropertyDeclarations = {
    preset: { reflect: true },
    from: { reflect: true },
    inactiveWindow: { reflect: true },
    loyalPurchases: { type: Number, reflect: true },
    premiumPurchases: { type: Number, reflect: true },
    premiumDays: { type: Number, reflect: true },
    premiumShare: { type: Number, reflect: true },
    targets: { attribute: false },
  };

  /** Rules of the stages: `vigie` (one window, a premium stage), or `emarsys` (active to 90 days, defecting to 365). */
  preset: string = PRESETS[0];

  /** The earlier date: an ISO date, or how far back it lies (`3M`, `90D`). Default: the day before the filter's period, else three months. */
  from: string | null = null;

  /** Longer window (`12M`, `366D`) after which a customer is inactive; between the two he is defecting. Default: that of the preset. */
  inactiveWindow: string | null = null;

  /** Purchase days from which a customer is loyal. Integer from 2 to 1,000; default 2. */
  loyalPurchases: number | null = null;

  /** Purchase days from which a customer may be premium. Integer to 1,000; 0: no such stage. Default: that of the preset. */
  premiumPurchases: number | null = null;

  /** Most days between two purchase days of a premium customer, on average. Integer from 1 to 36,525; default 60. */
  premiumDays: number | null = null;

  /** Instead: top share of the active customers by purchase days, above 0 and below 1. */
  premiumShare: number | null = null;

  /** Rates that passages should reach, `[{ from: 'new', to: 'loyal', rate: 0.3 }]`, instead of the best earlier ones. */
  targets: readonly LifecycleTarget[] | null = null;

  protected override get dimensions(): readonly string[] {
    return ['stage'];
  }

  protected override request(): { kpi: string; params: Settings } {
    const { faults, window } = this;
    const preset = this.choose('preset', this.preset, PRESETS);
    const [inactive, premium] = preset === 'vigie' ? ['none', 3] : ['366D', 0];
    /** @param usual What stands instead, in words. */
    const known = <T>(attribute: string, value: T | null, isValid: (value: T) => boolean, usual: string | number): T | null => {
      const valid = value === null || isValid(value);
      faults.check<unknown>(attribute, value, valid, usual);
      return valid ? value : null;
    };
    const within = (least: number, most: number) => (value: number) => Number.isInteger(value) && value >= least && value <= most;
    const loyalPurchases = known('loyal-purchases', this.loyalPurchases, within(2, MOST), 2);
    const isPremium = (count: number): boolean => count === 0 || within(loyalPurchases ?? 2, MOST)(count);
    const premiumPurchases = known('premium-purchases', this.premiumPurchases, isPremium, premium);
    return {
      kpi: lifecycle,
      params: {
        preset,
        from: known('from', this.from, (text) => isIsoDate(text) || isLength(text), QUARTER),
        window: faults.check('window', window, isWindow(window) && !/^all$/i.test(window), 'auto'),
        inactiveWindow: known('inactive-window', this.inactiveWindow, isLength, inactive),
        loyalPurchases,
        premiumPurchases,
        premiumDays: known('premium-days', this.premiumDays, within(1, MOST_DAYS), 60),
        premiumShare: known(
          'premium-share',
          this.premiumShare,
          (share) => share > 0 && share < 1 && (premiumPurchases ?? premium) !== 0,
          'none',
        ),
        targets: this.targets,
      },
    };
  }

  protected override view(result: KpiResult<LifecycleResult>, frame: ChartFrame, speech: Speech): WidgetView {
    const context = lifecycleContext(result, speech);
    this.#tellDate(result);
    const { groups, ...layout } = layoutLifecycle(context, frame, this.#view());
    const { static: still } = frame;
    return {
      finding: lifecycleFinding(context),
      chart: drawPicture({
        ...layout,
        look: 'lifecycle',
        role: still ? 'img' : 'group',
        label: context.terms.heading,
        inside: groups,
        still,
      }),
      marks: groups.flatMap(marksIn),
      // Over the passages, whatever stands under them.
      before: this.#view() === 'renewal' ? undefined : legend(context),
      after:
        this.#view() === 'renewal'
          ? undefined
          : stageStrip(context, still ? nothing : rulesForm(context, this.window, (to) => Object.assign(this, to))),
      get tables() {
        return lifecycleTables(context);
      },
      figures: lifecycleFigures(context),
    };
  }

  protected override defaultHeading({ terms, format }: Speech): string {
    return lifecycleTerms[terms.language](format).heading;
  }

  protected override example(): string {
    return ordersExample;
  }

  protected override chartHeight(frame: ChartFrame): number {
    return lifecycleHeight(frame, this.#view());
  }

  /** A date that is not before the as-of day is none: that is known only now. */
  #tellDate({ params, asOf }: KpiResult<LifecycleResult>): void {
    const { from } = this;
    const isDate = from !== null && asOf !== null && isIsoDate(from);
    if (isDate && from >= asOf) this.faults.check('from', from, false, (params as LifecycleParams).from);
  }

  #view(): LifecycleView {
    return this.choose('view', this.viewName ?? VIEWS[0], VIEWS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lifecycle-flow': LifecycleFlowElement;
  }
}
