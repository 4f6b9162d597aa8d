/**
 * Filter -> rows (rule G14). Which predicate touches which table:
 * - period: orders, refunds, visits, events by their day; its end also caps the as-of day
 * - channel: orders, visits, events by their own channel; customers by their acquisition channel; orphan refunds have none and fail
 * - country: the row's own, else its customer's
 * - segment: customers, and through them everything that belongs to them; rows without a customer fail
 * Bitmaps are made when first asked for; without a filter and with the as-of day at the end of the data no row is looked at.
 */
import type { Bitmap } from '../table/bitmap.js';
import type { CivilDay, CodeColumn, Dataset, TableName } from '../table/dataset.js';
import type { Filter, KpiContext } from './contract.js';
import { allRows, codeTest, failingTest, filterRows } from './row-filter.js';
import type { CodeTest, CountryTest, PassedRows } from './row-filter.js';
import { membershipPieces } from './rfm-membership.js';
import { FILTER_SEGMENTS } from './filter.js';

/** What the filter needs to know of a table. */
interface FilteredTable {
  readonly length: number;
  readonly day?: Int32Array;
  readonly customer?: Int32Array;
  readonly channel?: CodeColumn | null;
  readonly country?: CodeColumn | null;
}

type RowTable = 'orders' | 'refunds' | 'visits' | 'events' | 'customers';
const ROW_TABLES: readonly TableName[] = ['orders', 'refunds', 'visits', 'events', 'customers'];

class FilteredRows implements KpiContext {
  private readonly passed = new Map<RowTable, PassedRows>();
  private segments: Uint8Array | undefined;
  private countryOfCustomer: Uint8Array | undefined;

  constructor(
    readonly dataset: Dataset,
    readonly asOf: CivilDay | null,
    readonly from: CivilDay | null,
    private readonly filter: Filter,
  ) {}

  get orders(): Bitmap | null {
    return this.rowsOf('orders')?.rows ?? null;
  }

  get refunds(): Bitmap | null {
    return this.rowsOf('refunds')?.rows ?? null;
  }

  get visits(): Bitmap | null {
    return this.rowsOf('visits')?.rows ?? null;
  }

  get events(): Bitmap | null {
    return this.rowsOf('events')?.rows ?? null;
  }

  get customers(): Bitmap {
    return this.rowsOf('customers')!.rows;
  }

  left(tables: readonly TableName[]): Record<string, number> {
    const sums = new Map<string, number>();
    const add = (reason: string, count: number) => count > 0 && sums.set(reason, (sums.get(reason) ?? 0) + count);
    for (const table of tables) {
      for (const [reason, count] of Object.entries(this.dataset.left[table] ?? {})) add(reason, count);
      const passed = ROW_TABLES.includes(table) ? this.rowsOf(table as RowTable) : null;
      if (passed === null) continue;
      add('after-as-of', passed.afterAsOf);
      add('filtered', passed.filtered);
    }
    return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private rowsOf(name: RowTable): PassedRows | null {
    const table: FilteredTable | null = this.dataset[name];
    if (table === null) return null;
    let passed = this.passed.get(name);
    if (passed === undefined) {
      passed = this.pass(table);
      this.passed.set(name, passed);
    }
    return passed;
  }

  private pass(table: FilteredTable): PassedRows {
    const { channel, country, segment } = this.filter;
    const atEnd = this.asOf === null || this.dataset.range === null || this.asOf >= this.dataset.range.to;
    const undated = table.day === undefined || (this.from === null && atEnd);
    if (undated && !channel && !country && !segment) return allRows(table.length);
    return filterRows({
      length: table.length,
      day: table.day ?? null,
      from: this.from ?? -Infinity,
      asOf: this.asOf ?? Infinity,
      channel: channel ? (codeTest(table.channel ?? null, channel) ?? failingTest(table.length)) : null,
      country: country ? this.countryTest(table, country) : null,
      segment: segment ? this.segments! : null,
      customer: table.customer ?? null,
    });
  }

  private countryTest(table: FilteredTable, chosen: readonly string[]): CountryTest {
    this.countryOfCustomer ??= byCustomer(codeTest(this.dataset.customers.country, chosen), this.dataset.customers.length);
    const ofCustomers = table === this.dataset.customers;
    return { own: ofCustomers ? null : codeTest(table.country ?? null, chosen), customerPasses: this.countryOfCustomer };
  }

  /** Segments are a matter of everything a customer bought up to the as-of day, whatever else the filter narrows. */
  *findSegments(): Generator<void, void, void> {
    const { segment } = this.filter;
    if (!segment || this.segments) return;
    const chosen = FILTER_SEGMENTS.filter((name) => segment.includes(name));
    this.segments = yield* membershipPieces(new FilteredRows(this.dataset, this.asOf, null, {}), chosen);
  }
}

/** Outcome of a test of the customers' column by customer row. */
function byCustomer(test: CodeTest | null, customers: number): Uint8Array {
  const passes = new Uint8Array(customers);
  if (test === null) return passes;
  for (let row = 0; row < customers; row++) if (test.codes[row] >= 0) passes[row] = test.passes[test.codes[row]];
  return passes;
}

/**
 * What a KPI may look at; in slices.
 * @param asOf Last day that counts, already capped by the period of the filter.
 * @param from First day of the period of the filter.
 */
export function* contextPieces(
  dataset: Dataset,
  asOf: CivilDay | null,
  from: CivilDay | null,
  filter: Filter,
): Generator<void, KpiContext, void> {
  const context = new FilteredRows(dataset, asOf, from, filter);
  yield* context.findSegments();
  return context;
}
