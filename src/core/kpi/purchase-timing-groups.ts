/** What the curves are split by: the group of each spell. */
import type { CodeColumn, Dataset } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { compareTexts } from './customer-code.js';
import { ordersOf } from './order-rows.js';
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
function wholeRows({ dataset, asOf }: KpiContext): KpiContext {
  const rows: KpiContext['rows'] = (table) => {
    const days = table === 'orders' || table === 'refunds' ? dataset[table]?.day : null;
    return days ? Uint8Array.from(days, (day) => +(day <= asOf!)) : null;
  };
  return { dataset, asOf, from: null, rows, lack: () => [], left: () => ({}) };
}

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
  const classes = yield* pieces(wholeRows(context));
  const of = new Int32Array(length);
  for (let at = 0; at < length; at++) of[at] = purchases[at] > 0 ? classes[owner[at]] - 1 : -1;
  return { names: names.slice(1), of };
}

function textsOf(dataset: Dataset, by: 'channel' | 'country'): (owner: number, row: number) => string {
  const at = (column: CodeColumn | null, row: number): string => column?.values[column.codes[row]] ?? '';
  const { customers } = dataset;
  const own = ordersOf(dataset)[by];
  const home = by === 'country' ? customers.country : null;
  return (owner, row) => (row < 0 ? at(customers[by], owner) : at(own, row) || at(home, owner));
}

/** The six values with most spells, by size. */
function byText({ dataset }: KpiContext, { length, owner, row }: Spells, by: 'channel' | 'country'): SpellGroups {
  const textOf = textsOf(dataset, by);
  const codes = new Map<string, number>();
  const sizes: number[] = [];
  const of = new Int32Array(length);
  for (let at = 0; at < length; at++) {
    const text = textOf(owner[at], row[at]);
    let code = codes.get(text);
    if (code === undefined) codes.set(text, (code = sizes.push(0) - 1));
    sizes[code]++;
    of[at] = code;
  }
  const texts = [...codes.keys()].filter(Boolean);
  const size = (text: string): number => sizes[codes.get(text)!];
  const names = texts.sort((a, b) => size(b) - size(a) || compareTexts(a, b)).slice(0, SHOWN);
  const places = sizes.map(() => names.length);
  names.forEach((name, place) => (places[codes.get(name)!] = place));
  return { names: [...names, null], of: of.map((code) => places[code]) };
}

export function* groupSpells(context: KpiContext, spells: Spells, by: By): Generator<void, SpellGroups, void> {
  if (by === 'none') return { names: [], of: null };
  return by === 'segment' ? yield* byClass(context, spells, by) : byText(context, spells, by);
}
