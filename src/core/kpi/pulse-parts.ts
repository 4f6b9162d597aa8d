/** Which part of a split each row belongs to: one numbering for all tables, so that figures of several tables share their parts. */
import type { CodeColumn, TableName } from '../table/dataset.js';
import { CLASS_NAMES, classPieces, SHOWN_CLASSES } from './classes.js';
import type { KpiContext } from './contract.js';
import { compareTexts } from './texts.js';
import type { View } from './pulse-view.js';
import type { PulseParams } from './pulse-types.js';

/** Parts that are shown by name. */
const MOST = 6;

/** @internal */
export interface Split {
  /** Names of the parts from 1 on; the last part, without a name, holds the rest. */
  readonly keys: readonly string[];
  /** Part of each row, from 1 on. */
  partsOf(name: TableName): Uint8Array;
}

/** By row, what stands for its number (-1 and more) in a table. */
function looked(numbers: Int32Array, table: Uint8Array): Uint8Array {
  const found = new Uint8Array(numbers.length);
  for (let row = 0; row < numbers.length; row++) found[row] = table[numbers[row] + 1];
  return found;
}

/** Name of each row as a number, -1 for none: its own name, else that of its customer. */
function namesOf(view: View, by: 'channel' | 'country', home: CodeColumn | null): CodeColumn {
  const { codes = new Int32Array(view.length).fill(-1), values = [] } = view[by] ?? {};
  if (!home) return { codes, values };
  const ofHome = (owner: number): number => (home.codes[owner] >= 0 ? values.length + home.codes[owner] : -1);
  const joined = codes.slice();
  for (let row = 0; row < codes.length; row++) if (codes[row] < 0) joined[row] = ofHome(view.customer[row]);
  return { codes: joined, values: [...values, ...home.values] };
}

function* splitByName(context: KpiContext, by: 'channel' | 'country', views: ReadonlyMap<TableName, View>): Generator<void, Split, void> {
  const sizes = new Map<string, number>();
  const named = new Map<TableName, CodeColumn>();
  for (const [table, view] of views) {
    const column = namesOf(view, by, by === 'country' ? context.dataset.customers.country : null);
    named.set(table, column);
    const { codes, values } = column;
    const rows = context.rows(table)!;
    const counts = new Float64Array(values.length + 1);
    for (let row = 0; row < codes.length; row++) counts[codes[row] + 1] += rows[row];
    values.forEach((name, code) => sizes.set(name, (sizes.get(name) ?? 0) + counts[code + 1]));
    yield;
  }
  const ranked = [...sizes].filter(([, size]) => size > 0).sort(([a, x], [b, y]) => y - x || compareTexts(a, b));
  const keys = ranked.slice(0, MOST).map(([key]) => key);
  const places = new Map(keys.map((key, place) => [key, place + 1]));
  return {
    keys,
    partsOf(table) {
      const { codes, values } = named.get(table)!;
      const parts = Uint8Array.from(['', ...values], (name) => places.get(name) ?? keys.length + 1);
      return looked(codes, parts);
    },
  };
}

function* splitByClass(context: KpiContext, by: 'segment' | 'stage', views: ReadonlyMap<TableName, View>): Generator<void, Split, void> {
  const keys = SHOWN_CLASSES[by];
  const classes = yield* classPieces(context, by);
  // Those of no class, and rows of nobody known, come last.
  const places = CLASS_NAMES[by].map((name) => keys.indexOf(name) + 1 || keys.length + 1);
  const parts = Uint8Array.from([0, ...classes], (one) => places[one]);
  return { keys, partsOf: (table) => looked(views.get(table)!.customer, parts) };
}

/** The parts of a request; in slices. */
export function* splitPieces(
  context: KpiContext,
  by: PulseParams['by'],
  views: ReadonlyMap<TableName, View>,
): Generator<void, Split | null, void> {
  if (by === null) return null;
  return by === 'segment' || by === 'stage' ? yield* splitByClass(context, by, views) : yield* splitByName(context, by, views);
}
