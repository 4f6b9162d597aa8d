import type { Zone } from '../calendar/zone.js';
import { NO_DAY } from '../table/dataset.js';
import { DateReader } from './date-reader.js';
import type { DayOrder } from './date-reader.js';
import type { TableRead } from './read-context.js';
import type { Steps } from './progress.js';

export interface DateColumn {
  /** NO_DAY where missing. */
  readonly day: Int32Array;
  /** Epoch seconds, NaN where missing. */
  readonly second: Float64Array;
}

/** Columns of these names hold UTC even where no offset is written (WooCommerce, Stripe). */
const UTC_HEADER = /(?:gmt|utc)[^a-z]*$/i;

/** d/m/yyyy or m/d/yyyy: the order that more rows prove; day first when none does. */
class OrderVotes {
  private dayFirst = 0;
  private monthFirst = 0;
  private doubtful = 0;

  add({ only, isDoubtful }: DateReader): void {
    if (only === 'day-first') this.dayFirst++;
    else if (only === 'month-first') this.monthFirst++;
    else if (isDoubtful) this.doubtful++;
  }

  get order(): DayOrder {
    return this.monthFirst > this.dayFirst ? 'month-first' : 'day-first';
  }

  /** Some day depends on the order, and nothing proves the order. */
  get isGuess(): boolean {
    return this.doubtful > 0 && this.dayFirst + this.monthFirst === 0;
  }
}

/** How many values were written in each form; the report names the commonest. */
class Forms {
  private readonly counts = new Map<string, number>();
  private last = '';
  private run = 0;

  add(form: string): void {
    if (form !== this.last) this.settle(form);
    this.run++;
  }

  sorted(): string[] {
    this.settle('');
    return [...this.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form);
  }

  /** Runs of one form are counted at once: nearly all columns are one run. */
  private settle(next: string): void {
    if (this.run > 0) this.counts.set(this.last, (this.counts.get(this.last) ?? 0) + this.run);
    this.last = next;
    this.run = 0;
  }
}

class DateColumnReader implements DateColumn {
  readonly day: Int32Array;
  readonly second: Float64Array;
  readonly open: number[] = [];
  readonly votes = new OrderVotes();
  private readonly forms = new Forms();
  private readonly reader: DateReader;
  private readonly value: (row: number) => unknown;
  private unreadable = 0;
  private firstUnreadable = '';

  constructor(
    private readonly read: TableRead,
    private readonly column: string,
    private readonly required: boolean,
    zone: Zone,
  ) {
    this.reader = new DateReader(zone, UTC_HEADER.test(read.header(column) ?? ''));
    this.value = read.values(column);
    this.day = new Int32Array(read.rows).fill(NO_DAY);
    this.second = new Float64Array(read.rows).fill(NaN);
  }

  row(row: number, order: DayOrder | null): void {
    const outcome = this.reader.read(this.value(row), order);
    if (outcome === 'read') {
      this.day[row] = this.reader.day;
      this.second[row] = this.reader.second;
      this.forms.add(this.reader.form);
    } else if (outcome === 'open') {
      this.open.push(row);
      this.votes.add(this.reader);
    } else if (outcome === 'bad') this.refuse(row);
  }

  /** Tells what was found on the way; gives the commonest form. */
  tell(): string {
    const { read, column } = this;
    if (this.unreadable > 0) {
      const message = `dates are readable: correct or remove them; unknown in ${this.unreadable} rows, first at ${this.firstUnreadable}`;
      read.say('unreadable-values', message, column, { count: this.unreadable, path: this.firstUnreadable });
    }
    if (this.votes.isGuess) {
      const message = 'some day above 12 tells the order of day and month: write dates as 2024-03-12; read as day first';
      read.say('ambiguous-date-order', message, column, { order: this.votes.order });
    }
    const forms = this.forms.sorted();
    const formats = forms.join(', ');
    if (forms.length > 1)
      read.say('mixed-date-formats', `dates of a column are written in one way: use one; got ${formats}`, column, { formats });
    return forms[0] ?? 'date';
  }

  private refuse(row: number): void {
    if (this.required) return this.read.drop(row, 'bad-date', this.column);
    if (this.unreadable++ === 0) this.firstUnreadable = this.read.source.pathOf(row, this.read.header(this.column));
  }
}

/**
 * Days and instants of a column; null when the table has none. Unreadable dates refuse their row when `required`, else they
 * are unknown and counted in a notice. Missing dates are left to the caller.
 */
export function* readDates(read: TableRead, column: string, zone: Zone, required: boolean): Steps<DateColumn | null> {
  const match = read.matches.get(column);
  if (match === undefined) return null;
  const reader = new DateColumnReader(read, column, required, zone);
  yield* read.each((row) => reader.row(row, null));
  const { open, votes } = reader;
  yield* read.walker.walk(open.length, (i) => reader.row(open[i], votes.order));
  match.format = reader.tell();
  return reader;
}
