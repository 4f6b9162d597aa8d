/** A small shop for the stories of the funnel: the same rows every time, through the engine like those of any page. */

const CHANNELS = ['Search', 'E-mail', 'Social', 'Direct', 'Affiliates'];
const DEVICES = ['mobile', 'desktop', 'tablet'];
/** Of 1,000 visitors, how many are fit to go so far, and how much better or worse those of a channel do. */
const FIT = { view: 520, cart: 105, checkout: 80, purchase: 42, lead: 170, share: 30, again: 300 };
const LUCK: Record<string, number> = { Search: 1, 'E-mail': 1.9, Social: 0.45, Direct: 1.2, Affiliates: 0.8 };

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;
const pad = (value: number): string => String(value).padStart(2, '0');
/** Spreads visitors over 0…999 without chance. */
const fitness = (visitor: number): number => (visitor * 619 + 137) % 1000;
/** Moments of 2025, a visitor's own time of the day. */
const moment = (day: number, visitor: number, minute: number): string => {
  const date = new Date(Date.UTC(2025, 0, 1 + (day % 330)));
  return `${date.toISOString().slice(0, 10)}T${pad(8 + (visitor % 12))}:${pad(minute)}:00Z`;
};

type Table = Record<string, unknown>[];

interface Shop {
  version: 1;
  meta: { currency: string; timeZone: string };
  visits: Table;
  events: Table;
  customers: Table;
  identities: Table;
  orders: Table;
}

function addVisitor(shop: Shop, index: number): void {
  const visitor_id = `v${index}`;
  const customer_id = `C${1000 + index}`;
  const channel = pick(CHANNELS, Math.floor(index / 3));
  const device = pick(DEVICES, index);
  const reaches = (step: keyof typeof FIT): boolean => fitness(index) < FIT[step] * LUCK[channel]!;
  const day = index * 7;
  const event = (type: string, minute: number, later = 0): number =>
    shop.events.push({ visitor_id, event_name: type, timestamp: moment(day + later, index, minute), channel, device });
  shop.visits.push({
    visit_id: `s${index}`,
    visitor_id,
    started_at: moment(day, index, 0),
    channel,
    device,
    pages: reaches('view') ? 4 : 1,
  });
  if (reaches('again')) {
    shop.visits.push({ visit_id: `r${index}`, visitor_id, started_at: moment(day + 2, index, 0), channel, device, pages: 3 });
  }
  if (reaches('view')) event('view_item', 3);
  if (reaches('cart')) event('add_to_cart', 9);
  if (reaches('share')) event('share', 20, 3);
  if (reaches('lead')) {
    shop.customers.push({ customer_id, created_at: moment(day + 1 + (index % 2), index, 5), channel });
    shop.identities.push({ visitor_id, customer_id });
  }
  if (reaches('checkout') && index % 5 > 0) event('begin_checkout', 12);
  if (reaches('purchase')) {
    const created_at = moment(day + 3 + (index % 4), index, 30);
    shop.orders.push({ order_id: `A${index}`, customer_id, visitor_id, created_at, total: 30 + (index % 90), channel });
  }
}

/** Rows of `visitors` people. */
export function shop(visitors = 6000): Shop {
  const made: Shop = {
    version: 1,
    meta: { currency: 'EUR', timeZone: 'Europe/Paris' },
    visits: [],
    events: [],
    customers: [],
    identities: [],
    orders: [],
  };
  for (let index = 0; index < visitors; index++) addVisitor(made, index);
  return made;
}

/** Ready counts of a sales team: first the example of ten calls, then a year of them. */
export const calls = [
  { step: 'Appels', count: 10 },
  { step: 'Signés', count: 1 },
];

export const year = [
  { step: 'Calls', count: 4_820 },
  { step: 'Meetings', count: 964 },
  { step: 'Offers', count: 611 },
  { step: 'Signed', count: 187 },
];
