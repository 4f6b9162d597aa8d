import { HeaderScan } from './header-scan.js';
import { membersPath } from './json-path.js';
import { Parts, guarded, isNested } from './table-source.js';
import type { TableSource, ValueAt } from './table-source.js';

/** Values at the end of a path, every element of a list on the way. */
function collect(value: unknown, path: readonly string[], at: number, into: unknown[]): void {
  if (at === path.length) {
    if (value !== undefined) into.push(value);
  } else if (path[at] === '[]') {
    if (Array.isArray(value)) for (const part of value as unknown[]) collect(part, path, at + 1, into);
  } else if (isNested(value)) {
    collect((value as Record<string, unknown>)[path[at]], path, at + 1, into);
  }
}

function nestedValue(row: unknown, path: readonly string[], summed: boolean): unknown {
  const found: unknown[] = [];
  collect(row, path, 0, found);
  return summed ? new Parts(found) : found[0];
}

/** A table given as an array of objects. */
export class RowSource implements TableSource {
  private readonly found = new HeaderScan();
  private paths: Map<string, string[]> | null = null;
  /** As it was at first: a page may go on changing its list while it is read in slices. */
  readonly length: number;

  constructor(
    readonly path: string,
    private readonly rows: readonly unknown[],
  ) {
    this.length = rows.length;
  }

  scan(row: number): boolean {
    try {
      const value = this.rows[row];
      if (!isNested(value) || Array.isArray(value)) return false;
      this.found.row(value);
      return true;
    } catch {
      return false;
    }
  }

  headers(): string[] {
    return [...this.known().keys()].sort();
  }

  isBlank(header: string): boolean {
    return this.found.isBlank(header);
  }

  value(header: string): ValueAt {
    const { rows } = this;
    const path = this.known().get(header) ?? [header];
    const [key] = path;
    const summed = path.includes('[]');
    const take =
      path.length === 1
        ? (row: number) => (rows[row] as Record<string, unknown>)[key]
        : (row: number) => nestedValue(rows[row], path, summed);
    return guarded(take);
  }

  row(row: number): unknown {
    return guarded((at) => this.rows[at])(row);
  }

  pathOf(row: number, header: string | null): string {
    const at = `${this.path}[${row}]`;
    return header === null ? at : membersPath(at, this.known().get(header) ?? [header]);
  }

  private known(): Map<string, string[]> {
    return (this.paths ??= this.found.paths());
  }
}
