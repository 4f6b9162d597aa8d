/** What every widget has in common: words, then the picture, then the numbers as a table. Imports: like beside like packs best. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { PictureElement } from './picture-element.js';
import { Marks } from '../chart/marks.js';
import { forgetWidths } from '../chart/measure.js';
import { giveBack, openAt, type Focusable } from '../chart/place.js';
import { errorInfo, KpiError, type ErrorInfo } from '../core/errors.js';
import { hasFallback } from './children.js';
import { save } from './download.js';
import { explanation, type Explanation } from './explanation.js';
import { csvFile, type CsvOptions } from './export-csv.js';
import { pngFile } from './export-png.js';
import { LiveMessage } from './live-message.js';
import { caption, explained, figureStrip, notices, reasonNote, toolbar, type Action } from './parts.js';
import { emptyState, errorState, loadingState, progressLine } from './states.js';
import { pick, type Shell } from './shell.js';
import { svgFile } from './export-svg.js';
import { Tables } from './tables.js';
import type { WidgetView } from './widget.js';
import { baseStyles } from './base.styles.js';

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
export abstract class KpiElement<V> extends PictureElement<V> {
  static override styles: readonly string[] = baseStyles;

  readonly #live = new LiveMessage();
  readonly #marks = new Marks({
    pick: ({ selection }) => void (selection && pick(this, selection, () => this.shell)),
    point: ({ selection }) => selection && this.shell?.point?.(selection),
    explain: (figure, at) => void this.#explain(figure, at),
  });
  readonly #tables = new Tables();
  /** Whose filter the marks show. */
  #sign: Shell | null = null;
  /** The figure that is explained, and where that was asked. */
  #figure?: string;
  #anchor?: Element | null;
  /** Gets the focus back. */
  #opener?: Focusable | null;
  /** Why the last export did not come about. */
  #failed: ErrorInfo[] = [];

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
    return csvFile(this.#drawn && this.#tables.models, this.speech.format.locale, options);
  }

  /** The picture with heading and finding as SVG that needs no style sheet. @throws KpiError `empty-input` before there are figures. */
  exportSVG(): string {
    return svgFile(this.renderRoot, this.label, this.#drawn.finding);
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
    on(document.fonts, 'loadingdone', () => {
      forgetWidths();
      this.requestUpdate();
    });
    signal.addEventListener('abort', () => this.#marks.hide());
    on(window, 'scroll', () => this.#marks.place());
    on(window, 'keydown', (event) => (event as KeyboardEvent).key === 'Escape' && this.#marks.hide());
  }

  protected override prepare(): void {
    super.prepare();
    const { result } = this;
    this.shown = null;
    try {
      if (result && result.status !== 'empty') this.shown = this.view(result, this.frame, this.speech);
    } catch (error) {
      this.computation.fail(error);
    }
    this.#tables.show(this.shown);
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.#marks.show((!this.still && this.shown?.marks) || []);
    // A dashboard speaks for all.
    const { shell, shared, computation } = this;
    if (!shell?.feed || (computation.error && !shared.failed) || this.#live.text)
      this.#live.update(this.computation, this.label, this.speech.terms);
  }

  protected override updated(): void {
    super.updated();
    // Where they are seen they follow at once.
    if (this.printing || this.#tables.open) this.#tables.write(this.renderRoot, this.printing);
  }

  protected override showState(): void {
    const drawn = this.#marks.drawn();
    super.showState();
    if (this.#stale) this._internals.states.add('stale');
    const { shell } = this;
    // One that is left for good has its signs taken away.
    (shell ?? this.#sign)?.showChosen(drawn, (shell && this.shown?.marks) ?? []);
    this.#sign = shell;
  }

  protected override render(): TemplateResult {
    const { speech, result } = this;
    const { figures = [] } = this.shown ?? {};
    // A heading that the page slots in brings its own role.
    const slotted = this.querySelector(':scope > [slot="heading"]') !== null;
    const figure = figures.find(({ id }) => id === this.#figure);
    return html`<section
      part="base"
      class="base ${this.still ? '' : 'animated'} ${this.compact ? 'compact' : ''} ${this.#stale ? 'stale' : ''}"
      aria-busy=${this.computation.status === 'loading'}
    >
      <div class="top">
        <div part="heading" class="heading" role=${slotted ? nothing : 'heading'} aria-level=${slotted ? nothing : 2}>
          <slot name="heading">${this.label}</slot>
        </div>
        ${this.shown && !this.still ? toolbar(this.label, this.#tables.open, figures[0], this.#act, speech.terms) : nothing}
      </div>
      ${this.shown ? this.#figures(this.shown) : this.#state()}
      ${notices(this.shell?.feed ? null : this.report, [...this.#failed, ...this.faults.list], speech, this.still || !!this.#failed[0])}
      <div class="hidden" role="status">${this.#live.text}</div>
      <div class="tooltip" part="tooltip" popover="manual" aria-hidden="true"></div>
      ${explained(figure, figures, result, this.report, speech, (event) => giveBack(event, this.#opener))}
    </section>`;
  }

  protected override complete(): boolean {
    try {
      return this.#tables.write(this.renderRoot);
    } catch (error) {
      this.computation.fail(error);
      return false;
    }
  }

  #figures(view: WidgetView): TemplateResult {
    const { speech, computation } = this;
    const result = this.result!;
    const stands = caption(result, speech);
    return html`${progressLine(computation, speech)}
      <p part="finding" class="finding">${view.finding}</p>
      ${figureStrip(view.figures, speech, this.still)} ${reasonNote(result, view.told ?? [], speech)} ${view.before}
      <div part="chart" class="chart">${view.chart}</div>
      ${view.after}
      ${
        // On paper it would stand alone on the last page.
        this.printing ? stands : nothing
      }
      ${this.#tables.place()} ${this.printing ? nothing : stands}`;
  }

  #state(): TemplateResult {
    const { computation, speech, result } = this;
    const { error, status } = computation;
    const loading = () => loadingState(computation, this.waitingHeight(), speech, hasFallback(this), !!this.shell?.feed);
    const failed = () =>
      this.shared.failed ? html`<p>${speech.terms.noFigures}</p>` : errorState(error!, () => computation.retry(), speech);
    const empty = () => emptyState(result, this.shell?.feed ? '' : this.example(), speech);
    return html`<div part="state" class="state ${error ? 'error' : ''}">
        ${status === 'loading' ? loading() : error ? failed() : empty()}
      </div>
      <slot></slot>`;
  }

  readonly #act = async (action: Action): Promise<void> => {
    this.#failed = [];
    if (action === 'table') this.#tables.open = !this.#tables.open;
    else if (action === 'print') this.print();
    // A picture that could not be made is no reason to hide the figures.
    else await save(this, action, this.label).catch((thrown: unknown) => this.tellError((this.#failed = [errorInfo(thrown)])[0]));
    this.requestUpdate();
  };

  #explain(id: string, anchor: Focusable | null): Explanation | null {
    const figure = this.shown?.figures.find((each) => each.id === id);
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
    return explanation(figure, this.result!, this.report);
  }

  get #drawn(): WidgetView {
    if (this.shown) return this.shown;
    throw new KpiError('empty-input', 'nothing to export: wait for `ready`');
  }

  get #stale(): boolean {
    return this.computation.status === 'loading' && !!this.shown;
  }
}
