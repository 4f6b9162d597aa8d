/** Customers by what they did up to a day: active, lost, loyal. One walk through the orders by day, with a look at everybody where a span begins or ends. */
import { windowBack } from '../calendar/window.js';
import { NO_DAY } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { orderRows, ordersOf } from './order-rows.js';
import type { Span } from './pulse-spans.js';

/** @internal Of a span: the whole first, then each part. */
export type StateCounts = Readonly<Record<StateId, Float64Array>>;
export type StateId = 'active-customers' | 'active-before' | 'lost-customers' | 'loyal-customers' | 'year-customers';

interface Look {
  readonly span: Span;
  readonly isEnd: boolean;
  readonly day: number;
}

const IDS: readonly StateId[] = ['active-customers', 'active-before', 'lost-customers', 'loyal-customers', 'year-customers'];

/** Days of the last order and of the one before it, by part and customer: what was bought in a part counts in this part alone. */
class Orders {
  readonly last: Int32Array;
  readonly before: Int32Array;

  constructor(
    readonly people: number,
    readonly parts: number,
  ) {
    this.last = new Int32Array(people * parts).fill(NO_DAY);
    this.before = this.last.slice();
  }

  take(place: number, day: number): void {
    this.before[place] = this.last[place];
    this.last[place] = day;
  }
}

/** Counts at the end of a span what has become of everybody. @param was By part and customer: 1 for those active before the span. */
function countEnd({ last, before, people, parts }: Orders, { to }: Span, window: string, was: Uint8Array): StateCounts {
  const counts = Object.fromEntries(IDS.map((id) => [id, new Float64Array(parts)])) as StateCounts;
  const silent = windowBack(to, window);
  const longAgo = windowBack(to, '12M');
  for (let part = 0; part < parts; part++) {
    let [active, activeBefore, lost, year, loyal] = [0, 0, 0, 0, 0];
    for (let place = part * people; place < (part + 1) * people; place++) {
      const isActive = +(last[place] > silent);
      active += isActive;
      activeBefore += was[place];
      lost += was[place] & ~isActive;
      year += +(last[place] > longAgo);
      loyal += +(before[place] > longAgo);
    }
    [active, activeBefore, lost, loyal, year].forEach((count, index) => (counts[IDS[index]][part] = count));
  }
  return counts;
}

/** By part and customer: 1 for those who ordered after a day. */
function since(last: Int32Array, day: number): Uint8Array {
  const found = new Uint8Array(last.length);
  for (let place = 0; place < last.length; place++) found[place] = +(last[place] > day);
  return found;
}

/**
 * Counts each span; in slices.
 * @param window Silence after which a customer is lost.
 * @param partOf Part of each order, from 1 on; null without a split.
 */
export function* countStates(
  context: KpiContext,
  spans: readonly Span[],
  window: string,
  partOf: Uint8Array | null,
  parts: number,
): Generator<void, StateCounts[], void> {
  const { day, customer } = ordersOf(context.dataset);
  const rows = orderRows(context);
  const orders = new Orders(context.dataset.customers.length, parts);
  const looks = spans.flatMap((span): Look[] => [
    { span, isEnd: false, day: span.from - 1 },
    { span, isEnd: true, day: span.to },
  ]);
  const found = new Map<Span, StateCounts>();
  /** Of spans that have begun. */
  const was = new Map<Span, Uint8Array>();
  let at = 0;
  for (const look of looks.sort((a, b) => a.day - b.day)) {
    for (; at < rows.length && day[rows[at]] <= look.day; at++) {
      const owner = customer[rows[at]];
      if (owner < 0) continue;
      orders.take(owner, day[rows[at]]);
      if (partOf) orders.take(partOf[rows[at]] * orders.people + owner, day[rows[at]]);
    }
    yield;
    if (look.isEnd) {
      found.set(look.span, countEnd(orders, look.span, window, was.get(look.span)!));
      was.delete(look.span);
    } else was.set(look.span, since(orders.last, windowBack(look.day, window)));
    yield;
  }
  return spans.map((span) => found.get(span)!);
}
