/** What the scanner should have read, said in two ways that know nothing of each other. */
import type { RawInput } from '../../../../src/core/ingest/raw/raw-input.js';
import type { RawTable } from '../../../../src/core/ingest/raw/raw-table.js';
import { Scan } from '../../../../src/core/ingest/scan/scan.js';
import type { ScanOptions } from '../../../../src/core/ingest/scan/scan.js';
import { KpiError } from '../../../../src/core/errors.js';

export interface PlainTable {
  length: number;
  /** Values by header and row. Absent where there is nothing. */
  cells: Map<string, Record<number, string | number>>;
  bad: number[];
  lists: Map<string, PlainTable & { parents: number[] }>;
}

/** What a scan reads in pieces that end at the given places. */
export function scannedIn(scan: Scan, bytes: Uint8Array, cuts: readonly number[]): RawInput {
  const ends = [...new Set([...cuts, bytes.length])].filter((end) => end <= bytes.length).sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    scan.push(bytes.slice(from, end));
    from = end;
  }
  return scan.finish();
}

/** The same, or the code of the error when the bytes are refused. */
export function scanned(bytes: Uint8Array, cuts: readonly number[] = [], options: ScanOptions = {}): RawInput | string {
  try {
    return scannedIn(new Scan(options), bytes, cuts);
  } catch (thrown) {
    if (thrown instanceof KpiError) return thrown.code;
    throw thrown;
  }
}

export const scannedText = (text: string, cuts?: readonly number[], options?: ScanOptions): RawInput | string =>
  scanned(new TextEncoder().encode(text), cuts, options);

/** The columns of a table, value by value. */
export function plainOf(table: RawTable): PlainTable {
  const cells: PlainTable['cells'] = new Map();
  for (const [header, column] of table.columns) {
    const values: Record<number, string | number> = {};
    for (let row = 0; row < table.length; row++) {
      const value = column.value(row);
      if (value !== undefined) values[row] = value;
    }
    if (Object.keys(values).length > 0) cells.set(header, values);
  }
  const lists = [...table.lists].filter(([, list]) => list.length > 0);
  return {
    length: table.length,
    cells,
    bad: [...table.bad.keys()],
    lists: new Map(lists.map(([header, list]) => [header, { ...plainOf(list), parents: [...list.parents.slice(0, list.length)] }])),
  };
}

const LISTS = /^(refunds|line_?items|items|lines|lignes|action_?details|event_?params)$/i;

/** The same from values that `JSON.parse` made. */
export function naiveOf(rows: readonly unknown[]): PlainTable {
  const table: PlainTable = { length: rows.length, cells: new Map(), bad: [], lists: new Map() };
  rows.forEach((row, i) => {
    if (row && typeof row === 'object' && !Array.isArray(row)) naiveRow(table, i, row, [], 0, false);
    else table.bad.push(i);
  });
  return table;
}

function naiveRow(table: PlainTable, row: number, value: object, keys: readonly string[], lists: number, isRefund: boolean): void {
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    const path = [...keys, key];
    const header = path.join('.');
    if (Array.isArray(member) && lists < 3 && (isRefund || LISTS.test(key))) {
      for (const element of member) {
        if (!element || typeof element !== 'object' || Array.isArray(element)) continue;
        const list: PlainTable & { parents: number[] } = table.lists.get(header) ?? {
          ...{ length: 0, cells: new Map(), bad: [], lists: new Map(), parents: [] },
        };
        table.lists.set(header, list);
        list.parents.push(row);
        naiveRow(list, list.length++, element as object, [], lists + 1, isRefund || /^refunds$/i.test(key));
      }
    } else if (member && typeof member === 'object' && !Array.isArray(member) && path.length <= 3) {
      naiveRow(table, row, member, path, lists, isRefund);
    } else if (member !== null && member !== '') {
      const cell =
        typeof member === 'object'
          ? Array.isArray(member)
            ? '[array]'
            : '[object]'
          : typeof member === 'number'
            ? member || 0
            : String(member);
      const values = table.cells.get(header) ?? {};
      table.cells.set(header, values);
      values[row] = cell;
    }
  }
}
