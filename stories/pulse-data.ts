/** A shop with its site, e-mails, search and networks for the stories of the pulse: the same rows every time, through the engine. */

const LAST_DAY = Date.UTC(2025, 11, 20);
const DAY_MS = 86_400_000;
const CHANNELS = ['web', 'ads', 'mail', 'shop', 'social', 'phone', 'print', 'marketplaces'];
const COUNTRIES = ['FR', 'DE', 'BE', 'IT'];

/** Numbers from 0 to 1 without chance: the same sequence for the same seed. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const iso = (daysAgo: number): string => new Date(LAST_DAY - daysAgo * DAY_MS).toISOString().slice(0, 10);

type Rows = Record<string, string | number | boolean | null>[];

/** Two years of orders that grow slowly, with the season of December. */
export function orders(count = 6000, { scale = 1, channels = CHANNELS } = {}): Rows {
  const next = sequence(2025);
  return Array.from({ length: count }, (_, i) => {
    const daysAgo = Math.floor((1 - Math.sqrt(next())) * 750);
    const season = iso(daysAgo).slice(5, 7) === '12' ? 1.3 : 1;
    return {
      order_id: `O${i}`,
      customer_id: next() < 0.06 ? '' : `C${Math.floor(next() ** 2 * 1800)}`,
      created_at: iso(daysAgo),
      total: Math.round((15 + 90 * next()) * season * 100 * scale) / 100,
      refunded: next() < 0.05 ? 10 * scale : 0,
      channel: channels[Math.floor(next() ** 2 * channels.length)]!,
      country: COUNTRIES[Math.floor(next() ** 2 * COUNTRIES.length)]!,
    };
  });
}

const meta = { currency: 'EUR', timeZone: 'Europe/Paris' };

export const shop = (rows = orders(), currency = 'EUR') => ({ version: 1, meta: { ...meta, currency }, orders: rows });

/** The other tables: visits with their pages, e-mails, search results, networks. */
export function media(): Record<string, unknown> {
  const next = sequence(7);
  const days = Array.from({ length: 400 }, (_, daysAgo) => daysAgo);
  const visits: Rows = Array.from({ length: 6000 }, (_, i) => ({
    ...{ id: `V${i}`, visitor_id: `X${Math.floor(next() * 2500)}`, started_at: iso(Math.floor(next() * 400)) },
    ...{ pages: 1 + Math.floor(next() ** 2 * 8), engaged: next() < 0.5, channel: CHANNELS[Math.floor(next() * 5)]! },
  }));
  const pageviews: Rows = visits.map(({ id, started_at }) => ({
    ...{ visit_id: id!, at: started_at!, url: '/', time_s: Math.round(60 * next()), load_ms: Math.round(600 + 3000 * next()) },
  }));
  const messages: Rows = Array.from({ length: 4000 }, (_, i) => {
    const sent_at = iso(Math.floor(next() * 300));
    const opened = next() < 0.35;
    const clicked_at = opened && next() < 0.2 ? sent_at : null;
    const unsubscribed_at = next() < 0.01 ? sent_at : null;
    const answers = { opened_at: opened ? sent_at : null, clicked_at, unsubscribed_at, complained: next() < 0.002 };
    return { id: `M${i}`, customer_id: `C${Math.floor(next() * 1800)}`, sent_at, bounced: next() < 0.03, ...answers };
  });
  const search: Rows = days.map((day) => ({
    ...{
      date: iso(day),
      query: 'tea',
      impressions: 800 + Math.round(300 * next()),
      clicks: Math.round(60 * next()),
      position: 3 + 4 * next(),
    },
  }));
  const social: Rows = days.map((day) => ({
    ...{ date: iso(day), network: 'one', followers: 12_000 - 10 * day, reach: Math.round(3000 + 900 * next()) },
    ...{ reactions: Math.round(200 * next()), comments: 3, shares: 4, clicks: 9 },
  }));
  return { version: 1, meta, visits, pageviews, messages, search, social };
}

/** The same order for the same amount, once a month. */
export const ties = (): Rows =>
  Array.from({ length: 60 }, (_, i) => ({
    ...{ order_id: `O${i}`, customer_id: `C${i % 5}`, created_at: `2025-${String(1 + (i % 6)).padStart(2, '0')}-10`, total: 10 },
  }));

export const oneOrder = (): Rows => [{ order_id: 'O1', customer_id: 'C1', created_at: '2025-12-20', total: 59.9 }];
