/** Filters that several widgets share by the name of their group, page-wide. */
import type { Filter } from '../core/kpi/contract.js';

/** Keys that hold lists; `period` is the other one. */
export const LISTS = ['channel', 'country', 'segment', 'stage', 'tier', 'cohort'] as const;
export type ListKey = (typeof LISTS)[number];

const isList = (key: string): key is ListKey => (LISTS as readonly string[]).includes(key);

/** What a person can pick in a picture. */
export interface Picked {
  readonly dimension: string;
  readonly values: readonly (string | number)[];
}

/** Filter of a selection alone: `period` holds first and last day; null for what is no dimension of filters. */
function filterOf({ dimension, values }: Picked): Filter | null {
  const texts = values.map(String);
  if (dimension === 'period' && texts.length === 2) return { period: { from: texts[0], to: texts[1] } };
  return isList(dimension) && texts.length ? { [dimension]: texts } : null;
}

/** Whether a filter says what a selection says; null where it says nothing of that dimension. */
export function isPicked(filter: Filter, selection: Picked): boolean | null {
  const own = filterOf(selection);
  const key = selection.dimension as keyof Filter;
  const chosen = filter[key];
  if (!own || !chosen) return null;
  if (Array.isArray(chosen)) return selection.values.every((value) => chosen.includes(String(value)));
  return JSON.stringify(chosen) === JSON.stringify(own[key]);
}

/** The filter after a person has picked something: in place of what the dimension said, or without it when it said just that; null: no change. */
export function withPick(filter: Filter, selection: Picked): Filter | null {
  const own = filterOf(selection);
  if (!own) return null;
  const key = selection.dimension as keyof Filter;
  const isSame = JSON.stringify(filter[key]) === JSON.stringify(own[key]);
  const rest = Object.entries(filter).filter(([each]) => each !== key);
  return { ...Object.fromEntries(rest), ...(isSame ? {} : own) };
}

/** A filter that several hold. Listeners are told at once. */
export interface FilterGroup {
  readonly filter: Filter;
  set(filter: Filter): void;
  /** Returns the unsubscribe function; the group is forgotten with its last listener. */
  listen(listener: () => void): () => void;
}

function createGroup(empty: () => void): FilterGroup {
  const listeners = new Set<() => void>();
  let filter: Filter = {};
  return {
    get filter() {
      return filter;
    },
    set(next) {
      if (JSON.stringify(next) === JSON.stringify(filter)) return;
      filter = next;
      for (const listener of [...listeners]) listener();
    },
    listen(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void (listeners.delete(own) && !listeners.size && empty());
    },
  };
}

/** The group of that name; that of the copy of the library that came first. The number changes with what a group is. */
export function groupNamed(name: string): FilterGroup {
  const page = globalThis as { [key: symbol]: Map<string, FilterGroup> | undefined };
  const groups = (page[Symbol.for('vigie.filters.1')] ??= new Map<string, FilterGroup>());
  const group = groups.get(name) ?? createGroup(() => groups.delete(name));
  groups.set(name, group);
  return group;
}
