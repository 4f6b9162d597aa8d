/** What a widget with a picture gives its base class. */
import type { KpiResult } from '../core/kpi/contract.js';
import { DataElement } from './data-element.js';
import type { ChartFrame, Speech, WidgetView } from './widget.js';

export abstract class PictureElement<V> extends DataElement<V> {
  /** Everything to draw for a result. Pure: same arguments, same view. */
  protected abstract view(result: KpiResult<V>, frame: ChartFrame, speech: Speech): WidgetView;
  /** Two lines of JSON that would fill this widget, for the empty state. */
  protected abstract example(): string;
  /** Height of the chart before there is a result: what the ready chart will need for a typical result. */
  protected abstract chartHeight(frame: ChartFrame): number;
}
