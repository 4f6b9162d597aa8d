/** The data side of every widget: its settings, where the figures come from, `ready`, and the events of the life cycle. */
// In this order files that are alike stand side by side in a bundle, which makes it smaller once it is packed.
import { createSpeech, languageOf } from '../locale/speech.js';
import { KpiError } from '../core/errors.js';
import type { ErrorInfo } from '../core/errors.js';
import type { DatasetInput } from '../core/ingest/input.js';
import type { IngestReport, Notice } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { checkResult } from '../source/check-result.js';
import { openSource } from '../source/index.js';
import type { KpiSource, SourceInput, SourceOptions } from '../source/source.js';
import { readChildren } from './children.js';
import { SettingsElement } from './settings-element.js';
import { Computation } from './computation.js';
import type { Feed, Status } from './computation.js';
import { KpiErrorEvent, KpiProgressEvent, KpiReadyEvent } from './events.js';
import { afterPaint, ReadySignal } from './ready.js';
import { absoluteUrl, Faults, given, isCurrency, isIsoDate, isLocale, isTimeZone } from './settings.js';
import { nearestLang } from './surroundings.js';
import type { PropertyDeclarations } from './template-element.js';
import { inTurn } from './turns.js';
import type { Speech } from './widget.js';

/** Rows of a table that the browser lays out in half of a task at most. */
const PORTION = 128;

export abstract class DataElement<V> extends SettingsElement<V> {
  static override properties: PropertyDeclarations = { result: { attribute: false, noAccessor: true } };

  /** @internal Looked for under this name by accessibility checkers. */
  protected readonly _internals = this.attachInternals();
  protected readonly computation = new Computation<V>(
    (input) => this.requestUpdate(input),
    (progress) => this.dispatchEvent(new KpiProgressEvent(progress)),
    () => this.readiness?.renew(),
  );
  protected readonly faults = new Faults();
  protected speech!: Speech;
  /** Ends with the present connection to a document. */
  protected connection = new AbortController();

  /**
   * Rows of each table that are drawn. The first painting leaves them out; they follow in portions, for their layout takes the browser
   * longer than all the rest.
   */
  protected rows = 0;
  /** These are all. */
  protected abstract readonly complete: boolean;

  #given?: KpiResult<V> | null;
  // Not #private: defaults of the settings arrive before these exist.
  private prepared?: boolean;
  private readonly readiness? = new ReadySignal<KpiResult<V>>();
  #told?: number;
  /** Undefined: to be read. */
  #children: string | null | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #watching: ReturnType<typeof setInterval> | undefined;

  /** The newest result as a plain object, or null. Setting it shows a ready-made result without any calculation. */
  get result(): KpiResult<V> | null {
    return this.computation.result;
  }
  set result(value: KpiResult<V> | null) {
    this.#given = value;
    this.requestUpdate('result');
  }

  /** What ingestion read, inferred and refused; null before, and for ready-made results. */
  get report(): IngestReport | null {
    return this.computation.report;
  }

