import { memberPath } from './json-path.js';
import { guarded, isNothing } from './table-source.js';
import type { TableSource, ValueAt } from './table-source.js';

function isColumn(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

/** A table given by columns; shorter columns lack values at the end. */
export class ColumnSource implements TableSource {
  readonly length: number;
  private readonly columns = new Map<string, ArrayLike<unknown>>();

  constructor(
    readonly path: string,
    columns: object,
  ) {
    for (const [header, values] of Object.entries(columns)) if (isColumn(values)) this.columns.set(header, values);
    this.length = Math.max(0, ...[...this.columns.values()].map((values) => values.length));
  }

  scan(): boolean {
    return true;
  }

  headers(): string[] {
    return [...this.columns.keys()].sort();
  }

  isBlank(header: string): boolean {
    const value = this.value(header);
    for (let row = 0; row < this.length; row++) if (!isNothing(value(row))) return false;
    return true;
  }

  value(header: string): ValueAt {
    const values = this.columns.get(header) ?? [];
    return guarded((row) => values[row]);
  }

  row(): unknown {
    return undefined;
  }

  pathOf(row: number, header: string | null): string {
    const at = `${this.path}.columns`;
    return header === null ? `${at}[*][${row}]` : `${memberPath(at, header)}[${row}]`;
  }
}
