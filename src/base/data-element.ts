/** The data side of every widget: its settings, where the figures come from, `ready`, and the events of the life cycle. */
import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ErrorInfo } from '../core/errors.js';
import type { DatasetInput, Mapping } from '../core/ingest/input.js';
import type { IngestReport, Notice } from '../core/ingest/report.js';
import type { Filter, KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { createSpeech, languageOf } from '../locale/speech.js';
import { openSource } from '../source/index.js';
import type { KpiSource, SourceInput, SourceOptions } from '../source/source.js';
import { readChildren, isParsed } from './children.js';
import type { ChildData } from './children.js';
import { Computation } from './computation.js';
import type { Status } from './computation.js';
import { KpiErrorEvent, KpiProgressEvent, KpiReadyEvent } from './events.js';
import { chooseFeed } from './feed.js';
import { nearestLang, onPageLanguage } from './language.js';
import { afterPaint, ReadySignal } from './ready.js';
import { absoluteUrl, faultNotice, Faults, isCurrency, isIsoDate, isLocale, isTimeZone, warnOnce } from './settings.js';
import type { Speech } from './widget.js';

export abstract class DataElement<V> extends LitElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'dir'];
  }

  /** Rows, columns, a data set object, or JSON text of these. Never changed. Wins over every other way to give data. */
  @property({ attribute: false }) data: DatasetInput | null = null;

  /** URL of the same as JSON, relative to the document: the only thing that a widget fetches. */
  @property() src: string | null = null;

  /** Where figures come from when the page has a way of its own; it is not released by the widget. */
  @property({ attribute: false }) source: KpiSource | null = null;

  /** ISO date at which the figures are taken. Default: the last day in the data. */
  @property({ attribute: 'as-of' }) asOf: string | null = null;

  /** IANA time zone in which days are counted. Default: that of the data, else UTC. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;

  /** ISO 4217 code, to choose one among several currencies in the data. */
  @property() currency: string | null = null;

  /** BCP 47 tag of numbers and dates. Default: the nearest `lang` attribute, as far as there are words in it. */
  @property() locale: string | null = null;

  /** Same-origin copy of the worker script, for pages that forbid blob workers; `none`: the page itself calculates. */
  @property({ attribute: 'worker-url' }) workerUrl: SourceOptions['workerUrl'] | null = null;

  /** Groups of fewer customers are withheld. Integer from 1. */
  @property({ attribute: 'min-group-size', type: Number }) minGroupSize = 1;

  /** Our column name -> header in the data, for headers that are not recognised. */
  @property({ attribute: false }) mapping: Mapping | null = null;

  /** Narrows the rows that count. */
  @property({ attribute: false }) filter: Filter | null = null;

  /** How long a request may take, loading included. Default: no limit. */
  @property({ attribute: false }) limits: Pick<SourceOptions, 'timeoutMs'> | null = null;

  /** @internal Looked for under this name by accessibility checkers. */
  protected readonly _internals = this.attachInternals();
  protected readonly computation = new Computation<V>({
    changed: () => this.requestUpdate(),
    progress: (progress) => this.dispatchEvent(new KpiProgressEvent(progress)),
  });
  protected readonly faults = new Faults();
  protected speech: Speech = createSpeech('en', 'en');
  /** Ends with the present connection to a document. */
  protected connection = new AbortController();

  #given: KpiResult<V> | null = null;
  #ready = new ReadySignal<KpiResult<V>>();
  #told = 0;
  #children: ChildData | null = null;
  #childrenRead = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  /** The newest result as a plain object, or null. Setting it shows a ready-made result without any calculation. */
  @property({ attribute: false, noAccessor: true })
  get result(): KpiResult<V> | null {
    return this.computation.result;
  }
  set result(value: KpiResult<V> | null) {
    this.#given = value;
    this.#ready.renew();
    this.requestUpdate();
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
    return this.#ready.promise;
  }

  /** What the page and the person should know though nothing stopped: wrong settings, notes on the data, fallbacks. */
  get notices(): readonly Notice[] {
    return [...this.faults.list.map(faultNotice), ...(this.report?.notices ?? []), ...this.computation.notices];
  }

  /** What to calculate; read again on every change of a property. */
  protected abstract request(): { kpi: string; params: object };

  /** Opens a data set; replaced where figures come from elsewhere. */
  protected openSource(input: SourceInput, options: SourceOptions): KpiSource {
    return openSource(input, options);
  }

  /** One of a few words: `value` if it is among `allowed`, else the first of them, and a notice about the attribute. */
  protected choose<T extends string>(attribute: string, value: string | null, allowed: readonly T[]): T {
    return this.faults.check(attribute, value as T, allowed.includes(value as T), allowed[0]);
  }

  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    // Defaults of the fields arrive here before the signal exists.
    if (change[0] !== undefined && #ready in this) this.#ready?.renew();
    super.requestUpdate(...change);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' || name === 'dir') this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#leaving);
    this.connection = new AbortController();
    const { signal } = this.connection;
    const update = () => this.requestUpdate();
    const children = new MutationObserver(() => {
      this.#childrenRead = false;
      update();
    });
    children.observe(this, { childList: true, subtree: true, characterData: true });
    const release = onPageLanguage(update);
    signal.addEventListener('abort', () => {
      children.disconnect();
      release();
    });
    document.addEventListener('DOMContentLoaded', update, { once: true, signal });
    this.#childrenRead = false;
    update();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.connection.abort();
    // A move is a removal and an insertion in one task: only a removal that lasts lets go of the data.
    this.#leaving = setTimeout(() => this.computation.suspend());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.isConnected) return;
    this.faults.begin();
    this.#readSpeech();
    const { data, src, source } = this;
    const children = (data ?? null) === null && !src ? this.#readChildren() : null;
    const given = { data, src, children, source, result: this.#given, parsed: isParsed(this) };
    try {
      const feed = chooseFeed(given, this.#options(), (input, options) => this.openSource(input, options));
      this.computation.update(feed, this.#request());
    } catch (error) {
      this.computation.refuse(error);
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#reportFaults();
    const { computation } = this;
    const { outcome, status, result, error } = computation;
    if (status === 'loading' || (result ?? error) === null || (this.#ready.settled && this.#told === outcome)) return;
    afterPaint(() => {
      if (outcome === computation.outcome && computation.status !== 'loading') this.#tell(outcome);
    });
  }

  #tell(outcome: number): void {
    const { result, error } = this.computation;
    const fresh = this.#told !== outcome;
    this.#told = outcome;
    if (result) {
      if (!this.#ready.settled) this.#ready.resolve(result);
      if (fresh) this.dispatchEvent(new KpiReadyEvent(result));
    } else if (error) {
      if (!this.#ready.settled) this.#ready.reject(error);
      if (fresh) this.dispatchEvent(new KpiErrorEvent(error, this.notices));
    }
  }

  #reportFaults(): void {
    for (const fault of this.faults.takeNew()) {
      const { message, details = {} } = faultNotice(fault);
      const error: ErrorInfo = { code: 'invalid-param', message, path: null, details };
      warnOnce(`<${this.localName}> ${message}`);
      this.dispatchEvent(new KpiErrorEvent(error, this.notices));
    }
  }

  #readSpeech(): void {
    const lang = nearestLang(this);
    const language = languageOf(lang);
    const { locale } = this;
    const used = locale && this.faults.check('locale', locale, isLocale(locale), '');
    this.speech = createSpeech(used || (/^(en|fr)\b/i.test(lang) ? lang : language), language);
  }

  #options(): SourceOptions {
    const options: SourceOptions = {};
    const { timeZone, currency, mapping, workerUrl } = this;
    if (timeZone && this.faults.check('time-zone', timeZone, isTimeZone(timeZone), null)) options.timeZone = timeZone;
    if (currency && this.faults.check('currency', currency, isCurrency(currency), null)) options.currency = currency.toUpperCase();
    if (mapping) options.mapping = mapping;
    if (workerUrl) options.workerUrl = typeof workerUrl === 'string' && workerUrl !== 'none' ? absoluteUrl(workerUrl) : workerUrl;
    Object.assign(options, this.limits);
    return options;
  }

  #request(): KpiRequest {
    const { asOf, minGroupSize } = this;
    const request: KpiRequest = { ...this.request() };
    if (this.filter) request.filter = this.filter;
    if (asOf && this.faults.check('as-of', asOf, isIsoDate(asOf), null)) request.asOf = asOf;
    const size = this.faults.check('min-group-size', minGroupSize, Number.isInteger(minGroupSize) && minGroupSize >= 1, 1);
    if (size > 1) request.minGroupSize = size;
    return request;
  }

  #readChildren(): ChildData | null {
    if (!this.#childrenRead && isParsed(this)) {
      this.#children = readChildren(this);
      this.#childrenRead = true;
    }
    return this.#children;
  }
}
