/** What every widget has in common: words first, then the picture, then the same numbers as a table. */
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MarksController } from '../chart/marks.js';
import { forgetWidths, textMeasure } from '../chart/measure.js';
import { Tooltip } from '../chart/tooltip.js';
import type { KpiResult } from '../core/kpi/contract.js';
import { baseStyles } from './base.styles.js';
import { DataElement } from './data-element.js';
import { KpiSelectEvent } from './events.js';
import { caption, heading, tables } from './parts.js';
import { figureStrip } from './figures.js';
import { notices } from './notices.js';
import { onWidth } from './size.js';
import { emptyState, errorState, loadingState, partialState } from './states.js';
import { showStates } from './custom-states.js';
import type { ChartFrame, Speech, WidgetView } from './widget.js';

/** Width in which a picture is drawn as long as its element has none (hidden, not yet laid out). */
const NOMINAL_WIDTH = 640;
const LEAST_WIDTH = 200;

/**
 * @slot heading - Replaces the heading.
 * @slot - Shown until there are figures: a table or words for readers without JavaScript.
 * @csspart base - Everything.
 * @csspart heading - The heading.
 * @csspart toolbar - Buttons: table, why, export.
 * @csspart finding - The sentence.
 * @csspart figures - Key figures under the sentence.
 * @csspart chart - The picture.
 * @csspart table - The numbers as tables.
 * @csspart caption - As-of day, time zone, rows.
 * @csspart notices - Rows not counted, and notes on the data.
 * @csspart state - Loading, empty, error.
 * @cssState empty - There are no data, or no figure in them.
 * @cssState loading - Being read or calculated.
 * @cssState ready - All figures are there.
 * @cssState partial - Some figures are missing; the reasons are shown.
 * @cssState error - There are none; what to do is shown.
 * @cssState stale - Figures of earlier data or settings are shown while new ones are calculated.
 * @fires {KpiReadyEvent} kpi-ready - New figures are painted.
 * @fires {KpiErrorEvent} kpi-error - An error is shown, or a setting was not understood.
 * @fires {KpiProgressEvent} kpi-progress - Bytes and rows read so far.
 * @fires {KpiSelectEvent} kpi-select - The person picked something in the picture.
 */
export abstract class KpiElement<V> extends DataElement<V> {
  static override styles: CSSResultGroup[] = [baseStyles];

  /** Replaces the widget's own heading. */
  @property() heading: string | null = null;

  /** Level of the heading for assistive technology, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Period that the figures look back on: `auto`, `all`, calendar months (`3M`) or days (`90D`). */
  @property() window: string = 'auto';

  /** Which of its views a widget shows; the widget says what it knows. */
  @property({ attribute: 'view' }) viewName: string | null = null;

  /** `light`, `dark`, or `auto`: the `color-scheme` of the place where the element stands. */
  @property() theme: string = 'auto';

  /** Less space between things. */
  @property({ type: Boolean }) compact = false;

  /** No interaction and no animation: for print and reports. */
  @property({ type: Boolean }) static = false;

  /** What the last rendering showed. */
  protected shown: WidgetView | null = null;

  readonly #tooltip = new Tooltip(() => this.renderRoot.querySelector('.tooltip'));
  readonly #marks = new MarksController(this, this.#tooltip, {
    pick: (mark) => void (mark.selection && this.dispatchEvent(new KpiSelectEvent(mark.selection))),
    explain: (figure) => void figure,
    rtl: () => this.#frame().rtl,
  });
  #width = 0;
  #tableOpen = false;

  /** Everything to draw for a result. Pure: same arguments, same view (besides `tabStop`). */
  protected abstract view(result: KpiResult<V>, frame: ChartFrame, speech: Speech): WidgetView;
  /** Name of the widget when the page gives no `heading`. */
  protected abstract defaultHeading(speech: Speech): string;
  /** Two lines of JSON that would fill this widget, for the empty state. */
  protected abstract example(): string;
  /** Height of the chart before there is a result: what the ready chart will need for a typical result. */
  protected abstract chartHeight(frame: ChartFrame): number;

  /** `0` for the one mark that Tab reaches, `-1` for the others. */
  protected tabStop(markId: string): '0' | '-1' {
    return this.#marks.tabStop(markId);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.connection;
    const release = onWidth(this, (width) => {
      this.#width = width;
      if (width > 0) this.requestUpdate();
    });
    signal.addEventListener('abort', release);
    document.fonts.addEventListener(
      'loadingdone',
      () => {
        forgetWidths();
        this.requestUpdate();
      },
      { signal },
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { result } = this;
    this.shown = result && result.status !== 'empty' ? this.view(result, this.#frame(), this.speech) : null;
    this.#marks.show(this.shown?.marks ?? [], !this.static);
    const name = this.#name();
    this._internals.role = 'group';
    this._internals.ariaLabel = name;
    showStates(this._internals, this.status, this.shown !== null);
  }

  protected override render(): TemplateResult {
    return html`<section part="base" class="base" aria-busy=${this.status === 'loading' ? 'true' : 'false'}>
      ${heading(this.#name(), this.headingLevel, this.querySelector(':scope > [slot="heading"]') !== null)}
      ${this.shown ? this.#figures(this.shown) : this.#state()}
      <div class="tooltip" popover="manual" aria-hidden="true"></div>
    </section>`;
  }

  #figures(view: WidgetView): TemplateResult {
    const { result, speech } = this;
    return html`<p part="finding" class="finding">${view.finding}</p>
      ${figureStrip(view.figures, speech, !this.static)}
      ${result?.status === 'partial' ? partialState(result.reasons, speech.terms) : nothing}
      <div
        class="picture"
        @pointerover=${this.#marks}
        @pointerout=${this.#marks}
        @focusin=${this.#marks}
        @focusout=${this.#marks}
        @click=${this.#marks}
        @keydown=${this.#marks}
      >
        <div part="chart" class="chart">${view.chart}</div>
        ${view.after ?? nothing}
      </div>
      ${tables(view.tables, this.#tableOpen)} ${result ? caption(result, speech) : nothing}
      ${notices(this.report, this.faults.list, this.computation.notices, speech)}`;
  }

  #state(): TemplateResult {
    const { computation, speech } = this;
    if (computation.status === 'loading') {
      return loadingState(
        {
          progress: computation.progress,
          slow: computation.slow,
          height: this.chartHeight(this.#frame()),
          cancel: () => computation.cancel(),
        },
        speech,
        false,
      );
    }
    if (computation.error) return errorState(computation.error, () => computation.retry(), speech);
    return emptyState(this.result?.reasons ?? null, this.example(), speech.terms);
  }

  #name(): string {
    return this.heading ?? this.defaultHeading(this.speech);
  }

  #frame(): ChartFrame {
    const width = this.#width || this.clientWidth || NOMINAL_WIDTH;
    return {
      width: Math.max(LEAST_WIDTH, Math.floor(width)),
      compact: this.compact,
      static: this.static,
      rtl: getComputedStyle(this).direction === 'rtl',
      measure: textMeasure(this),
    };
  }
}
