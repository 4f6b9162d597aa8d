/** What a page hands over, read into columns but not yet understood. */
import { KpiError } from '../../errors.js';
import { tableCalled } from '../match-columns.js';
import { memberPath, RawTable } from './raw-table.js';

/** @internal */
export interface RawInput {
  /** A bare list of rows or a bare table of columns; null when the input is an object of tables, or no table at all. */
  bare: RawTable | null;
  /** Members of the object, in order, but for `version` and `meta`: a table, or a short copy of what is none ('' for null). */
  readonly members: Map<string, RawTable | string>;
  /** Member `meta`, where it is an object. */
  meta: Readonly<Record<string, unknown>>;
  /** Short copy of an input that is neither list nor object. */
  got: string;
  /** Why reading stopped before the end, where the page asked for what was read before. */
  fault: KpiError | null;
}

const isTable = (member: unknown): member is RawTable => member instanceof RawTable;

export const tablesOf = ({ bare, members }: RawInput): RawTable[] => [bare, ...members.values()].filter(isTable);

/**
 * Table for the rows under a key, or for rows without one: a new one, or one of those read before: under this key, under another name
 * of the same table, or under none.
 * @param old Tables read before, to which rows may be added.
 * @throws KpiError `no-table` for rows without a key where several tables could take them.
 */
export function tableFor(input: RawInput, old: ReadonlySet<RawTable>, key: string | null, isColumnar = false): RawTable {
  const { bare, members } = input;
  const known = tablesOf(input).filter((table) => old.has(table));
  if (key === null) {
    const table = bare || known.length < 2 ? known[0] : known.find(({ name }) => name === 'orders');
    if (table) return table;
    if (known.length)
      throw new KpiError('no-table', 'rows to add: name their table; got several', {
        path: '$',
        details: { got: '', columns: '', needed: [...members.keys()].join(', ') },
      });
    return (input.bare = new RawTable('$', isColumnar));
  }
  const called = tableCalled(key);
  const same =
    known.find((table) => table === members.get(key)) ?? known.find((table) => (called ? table.name === called : table === bare));
  if (same) return same;
  const table = new RawTable(`$${memberPath(key)}`, isColumnar);
  members.set(key, table);
  // A list without rows, to which tables are added, is none.
  if (!bare?.length) input.bare = null;
  return table;
}
