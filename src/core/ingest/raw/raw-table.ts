/** A list of rows as it was read: columns by header, lists inside the rows as tables of their own. */
import type { TableName } from '../../table/dataset.js';
import { kept } from '../../calendar/kept.js';
import { grown } from './grown.js';
import { RawColumn } from './raw-column.js';

/** @internal */
export class RawTable {
  /** Rows read so far. */
  length = 0;
  readonly columns = new Map<string, RawColumn>();
  /** Lists inside rows, by header: `line_items`, `refunds`. */
  readonly lists = new Map<string, RawList>();
  /** Rows that are no objects, with a short copy of what stood there. */
  readonly bad = new Map<number, string>();
  /** What it was opened as: rows of this table may be added to it. */
  name: TableName | undefined;

  /**
   * @param path JSON path: `$`, `$.orders`; of a list inside rows `[*].refunds`.
   * @param isColumnar Given by columns: changes the paths of cells.
   */
  constructor(
    readonly path: string,
    readonly isColumnar = false,
  ) {}

  columnOf(header: string, keys: readonly string[]): RawColumn {
    return kept(this.columns, header, () => new RawColumn(header, keys));
  }

  list(header: string, keys: readonly string[]): RawList {
    return kept(this.lists, header, () => new RawList(`${this.path}[*]${keys.map(memberPath).join('')}`));
  }

  /** Takes back what was put behind the last row. */
  trim(): void {
    for (const column of this.columns.values()) column.clear(this.length);
    for (const list of this.lists.values()) list.trim();
  }

  /** JSON path of a value, or of the whole row for null. */
  pathOf(row: number, header: string | null): string {
    const member = (header === null ? [] : (this.columns.get(header)?.keys ?? [header])).map(memberPath).join('');
    return this.path + (this.isColumnar ? `.columns${member}[${row}]` : `[${row}]${member}`);
  }
}

/** @internal Rows of all the lists under one header, one after the other. */
export class RawList extends RawTable {
  /** Row of the outer table that each row belongs to. */
  parents = new Int32Array(16);

  setParent(row: number, parent: number): void {
    if (row >= this.parents.length) this.parents = grown(this.parents, row * 2);
    this.parents[row] = parent;
  }
}

/** `.orders`, `["N° commande"]`. */
export const memberPath = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);
