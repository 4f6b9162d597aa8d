/** Web measurement of the last month: visits, and what was done in them, up to the order. */
import type { CivilDay } from '../../src/core/calendar/civil-day.js';
import { formatIsoDay } from '../../src/core/calendar/civil-day.js';
import { clockTime, type OrderRow } from './orders.js';
import { liveliness, measurementStart } from './people.js';
import { pick, uniforms } from './random.js';
import { countries, devices, settings, visitChannels } from './settings.js';

/** Columns of a table under way. */
export type Columns = Record<string, (string | number)[]>;

const visitColumns = (): Columns => ({
  id: [],
  visitor_id: [],
  customer_id: [],
  started_at: [],
  channel: [],
  country: [],
  device: [],
  pages: [],
});
const eventColumns = (): Columns => ({ visit_id: [], at: [], type: [] });

interface Visit {
  readonly visitor: string;
  readonly customer: string;
  readonly time: string;
  readonly channel: string;
  readonly country: string;
  readonly device: string;
  readonly pages: number;
  readonly events: readonly string[];
}

/** Adds a minute count to a local time of the same day; stops at 23:59. */
function later(time: string, minutes: number): string {
  const total = Math.min(Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16)) + minutes, 1_439);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${time.slice(0, 11)}${two(Math.floor(total / 60))}:${two(total % 60)}${time.slice(16)}`;
}

function add(visits: Columns, events: Columns, visit: Visit): void {
  const id = `S${String(visits['id']!.length + 1)}`;
  const row = {
    id,
    visitor_id: visit.visitor,
    customer_id: visit.customer,
    started_at: visit.time,
    channel: visit.channel,
    country: visit.country,
    device: visit.device,
    pages: visit.pages,
  };
  for (const [name, value] of Object.entries(row)) visits[name]!.push(value);
  visit.events.forEach((type, index) => {
    events['visit_id']!.push(id);
    events['at']!.push(later(visit.time, index + 1));
    events['type']!.push(type);
  });
}

/** How far a visit without order goes: most leave at once. */
function wander(uniform: number): { pages: number; events: string[] } {
  if (uniform < 0.46) return { pages: 1, events: [] };
  if (uniform < 0.66) return { pages: 3, events: [] };
  if (uniform < 0.925) return { pages: 5, events: ['view_item'] };
  if (uniform < 0.982) return { pages: 7, events: ['view_item', 'add_to_cart'] };
  return { pages: 9, events: ['view_item', 'add_to_cart', 'begin_checkout'] };
}

function anonymousDay(visits: Columns, events: Columns, day: CivilDay, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const random = uniforms(settings.seed, 3, (day - settings.firstDay) * 65_536 + index);
    const visitor = `v${formatIsoDay(day).replaceAll('-', '')}${random() < 0.2 ? Math.floor(index * 0.8) : index}`;
    const way = wander(random());
    const time = clockTime(random, day);
    add(visits, events, {
      visitor,
      customer: '',
      time,
      channel: pick(random, visitChannels),
      country: pick(random, countries),
      device: pick(random, devices),
      ...way,
    });
  }
}

/** Visits and events; every identified order of the period ends a visit of its buyer. */
export function measure(orders: readonly OrderRow[]): { visits: Columns; events: Columns } {
  const visits = visitColumns();
  const events = eventColumns();
  const start = formatIsoDay(measurementStart());
  const recent = orders.filter((order) => order.created_at >= start && order.customer_id !== '');
  recent.forEach((order, index) => {
    const time = later(order.created_at, -9);
    const way = { pages: 6 + (index % 7), events: ['view_item', 'add_to_cart', 'begin_checkout'] };
    const visit = {
      visitor: `v${order.customer_id}`,
      customer: order.customer_id,
      time,
      channel: order.channel,
      country: order.country,
      device: order.device,
    };
    add(visits, events, { ...visit, ...way });
  });
  const days = settings.lastDay - measurementStart() + 1;
  for (let day = measurementStart(); day <= settings.lastDay; day += 1) {
    anonymousDay(visits, events, day, Math.round((settings.visitsPerOrder * recent.length * liveliness(day)) / days));
  }
  return { visits, events };
}
