/** What the curves are split by: the group of each spell. */
import type { CodeColumn } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { compareTexts } from './customer-code.js';
import { ordersOf, remembered } from './order-rows.js';
import type { Spells } from './purchase-timing-spells.js';
import type { PurchaseTimingParams } from './purchase-timing-types.js';
import { CLASSES, membershipPieces } from './rfm-membership.js';

/** Groups with a curve of their own. */
const SHOWN = 6;

/** @internal */
export interface SpellGroups {
  /** By group; null: the rest, which comes last. */
  readonly names: readonly (string | null)[];
  /** By spell; none where nothing splits. -1: in none. */
  readonly of: Int32Array | null;
}

type By = PurchaseTimingParams['by'];

/** Rows as of the as-of day, not narrowed by anything else: what classes of customers stand on. */
const wholeOf = remembered(({ dataset, asOf }: KpiContext): KpiContext => {
  const rows: KpiContext['rows'] = (table) => {
    const days = table === 'orders' || table === 'refunds' ? dataset[table]?.day : null;
    return days ? Uint8Array.from(days, (day) => +(day <= asOf!)) : null;
  };
  return { dataset, asOf, from: null, rows, lack: () => [], left: () => ({}) };
});

/** Classes once found, by what they stand on. */
const classesOf = remembered<KpiContext, Partial<Record<string, Uint8Array>>>(() => ({}));

/** Classes of customers: their names by number, the first of which stands for no purchase; in the order in which they are shown. */
const CLASSED: Record<'segment', readonly [names: readonly string[], pieces: typeof membershipPieces]> = {
  segment: [['', ...CLASSES.slice(1).reverse()], reversedPieces],
};

/** Best segments first. */
function* reversedPieces(context: KpiContext): ReturnType<typeof membershipPieces> {
  const classes = yield* membershipPieces(context);
  return classes.map((one) => (one === 0 ? 0 : CLASSES.length - one));
}

/**
 * Who has not bought yet is in no class, and who has is in his because he has: waiting for the first purchase is not split.
 */
function* byClass(context: KpiContext, { length, owner, purchases }: Spells, by: keyof typeof CLASSED): Generator<void, SpellGroups, void> {
  const [names, pieces] = CLASSED[by];
  const whole = wholeOf(context.whole ?? context);
  const classes = (classesOf(whole)[by] ??= yield* pieces(whole));
  const of = new Int32Array(length);
  for (let at = 0; at < length; at++) of[at] = purchases[at] > 0 ? classes[owner[at]] - 1 : -1;
  return { names: names.slice(1), of };
}

/** Numbers of texts, and of codes + 1 of columns of such texts: 0 for none. */
function numbered() {
  const texts = [''];
  const numbers = new Map([['', 0]]);
  const of = (column: CodeColumn | null): Int32Array =>
    Int32Array.of(
      0,
      ...(column?.values ?? []).map((text) => {
        if (!numbers.has(text)) numbers.set(text, texts.push(text) - 1);
        return numbers.get(text)!;
      }),
    );
  return { texts, of };
}

/** The six values with most spells, by size. */
function byText({ dataset }: KpiContext, { length, owner, row }: Spells, by: 'channel' | 'country'): SpellGroups {
  const { texts, of: numbersOf } = numbered();
  const [own, home] = [ordersOf(dataset)[by], dataset.customers[by]];
  const [ownNumbers, homeNumbers] = [numbersOf(own), numbersOf(home)];
  // Whoever registers has a channel of his own; an order has its own channel or none, but the country of its customer.
  const isHome = by === 'country';
  const sizes = new Int32Array(texts.length);
  const of = new Int32Array(length);
  for (let at = 0; at < length; at++) {
    const ownCode = own && row[at] >= 0 ? own.codes[row[at]] : -1;
    const homeCode = home && (isHome || row[at] < 0) ? home.codes[owner[at]] : -1;
    of[at] = ownNumbers[ownCode + 1] || homeNumbers[homeCode + 1];
    sizes[of[at]]++;
  }
  const names = [...texts.keys()].filter((number) => number > 0 && sizes[number] > 0);
  names.sort((a, b) => sizes[b] - sizes[a] || compareTexts(texts[a], texts[b])).splice(SHOWN);
  const places = texts.map((_, number) => (names.includes(number) ? names.indexOf(number) : names.length));
  for (let at = 0; at < length; at++) of[at] = places[of[at]];
  return { names: [...names.map((number) => texts[number]), null], of };
}

export function* groupSpells(context: KpiContext, spells: Spells, by: By): Generator<void, SpellGroups, void> {
  if (by === 'none') return { names: [], of: null };
  return by === 'segment' ? yield* byClass(context, spells, by) : byText(context, spells, by);
}
