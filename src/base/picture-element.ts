/** What a widget with a picture gives its base class, and the frame that it draws in. */
import type { Selection } from '../chart/types.js';
import type { KpiResult } from '../core/kpi/contract.js';
import { DataElement } from './data-element.js';
import { frameOf, onPrint, onWidth } from './surroundings.js';
import type { ChartFrame, Speech, WidgetView } from './widget.js';

export abstract class PictureElement<V> extends DataElement<V> {
  protected printing = false;
  /** What the last rendering showed. */
  protected shown?: WidgetView | null;
  #width?: number;
  // Not #private: settings arrive before it exists.
  private waited?: readonly [key: string, height: number] | null;

  /** Everything to draw for a result. Pure: same arguments, same view. */
  protected abstract view(result: KpiResult<V>, frame: ChartFrame, speech: Speech): WidgetView;
  /** Two lines of JSON that would fill this widget, for the empty state. */
  protected abstract example(): string;
  /** Height of the chart before there is a result: what the ready chart will need for a typical result. */
  protected abstract chartHeight(frame: ChartFrame): number;

  /** @internal For its dashboard. */
  get picks(): readonly Selection[] {
    return this.shown?.marks.flatMap(({ selection }) => selection ?? []) ?? [];
  }

  override requestUpdate(name?: string): void {
    if (name) this.waited = null;
    super.requestUpdate(name);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.connection;
    // Draws at once: the browser takes the page as it is when the listeners have run.
    onPrint(signal, (printing) => {
      this.printing = printing;
      this.requestUpdate();
      this.performUpdate();
    });
    onWidth(this, signal, (width) => {
      this.#width = width;
      if (width) this.requestUpdate();
    });
  }

  /** The height for the time of waiting, which draws often: it may take a whole layout. */
  protected waitingHeight(): number {
    const { frame } = this;
    const key = JSON.stringify([frame, frame.measure('0', 'body'), this.speech.format.locale, this.wholeRequest()]);
    if (this.waited?.[0] !== key) this.waited = [key, this.chartHeight(frame)];
    return this.waited[1];
  }

  /** Drawn for paper or for a report: nothing to press, nothing that moves. */
  protected get still(): boolean {
    return this.static || this.shared.static === true || this.printing;
  }

  protected get frame(): ChartFrame {
    return frameOf(this, this.#width, this.still, this.printing);
  }
}
