/** Purchase timing by naive loops over lists, with dates as text: nothing of the code under test. */

export interface Purchase {
  customer: string;
  /** ISO date. */
  day: string;
}
export interface NaiveSpell {
  customer: string;
  /** Purchases before it: 0 after registration. */
  before: number;
  /** ISO date on which it begins. */
  start: string;
  days: number;
  ended: boolean;
}

const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** All waits up to a day. `registered`: ISO dates by customer. */
export function naiveSpells(purchases: readonly Purchase[], asOf: string, registered: Record<string, string> = {}): NaiveSpell[] {
  const daysOf: Record<string, string[]> = {};
  for (const { customer, day } of purchases) if (day <= asOf) daysOf[customer] = [...(daysOf[customer] ?? []), day];
  const earliest = purchases.map((purchase) => purchase.day).sort()[0] ?? '9999';
  const spells: NaiveSpell[] = [];
  const add = (customer: string, before: number, start: string, next: string | undefined): void => {
    spells.push({ customer, before, start, days: Math.max(0, daysFrom(start, next ?? asOf)), ended: next !== undefined });
  };
  for (const [customer, day] of Object.entries(registered)) {
    if (day > asOf || day < earliest) continue;
    add(customer, 0, day, [...(daysOf[customer] ?? [])].sort()[0]);
  }
  for (const [customer, days] of Object.entries(daysOf)) {
    const distinct = [...new Set(days)].sort();
    distinct.forEach((day, index) => add(customer, index + 1, day, distinct[index + 1]));
  }
  return spells;
}

export const KINDS: Record<string, (spell: NaiveSpell) => boolean> = {
  first: (spell) => spell.before === 0,
  second: (spell) => spell.before === 1,
  next: (spell) => spell.before > 1,
};

/** Share still waiting after a day, from the definition: the product over the days up to it. */
export function naiveSurvival(spells: readonly NaiveSpell[], day: number): number {
  let survival = 1;
  for (let time = 0; time <= day; time++) {
    const atRisk = spells.filter((spell) => spell.days >= time).length;
    const events = spells.filter((spell) => spell.ended && spell.days === time).length;
    if (atRisk > 0) survival *= 1 - events / atRisk;
  }
  return survival;
}

/** Tolerant of rounding: the first day on which the share is reached. */
export function naiveQuantile(spells: readonly NaiveSpell[], share: number): number | null {
  const days = [...new Set(spells.filter((spell) => spell.ended).map((spell) => spell.days))].sort((a, b) => a - b);
  return days.find((day) => naiveSurvival(spells, day) <= 1 - share + 1e-10) ?? null;
}

/** Purchases in a span of days, and the days that people waited in it. */
export function naiveHazard(spells: readonly NaiveSpell[], from: number, to: number): { events: number; exposure: number } {
  let exposure = 0;
  for (let day = from; day <= to; day++) exposure += spells.filter((spell) => spell.days >= day).length;
  return { events: spells.filter((spell) => spell.ended && spell.days >= from && spell.days <= to).length, exposure };
}

export function naiveMedian(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[half - 0.5] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Intervals that have ended, by customer, in order of time. */
export function naiveGaps(spells: readonly NaiveSpell[]): number[][] {
  const gaps: Record<string, number[]> = {};
  for (const { customer, before, days, ended } of [...spells].sort((a, b) => a.before - b.before))
    if (before > 0 && ended) gaps[customer] = [...(gaps[customer] ?? []), days];
  return Object.values(gaps);
}

/** Wheat-Morrison k. */
export function naiveRegularity(gaps: readonly number[][]): number | null {
  const ratios = gaps.filter((own) => own.length > 1).map(([first, second]) => first / (first + second));
  const mean = ratios.reduce((total, ratio) => total + ratio, 0) / ratios.length;
  const variance = ratios.reduce((total, ratio) => total + (ratio - mean) ** 2, 0) / (ratios.length - 1);
  return ratios.length < 2 || variance === 0 ? null : Math.max(0, (1 - 4 * variance) / (8 * variance));
}
