/** What every widget has in common. */
import { LitElement } from 'lit';
import type { KpiResult } from '../core/kpi/contract.js';
import type { ChartFrame, Speech, WidgetView } from './widget.js';

export abstract class KpiElement<V> extends LitElement {
  /** What to calculate; read again on every change of a property. */
  protected abstract request(): { kpi: string; params: object };
  /** Everything to draw for a result. Pure: same arguments, same view (besides `tabStop`). */
  protected abstract view(result: KpiResult<V>, frame: ChartFrame, speech: Speech): WidgetView;
  /** Name of the widget when the page gives no `heading`. */
  protected abstract defaultHeading(speech: Speech): string;
  /** Two lines of JSON that would fill this widget, for the empty state. */
  protected abstract example(): string;
  /** Height of the chart before there is a result: what the ready chart will need for a typical result. */
  protected abstract chartHeight(frame: ChartFrame): number;
  /** `0` for the one mark that Tab reaches, `-1` for the others. */
  protected tabStop(_markId: string): '0' | '-1' {
    return '-1';
  }
}
