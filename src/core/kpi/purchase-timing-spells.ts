/**
 * Who waits for a purchase, since when, and how it ended. The filter says where waiting begins (a registration, a purchase); it ends with
 * the next purchase of any kind: who comes back through another channel has come back.
 */
import { NO_DAY } from '../table/dataset.js';
import type { CodeColumn } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { compareTexts } from './customer-code.js';
import type { Occasions } from './occasions.js';
import { firstOrderDay, orderRows, ordersOf } from './order-rows.js';

/** @internal One a wait, customer by customer. */
export interface Spells {
  length: number;
  readonly owner: Int32Array;
  /** Purchases before it: 0 after registration. */
  readonly purchases: Int32Array;
  /** Order that it begins with, -1 for a registration. */
  readonly row: Int32Array;
  readonly days: Int32Array;
  /** 1 where it ended with a purchase. */
  readonly ended: Uint8Array;
  /** Registered before the first order in the data: their first purchase may be older. */
  early: number;
  /** Bought before they registered. */
  ahead: number;
}

/**
 * By occasion the first order let through, -1 for none. Which of two orders of the same second stands first in the input must not matter.
 */
function originsOf(context: KpiContext, { of, day }: Occasions): Int32Array {
  const { second, channel, country } = ordersOf(context.dataset);
  const textOf = (column: CodeColumn | null, row: number): string => column?.values[column.codes[row]] ?? '';
  const order = (a: number, b: number): number =>
    second[a] - second[b] || compareTexts(textOf(channel, a), textOf(channel, b)) || compareTexts(textOf(country, a), textOf(country, b));
  const origin = new Int32Array(day.length).fill(-1);
  const rows = orderRows(context);
  for (let at = 0; at < rows.length; at++) {
    const occasion = of[rows[at]];
    if (occasion >= 0 && (origin[occasion] < 0 || order(rows[at], origin[occasion]) < 0)) origin[occasion] = rows[at];
  }
  return origin;
}

export function* collectSpells(context: KpiContext, { offsets, day, of }: Occasions): Generator<void, Spells, void> {
  const { dataset, from } = context;
  const asOf = context.asOf ?? -Infinity;
  const { customers } = dataset;
  const passed = context.rows('customers')!;
  const origin = originsOf(context, { offsets, day, of });
  yield;
  const size = customers.length + day.length;
  const column = () => new Int32Array(size);
  const [owner, purchases, row, days] = [column(), column(), column(), column()];
  const spells: Spells = { length: 0, owner, purchases, row, days, ended: new Uint8Array(size), early: 0, ahead: 0 };
  const add = (person: number, before: number, start: number, begun: number, next: number): void => {
    const ends = next <= asOf;
    const at = spells.length++;
    owner[at] = person;
    purchases[at] = before;
    row[at] = start;
    days[at] = Math.max(0, (ends ? next : asOf) - begun);
    spells.ended[at] = +ends;
  };
  const earliest = firstOrderDay(dataset);
  for (let person = 0; person < customers.length; person++) {
    const end = offsets[person + 1];
    const created = customers.createdDay[person];
    if (passed[person] === 1 && created >= (from ?? -Infinity) && created <= asOf) {
      const first = offsets[person] < end ? day[offsets[person]] : Infinity;
      if (created < earliest) spells.early += +(created !== NO_DAY);
      else {
        spells.ahead += +(first < created);
        add(person, 0, -1, created, first);
      }
    }
    for (let at = offsets[person]; at < end && day[at] <= asOf; at++)
      if (origin[at] >= 0) add(person, at - offsets[person] + 1, origin[at], day[at], at + 1 < end ? day[at + 1] : Infinity);
  }
  return spells;
}
