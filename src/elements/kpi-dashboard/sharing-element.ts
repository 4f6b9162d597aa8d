/** What a dashboard shares with the widgets inside it: data, settings and filter. All of them ask in one task, and are answered together. */
import type { Feed } from '../../base/computation.js';
import type { Explanation } from '../../base/explanation.js';
import { pngFile } from '../../base/export-png.js';
import { given, isIsoDate, isLocale } from '../../base/settings.js';
import type { Compare, Member, SharedSettings, Shell } from '../../base/shell.js';
import { announceShells, filterShell, type KpiJoinEvent } from '../../base/shells.js';
import type { PropertyDeclarations } from '../../base/template-element.js';
import type { KpiViewEvent } from '../../base/view-choice.js';
import type { Filter } from '../../core/kpi/contract.js';
import { csvOf, inOrder, svgOf } from './dashboard-files.js';
import { Foresight } from './foresight.js';
import { StateElement } from './state-element.js';

export abstract class SharingElement extends StateElement {
  // A change of the id is one of the name under which widgets elsewhere look for it.
  static override properties: PropertyDeclarations = { ownId: { attribute: 'id' } };

  /** Name under which widgets elsewhere belong to the dashboard: they say it in `for`. */
  protected ownId?: string | null;
  /** By a key of their own: a widget joins anew before it leaves. */
  readonly #joined = new Map<object, Member>();
  /** Where the data come from; undefined: not known yet. */
  #feed: Feed | null | undefined;
  #status = '';
  /** What was last shared, as text. */
  #shared = '';
  readonly #shell: Shell;
  readonly #foresight = new Foresight({
    settled: () => this.settled(),
    likely: () => this.#likely(),
    // What fails is told where it is asked in earnest.
    askAhead: (shared, signal) => Promise.allSettled([...this.members].map(async (member) => member.askAhead?.(shared, signal))),
  });

  constructor() {
    super();
    const settings = (): SharedSettings => this.#settings;
    const filter = (): Filter => this.sharedFilter;
    const feed = (): Feed | null | undefined => this.#feed;
    // Members are named one by one: an object spread before accessors keeps a dashboard that is gone alive in Chromium.
    const { narrow, showChosen } = filterShell(filter);
    this.#shell = {
      narrow,
      showChosen,
      get settings() {
        return settings();
      },
      get filter() {
        return filter();
      },
      get feed() {
        return feed();
      },
      pick: (event) => this.pick(event),
      point: (selection) => {
        const shared = this.sharedAfter(selection);
        if (shared && !this.still) this.#foresight.point(shared);
      },
      join: (member) => {
        const key = {};
        this.#joined.set(key, member);
        const widget = member as Member & HTMLElement;
        this.views.add(widget, this.state.views);
        widget.addEventListener('kpi-view-1', this.viewed);
        this.#foresight.rest();
        return () => this.#left(key, widget);
      },
    };
    this.addEventListener('kpi-join-1', (event) => {
      event.stopPropagation();
      (event as KpiJoinEvent).shell = this.#shell;
    });
    // What elements of the page itself let pick.
    this.addEventListener('kpi-select', (event) => {
      if (!event.taken) queueMicrotask(() => event.defaultPrevented || this.pick(event));
    });
  }

  /**
   * Prints the page: every widget with its tables in full.
   * @param report `day` or `month`: that of the as-of day, whatever period the person has chosen. Default: as shown.
   */
  async print(report?: 'day' | 'month'): Promise<void> {
    if (report) {
      this.printed = report;
      this.requestUpdate();
      await this.settled();
    }
    print();
    this.printed = null;
    this.requestUpdate();
  }

  /** Resolves when all widgets show what was last asked for, or say why they do not. */
  async settled(): Promise<void> {
    await this.drawn();
    await this.updateComplete;
    await Promise.all([...this.members].map((member) => member.drawn()));
  }

  /** All results as JSON: state, inventory of sources, and what each widget stands on. */
  exportJSON(): string {
    const results = [...this.members].flatMap(({ label, result }) => (result ? [{ label, result }] : []));
    return JSON.stringify({ state: this.getState(), sources: this.result, results }, null, 1);
  }

  /** The tables of all widgets as CSV, one after the other under their names; those without figures are left out. */
  exportCSV(): string {
    return csvOf(this.members);
  }

  /** The pictures of all widgets as one SVG, one under the other. @throws KpiError `empty-input` before there are figures. */
  exportSVG(): string {
    return svgOf(this.members);
  }

  /** The same as PNG. `scale`: pixels per CSS pixel, above 0 and up to 8, default 2. Rejects where `img-src` forbids `blob:`. */
  async exportPNG({ scale = 2 }: { scale?: number } = {}): Promise<Blob> {
    return pngFile(this.exportSVG(), scale);
  }

  /** Opens the explanation of a figure, in the first widget that shows it, and returns it as a plain object; null where none does. */
  explain(figure: string): Explanation | null {
    for (const member of inOrder(this.members)) {
      const found = member.explain?.(figure);
      if (found) return found;
    }
    return null;
  }

  override requestUpdate(...change: Parameters<StateElement['requestUpdate']>): void {
    super.requestUpdate(...change);
    if (change[0] === 'ownId' && this.isConnected) announceShells();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announceShells();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#foresight.stop();
    announceShells();
  }

  /** The widgets that it serves. */
  protected get members(): ReadonlySet<Member> {
    return new Set(this.#joined.values());
  }

  /** Nothing to press in the widgets. */
  protected abstract get still(): boolean;

  /** A dashboard stands for itself. */
  protected override findShell(): null {
    return null;
  }

  /** The inventory is one of all data. */
  protected override narrowed(): null {
    return null;
  }

  protected override prepare(): void {
    super.prepare();
    if (!this.isConnected) return;
    this.#share();
    this.#lead();
    this.#foresight.rest();
  }

  /** Those of dimensions with few values first. None where nobody picks, or where data that stay fresh would have them worked out again and again. */
  #likely(): Filter[] {
    if (this.still || (this.refreshEvery ?? 0) > 0) return [];
    const byDimension = new Map<string, Map<string, Filter>>();
    for (const pick of [...this.members].flatMap(({ picks = [] }) => picks)) {
      const shared = this.sharedAfter(pick);
      const filters = byDimension.get(pick.dimension) ?? new Map<string, Filter>();
      if (shared) byDimension.set(pick.dimension, filters.set(JSON.stringify(shared), shared));
    }
    return [...byDimension.values()].sort((one, other) => one.size - other.size).flatMap((filters) => [...filters.values()]);
  }

  #left(key: object, widget: Member & HTMLElement): void {
    this.#joined.delete(key);
    if (this.members.has(widget)) return;
    this.views.remove(widget);
    widget.removeEventListener('kpi-view-1', this.viewed);
  }

  /** All give up together, and try again together. */
  #lead(): void {
    const { status } = this.computation;
    const before = this.#status;
    this.#status = status;
    if (status === before) return;
    for (const member of this.members) {
      if (this.computation.error?.code === 'aborted') member.cancel?.();
      if (before === 'error') member.retry?.();
    }
  }

  #share(): void {
    const before = this.#feed;
    this.#feed = this.#readFeed();
    const shared = JSON.stringify([this.#settings, this.sharedFilter, this.#feed?.options]);
    if (shared === this.#shared && before?.key === this.#feed?.key && !before === !this.#feed) return;
    this.#shared = shared;
    for (const member of this.members) member.follow();
  }

  /** A ready-made inventory is no data for others. */
  #readFeed(): Feed | null {
    try {
      const feed = this.feed();
      return feed?.result ? null : feed;
    } catch {
      return null;
    }
  }

  get #settings(): SharedSettings {
    const { minGroupSize } = this;
    return given<SharedSettings>({
      asOf: this.textOf('as-of', this.asOf, isIsoDate),
      locale: this.textOf('locale', this.locale, isLocale),
      minGroupSize: minGroupSize > 1 ? minGroupSize : null,
      compare: this.state.compare as Compare,
      static: this.still,
      failed: this.computation.status === 'error',
    });
  }
}

declare global {
  interface HTMLElementEventMap {
    'kpi-join-1': KpiJoinEvent;
    'kpi-view-1': KpiViewEvent;
  }
}
