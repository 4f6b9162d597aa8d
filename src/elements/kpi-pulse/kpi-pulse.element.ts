/** `<kpi-pulse>`: is the business on course. */
import { html } from 'lit/html.js';
import type { KpiSelectEvent } from '../../base/events.js';
import { KpiElement } from '../../base/kpi-element.js';
import { onOwnKpi, ownKpi } from '../../base/own-kpis.js';
import { isWindow, isYearStart } from '../../base/settings.js';
import type { PropertyDeclarations } from '../../base/template-element.js';
import { chooseView } from '../../base/view-choice.js';
import type { ChartFrame, Speech, WidgetView } from '../../base/widget.js';
import type { Filter, KpiResult } from '../../core/kpi/contract.js';
import { PULSE_SETS } from '../../core/kpi/pulse-sets.js';
import type { Grain, PulseParams, PulseResult, PulseSet } from '../../core/kpi/pulse-types.js';
import { examples } from '../../locale/pulse-examples.js';
import { pulseTerms } from '../../locale/pulse-terms.js';
import { pulse } from '../../worker/packs/pulse.js';
import { layoutPulse, pulseHeight } from './kpi-pulse-layout.js';
import { kpiPulseStyles } from './kpi-pulse.styles.js';
import { pulseChart } from './pulse-chart.js';
import { pulseContext, wordsFor } from './pulse-context.js';
import { pulseControls, type Choices } from './pulse-controls.js';
import { pulseFigures } from './pulse-figures.js';
import { pulseFinding } from './pulse-finding.js';
import { pulseTables } from './pulse-tables.js';

const SETS = Object.keys(PULSE_SETS) as PulseSet[];
const GRAINS: readonly Grain[] = ['month', 'day', 'week', 'quarter', 'year'];
const COMPARES: readonly PulseParams['compare'][] = ['previous-period', 'previous-year', 'none'];
const SPLITS = ['none', 'channel', 'country', 'segment', 'stage'] as const;
const MOST_PERIODS = 400;
const NEW_YEAR = '01-01';
/** Codes that the tiles tell in words of their own. */
const TOLD = ['missing-table', 'missing-column', 'guest-orders'];

/**
 * @summary General figures by set: a tile each with its run, its change and its interval; one tile opens to bars or a line.
 * @tag kpi-pulse
 * @fires {KpiSelectEvent} kpi-select - The person picked a tile (dimension `kpi`, its id), a period (dimension `period`, first and last day) or a part of a split (dimension `channel`, `country`, `segment` or `stage`).
 * @slot heading - Replaces the heading.
 * @csspart tile - One tile.
 * @csspart point - One period of the open tile.
 * @csspart row - One part of a split, or one step of a sum.
 * @csspart control - A choice over the tiles.
 */
export class KpiPulseElement extends KpiElement<PulseResult> {
  static override styles = [...super.styles, ...kpiPulseStyles];
  static readonly views = ['grain', 'compare', 'by', 'open', 'picked'];
  static override properties: PropertyDeclarations = {
    set: { reflect: true },
    kpis: { converter: (text) => text.split(/[\s,]+/).filter(Boolean) },
    grain: { reflect: true },
    compare: { reflect: true },
    by: { reflect: true },
    open: { reflect: true },
    periods: { type: Number, reflect: true },
    fiscalStart: {},
    picked: { attribute: false },
  };

  /** Which tiles: `sales`, `customers`, `site`, `email`, `search` or `social`. */
  set: PulseSet = 'sales';

  /** The page's own choice of tiles instead: ids of the library, and of `registerKpi`. In the attribute divided by commas or spaces. */
  kpis: readonly string[] | null = null;

  /** Period of a figure: `day`, `week`, `month`, `quarter` or `year`. Tiles such as `sales-day` keep their own. */
  grain: Grain = 'month';

  /** What figures are compared with: `previous-period`, `previous-year` or `none`. Default: that of the dashboard, else `previous-period`. */
  compare: PulseParams['compare'] | null = null;

  /** What the open tile is split by: `channel`, `country`, `segment` or `stage`; `none` or empty: nothing. */
  by: '' | (typeof SPLITS)[number] = '';

  /** Id of the open tile; empty: none. Picking a tile sets it; one that the set has not is none. */
  open = '';

  /** Periods of a run, 2 to 400. Default 0: 31 days, 26 weeks, 13 months, 9 quarters or 5 years. */
  periods = 0;

  /** Month and day on which years begin: `04-01` for a fiscal year from April on. Weeks, months and quarters are those of the calendar. */
  fiscalStart = NEW_YEAR;

  /** What the shared filter says since a person has picked it in this picture: `period={…}`. It does not narrow the picture. */
  protected picked = '';

