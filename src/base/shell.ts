/**
 * How widgets find the dashboard that they stand in, whichever of them comes first: each asks upwards with an event, which crosses shadow
 * roots, closed ones too; and when dashboards come, go or change their name, all ask again.
 */
import type { Filter } from '../core/kpi/contract.js';
import type { Feed } from './computation.js';
import type { Selection } from '../chart/types.js';
import { KpiSelectEvent } from './events.js';
import { groupNamed, withPick } from './filter-group.js';

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
}

/** A dashboard, or a filter group, as widgets see it. Two versions of the library on a page share it: names are for good. */
export interface Shell {
  readonly settings: SharedSettings;
  readonly filter: Filter;
  /** Where the data come from; null: the widgets' own, undefined: it is not known yet. */
  readonly feed: Feed | null | undefined;
  /** A person picked something. */
  pick(event: KpiSelectEvent): void;
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
  /** What it calls itself. */
  readonly label?: string;
  readonly ready?: Promise<unknown>;
  readonly result?: unknown;
  exportCSV?(): string;
}

/** Nobody else hears it: a shell answers, and stops it. */
export class KpiJoinEvent extends Event {
  shell: Shell | null = null;
  constructor(readonly member: Member) {
    super('kpi-join-1', { bubbles: true, composed: true });
  }
}

const CHANGED = 'kpi-shells-1';

/** Dashboards came, went or changed their name. */
export function announceShells(): void {
  document.dispatchEvent(new Event(CHANGED));
}

export function onShells(listener: () => void, signal: AbortSignal): void {
  document.addEventListener(CHANGED, listener, { signal });
}

/** Tells the page, and then the shell, unless the page or the widget itself has taken care of it. */
export function pick(element: Element, selection: Selection, shell: () => Shell | null): void {
  const event = new KpiSelectEvent(selection);
  event.taken = shell() !== null;
  if (element.dispatchEvent(event)) shell()?.pick(event);
}

/** Element of that id in the tree of an element, or in those around it. */
function byId(element: Element, id: string): Element | null {
  for (let at: Element | undefined = element; at;) {
    const root = at.getRootNode() as ShadowRoot;
    const found = root.getElementById?.(id);
    if (found) return found;
    at = root.host;
  }
  return null;
}

/** A filter group, which shares nothing else. */
function groupShell(name: string): Shell {
  const group = groupNamed(name);
  return {
    settings: {},
    get filter() {
      return group.filter;
    },
    feed: null,
    pick(event) {
      const next = withPick(group.filter, event);
      if (next) group.set(next);
    },
    join: (member) => group.listen(() => member.follow()),
  };
}

/** The shell of a member: the dashboard that `id` names, else the nearest one around the element, else the group of that name. */
export function findShell(element: Element & Member, id: string | null | undefined, group: string | null | undefined): Shell | null {
  const event = new KpiJoinEvent(element);
  (id ? byId(element, id) : element)?.dispatchEvent(event);
  return event.shell ?? (group ? groupShell(group) : null);
}

/** Whether a dashboard around it is still to be defined. */
export function awaitsShell(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host)
    if (at.closest('kpi-dashboard:not(:defined)')) return true;
  return false;
}
