/** Events of every widget. Those of the life cycle do not bubble, so that a widget inside another one never speaks for it. */
import type { ErrorInfo } from '../core/errors.js';
import type { Notice } from '../core/ingest/report.js';
import type { KpiResult } from '../core/kpi/contract.js';
import type { Selection } from '../chart/types.js';
import type { LoadProgress } from '../worker/protocol.js';

/** The figures are drawn: fired after paint, once for each new result. Does not bubble. */
export class KpiReadyEvent<V = unknown> extends Event {
  readonly result: KpiResult<V>;
  constructor(result: KpiResult<V>) {
    super('kpi-ready');
    this.result = result;
  }
}

/**
 * Something went wrong. The widget shows it too, and `status` says whether figures are still there: a wrong attribute value is
 * reported here once while its default is used. Does not bubble.
 */
export class KpiErrorEvent extends Event {
  readonly error: ErrorInfo;
  readonly notices: readonly Notice[];
  constructor(error: ErrorInfo, notices: readonly Notice[]) {
    super('kpi-error');
    this.error = error;
    this.notices = notices;
  }
}

/** Bytes and rows read so far. Does not bubble. */
export class KpiProgressEvent extends Event {
  readonly progress: LoadProgress;
  constructor(progress: LoadProgress) {
    super('kpi-progress');
    this.progress = progress;
  }
}

/** A person picked something in the picture. Bubbles, crosses shadow roots, can be cancelled. Never holds personal data. */
export class KpiSelectEvent extends Event implements Selection {
  readonly dimension!: string;
  readonly values!: readonly (string | number)[];
  /** Number of customers behind it, null where the data can't say. */
  readonly customers!: number | null;
  /** @internal The widget hands it to its dashboard itself: others that hear it are not meant. */
  taken = false;
  constructor(selection: Selection) {
    super('kpi-select', { bubbles: true, composed: true, cancelable: true });
    Object.assign(this, selection);
  }
}

declare global {
  interface HTMLElementEventMap {
    'kpi-ready': KpiReadyEvent;
    'kpi-error': KpiErrorEvent;
    'kpi-progress': KpiProgressEvent;
  }
  /** What bubbles is heard by any element, by the document and by the window. */
  interface GlobalEventHandlersEventMap {
    'kpi-select': KpiSelectEvent;
  }
}
