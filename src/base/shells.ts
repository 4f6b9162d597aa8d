/**
 * How widgets find the dashboard that they stand in, whichever of them comes first: each asks upwards with an event, which crosses shadow
 * roots, closed ones too. Comes with a dashboard, or with `vigie/filter-group`.
 */
import type { Filter } from '../core/kpi/contract.js';
import { showChosen } from './chosen.js';
import { groupNamed, withPick } from './filter-group.js';
import { byId, CHANGED, FIND, page } from './shell.js';
import type { FindShell, Member, Shell } from './shell.js';

/** Nobody else hears it: a shell answers, and stops it. */
export class KpiJoinEvent extends Event {
  shell: Shell | null = null;
  constructor(readonly member: Member) {
    super('kpi-join-1', { bubbles: true, composed: true });
  }
}

/** What a shell does with its filter. */
export function filterShell(filter: () => Filter): Pick<Shell, 'narrow' | 'showChosen'> {
  return {
    narrow(own, dimensions, shared = filter()) {
      const left = Object.entries(shared).filter(([key]) => !dimensions.includes(key));
      return left.length ? { ...Object.fromEntries(left), ...own } : (own ?? null);
    },
    showChosen: (elements, marks) => showChosen(elements, marks, filter()),
  };
}

/** A filter group, which shares nothing else. */
function groupShell(name: string): Shell {
  const group = groupNamed(name);
  const { narrow, showChosen } = filterShell(() => group.filter);
  return {
    narrow,
    showChosen,
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

const findShell: FindShell = (element, id, group) => {
  const asked = (at: Element | null): Shell | null => {
    const event = new KpiJoinEvent(element);
    at?.dispatchEvent(event);
    return event.shell;
  };
  return (id ? asked(byId(element, id)) : null) ?? asked(element) ?? (group ? groupShell(group) : null);
};

/** Dashboards or groups came, went or changed their name: widgets that were there before find them now. */
export function announceShells(): void {
  page[FIND] ??= findShell;
  // Missing on a server, and in the worker that the one-file build makes of itself.
  (globalThis.document as Partial<Document> | undefined)?.dispatchEvent?.(new Event(CHANGED));
}
