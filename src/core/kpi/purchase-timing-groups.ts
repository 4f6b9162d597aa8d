/** What the curves are split by: the group of each wait. */
import { NO_DAY } from '../table/dataset.js';
import type { CodeColumn } from '../table/dataset.js';
import { Dictionary } from '../table/dictionary.js';
import { CLASS_NAMES, classPieces, SHOWN_CLASSES } from './classes.js';
import type { KpiContext } from './contract.js';
import { compareTexts } from './texts.js';
import { occasionsOf } from './occasions.js';
import { compareOrders, ordersOf } from './order-facts.js';
import type { Spells } from './purchase-timing-spells.js';
import type { PurchaseTimingParams } from './purchase-timing-types.js';

/** Groups with a curve of their own. */
const SHOWN = 6;

/** @internal */
export interface SpellGroups {
  /** By group; null: the rest, which comes last. None where nothing splits. */
  readonly names: readonly (string | null)[];
  /** By customer, and by purchase day; -1: in none. */
  readonly ofRegistration: Int32Array;
  readonly ofPurchase: Int32Array;
}

type By = PurchaseTimingParams['by'];

/** Classes that have a curve, the best first: who has not bought yet is in none of them. */
const CURVES: Readonly<Record<'segment' | 'stage', readonly string[]>> = {
  segment: SHOWN_CLASSES.segment,
  stage: ['premium', 'loyal', 'new', 'inactive'],
};

/** Who is in a class is in it because he has bought: waiting for the first purchase is not split. */
function* byClass(context: KpiContext, { offsets, day, created }: Spells, by: keyof typeof CURVES): Generator<void, SpellGroups, void> {
  const names = CURVES[by];
  const classes = yield* classPieces(context, by);
  const places = Int32Array.from(CLASS_NAMES[by], (name) => names.indexOf(name));
  const ofPurchase = new Int32Array(day.length);
  for (let owner = 0; owner < classes.length; owner++) ofPurchase.fill(places[classes[owner]], offsets[owner], offsets[owner + 1]);
  return { names, ofRegistration: new Int32Array(created.length).fill(-1), ofPurchase };
}

/** By purchase day the first order let through, -1 for none. */
function originsOf(context: KpiContext): Int32Array {
  const orders = ordersOf(context.dataset);
  const { of, day } = occasionsOf(context.dataset);
  const passed = context.rows('orders') ?? new Uint8Array();
  const origins = new Int32Array(day.length).fill(-1);
  for (let row = 0; row < passed.length; row++) {
    const occasion = of[row];
    if (passed[row] === 0 || occasion < 0) continue;
    if (origins[occasion] < 0 || compareOrders(orders, row, origins[occasion]) < 0) origins[occasion] = row;
  }
  return origins;
}

/** Numbers of rows -> of the column's texts, where a row has one; else what they are. */
function lookUp(rows: Int32Array, column: CodeColumn | null, numbers: Int32Array): Int32Array {
  return rows.map((row) => (row < 0 ? -1 : column ? numbers[column.codes[row] + 1] : 0));
}

/** The six values with most waits, by size. */
function byText(context: KpiContext, { offsets, created }: Spells, by: 'channel' | 'country'): SpellGroups {
  const { dataset } = context;
  const dictionary = new Dictionary();
  const { values: texts } = dictionary;
  const [own, home] = [ordersOf(dataset)[by], dataset.customers[by]];
  const [ownNumbers, homeNumbers] = [dictionary.codesOf(own), dictionary.codesOf(home)];
  const homes = created.map((_, owner) => (home ? homeNumbers[home.codes[owner] + 1] : 0));
  const ofRegistration = homes.map((number, owner) => (created[owner] === NO_DAY ? -1 : number));
  const ofPurchase = lookUp(originsOf(context), own, ownNumbers);
  // Whoever registers has a channel of his own; an order has its own channel or none, but the country of its customer.
  if (by === 'country')
    for (let owner = 0; owner < homes.length; owner++)
      for (let at = offsets[owner]; at < offsets[owner + 1]; at++) if (ofPurchase[at] === 0) ofPurchase[at] = homes[owner];
  const sizes = new Int32Array(texts.length);
  for (const numbers of [ofRegistration, ofPurchase])
    for (let at = 0; at < numbers.length; at++) if (numbers[at] >= 0) sizes[numbers[at]]++;
  const names = [...texts.keys()].filter((number) => number > 0 && sizes[number] > 0);
  names.sort((a, b) => sizes[b] - sizes[a] || compareTexts(texts[a], texts[b])).splice(SHOWN);
  const places = Int32Array.from(texts, (_, number) => (names.includes(number) ? names.indexOf(number) : names.length));
  for (const numbers of [ofRegistration, ofPurchase])
    for (let at = 0; at < numbers.length; at++) if (numbers[at] >= 0) numbers[at] = places[numbers[at]];
  return { names: [...names.map((number) => texts[number]), null], ofRegistration, ofPurchase };
}

export function* groupSpells(context: KpiContext, spells: Spells, by: By): Generator<void, SpellGroups, void> {
  if (by === 'none') return { names: [], ofRegistration: new Int32Array(), ofPurchase: new Int32Array() };
  return by === 'segment' || by === 'stage' ? yield* byClass(context, spells, by) : byText(context, spells, by);
}