  get status(): Status {
    return this.computation.status;
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

  /** Opens a data set; replaced where figures come from elsewhere. */
  protected openSource(input: SourceInput, options: SourceOptions): KpiSource {
    return openSource(input, options);
  }

  /** One of a few words: `value` if it is among `allowed`, else the first of them, and a notice about the attribute. */
  protected choose<T extends string | null>(attribute: string, value: string | null, allowed: readonly T[]): T {
    return this.faults.check(attribute, value as T, allowed.includes(value as T), allowed[0]);
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
    this.connection = new AbortController();
    const { signal } = this.connection;
    const update = () => {
      this.#children = undefined;
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

  disconnectedCallback(): void {
    this.connection.abort();
    clearInterval(this.#watching);
    // A move is a removal and an insertion in one task: only a removal that lasts lets go of the data.
    this.#leaving = setTimeout(() => this.computation.suspend());
  }

  protected override async scheduleUpdate(): Promise<void> {
    // What fails here fails again below, where it can be told.
    await inTurn(() => this.#prepareOnce()).catch(() => {});
    await inTurn(() => super.scheduleUpdate());
  }

  protected override willUpdate(): void {
    this.#prepareOnce();
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
    this.speech = createSpeech(this.#text('locale', this.locale, isLocale) ?? (/^(en|fr)\b/i.test(lang) ? lang : language), language);
    try {
      this.computation.update(this.#feed(), this.#request());
    } catch (error) {
      this.computation.refuse(error);
    }
  }

  protected override updated(): void {
    for (const { message, details } of this.faults.news()) {
      // eslint-disable-next-line no-console -- the one thing that a widget ever writes there: a developer looks for a wrong setting
      console.warn(`<${this.localName}> ${message}`);
      this.tellError(new KpiError('invalid-param', message, { details }));
    }
    afterPaint(() => this.#tell());
  }

  /** Has the address read again from time to time. */
  #watch(): void {
    clearInterval(this.#watching);
    const seconds = this.refreshEvery ?? 0;
    if (seconds >= 1) this.#watching = setInterval(() => document.hidden || this.computation.refresh(), seconds * 1000);
  }

  /** Tells of an outcome, once it is painted. */
  #tell(): void {
    const { outcome, status, result, error } = this.computation;
    if (status === 'loading' || this.isUpdatePending || !this.isConnected || !(result ?? error)) return;
    if (!this.complete) {
      this.rows += PORTION;
      this.requestUpdate();
      // Only to be drawn.
      this.prepared = true;
      return;
    }
    this.readiness!.settle(result, error);
    if (this.#told === outcome) return;
    this.#told = outcome;
    if (result) this.dispatchEvent(new KpiReadyEvent(result));
    else this.tellError(error!);
  }

  protected tellError(error: ErrorInfo): void {
    this.dispatchEvent(new KpiErrorEvent(error, this.notices));
  }

  #text(attribute: string, value: string | null | undefined, valid: (text: string) => boolean): string | null | undefined {
    return value && this.faults.check<string | null>(attribute, value, valid(value), null);
  }

  /** The first way to give data that is set. */
  #feed(): Feed | null {
    const { data, src, source, timeZone, currency, mapping, workerUrl } = this;
    const options = given<SourceOptions>({
      timeZone: this.#text('time-zone', timeZone, isTimeZone),
      currency: this.#text('currency', currency, isCurrency)?.toUpperCase(),
      mapping,
      workerUrl: typeof workerUrl === 'string' && workerUrl !== 'none' ? absoluteUrl(workerUrl) : workerUrl,
      ...this.limits,
    });
    const open = (input: SourceInput, key: unknown): Feed => ({
      key,
      options: JSON.stringify(options),
      open: () => this.openSource(input, options),
    });
    if (data !== null && data !== undefined) return open({ kind: 'data', data }, data);
    if (src) return open({ kind: 'url', url: absoluteUrl(src) }, `src ${src}`);
    // More children may come by themselves while the page is being read.
    const parsed = document.readyState !== 'loading';
    if (this.#children === undefined && parsed) this.#children = readChildren(this);
    const children = this.#children ?? null;
    if (children !== null) return open({ kind: 'data', data: children }, children);
    if (source) return { key: source, source };
    if (this.#given) return { key: this.#given, result: checkResult(this.#given, this.request().kpi) };
    return parsed ? null : { key: 0 };
  }

  #request(): KpiRequest {
    const { asOf, minGroupSize: size, filter } = this;
    const least = this.faults.check('min-group-size', size, Number.isInteger(size) && size >= 1 && size <= 1e6, 1);
    return {
      ...this.request(),
      ...given<Omit<KpiRequest, 'kpi'>>({ filter, asOf: this.#text('as-of', asOf, isIsoDate), minGroupSize: least > 1 ? least : null }),
    };
  }
}
