/** Rows that cannot be read leave no trace in what was read before them. */
import type { RawInput } from './raw-input.js';
import { tablesOf } from './raw-input.js';
import type { RawTable } from './raw-table.js';

/** Takes all but the first entries out of a map. */
function cut<K>(map: Map<K, unknown>, size: number): void {
  for (const key of [...map.keys()].slice(size)) map.delete(key);
}

function undoOfTable(table: RawTable): () => void {
  const { length, name, columns, lists, bad } = table;
  const sizes = [columns.size, lists.size, bad.size];
  const empty = [...columns.values()].filter((column) => !column.isFilled);
  const inner = [...lists.values()].map(undoOfTable);
  return () => {
    Object.assign(table, { length, name });
    [columns, lists, bad].forEach((map: Map<unknown, unknown>, at) => cut(map, sizes[at]));
    for (const column of empty) column.forget();
    for (const undo of inner) undo();
  };
}

/** What takes back all that is read into an input from now on. */
export function undoOf(input: RawInput): () => void {
  const before = { ...input };
  const members = [...input.members];
  const undos = tablesOf(input).map(undoOfTable);
  return () => {
    Object.assign(input, before);
    input.members.clear();
    for (const [key, member] of members) input.members.set(key, member);
    for (const undo of undos) undo();
    for (const table of tablesOf(input)) table.trim();
  };
}
