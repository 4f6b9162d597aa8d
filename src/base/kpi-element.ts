/** What every widget has in common: words first, then the picture, then the same numbers as a table. */
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { baseStyles } from './base.styles.js';
import { hasFallback } from './children.js';
import { errorInfo } from './computation.js';
import { KpiErrorEvent } from './events.js';
import type { Explanation } from './explanation.js';
import { save } from './exporter.js';
import { figureStrip } from './figures.js';
import { LiveMessage } from './live-message.js';
import { Menu } from './menu.js';
import { notices } from './notices.js';
import { caption, heading, picture, tables } from './parts.js';
import { emptyState, errorState, loadingState, reasonNote, progressLine } from './states.js';
import type { Progress } from './states.js';
import { toolbar } from './toolbar.js';
import type { ToolbarAction } from './toolbar.js';
import { ViewElement } from './view-element.js';
import type { WidgetView } from './widget.js';

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
export abstract class KpiElement<V> extends ViewElement<V> {
  static override styles: CSSResultGroup[] = [...baseStyles];

  readonly #menu = new Menu(this, () => this.renderRoot.querySelector('.menu'));
  readonly #live = new LiveMessage();
  #tableOpen = false;

  /** Opens the explanation of a figure and returns it as a plain object; null when the widget shows no such figure. */
  explain(figure: string): Explanation | null {
    return this.explainer.open(figure, null);
  }

  /** Prints the page: every widget with its tables in full, without buttons and motion. */
  print(): void {
    print();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.renderRoot.addEventListener('click', this.#clicked, { signal: this.connection.signal });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { status, computation, speech, name } = this;
    this.#live.update({ status, slow: computation.slow, outcome: computation.outcome, error: computation.error, name }, speech.terms);
  }

  protected override render(): TemplateResult {
    const { status, compact, shown } = this;
    const theme = this.choose('theme', this.theme, ['auto', 'light', 'dark']);
    const loading = status === 'loading';
    const classes = { compact, static: this.static, animated: !this.still, stale: loading && shown !== null };
    const names = Object.entries(classes).flatMap(([name, on]) => (on ? [name] : []));
    const slotted = this.querySelector(':scope > [slot="heading"]') !== null;
    return html`<section part="base" class=${['base', theme, ...names].join(' ')} aria-busy=${loading ? 'true' : 'false'}>
      <div class="top">${heading(this.name, this.#level(), slotted)}${shown && !this.still ? this.#toolbar(shown) : nothing}</div>
      ${shown ? this.#figures(shown) : this.#state()}
      <div class="hidden" role="status">${this.#live.text}</div>
      <div class="tooltip" part="tooltip" popover="manual" aria-hidden="true"></div>
      ${this.explainer.render()}
    </section>`;
  }

  #figures(view: WidgetView): TemplateResult {
    const { result, speech, computation } = this;
    const loading = this.status === 'loading' ? progressLine(this.#progress(), speech) : nothing;
    const untold = (result?.reasons ?? []).filter(({ code }) => !view.told?.includes(code));
    return html`${loading}
      <p part="finding" class="finding">${view.finding}</p>
      ${figureStrip(view.figures, speech, !this.still)} ${reasonNote(untold, result?.status === 'partial', speech)}
      ${picture(view, this.marks)} ${tables(view.tables, this.#tableOpen)} ${result ? caption(result, speech) : nothing}
      ${notices(this.report, this.faults.list, computation.notices, speech, this.still)}`;
  }

  #state(): TemplateResult {
    const { computation, speech, status } = this;
    const fallback = hasFallback(this);
    const slot = html`<slot></slot>`;
    if (status === 'loading')
      return html`${slot}${loadingState({ ...this.#progress(), height: this.chartHeight(this.frame()) }, speech, fallback)}`;
    if (computation.error) return html`${errorState(computation.error, () => computation.retry(), speech)}${slot}`;
    return html`${emptyState(this.result?.reasons ?? null, this.example(), speech)}${slot}`;
  }

  #progress(): Progress {
    const { progress, slow } = this.computation;
    return { progress, slow, cancel: () => this.computation.cancel() };
  }

  #toolbar(view: WidgetView): TemplateResult {
    const first = view.figures[0]?.id;
    const act = (action: ToolbarAction, at: Element) => {
      if (action === 'table') this.#tableOpen = !this.#tableOpen;
      else if (action === 'why') this.explainer.open(first, at);
      else if (action === 'print') this.print();
      else void save(action, this.exportable).catch((error: unknown) => this.#exportFailed(error));
      if (action !== 'table' && action !== 'why') this.#menu.close();
      this.requestUpdate();
    };
    const state = { name: this.name, tableOpen: this.#tableOpen, hasTable: view.tables.length > 0, hasFigures: first !== undefined };
    return toolbar({ ...state, menu: this.#menu, act }, this.speech.terms);
  }

  /** A picture that could not be made is no reason to hide the figures. */
  #exportFailed(error: unknown): void {
    this.dispatchEvent(new KpiErrorEvent(errorInfo(error), this.notices));
  }

  #level(): number {
    const { headingLevel: level } = this;
    return this.faults.check('heading-level', level, Number.isInteger(level) && level >= 1 && level <= 6, 2);
  }

  readonly #clicked = (event: Event): void => {
    const asked = (event.target as Element).closest('[data-explain]');
    if (asked) this.explainer.open(asked.getAttribute('data-explain') ?? '', asked);
  };
}
