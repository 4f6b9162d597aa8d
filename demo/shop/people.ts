/** Who the shoppers are: when they arrive, by which channel, how often and for how much they buy. */
import { addMonths, civilFromDay, type CivilDay } from '../../src/core/calendar/civil-day.js';
import { weekday } from '../../src/core/calendar/period.js';
import { beta, gamma, normal, pick, uniforms } from './random.js';
import { channels, countries, months, settings, weekdays } from './settings.js';

export interface Person {
  readonly number: number;
  readonly id: string;
  readonly createdDay: CivilDay;
  readonly channel: string;
  readonly country: string;
  /** Days of purchase, ascending; empty for a prospect. */
  readonly purchases: readonly CivilDay[];
  /** Mean log basket of this person. */
  readonly basketLog: number;
  readonly random: () => number;
}

/** How lively a day is for the shop, before growth: month by weekday. */
export function liveliness(day: CivilDay): number {
  return months[civilFromDay(day).month - 1]! * weekdays[weekday(day) - 1]!;
}
const liveliest = Math.max(...months) * Math.max(...weekdays);

/** Cumulative weight of each day to arrive on. */
function arrivals(): Float64Array {
  const { firstDay, lastDay, monthlyGrowth } = settings;
  const cumulative = new Float64Array(lastDay - firstDay + 1);
  let sum = 0;
  for (let day = firstDay; day <= lastDay; day += 1) {
    sum += liveliness(day) * Math.pow(monthlyGrowth, (day - firstDay) / 30.4375);
    cumulative[day - firstDay] = sum;
  }
  return cumulative;
}

function arrivalDay(cumulative: Float64Array, uniform: number): CivilDay {
  const target = uniform * cumulative[cumulative.length - 1]!;
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle]! < target) low = middle + 1;
    else high = middle;
  }
  return settings.firstDay + low;
}

/** Buy-till-you-die: exponential gaps, thinned by season, with a chance to leave after each purchase. */
function purchaseDays(random: () => number, first: CivilDay): CivilDay[] {
  const { shape, rateWeeks, a, b } = settings.purchases;
  const perDay = gamma(random, shape, rateWeeks) / 7;
  const leave = beta(random, a, b);
  const days = [first];
  let time = first;
  while (random() > leave) {
    do time += -Math.log(random()) / (perDay * liveliest);
    while (time <= settings.lastDay && random() > liveliness(Math.floor(time)) / liveliest);
    if (time > settings.lastDay) break;
    days.push(Math.floor(time));
  }
  if (random() < 0.04) days.push(first);
  return days.sort((x, y) => x - y);
}

/** Everybody, one after the other; the same person whatever the others are (7,919 is prime: ids are a permutation). */
export function* people(count: number = settings.people): Generator<Person> {
  const cumulative = arrivals();
  for (let number = 0; number < count; number += 1) {
    const random = uniforms(settings.seed, 1, number);
    const day = arrivalDay(cumulative, random());
    const prospect = random() < settings.prospects;
    const delay = random() < 0.55 ? 0 : Math.floor(-Math.log(random()) * 9);
    const firstPurchase = Math.min(day + delay, settings.lastDay);
    yield {
      number,
      id: `C${String(10_000 + ((number * 7_919) % count))}`,
      createdDay: day,
      channel: pick(random, channels),
      country: pick(random, countries),
      purchases: prospect ? [] : purchaseDays(random, firstPurchase),
      basketLog: settings.basket.mean + settings.basket.between * normal(random),
      random,
    };
  }
}

/** First day of web measurement: it is kept for one month. */
export function measurementStart(): CivilDay {
  return addMonths(settings.lastDay, -1) + 1;
}
