/** The data side of every widget: its settings, where the figures come from, `ready`, and the events of the life cycle. */
// In this order files that are alike stand side by side in a bundle, which makes it smaller once it is packed.
import { createSpeech, languageOf } from '../locale/speech.js';
import { KpiError } from '../core/errors.js';
import type { ErrorInfo } from '../core/errors.js';
import type { DatasetInput } from '../core/ingest/input.js';
import type { IngestReport, Notice } from '../core/ingest/report.js';
import type { Filter, KpiResult } from '../core/kpi/contract.js';
import { FeedElement } from './feed-element.js';
import { Computation } from './computation.js';
import type { Status } from './computation.js';
import { KpiErrorEvent, KpiProgressEvent, KpiReadyEvent } from './events.js';
import { afterPaint, ReadySignal } from './ready.js';
import { isLocale } from './settings.js';
import { nearestLang } from './surroundings.js';
import type { PropertyDeclarations } from './template-element.js';
import { inTurn } from './turns.js';
import type { Speech } from './widget.js';

export abstract class DataElement<V> extends FeedElement<V> {
  static override properties: PropertyDeclarations = { result: { attribute: false, noAccessor: true } };

  /** @internal Looked for under this name by accessibility checkers. */
  protected readonly _internals = this.attachInternals();
  protected readonly computation = new Computation<V>(
    (input, same) => (same && !this.#drawnLoading ? this.#unchanged() : this.requestUpdate(input)),
    (progress) => this.dispatchEvent(new KpiProgressEvent(progress)),
    () => this.readiness?.renew(),
  );
  protected speech!: Speech;

  /** Draws a part of what may follow the painting, because it takes as long as all the rest; whether nothing is left. */
  protected abstract complete(): boolean;

  // Not #private: defaults of the settings arrive before these exist.
  private prepared?: boolean;
  private readonly readiness? = new ReadySignal<KpiResult<V>>();
  #told?: number;
  /** Shared settings that change the drawing and not the figures. */
  #mood?: string;
  /** The last drawing was one of waiting. */
  #drawnLoading?: boolean;
  #status: Status = 'empty';
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #watching: ReturnType<typeof setInterval> | undefined;

  /** The newest result as a plain object, or null. Setting it shows a ready-made result without any calculation. */
  get result(): KpiResult<V> | null {
    return this.computation.result;
  }
  set result(value: KpiResult<V> | null) {
    this.given = value;
    this.requestUpdate('result');
  }

  /** What ingestion read, inferred and refused; null before, and for ready-made results. */
  get report(): IngestReport | null {
    return this.computation.report;
  }

  /** The widget's name: its `heading`, else its own one. */
  get label(): string {
    return this.heading ?? this.defaultHeading(this.speech);
  }

  /** What is drawn: the same as the custom state. Before the first drawing `empty`; figures are there, but not drawn yet: still `loading`. */
  get status(): Status {
    return this.#status;
  }

  /** Promise of the result, settled after paint; a new one for each new input. Rejects with the error that the widget shows. */
  get ready(): Promise<KpiResult<V>> {
    return this.readiness!.promise;
  }

  /** What the page and the person should know though nothing stopped: wrong settings, notes on the data, fallbacks. */
  get notices(): readonly Notice[] {
    return [...this.faults.list, ...(this.report?.notices ?? []), ...this.computation.notices];
  }

  /**
   * Adds rows, in any form that `data` may have, to the data that the widget shows; widgets that share them show them too. Resolves when
   * the figure is new. Rejects with KpiError for rows that cannot be read: nothing is added then.
   */
  appendRows(rows: DatasetInput): Promise<IngestReport | null> {
    return this.computation.append(rows);
  }

  /** @internal Asks at once, so that all who follow ask together; draws when there is something new to draw. */
  override follow(): void {
    if (!this.isConnected || !this.speech) return;
    const { static: still, locale, failed } = this.shared;
    const mood = `${still} ${locale} ${failed}`;
    const isNew = this.#ask();
    if (isNew) this.readiness!.renew();
    if ((isNew && this.computation.status !== 'loading') || mood !== this.#mood) this.requestUpdate();
    void inTurn(() => this.showState());
  }

  /** @internal For its dashboard. */
  async askAhead(shared: Filter, signal: AbortSignal): Promise<void> {
    await this.computation.askAhead(this.wholeRequest(shared), signal);
  }

  /** @internal Resolves when it shows what was last asked for, or says why it does not. */
  override async drawn(): Promise<void> {
    await this.updateComplete;
    const { status, result } = this.computation;
    // Where nothing was given nothing will come.
    if (status !== 'empty' || result) await this.ready.catch(() => null);
  }

  /** @internal With its dashboard. */
  cancel(): void {
    if (this.computation.status === 'loading') this.computation.cancel();
  }

  /** @internal With its dashboard. */
  retry(): void {
    if (this.computation.status === 'error') this.computation.retry();
  }

  override requestUpdate(name?: string): void {
    if (name) this.readiness?.renew();
    if (name === 'refreshEvery' && this.isConnected) this.#watch();
    this.prepared = false;
    super.requestUpdate(name);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#leaving);
    const { signal } = this.connection;
    const update = () => {
      this.forgetChildren();
      this.requestUpdate();
    };
    const observer = new MutationObserver(update);
    observer.observe(this, { childList: true, subtree: true, characterData: true });
    observer.observe(document.documentElement, { attributeFilter: ['lang', 'dir'] });
    signal.addEventListener('abort', () => observer.disconnect());
    document.addEventListener('DOMContentLoaded', update, { signal });
    update();
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#watching);
    // A move is a removal and an insertion in one task: only a removal that lasts lets go of the data.
    this.#leaving = setTimeout(() => {
      this.leaveShell();
      this.computation.suspend();
    });
  }

