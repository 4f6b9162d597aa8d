/** What every widget has in common: words first, then the picture, then the same numbers as a table. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { Marks } from '../chart/marks.js';
import { forgetWidths } from '../chart/measure.js';
import { giveBack, openAt, type Focusable } from '../chart/place.js';
import { errorInfo, KpiError, type ErrorInfo } from '../core/errors.js';
import { baseStyles } from './base.styles.js';
import { hasFallback } from './children.js';
import { DataElement } from './data-element.js';
import { save } from './download.js';
import { KpiSelectEvent } from './events.js';
import { explanation, type Explanation } from './explanation.js';
import { csvFile, type CsvOptions } from './export-csv.js';
import { pngFile } from './export-png.js';
import { svgFile } from './export-svg.js';
import { LiveMessage } from './live-message.js';
import { caption, explained, figureStrip, notices, reasonNote, tables, toolbar, type Action } from './parts.js';
import { emptyState, errorState, loadingState, progressLine } from './states.js';
import { frameOf, onWidth } from './surroundings.js';
import type { ChartFrame, WidgetView } from './widget.js';

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
 * @csspart caption - Period, as-of day, time zone, rows.
 * @csspart notices - Rows not counted, and notes on the data.
 * @csspart popover - The explanation of a figure.
 * @csspart tooltip - What a mark says when it is pointed at.
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
  static override styles: readonly string[] = baseStyles;

  readonly #live = new LiveMessage();
  readonly #marks = new Marks({
    pick: ({ selection }) => void (selection && this.dispatchEvent(new KpiSelectEvent(selection))),
    explain: (figure, at) => void this.#explain(figure, at),
  });
  /** What the last rendering showed. */
  #shown: WidgetView | null = null;
  /** The figure that is explained, and where that was asked. */
  #figure = '';
  #anchor: Element | null = null;
  /** Gets the focus back. */
  #opener: Focusable | null = null;
  #tableOpen = false;
  /** Why the last export did not come about. */
  #failed: ErrorInfo[] = [];
  #printing = false;
  #width = 0;

  /** Opens the explanation of a figure and returns it as a plain object; null when the widget shows no such figure. */
  explain(figure: string): Explanation | null {
    return this.#explain(figure, null);
  }

  /** Prints the page: every widget with its tables in full, without buttons and motion. */
  print(): void {
    print();
  }

  /** The tables as CSV. Texts cannot become formulas; numbers are plain. @throws KpiError `empty-input` before there are figures. */
  exportCSV(options?: CsvOptions): string {
    return csvFile(this.#drawn.tables, this.speech.format.locale, options);
  }

  /** The picture with heading and finding as SVG that needs no style sheet. @throws KpiError `empty-input` before there are figures. */
  exportSVG(): string {
    return svgFile(this.renderRoot, this.#name, this.#drawn.finding);
  }

  /** The same as PNG. `scale`: pixels per CSS pixel, above 0 and up to 8, default 2. Rejects where `img-src` forbids `blob:`. */
  async exportPNG({ scale = 2 }: { scale?: number } = {}): Promise<Blob> {
    return pngFile(this.exportSVG(), scale);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#marks.listen(this.renderRoot);
    const { signal } = this.connection;
    const on = (target: EventTarget, type: string, act: EventListener) => target.addEventListener(type, act, { signal, capture: true });
    // Draws at once: the browser takes the page as it is when the listeners have run.
    const print = ({ type }: Event) => {
      this.#printing = type === 'beforeprint';
      this.requestUpdate();
      this.performUpdate();
    };
    on(window, 'beforeprint', print);
    on(window, 'afterprint', print);
    on(document.fonts, 'loadingdone', () => {
      forgetWidths();
      this.requestUpdate();
    });
    on(window, 'scroll', () => this.#marks.place());
    on(window, 'keydown', (event) => (event as KeyboardEvent).key === 'Escape' && this.#marks.hide());
    onWidth(this, signal, (width) => {
      this.#width = width;
      if (width) this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#marks.hide();
  }

  protected override prepare(): void {
    super.prepare();
    const { result } = this;
    this.#shown = null;
    try {
      if (result && result.status !== 'empty') this.#shown = this.view(result, this.#frame, this.speech);
    } catch (error) {
      this.computation.fail(error);
    }
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { states } = Object.assign(this._internals, { role: 'group', ariaLabel: this.#name });
    this.#marks.show((!this.static && this.#shown?.marks) || []);
    states.clear();
    states.add(this.status);
    if (this.#stale) states.add('stale');
    this.#live.update(this.computation, this.#name, this.speech.terms);
  }

  protected override updated(): void {
    super.updated();
    this.#marks.drawn();
  }

  protected override render(): TemplateResult {
    const { speech, result } = this;
    const { figures = [] } = this.#shown ?? {};
    // A heading that the page slots in brings its own role.
    const slotted = this.querySelector(':scope > [slot="heading"]') !== null;
    const figure = figures.find(({ id }) => id === this.#figure);
    return html`<section
      part="base"
      class="base ${this.#still ? '' : 'animated'} ${this.compact ? 'compact' : ''} ${this.#stale ? 'stale' : ''}"
      aria-busy=${this.status === 'loading'}
    >
      <div class="top">
        <div part="heading" class="heading" role=${slotted ? nothing : 'heading'} aria-level=${slotted ? nothing : 2}>
          <slot name="heading">${this.#name}</slot>
        </div>
        ${this.#shown && !this.#still ? toolbar(this.#name, this.#tableOpen, figures[0], this.#act, speech.terms) : nothing}
      </div>
      ${this.#shown ? this.#figures(this.#shown) : this.#state()}
      ${notices(this.report, [...this.#failed, ...this.faults.list], speech, this.#still || !!this.#failed[0])}
      <div class="hidden" role="status">${this.#live.text}</div>
      <div class="tooltip" part="tooltip" popover="manual" aria-hidden="true"></div>
      ${explained(figure, figures, result, speech, (event) => giveBack(event, this.#opener))}
    </section>`;
  }

  protected override get complete(): boolean {
    return !this.#shown?.tables.some(({ rows }) => rows.length > this.rows);
  }

  #figures(view: WidgetView): TemplateResult {
    const { speech, computation } = this;
    const result = this.result!;
    return html`${progressLine(computation, speech)}
      <p part="finding" class="finding">${view.finding}</p>
      ${figureStrip(view.figures, speech, this.#still)} ${reasonNote(result, view.told ?? [], speech)} ${view.before}
      <div part="chart" class="chart">${view.chart}</div>
      ${view.after} ${tables(view.tables, this.#printing ? Infinity : this.rows, this.#tableOpen)} ${caption(result, speech)}`;
  }

  #state(): TemplateResult {
    const { computation, speech, status, result } = this;
    const { error } = computation;
    const loading = () => loadingState(computation, this.chartHeight(this.#frame), speech, hasFallback(this));
    const failed = () => errorState(error!, () => computation.retry(), speech);
    const empty = () => emptyState(result, this.example(), speech);
    return html`<div part="state" class="state ${error ? 'error' : ''}">
        ${status === 'loading' ? loading() : error ? failed() : empty()}
      </div>
      <slot></slot>`;
  }

  readonly #act = async (action: Action): Promise<void> => {
    this.#failed = [];
    if (action === 'table') this.#tableOpen = !this.#tableOpen;
    else if (action === 'print') this.print();
    // A picture that could not be made is no reason to hide the figures.
    else await save(this, action, this.#name).catch((thrown: unknown) => this.tellError((this.#failed = [errorInfo(thrown)])[0]));
    this.requestUpdate();
  };

  #explain(id: string, anchor: Focusable | null): Explanation | null {
    const figure = this.#shown?.figures.find((each) => each.id === id);
    if (!figure) return null;
    this.#figure = id;
    // Asked from inside the popover: it stays where it is.
    if (!anchor?.closest('.explain')) {
      this.#anchor = anchor;
      this.#opener = anchor ?? (document.activeElement as Focusable | null);
    }
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const box = this.renderRoot.querySelector<HTMLElement>('.explain')!;
      if (!this.isConnected) return;
      openAt(box, this.#anchor?.isConnected ? this.#anchor : this);
      box.focus();
    });
    return explanation(figure, this.result!);
  }

  get #drawn(): WidgetView {
    if (this.#shown) return this.#shown;
    throw new KpiError('empty-input', 'nothing to export: wait for `ready`');
  }

  get #stale(): boolean {
    return this.status === 'loading' && this.#shown !== null;
  }

  /** Drawn for paper or for a report: nothing to press, nothing that moves. */
  get #still(): boolean {
    return this.static || this.#printing;
  }

  get #frame(): ChartFrame {
    return frameOf(this, this.#width, this.#still);
  }

  get #name(): string {
    return this.heading ?? this.defaultHeading(this.speech);
  }
}
