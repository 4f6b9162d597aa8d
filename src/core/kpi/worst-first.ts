/** Keeps the first `limit` of many in an order, without sorting them all. */
export class WorstFirst<T> {
  private kept: T[] = [];
  /** Last one that still has a place, once the list is full. */
  private last: T | null = null;

  /** @param compare Total order: negative when the first argument comes first. */
  constructor(
    private readonly limit: number,
    private readonly compare: (a: T, b: T) => number,
  ) {}

  add(item: T): void {
    if (this.limit === 0 || (this.last !== null && this.compare(item, this.last) > 0)) return;
    this.kept.push(item);
    if (this.kept.length >= this.limit * 2) this.cut();
  }

  list(): T[] {
    this.cut();
    return this.kept;
  }

  private cut(): void {
    this.kept.sort(this.compare);
    this.kept.length = Math.min(this.kept.length, this.limit);
    if (this.kept.length === this.limit) this.last = this.kept[this.limit - 1] ?? null;
  }
}
