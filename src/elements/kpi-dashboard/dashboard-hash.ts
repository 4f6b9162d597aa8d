/**
 * A dashboard's state in the address, as `name.period=30D&name.channel=E-mail`: readable, one dashboard beside another, and beside whatever
 * else the page keeps there, which stays as it is.
 */
import { LISTS } from '../../base/filter-group.js';
import { readState } from './dashboard-state.js';
import type { DashboardState } from './dashboard-state.js';

const KEYS: readonly string[] = ['v', 'period', 'compare', 'order', 'view', ...LISTS];

const partsOf = (hash: string): string[] => hash.replace(/^#/, '').split('&');

/** What an address holds may be anything. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Key and value of a part that is the dashboard's; null for others, those of a dashboard whose name begins alike too. */
function readPart(part: string, name: string): readonly [key: string, value: string] | null {
  const [start, ...value] = part.split('=');
  const key = KEYS.find((each) => decoded(start) === `${name}.${each}`);
  return key === undefined ? null : [key, decoded(value.join('='))];
}

/** Some texts as one: `a,b`. They may hold commas themselves. */
const joined = (texts: readonly string[]): string => texts.map((text) => text.replace(/[%,+]/g, encodeURIComponent)).join();
const divided = (text: string): string[] => text.split(',').map(decoded);

const isUsual = (value: unknown, usual: unknown): boolean => JSON.stringify(value) === JSON.stringify(usual);

/** The address's fragment with this state: without anything of it where all is as usual. */
export function writeHash(hash: string, name: string, state: DashboardState, usual: DashboardState): string {
  const said: [key: string, value: string][] = [];
  for (const key of ['period', 'compare'] as const) if (state[key] !== usual[key]) said.push([key, state[key]]);
  for (const key of LISTS) for (const value of state.filter[key] ?? []) said.push([key, value]);
  if (!isUsual(state.order, usual.order)) said.push(['order', joined(state.order)]);
  for (const [widget, view] of Object.entries(state.views))
    for (const one of Object.entries(view)) said.push(['view', joined([widget, ...one])]);
  if (said.length) said.unshift(['v', `${state.version}`]);
  const own = said.map(([key, value]) => `${encodeURIComponent(`${name}.${key}`)}=${encodeURIComponent(value)}`);
  const others = partsOf(hash).filter((part) => !readPart(part, name));
  const parts = [others.join('&'), ...own].filter(Boolean);
  return parts.length ? `#${parts.join('&')}` : '';
}

/** Whether an address's fragment says anything of a dashboard. */
export const isInHash = (hash: string, name: string): boolean => partsOf(hash).some((part) => readPart(part, name) !== null);

/** The state that an address's fragment holds; what cannot be read in it is as usual. */
export function readHash(hash: string, name: string, usual: DashboardState): DashboardState {
  const own = partsOf(hash).flatMap((part) => {
    const read = readPart(part, name);
    return read ? [read] : [];
  });
  if (own.some(([key, value]) => key === 'v' && +value !== usual.version)) return usual;
  return own.reduce<DashboardState>((state, [key, value]) => {
    try {
      return readState({ ...state, ...changeOf(state, key, value) }, usual);
    } catch {
      return state;
    }
  }, usual);
}

function changeOf({ filter, views }: DashboardState, key: string, value: string): object {
  if (key === 'order') return { order: divided(value) };
  if (key === 'view') {
    const [widget, name, chosen] = divided(value);
    return { views: { ...views, [widget]: { ...views[widget], [name]: chosen } } };
  }
  const lists = filter as Readonly<Record<string, readonly string[]>>;
  return (LISTS as readonly string[]).includes(key)
    ? { filter: { ...filter, [key]: [...(lists[key] ?? []), value] } }
    : key === 'v'
      ? {}
      : { [key]: value };
}
