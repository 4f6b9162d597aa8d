/** The state of a dashboard: what a person changes, undone and done again, in the address, and shared with a filter group. */
import { DataElement } from '../../base/data-element.js';
import { groupNamed, withPick, type Picked } from '../../base/filter-group.js';
import type { PropertyDeclarations } from '../../base/template-element.js';
import type { KpiViewEvent } from '../../base/view-choice.js';
import type { Filter } from '../../core/kpi/contract.js';
import type { SourcesResult } from '../../core/kpi/sources-types.js';
import { claimName, releaseName } from './address-names.js';
import { isInHash, readHash, writeHash } from './dashboard-hash.js';
import { COMPARES, filterOf, isPeriod, readState, STATE_VERSION, withFilter } from './dashboard-state.js';
import type { DashboardState } from './dashboard-state.js';
import { History } from './history.js';
import { KpiStateEvent } from './kpi-state-event.js';
import { MemberViews } from './member-views.js';

export abstract class StateElement extends DataElement<SourcesResult> {
  static override properties: PropertyDeclarations = {
    period: {},
    compare: {},
    noHash: { type: Boolean },
  };

  /**
   * Period of all figures: `all`, `30D`, `12M` (up to the as-of day), `day`, `week`, `month`, `quarter`, `year` (the one that holds it),
   * `previous-month` and likewise, or days: `2025-01-01/2025-03-31`. A person can choose another one.
   */
  period: string = 'all';

  /** What widgets that can compare compare with: `previous-period`, `previous-year` or `none`. A person can choose another one. */
  compare: string = COMPARES[0];

  /** The address of the page is left alone; else it holds what a person has changed, under the dashboard's id, or `kpi`, `kpi2`, … */
  noHash = false;

  // Not #private: settings arrive before this exists.
  protected history?: History<DashboardState>;
  /** What paper shows in place of the period that the person has chosen. */
  protected printed: string | null = null;
  /** How the widgets are looked at. */
  protected readonly views = new MemberViews();
  /** Under which it stands in the address, while it is in a document. */
  private named?: string;

  /** What a person has changed, to be kept by the page: plain, with a version of its form. */
  getState(): DashboardState {
    return structuredClone(this.state);
  }

  /**
   * Shows a state again. What it does not say is as the page set it.
   * @throws KpiError `invalid-param` for another version, an unknown period, comparison, dimension or value of one, and wrong types.
   */
  setState(state: Partial<DashboardState>): void {
    this.change(readState(state, this.#usual));
  }

  /** Takes back the last change of period, comparison, filter, order or view. Steps are those since the page was opened. */
  undo(): void {
    this.#step('undo');
  }

  /** Does again what was taken back. */
  redo(): void {
    this.#step('redo');
  }

  override requestUpdate(...change: Parameters<DataElement<SourcesResult>['requestUpdate']>): void {
    const [name] = change;
    if (this.history && (name === 'period' || name === 'compare')) this.change({ [name]: this.#usual[name] });
    if (name === 'ownId' && this.named) this.#rename();
    super.requestUpdate(...change);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.connection;
    const isKnown = this.history !== undefined;
    if (!this.noHash) this.named = claimName(this);
    const { state } = this;
    if (isKnown) this.#followHash(true);
    // The address of an anchor of the page says nothing of the dashboard, and is not another view.
    addEventListener('hashchange', () => this.#followHash(document.querySelector(':target') !== null), { signal });
    if (!this.filterGroup) return;
    const group = groupNamed(this.filterGroup);
    const stop = group.listen(() => this.change(withFilter(this.state, group.filter)));
    signal.addEventListener('abort', stop);
    if (Object.keys(group.filter).length) this.change(withFilter(state, group.filter));
    else group.set(filterOf(state));
  }

  /** Its name may be another's the next time, unless it is an id. */
  protected override leaveShell(): void {
    super.leaveShell();
    const { named } = this;
    this.named = undefined;
    if (named && releaseName(this, named) && !this.id) this.#erase(named);
  }

  protected override prepare(): void {
    super.prepare();
    // Faults are collected anew with each reading of the settings.
    void this.#usual;
  }

  protected get state(): DashboardState {
    this.history ??= new History(this.#fromHash());
    return this.history.present;
  }

  /** What the widgets share: the page's own filter, and over it what the person has chosen. */
  protected get sharedFilter(): Filter {
    const { state, printed } = this;
    return this.#sharedIn(printed ? { ...state, period: printed } : state);
  }

  protected change(part: Partial<DashboardState>): void {
    const next = { ...this.state, ...part };
    if (this.history!.push(next)) this.#changed();
  }

  /** A person has picked something in a picture. */
  protected pick(selection: Picked): void {
    const next = this.#after(selection);
    if (next) this.change(next);
  }

  /** What the widgets would share after a person has picked something; null: what they share now. */
  protected sharedAfter(selection: Picked): Filter | null {
    const next = this.#after(selection);
    return next && this.#sharedIn(next);
  }

  /** A person has chosen how to look at a widget. */
  protected readonly viewed = (event: KpiViewEvent): void => {
    const views = this.views.changed(this.state.views, event);
    if (views && this.history!.push({ ...this.state, views }, event.isStep)) this.#changed();
  };

  #sharedIn(state: DashboardState): Filter {
    return { ...this.filter, ...filterOf(state) };
  }

  #after(selection: Picked): DashboardState | null {
    const next = withPick(filterOf(this.state), selection);
    return next && withFilter(this.state, next);
  }

  #step(direction: 'undo' | 'redo'): void {
    this.history?.[direction]();
    this.#changed();
  }

  #changed(): void {
    const { state } = this;
    this.views.show(state.views);
    this.#toHash(state);
    if (this.filterGroup && this.isConnected) groupNamed(this.filterGroup).set(filterOf(state));
    this.dispatchEvent(new KpiStateEvent(this.getState()));
    this.requestUpdate();
  }

  get #usual(): DashboardState {
    const { period, compare, faults } = this;
    return {
      version: STATE_VERSION,
      period: faults.check('period', period, isPeriod(period), 'all'),
      compare: this.choose('compare', compare, COMPARES),
      filter: {},
      order: [],
      views: {},
    };
  }

  /** As the address says. Where it says nothing of the dashboard, it is told what the dashboard shows, or left alone. */
  #followHash(tells: boolean): void {
    if (this.noHash) return;
    if (isInHash(location.hash, this.#name)) this.change(this.#fromHash());
    else if (tells) this.#toHash(this.state);
  }

  #rename(): void {
    const { named } = this;
    if (named === this.id) return;
    if (releaseName(this, named!)) this.#erase(named!);
    this.named = claimName(this);
    this.#followHash(true);
  }

  get #name(): string {
    return this.named ?? (this.id || 'kpi');
  }

  #fromHash(): DashboardState {
    return this.noHash ? (this.history?.present ?? this.#usual) : readHash(location.hash, this.#name, this.#usual);
  }

  #toHash(state: DashboardState): void {
    if (!this.noHash && this.isConnected) this.#write(writeHash(location.hash, this.#name, state, this.#usual));
  }

  #erase(name: string): void {
    this.#write(writeHash(location.hash, name, this.#usual, this.#usual));
  }

  #write(hash: string): void {
    if (hash === location.hash) return;
    try {
      history.replaceState(history.state, '', hash || location.pathname + location.search);
    } catch {
      // A page without an address of its own keeps no state in it.
    }
  }
}
