/**
 * A dashboard's state in the address, as `name.period=30D&name.channel=E-mail`: readable, one dashboard beside another, and beside whatever
 * else the page keeps there, which stays as it is.
 */
import { LISTS } from '../../base/filter-group.js';
import { readState } from './dashboard-state.js';
import type { DashboardState } from './dashboard-state.js';

const partsOf = (hash: string): string[] => hash.replace(/^#/, '').split('&').filter(Boolean);

function isOwn(part: string, name: string): boolean {
  return decoded(part).startsWith(`${name}.`);
}

/** What an address holds may be anything. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const isUsual = (value: unknown, usual: unknown): boolean => JSON.stringify(value) === JSON.stringify(usual);

/** The address's fragment with this state: without anything of it where all is as usual. */
export function writeHash(hash: string, name: string, state: DashboardState, usual: DashboardState): string {
  const said: [key: string, value: string][] = [];
  for (const key of ['period', 'compare'] as const) if (state[key] !== usual[key]) said.push([key, state[key]]);
  for (const key of LISTS) for (const value of state.filter[key] ?? []) said.push([key, value]);
  if (!isUsual(state.order, usual.order)) said.push(['order', state.order.join()]);
  if (said.length) said.unshift(['v', `${state.version}`]);
  const own = said.map(([key, value]) => `${encodeURIComponent(`${name}.${key}`)}=${encodeURIComponent(value)}`);
  const parts = [...partsOf(hash).filter((part) => !isOwn(part, name)), ...own];
  return parts.length ? `#${parts.join('&')}` : '';
}

/** The state that an address's fragment holds; what cannot be read in it is as usual. */
export function readHash(hash: string, name: string, usual: DashboardState): DashboardState {
  const own = partsOf(hash)
    .filter((part) => isOwn(part, name))
    .map((part) => {
      const [key, ...value] = part.split('=');
      return [decoded(key).slice(name.length + 1), decoded(value.join('='))] as const;
    });
  const all = (key: string): string[] => own.flatMap(([each, value]) => (each === key ? [value] : []));
  const attempt = (state: DashboardState, change: object): DashboardState => {
    try {
      return readState({ ...state, ...change }, usual);
    } catch {
      return state;
    }
  };
  if (all('v').some((version) => +version !== usual.version)) return usual;
  const changes: object[] = [
    ...(['period', 'compare'] as const).flatMap((key) => all(key).map((value) => ({ [key]: value }))),
    ...all('order').map((order) => ({ order: order.split(',') })),
    { filter: Object.fromEntries(LISTS.map((key) => [key, all(key)])) },
  ];
  return changes.reduce<DashboardState>(attempt, usual);
}
