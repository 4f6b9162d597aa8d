/** A widget as small as can be, and sources that do as they are told. */
import { html, svg } from 'lit';
import { KpiElement } from '../../src/base/kpi-element.js';
import type { PropertyDeclarations } from '../../src/base/template-element.js';
import type { ChartFrame, Speech, WidgetView } from '../../src/base/widget.js';
import type { IngestReport } from '../../src/core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../../src/core/kpi/contract.js';
import type { KpiSource, SourceInput, SourceOptions } from '../../src/source/source.js';
import type { LoadProgress } from '../../src/worker/protocol.js';

export interface FakeValue {
  bars: { id: string; count: number }[];
}

export function fakeResult(counts: readonly number[] = [10, 1], change: Partial<KpiResult<FakeValue>> = {}): KpiResult<FakeValue> {
  return {
    kpi: 'fake',
    version: 3,
    asOf: '2011-12-09',
    timeZone: 'Europe/London',
    currency: 'GBP',
    params: {},
    filter: {},
    status: 'ready',
    reasons: [],
    rows: { used: 11, left: { 'status-cancelled': 2 } },
    value: { bars: counts.map((count, i) => ({ id: `b${i}`, count })) },
    ...change,
  };
}

export function fakeReport(change: Partial<IngestReport> = {}): IngestReport {
  return {
    tables: [],
    timeZone: 'UTC',
    timeZoneFrom: 'default',
    currency: 'GBP',
    from: '2010-12-01',
    to: '2011-12-09',
    customers: 2,
    guestOrders: 0,
    notices: [],
    ...change,
  };
}

/** A source whose answers the test gives by hand. */
export class FakeSource implements KpiSource {
  readonly loaded: Promise<IngestReport>;
  readonly requests: KpiRequest[] = [];
  readonly signals: AbortSignal[] = [];
  released = 0;
  load!: (report: IngestReport) => void;
  refuse!: (error: unknown) => void;
  #answers: { resolve: (result: KpiResult) => void; reject: (error: unknown) => void }[] = [];
  readonly #progress = new Set<(progress: LoadProgress) => void>();
  readonly #notices = new Set<(notice: { code: string; message: string }) => void>();

  constructor() {
    this.loaded = new Promise((resolve, reject) => {
      this.load = resolve;
      this.refuse = reject;
    });
  }

  /** Loaded, and every request answered with the same result. */
  static with(result: KpiResult, report = fakeReport()): FakeSource {
    const source = new FakeSource();
    source.load(report);
    source.run = (request) => {
      source.requests.push(request);
      return Promise.resolve(result);
    };
    return source;
  }

  run(request: KpiRequest, signal?: AbortSignal): Promise<KpiResult> {
    this.requests.push(request);
    if (signal) this.signals.push(signal);
    return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }));
  }

  answer(index: number, result: KpiResult): void {
    this.#answers[index].resolve(result);
  }

  fail(index: number, error: unknown): void {
    this.#answers[index].reject(error);
  }

  onProgress(listener: (progress: LoadProgress) => void): () => void {
    this.#progress.add(listener);
    return () => this.#progress.delete(listener);
  }

  onNotice(listener: (notice: { code: string; message: string }) => void): () => void {
    this.#notices.add(listener);
    return () => this.#notices.delete(listener);
  }

  progress(progress: LoadProgress): void {
    for (const listener of this.#progress) listener(progress);
  }

  notice(code: string): void {
    for (const listener of this.#notices) listener({ code, message: code });
  }

  get listeners(): number {
    return this.#progress.size + this.#notices.size;
  }

  release(): void {
    this.released++;
  }
}

/** Opened sources, newest last, of all fake widgets. */
export const opened: { input: SourceInput; options: SourceOptions; source: FakeSource }[] = [];
/** What a fake widget gets when it opens a data set. */
export const factory: { make: () => FakeSource } = { make: () => FakeSource.with(fakeResult()) };

export class FakeWidget extends KpiElement<FakeValue> {
  static override properties: PropertyDeclarations = { bins: { type: Number } };
  bins = 2;
  frames: ChartFrame[] = [];

  protected override openSource(input: SourceInput, options: SourceOptions): KpiSource {
    const source = factory.make();
    opened.push({ input, options, source });
    return source;
  }

  protected override request() {
    return { kpi: 'fake', params: { bins: this.bins, window: this.window } };
  }

  protected override view({ value }: KpiResult<FakeValue>, frame: ChartFrame, { terms, format }: Speech): WidgetView {
    this.frames.push(frame);
    const height = value.bars.length * 30;
    return {
      finding: `${terms.language}: ${value.bars.map(({ count }) => format.count(count)).join(', ')}`,
      chart: html`<svg width=${frame.width} height=${height} viewBox="0 0 ${frame.width} ${height}" role="listbox" aria-label="Bars">
        ${value.bars.map(
          ({ id, count }, i) =>
            svg`<rect data-mark=${id} role="option" aria-selected="false" aria-label=${`Bar ${id}: ${count}`} x="0" y=${i * 30} width=${10 + count * 10} height="24"></rect>`,
        )}
      </svg>`,
      marks: value.bars.map(({ id, count }) => ({
        id,
        label: `Bar ${id}: ${count}`,
        lines: [`Bar ${id}`, format.count(count)],
        selection: { dimension: 'bar', values: [id], customers: count },
        figure: 'rate',
      })),
      tables: [
        {
          caption: 'Bars',
          columns: [
            { label: 'Bar', numeric: false },
            { label: 'Count', numeric: true },
          ],
          rows: value.bars.map(({ id, count }) => [
            { text: id, value: id },
            { text: format.count(count), value: count },
          ]),
        },
      ],
      figures: [
        {
          id: 'rate',
          label: 'Rate',
          value: format.rate(0.1),
          definition: 'Share that went on',
          formula: 'b1 / b0',
          numerator: '1',
          denominator: '10',
          interval: format.rateInterval([0.018, 0.404]),
          n: 10,
          primary: true,
        },
        { id: 'total', label: 'Total', value: '11', definition: 'All', formula: 'sum', primary: false },
      ],
    };
  }

  protected override defaultHeading({ terms }: Speech): string {
    return terms.language === 'fr' ? 'Essai' : 'Fake';
  }

  protected override example(): string {
    return '[{"step":"A","count":2},\n {"step":"B","count":1}]';
  }

  protected override chartHeight(): number {
    return 60;
  }
}

customElements.define('fake-widget', FakeWidget);

declare global {
  interface HTMLElementTagNameMap {
    'fake-widget': FakeWidget;
  }
}

/** Text that a person sees or hears in the widget, white space folded. */
export function textOf(element: FakeWidget): string {
  return (element.renderRoot.textContent ?? '').replace(/\u2060/g, '').replace(/\s+/g, ' ');
}

/** Resolves when an event has come. */
export function once<K extends keyof HTMLElementEventMap>(target: HTMLElement, name: K): Promise<HTMLElementEventMap[K]> {
  return new Promise((resolve) => target.addEventListener(name, resolve as EventListener, { once: true }));
}