  protected override async scheduleUpdate(): Promise<void> {
    // What fails here fails again below, where it can be told.
    await inTurn(() => this.#prepareOnce()).catch(() => {});
    await inTurn(() => super.scheduleUpdate(), true);
  }

  protected override willUpdate(): void {
    this.#prepareOnce();
    Object.assign(this._internals, { role: 'group', ariaLabel: this.label });
  }

  /** Preparing and drawing may each take a task; what has changed between them is prepared anew. */
  #prepareOnce(): void {
    if (!this.prepared) this.prepare();
    this.prepared = true;
  }

  /** Everything before drawing that takes time. */
  protected prepare(): void {
    if (!this.isConnected) return void (this.speech ??= createSpeech('en', 'en'));
    this.faults.begin();
    const lang = nearestLang(this);
    const language = languageOf(lang);
    const { static: still, locale: shared, failed } = this.shared;
    this.#mood = `${still} ${shared} ${failed}`;
    const locale = this.textOf('locale', this.locale, isLocale) ?? shared;
    this.speech = createSpeech(locale ?? (/^(en|fr)\b/i.test(lang) ? lang : language), language);
    this.#ask();
  }

  /** Whether that is something else than before. */
  #ask(): boolean {
    try {
      return this.computation.update(this.feed(), this.wholeRequest());
    } catch (error) {
      this.computation.refuse(error);
      return false;
    }
  }

  protected override showState(): void {
    const { states } = this._internals;
    this.#status = this.computation.status;
    states.clear();
    states.add(this.#status);
  }

  #unchanged(): void {
    this.showState();
    afterPaint(() => void this.#tell());
  }

  protected override updated(): void {
    this.showState();
    this.#drawnLoading = this.computation.status === 'loading';
    for (const { message, details } of this.faults.news()) {
      // eslint-disable-next-line no-console -- the one thing that a widget ever writes there: a developer looks for a wrong setting
      console.warn(`<${this.localName}> ${message}`);
      this.tellError(new KpiError('invalid-param', message, { details }));
    }
    afterPaint(() => void this.#tell());
  }

  /** Has the address read again from time to time. */
  #watch(): void {
    clearInterval(this.#watching);
    const seconds = this.refreshEvery ?? 0;
    if (seconds >= 1) this.#watching = setInterval(() => document.hidden || this.computation.refresh(), seconds * 1000);
  }

  /** Completes what is painted, and tells of an outcome. */
  async #tell(): Promise<void> {
    let done: boolean | undefined;
    await inTurn(() => (done = this.#settled && this.complete()));
    if (done === false) return void (this.#settled && afterPaint(() => this.#tell()));
    const { outcome, result, error } = this.computation;
    if (!this.#settled) return;
    this.readiness!.settle(result, error);
    if (this.#told === outcome) return;
    this.#told = outcome;
    if (result) this.dispatchEvent(new KpiReadyEvent(result));
    else this.tellError(error!);
  }

  /** What is shown is what there is. */
  get #settled(): boolean {
    const { status, result, error } = this.computation;
    return status !== 'loading' && !this.isUpdatePending && this.isConnected && !!(result ?? error);
  }

  protected tellError(error: ErrorInfo): void {
    this.dispatchEvent(new KpiErrorEvent(error, this.notices));
  }
}
