import { normaliseHeader } from './header-name.js';
import { isNested, isNothing } from './table-source.js';

/** Nested objects are looked into so deep: `total_shipping_price_set.shop_money.amount`. */
const MAX_DEPTH = 3;
/** Headers of nested objects beyond this number are not kept: such objects are maps, not rows. */
const MAX_NESTED = 500;

/** What was seen under a header: nothing yet, only blanks, a value. */
type Seen = 0 | 1 | 2;
const BLANK = 1;
const PLAIN = 2;

/** Refunds, and lists inside them, are summed per row; all other lists are kept aside whole. */
function isSummed(path: readonly string[]): boolean {
  return path.includes('[]') || normaliseHeader(path[path.length - 1]) === 'refunds';
}

/** Collects the headers of rows: keys of the rows themselves and dotted paths of nested objects. */
export class HeaderScan {
  private readonly plain = new Map<string, Seen>();
  private readonly nested = new Map<string, string[]>();
  private readonly parents = new Set<string>();
  /** Keys of the first row with what was seen under them: rows of the same shape cost no look-up. */
  private readonly order: string[] = [];
  private readonly seen: Seen[] = [];

  row(row: object): void {
    let at = 0;
    for (const key in row) {
      const value = (row as Record<string, unknown>)[key];
      if (isNested(value)) this.look([key], value);
      else this.note(key, at, isNothing(value) ? BLANK : PLAIN);
      at++;
    }
  }

  /** Header -> keys that lead to it. A member that only ever holds objects is known by their members alone. */
  paths(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const [key, seen] of this.plain) if (seen === PLAIN || !this.parents.has(key)) found.set(key, [key]);
    for (const [name, path] of this.nested) if (!found.has(name)) found.set(name, path);
    return found;
  }

  /** True for a key under which no row has a value. */
  isBlank(key: string): boolean {
    return this.plain.get(key) === BLANK;
  }

  private note(key: string, at: number, seen: Seen): void {
    if (this.order[at] === key && this.seen[at] >= seen) return;
    if ((this.plain.get(key) ?? 0) < seen) this.plain.set(key, seen);
    if (this.order[at] === undefined) this.order[at] = key;
    if (this.order[at] === key) this.seen[at] = seen;
  }

  private look(path: string[], value: object): void {
    if (Array.isArray(value)) {
      if (!isSummed(path)) return this.keep(path);
      this.parents.add(path[0]);
      for (const part of value as unknown[]) if (isNested(part) && !Array.isArray(part)) this.members([...path, '[]'], part);
      return;
    }
    this.parents.add(path[0]);
    this.members(path, value);
  }

  private members(path: string[], value: object): void {
    const depth = path.filter((key) => key !== '[]').length;
    for (const key in value) {
      const member = (value as Record<string, unknown>)[key];
      if (isNested(member) && depth < MAX_DEPTH - 1) this.look([...path, key], member);
      else this.keep([...path, key]);
    }
  }

  private keep(path: string[]): void {
    const name = path.join('.').replaceAll('.[]', '[]');
    if (!this.nested.has(name) && this.nested.size < MAX_NESTED) this.nested.set(name, path);
  }
}