  constructor() {
    super();
    // A page may prevent it; its listeners run after this one, hence the microtask.
    this.addEventListener('kpi-select', (event) => queueMicrotask(() => event.defaultPrevented || this.#follow(event)));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    onOwnKpi(this.connection.signal, () => this.requestUpdate('kpis'));
  }

  /** Only what was picked here: what was chosen elsewhere narrows the parts of a split too. */
  protected override get dimensions(): readonly string[] {
    const [dimension] = this.picked.split('=');
    return this.picked && this.picked === this.#said(dimension) ? [dimension] : [];
  }

  override follow(): void {
    super.follow();
    if (this.picked && !this.dimensions.length) chooseView(this, { picked: '' }, false);
  }

  protected override request(): { kpi: string; params: Partial<PulseParams> } {
    const { faults, periods, window } = this;
    const isCount = Number.isInteger(periods) && periods >= 2 && periods <= MOST_PERIODS;
    const set = this.choose('set', this.set, SETS);
    const ids = this.#ids.length > 0 ? this.#ids : PULSE_SETS[set];
    const own = ids.map((id) => ownKpi(id)?.formula ?? id);
    // The engine knows its own sets; it does not know what the page has put in the place of a figure of theirs.
    const isOwn = this.#ids.length > 0 || ids.some(ownKpi);
    const start = faults.check('fiscal-start', this.fiscalStart, isYearStart(this.fiscalStart), NEW_YEAR);
    const split = this.choose('by', this.by || 'none', SPLITS);
    return {
      kpi: pulse,
      params: {
        ...(isOwn ? { kpis: own } : { set }),
        grain: this.choose('grain', this.grain, GRAINS),
        compare: this.choose('compare', this.compare || this.shared.compare || COMPARES[0], COMPARES),
        by: split === 'none' ? null : split,
        ...(start !== NEW_YEAR && { fiscalStart: start }),
        periods: faults.check('periods', periods || null, isCount, null) ?? 0,
        window: faults.check('window', window, isWindow(window) && !/^all$/i.test(window), 'auto'),
      },
    };
  }

  protected override view(result: KpiResult<PulseResult>, frame: ChartFrame, speech: Speech): WidgetView {
    const context = pulseContext(result, speech);
    const { kpis } = result.value;
    // A tile of another set is no fault.
    const open = kpis.some(({ id }) => id === this.open) ? this.open : '';
    const layout = layoutPulse(context, open, this.choose('view', this.viewName ?? 'auto', ['auto', 'bars', 'line']), frame);
    const opened = kpis.find(({ id }) => id === open);
    const { grain, compare, by } = result.value;
    // Parts are those of an open tile.
    const change = (to: Partial<Choices>) =>
      chooseView(this, {
        ...(to.by && !open && { open: kpis[0].id }),
        ...to,
        // What is compared with everywhere is followed from then on.
        ...(to.compare === (this.shared.compare ?? COMPARES[0]) && { compare: '' }),
      });
    const places = [...layout.tiles, ...(layout.detail?.points ?? []), ...(layout.rows?.rows ?? [])];
    return {
      finding: pulseFinding(context),
      before: frame.static ? undefined : pulseControls(context, { grain, compare, by: by ?? '' }, change),
      chart: pulseChart(layout, open, frame, this.defaultHeading(speech), opened ? wordsFor(context, opened)[0] : ''),
      marks: places.flatMap(({ mark }) => mark ?? []),
      get tables() {
        return pulseTables(context, open);
      },
      after: this.dimensions.length ? html`<p class="note">${context.words.pickedHere}</p>` : undefined,
      figures: pulseFigures(context),
      told: TOLD,
    };
  }

  protected override defaultHeading({ terms }: Speech): string {
    const { heading } = pulseTerms[terms.language];
    return this.#ids.length > 0 ? heading.own : (heading[this.set] ?? heading.sales);
  }

  protected override example(): string {
    return examples[this.set] ?? examples.sales;
  }

  protected override chartHeight(frame: ChartFrame): number {
    return pulseHeight(this.#ids.length || (PULSE_SETS[this.set] ?? PULSE_SETS.sales).length, this.open !== '', frame);
  }

  #follow({ dimension, values: [id] }: KpiSelectEvent): void {
    if (dimension === 'kpi') chooseView(this, { open: this.open === id ? '' : String(id) });
    else chooseView(this, { picked: this.#said(dimension) }, false);
  }

  /** What the shared filter says of a dimension; empty: nothing. */
  #said(dimension: string): string {
    const said = this.shell?.filter[dimension as keyof Filter];
    return said ? `${dimension}=${JSON.stringify(said)}` : '';
  }

  /** Each once. */
  get #ids(): string[] {
    return [...new Set(this.kpis ?? [])];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kpi-pulse': KpiPulseElement;
  }
}
