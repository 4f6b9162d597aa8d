/** The picture side of every widget: its looks as settings, the frame it draws in, and the view that comes of a result. */
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { MarksController } from '../chart/marks.js';
import { forgetWidths, textMeasure } from '../chart/measure.js';
import { Tooltip } from '../chart/tooltip.js';
import type { KpiResult } from '../core/kpi/contract.js';
import { showStates } from './custom-states.js';
import { DataElement } from './data-element.js';
import { KpiSelectEvent } from './events.js';
import { ExplainController } from './explain.js';
import type { CsvOptions } from './export-csv.js';
import { toCsv, toPng, toSvg } from './exporter.js';
import type { Exportable } from './exporter.js';
import { onWidth } from './size.js';
import type { ChartFrame, Speech, WidgetView } from './widget.js';

/** Width in which a picture is drawn as long as its element has none (hidden, not yet laid out). */
const NOMINAL_WIDTH = 640;
const LEAST_WIDTH = 200;

export abstract class ViewElement<V> extends DataElement<V> {
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

  /** @internal */
  protected readonly explainer = new ExplainController(this, () => {
    const { shown, result, speech } = this;
    return shown && result ? { figures: shown.figures, result, speech } : null;
  });
  readonly #tooltip = new Tooltip(() => this.renderRoot.querySelector('.tooltip'));
  protected readonly marks = new MarksController(this, this.#tooltip, {
    pick: ({ selection }) => void (selection && this.dispatchEvent(new KpiSelectEvent(selection))),
    explain: (figure, at) => void this.explainer.open(figure, at),
    rtl: () => getComputedStyle(this).direction === 'rtl',
  });
  #width = 0;
  #observed: Element | null = null;
  #printing = false;

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
    return this.marks.tabStop(markId);
  }

  /** The tables as CSV. Texts cannot become formulas; numbers are plain. @throws KpiError `empty-input` before there are figures. */
  exportCSV(options?: CsvOptions): string {
    return toCsv(this.exportable, options);
  }

  /** The picture with heading and finding as SVG that needs no style sheet. @throws KpiError `empty-input` before there are figures. */
  exportSVG(): string {
    return toSvg(this.exportable);
  }

  /** The same as PNG. `scale`: pixels per CSS pixel, above 0 and up to 8, default 2. Rejects where `img-src` forbids `blob:`. */
  async exportPNG({ scale = 2 }: { scale?: number } = {}): Promise<Blob> {
    return toPng(this.exportable, scale);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.connection;
    const fonts = () => {
      forgetWidths();
      this.requestUpdate();
    };
    document.fonts.addEventListener('loadingdone', fonts, { signal });
    addEventListener('beforeprint', () => this.drawForPrint(true), { signal });
    addEventListener('afterprint', () => this.drawForPrint(false), { signal });
    this.#observed = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { result } = this;
    this.shown = result && result.status !== 'empty' ? this.#view(result) : null;
    this.marks.show(this.shown?.marks ?? [], !this.static);
    this._internals.role = 'group';
    this._internals.ariaLabel = this.name;
    showStates(this._internals, this.status, this.shown !== null);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const base = this.renderRoot.querySelector('.base');
    if (!base || this.#observed === base || !this.isConnected) return;
    this.#observed = base;
    const release = onWidth(base, (width) => {
      this.#width = width;
      if (width > 0) this.requestUpdate();
    });
    this.connection.signal.addEventListener('abort', release);
  }

  #view(result: KpiResult<V>): WidgetView | null {
    try {
      return this.view(result, this.frame(), this.speech);
    } catch (error) {
      this.computation.fail(error);
      return null;
    }
  }

  protected frame(): ChartFrame {
    const width = this.#width || (this.renderRoot.querySelector('.base') ?? this).clientWidth || NOMINAL_WIDTH;
    return {
      width: Math.max(LEAST_WIDTH, Math.floor(width)),
      compact: this.compact,
      static: this.still,
      rtl: getComputedStyle(this).direction === 'rtl',
      measure: textMeasure(this),
    };
  }
  protected get exportable(): Exportable {
    return { host: this, root: this.renderRoot, name: this.name, locale: this.speech.format.locale, view: this.shown };
  }

  /** Drawn for paper or for a report: nothing to press, nothing that moves. */
  protected get still(): boolean {
    return this.static || this.#printing;
  }

  /** Heading as text. */
  protected get name(): string {
    return this.heading ?? this.defaultHeading(this.speech);
  }

  /** Draws at once: the browser takes the page as it is when the listeners have run. */
  protected drawForPrint(on: boolean): void {
    this.#printing = on;
    this.requestUpdate();
    if (this.isConnected) this.performUpdate();
  }
}
