import { AmountReader } from './amount-reader.js';
import type { DecimalMark } from './amount-reader.js';
import type { TableRead } from './read-context.js';
import type { Steps } from './progress.js';

/** Which mark the texts of a column (or of a whole table) prove. */
export class MarkVotes {
  point = 0;
  comma = 0;

  add(mark: DecimalMark | null): void {
    if (mark === '.') this.point++;
    else if (mark === ',') this.comma++;
  }

  /** null when nothing or both are proven. */
  get mark(): DecimalMark | null {
    return this.point > 0 === this.comma > 0 ? null : this.point > 0 ? '.' : ',';
  }

  get isMixed(): boolean {
    return this.point > 0 && this.comma > 0;
  }
}

export interface AmountOptions {
  /** Decimal digits of one minor unit. */
  readonly digits: number;
  /** Values are minor units already. */
  readonly isMinor: boolean;
  /** Votes of the amount columns of this table read before: they decide where a column cannot. */
  readonly others: MarkVotes;
}

class AmountColumnReader {
  readonly values: Float64Array;
  /** Rows whose amount fits either mark. */
  open: number[] = [];
  readonly bad: number[] = [];
  readonly votes = new MarkVotes();
  given = 0;
  private readonly reader: AmountReader;
  private readonly value: (row: number) => unknown;

  constructor(read: TableRead, column: string, { digits, isMinor }: AmountOptions) {
    this.reader = new AmountReader(digits, isMinor);
    this.value = read.values(column);
    this.values = new Float64Array(read.rows).fill(NaN);
  }

  row(row: number, mark: DecimalMark | null): void {
    const value = this.value(row);
    const outcome = this.reader.read(value, mark);
    if (outcome === 'missing') return;
    if (outcome === 'open') this.open.push(row);
    else {
      this.given++;
      if (outcome === 'bad') this.bad.push(row);
      else this.values[row] = this.reader.minor;
      if (typeof value === 'string' && outcome === 'read') this.votes.add(this.reader.proves);
    }
  }
}

/** The mark that the column proves, else the table; 1,234 and 1.234 alone are read as English thousands and as a decimal. */
function decideMark(read: TableRead, column: string, { votes, open }: AmountColumnReader, others: MarkVotes): DecimalMark | null {
  if (votes.isMixed) {
    read.say('mixed-decimal-marks', 'amounts use one decimal mark: use one; amounts that fit both are refused', column);
    return null;
  }
  const mark = votes.mark ?? others.mark;
  if (mark !== null || open.length === 0) return mark;
  const message = 'some amount tells the decimal mark: write 1234.56; 1,234 is read as thousands, 1.234 as a decimal';
  read.say('ambiguous-decimal', message, column);
  return '.';
}

/** An optional column of which most values are no amounts was misnamed: not used. */
function ignore(read: TableRead, column: string): null {
  const header = read.header(column) ?? column;
  read.say(
    'column-ignored',
    `a column named like an amount holds amounts: rename or map it; got something else in most rows of ${header}`,
    column,
    { as: column },
  );
  read.matches.delete(column);
  read.aside.push(header);
  return null;
}

/**
 * Amounts of a column in minor units, NaN where missing; null when the table has no such column, or when it is optional and
 * most of its values are no amounts. Unreadable amounts refuse their row.
 */
export function* readAmounts(read: TableRead, column: string, options: AmountOptions, required: boolean): Steps<Float64Array | null> {
  const match = read.matches.get(column);
  if (match === undefined) return null;
  const reader = new AmountColumnReader(read, column, options);
  yield* read.each((row) => reader.row(row, null));
  const mark = decideMark(read, column, reader, options.others);
  const { open } = reader;
  reader.open = [];
  yield* read.walker.walk(open.length, (i) => reader.row(open[i], mark));
  // Still open: both marks are in use, and nobody guesses about a factor of a thousand.
  const bad = [...reader.bad, ...reader.open];
  if (!required && bad.length * 2 > reader.given + reader.open.length) return ignore(read, column);
  for (const row of bad) read.drop(row, 'bad-amount', column);
  options.others.add(mark);
  match.format = options.isMinor ? 'minor-units' : mark === ',' ? 'decimal:comma' : 'decimal:point';
  return reader.values;
}
