/** `<kpi-dashboard>`: one data set, one as-of day and one filter for all widgets inside. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { saveFile, type FileKind } from '../../base/download.js';
import { groundOf, pairs } from '../../base/explanation.js';
import { errorState, progressLine } from '../../base/states.js';
import type { Member } from '../../base/shell.js';
import { onPrint } from '../../base/surroundings.js';
import { errorInfo } from '../../core/errors.js';
import type { PropertyDeclarations } from '../../base/template-element.js';
import type { Speech } from '../../base/widget.js';
import { dashboardTerms } from '../../locale/dashboard-terms.js';
import { sources } from '../../worker/packs/sources.js';
import { cellsOf, ordered, type Cell } from './arrangement.js';
import { dashboardBar } from './dashboard-bar.js';
import { dashboardGrid, placeChildren } from './dashboard-grid.js';
import { shownState } from './dashboard-state.js';
import { dashboardToolbar, wallBar } from './dashboard-toolbar.js';
import { dashboardSpeech, outsideWords, summaryWords, type DashboardSpeech } from './filter-words.js';
import { dashboardStyles } from './kpi-dashboard.styles.js';
import { paper } from './paper.js';
import { SharingElement } from './sharing-element.js';
import { sourcesDrawer } from './sources-drawer.js';
import { Wall } from './wall.js';

const DEFAULT_ROTATION = 20;

const note = (text: string): TemplateResult | typeof nothing => (text ? html`<p class="note">${text}</p>` : nothing);

/**
 * @summary One data set, one worker, one as-of day and one filter for all widgets inside, at any depth, and for those elsewhere that name it by `for`.
 * @tag kpi-dashboard
 * @slot - The widgets, and whatever else belongs to the page. `data-wide` on one gives it the whole width.
 * @slot heading - Replaces the heading.
 * @csspart base - What stands above the widgets.
 * @csspart heading - The heading.
 * @csspart toolbar - Buttons: sources, arrange, wall, print and export.
 * @csspart bar - Period, comparison, filters.
 * @csspart control - A choice in the bar.
 * @csspart chip - One value of the filter, in words.
 * @csspart caption - As-of day, time zone, rows.
 * @csspart grid - The widgets.
 * @csspart cell - The place of one widget.
 * @csspart handle - By which it is moved.
 * @csspart sources - The drawer of sources.
 * @csspart state - Loading, error.
 * @cssproperty [--kpi-column=30rem] - Least width of a column of widgets.
 * @cssproperty [--kpi-gap=1.25rem] - Space between widgets.
 * @cssState empty - There are no data.
 * @cssState loading - The data are being read.
 * @cssState ready - The data are there.
 * @cssState partial - Some of the data are there.
 * @cssState error - They could not be read; what to do is shown.
 * @fires {KpiReadyEvent} kpi-ready - The data are read; the result is the inventory of sources.
 * @fires {KpiErrorEvent} kpi-error - The data could not be read, or a setting was not understood.
 * @fires {KpiProgressEvent} kpi-progress - Bytes and rows read so far.
 * @fires {KpiStateEvent} kpi-state - Period, comparison, filter, order or the view of a widget have changed; `state` is that of `getState()`.
 */
export class KpiDashboardElement extends SharingElement {
  static override styles = dashboardStyles;
  static override properties: PropertyDeclarations = {
    wall: { type: Boolean, reflect: true },
    rotate: { type: Number },
    arranging: { attribute: false },
    naming: { attribute: false },
  };

  /** One widget at a time in large type, for a screen on a wall; Escape leaves, arrow keys turn, space pauses. What is too long is scrolled. Data with an address stay fresh. */
  wall = false;

  /** Seconds that each widget stays on the wall, from 2 on. */
  rotate = DEFAULT_ROTATION;

  protected arranging = false;
  protected naming = false;

