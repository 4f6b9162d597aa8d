/** A widget among others: the dashboard that it stands in, or the group whose filter it shares. */
import type { Filter } from '../core/kpi/contract.js';
import { SettingsElement } from './settings-element.js';
import { CHANGED, FIND, page } from './shell.js';
import type { Member, Shell, SharedSettings } from './shell.js';
import type { PropertyDeclarations } from './template-element.js';

export abstract class MemberElement extends SettingsElement implements Member {
  static override properties: PropertyDeclarations = {
    htmlFor: { attribute: 'for' },
    filterGroup: {},
  };

  /** Id of the dashboard to belong to. Default: the nearest one around the widget. */
  htmlFor?: string | null;

  /**
   * Widgets without a dashboard that share this name share the filter that a person picks in any of them. On a page without dashboards
   * this needs `vigie/filter-group`.
   */
  filterGroup?: string | null;

  /** @internal */
  protected shell: Shell | null = null;
  /** Ends with the present connection to a document. */
  protected connection = new AbortController();
  // Not #private: settings arrive before these exist.
  private leaving?: () => void;

  /**
   * Dimensions whose parts the picture shows: the shared filter does not narrow them, or nothing would be left to compare with and to
   * pick; the picture shows which of them is picked.
   */
  protected get dimensions(): readonly string[] {
    return [];
  }

  /** What the dashboard says where the widget itself says nothing. */
  protected get shared(): SharedSettings {
    return this.shell?.settings ?? {};
  }

  /**
   * The shared filter as far as it narrows this widget, and its own one, which comes first; null: nothing narrows.
   * @param shared In place of the present one.
   */
  protected narrowed(shared?: Filter): Filter | null {
    const { filter = null, dimensions, shell } = this;
    return shell ? shell.narrow(filter, dimensions, shared) : filter;
  }

  /** Shows what can be shown of the state without drawing anew. */
  protected showState(): void {}

  /** @internal Something that is shared has changed. */
  abstract follow(): void;

  /** @internal Resolves when it shows what was last asked for, or says why it does not. */
  abstract drawn(): Promise<void>;

  override requestUpdate(name?: string): void {
    if (/^(htmlFor|filterGroup)$/.test(name ?? '') && this.isConnected) this.#find();
    super.requestUpdate(name);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.connection = new AbortController();
    this.#find();
    document.addEventListener(CHANGED, () => this.#find(), { signal: this.connection.signal });
  }

  /** Stays in its shell, for it may only be on its way to another place. */
  disconnectedCallback(): void {
    this.connection.abort();
  }

  /** Leaves its shell for good. */
  protected leaveShell(): void {
    this.leaving?.();
    this.leaving = undefined;
    if (!this.shell) return;
    this.shell = null;
    this.showState();
  }

  protected findShell(): Shell | null {
    return page[FIND]?.(this, this.htmlFor, this.filterGroup) ?? null;
  }

  /** Joins before it leaves: a group is forgotten with its last member. */
  #find(): void {
    const { leaving, shell } = this;
    this.shell = this.findShell();
    this.leaving = this.shell?.join(this);
    leaving?.();
    if (this.shell !== shell) this.requestUpdate();
  }
}
