/**
 * What widgets share, as they see it: a dashboard, or the filter of a group. How these are found comes with the first of them (shells.ts):
 * a page that has none does not load it. Whenever they come, go or change their name, all widgets look again.
 */
import type { Filter } from '../core/kpi/contract.js';
import type { Feed } from './computation.js';
import type { Explanation } from './explanation.js';
import type { Mark, Selection } from '../chart/types.js';
import { KpiSelectEvent } from './events.js';

/** What the figures are compared with, in widgets that have a comparison. */
export type Compare = 'none' | 'previous-period' | 'previous-year';

/** Settings that a dashboard makes for all; those of a widget itself come first. */
export interface SharedSettings {
  readonly asOf?: string | null;
  readonly locale?: string | null;
  readonly minGroupSize?: number;
  readonly compare?: Compare;
  /** Nothing to press, nothing that moves. */
  readonly static?: boolean;
  /** The data could not be read: the dashboard says why. */
  readonly failed?: boolean;
}

/** A dashboard, or a filter group, as widgets see it. Two versions of the library on a page share it: names are for good. */
export interface Shell {
  readonly settings: SharedSettings;
  readonly filter: Filter;
  /** Where the data come from; null: the widgets' own, undefined: it is not known yet. */
  readonly feed: Feed | null | undefined;
  /**
   * The shared filter without some of its dimensions, and a widget's own one, which comes first; null: nothing narrows.
   * @param shared In place of the present one.
   */
  narrow(own: Filter | null | undefined, dimensions: readonly string[], shared?: Filter): Filter | null;
  /** Shows on the drawn marks of a widget whether the shared filter speaks of them. */
  showChosen(elements: Iterable<HTMLElement | SVGElement>, marks: readonly Mark[]): void;
  /** A person picked something. */
  pick(event: KpiSelectEvent): void;
  /** A person may be about to pick something. */
  point?(selection: Selection): void;
  /** Returns the leave function. */
  join(member: Member): () => void;
}

/** A widget as its shell sees it. */
export interface Member {
  /** Something that is shared has changed. */
  follow(): void;
  /** Gives up what it waits for. */
  cancel?(): void;
  /** Starts again after an error. */
  retry?(): void;
  /** Has what it would ask under another shared filter worked out and kept. */
  askAhead?(shared: Filter, signal: AbortSignal): Promise<void>;
  /** What a person can pick in its picture. */
  readonly picks?: readonly Selection[];
  /** What it calls itself. */
  readonly label?: string;
  /** Resolves when it shows what was last asked for, or says why it does not. */
  drawn(): Promise<void>;
  readonly result?: unknown;
  exportCSV?(): string;
  exportSVG?(): string;
  explain?(figure: string): Explanation | null;
}

/** The shell of a member: the dashboard that `id` names, else the nearest one around the element, else the group of that name. */
export type FindShell = (element: Element & Member, id: string | null | undefined, group: string | null | undefined) => Shell | null;

/** @internal That of the copy of the library that came first. The number changes with what a shell is. */
export const page = globalThis as { [key: symbol]: FindShell | undefined };
export const FIND = Symbol.for('vigie.shells.1');
/** Name of the event that says: dashboards or groups came, went or changed their name. */
export const CHANGED = 'kpi-shells-1';

/** Tells the page, and then the shell, unless the page or the widget itself has taken care of it. */
export function pick(element: Element, selection: Selection, shell: () => Shell | null): void {
  const event = new KpiSelectEvent(selection);
  event.taken = shell() !== null;
  if (element.dispatchEvent(event)) shell()?.pick(event);
}

/** Element of that id in the tree of an element, or in those around it. */
export function byId(element: Element, id: string): Element | null {
  for (let at: Element | undefined = element; at;) {
    const root = at.getRootNode() as ShadowRoot;
    const found = root.getElementById?.(id);
    if (found) return found;
    at = root.host;
  }
  return null;
}

/** Whether a dashboard around it is still to be defined. */
export function awaitsShell(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host)
    if (at.closest('kpi-dashboard:not(:defined)')) return true;
  return false;
}