  #said = '';
  #summary = '';
  #printing = false;
  readonly #wall = new Wall({
    show: () => this.requestUpdate(),
    leave: () => this.#hang(false),
    refresh: () => this.computation.refresh(),
  });

  constructor() {
    super();
    this.attachShadow({ mode: 'open', slotAssignment: 'manual' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.connection;
    onPrint(signal, (printing) => {
      paper(printing);
      this.#printing = printing;
      this.requestUpdate();
      this.performUpdate();
    });
    signal.addEventListener('abort', () => this.#wall.stop());
    this.addEventListener('fullscreenchange', () => this.matches(':fullscreen') || (this.wall = false), { signal });
  }

  /** Only what belongs to the dashboard itself: tables inside it are the page's. */
  protected override childData(): string | null {
    return this.querySelector(':scope > script[type="application/json"]')?.textContent ?? null;
  }

  protected override request(): { kpi: string; params: object } {
    return { kpi: sources, params: {} };
  }

  protected override defaultHeading({ terms, format }: Speech): string {
    return dashboardTerms[terms.language](format).heading;
  }

  protected override get still(): boolean {
    return this.static || this.wall;
  }

  protected override complete(): boolean {
    return true;
  }

  protected override render(): TemplateResult {
    const speech = dashboardSpeech(this.speech);
    const { report, faults, history } = this;
    const { state } = this;
    const fixed = this.filter ?? {};
    const whole = shownState({ ...state, ...(this.printed && { period: this.printed }) }, fixed);
    const summary = summaryWords(whole, speech, this.compare);
    if (this.#summary && this.#summary !== summary) this.#said = summary;
    this.#summary = summary;
    const change = (part: Parameters<typeof this.change>[0]): void => {
      this.naming = false;
      this.change(part);
    };
    const days = [report?.from ?? null, report?.to ?? null] as const;
    const shown = { history: history!, naming: this.naming, days, values: this.result?.value.values, fixed };
    const bar = dashboardBar({ ...shown, change, name: () => (this.naming = true), step: (direction) => this[direction]() }, speech);
    return html`<section part="base" class="base head">
        <div class="top">
          <div part="heading" class="heading" role="heading" aria-level="2"><slot name="heading">${this.label}</slot></div>
          ${this.static ? nothing : this.#toolbar(speech)}
        </div>
        ${this.static ? nothing : bar}
        <p class="summary ${this.static ? 'shown' : ''}">${summary}</p>
        ${note(outsideWords(whole.period, days, speech))} ${this.#state(speech)}
        <div class="hidden" role="status">${this.#said}</div>
        ${note(this.arranging ? speech.words.arrangeHelp : '')}
      </section>
      ${this.#grid(speech)}
      <section class="base">
        ${sourcesDrawer(this.result?.value ?? null, report, faults.list, this.src ?? '', speech)}
        ${this.wall ? wallBar(this.#wall, this.#cells.length, () => this.#hang(false), speech) : nothing}
      </section>`;
  }

  protected override updated(): void {
    super.updated();
    placeChildren(this, this.renderRoot);
    for (const each of this.wall ? [] : this.renderRoot.querySelectorAll<HTMLElement>('.cell')) each.style.zoom = '';
    if (!this.wall) return this.#wall.stop();
    if (this.isConnected && this.#wall.pace !== this.#rotation) this.#wall.start(this.#rotation, this.connection.signal);
    const cell = this.renderRoot.querySelector<HTMLElement>('.cell:not([hidden])');
    const [child] = cell?.querySelector('slot')?.assignedElements() ?? [];
    this.#wall.fit(cell, Promise.all(this.#inside(child).map((member) => member.drawn())));
  }

  protected override prepare(): void {
    super.prepare();
    void this.#rotation;
  }

  #toolbar(speech: DashboardSpeech): TemplateResult {
    const model = {
      arranging: this.arranging,
      sources: () => this.renderRoot.querySelector<HTMLDialogElement>('dialog')!.showModal(),
      arrange: () => (this.arranging = !this.arranging),
      hang: () => this.#hang(true),
      print: (report?: 'day' | 'month') => this.print(report),
      save: (kind: FileKind | 'JSON') => void this.#save(kind).catch((thrown: unknown) => this.tellError(errorInfo(thrown))),
    };
    return dashboardToolbar(model, speech);
  }

  async #save(kind: FileKind | 'JSON'): Promise<void> {
    const content = kind === 'CSV' ? `\ufeff${this.exportCSV()}` : await this[`export${kind}`]();
    saveFile(content, this.label, kind.toLowerCase());
  }

  /** Waiting, an error, or what all figures stand on. */
  #state(speech: DashboardSpeech): TemplateResult {
    const { computation, result } = this;
    const { error } = computation;
    if (computation.status === 'empty') return html`<p part="state" class="note">${speech.terms.empty}</p>`;
    if (error) return html`<div part="state" class="state error">${errorState(error, () => computation.retry(), speech)}</div>`;
    // The rows of all tables together tell nothing; each widget tells its own.
    const lines = result ? pairs({ ...groundOf(result, speech), used: '' }, speech) : [];
    const ground = lines.map(([term, text]) => speech.terms.labelled(term, text));
    return html`${progressLine(computation, speech)}
      <p part="caption" class="note caption">${ground.join(' · ')}</p>`;
  }

  get #cells(): Cell[] {
    return ordered(cellsOf(this), this.state.order);
  }

  #grid(speech: DashboardSpeech): TemplateResult {
    const cells = this.#cells;
    const only = this.wall && !this.#printing ? (cells[this.#wall.place(cells.length)]?.key ?? '') : '';
    const reorder = async (order: string[], key: string): Promise<void> => {
      this.change({ order });
      const name = label(cells.find((cell) => cell.key === key)!);
      this.#said = speech.words.moved(name, order.indexOf(key) + 1, order.length);
      await this.updateComplete;
      // Where it stands now it has lost the focus.
      this.renderRoot.querySelector<HTMLElement>(`.cell[data-key="${CSS.escape(key)}"] .handle`)?.focus();
    };
    const label = ({ key, child }: Cell): string => {
      return this.#inside(child)[0]?.label ?? child.ariaLabel ?? key;
    };
    return dashboardGrid({ cells, arranging: this.arranging, only, label, reorder: (order, key) => void reorder(order, key) }, speech);
  }

  /** The widgets in a child. */
  #inside(child: Element | undefined): Member[] {
    return [...this.members].filter((member) => child?.contains(member as unknown as Node));
  }

  /** Puts it on the wall, or takes it off. */
  #hang(wall: boolean): void {
    this.wall = wall;
    // A page or a browser may not allow it: the wall display then fills the window.
    if (wall) this.requestFullscreen?.().catch(() => undefined);
    else if (this.matches(':fullscreen')) void document.exitFullscreen();
  }

  get #rotation(): number {
    return this.faults.check('rotate', this.rotate, this.rotate >= 2, DEFAULT_ROTATION);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kpi-dashboard': KpiDashboardElement;
  }
}
