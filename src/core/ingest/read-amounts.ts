import { AmountReader } from './amount-reader.js';
import type { AmountOutcome, DecimalMark } from './amount-reader.js';
import { notify } from './read-context.js';
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
  readonly open: number[] = [];
  readonly bad: number[] = [];
  readonly votes = new MarkVotes();
  texts = 0;
  given = 0;
  private readonly reader: AmountReader;
  private readonly value: (row: number) => unknown;

  constructor(
    private readonly read: TableRead,
    private readonly header: string,
    { digits, isMinor }: AmountOptions,
  ) {
    this.reader = new AmountReader(digits, isMinor);
    this.value = read.source.value(header);
    this.values = new Float64Array(read.source.length).fill(NaN);
  }

  row(row: number, mark: DecimalMark | null): void {
    if (!this.read.ledger.isGood(row)) return;
    const value = this.value(row);
    const outcome = this.reader.read(value, mark);
    if (typeof value === 'string' && outcome === 'read') {
      this.votes.add(this.reader.proves);
      this.texts++;
    }
    this.keep(row, outcome);
  }

  dropBad(): void {
    for (const row of this.bad) this.read.ledger.drop(row, 'bad-amount', this.header, this.value(row));
  }

  private keep(row: number, outcome: AmountOutcome): void {
    if (outcome === 'missing') return;
    this.given++;
    if (outcome === 'read') this.values[row] = this.reader.minor;
    else (outcome === 'open' ? this.open : this.bad).push(row);
  }
}

/** 1,234 or 1.234, with nothing in the column that tells: English thousands, and a decimal point. */
function guess(read: TableRead, column: string): DecimalMark {
  const message = 'the decimal mark is told by some amount of the column: write 1234.56; 1,234 is read as thousands, 1.234 as a decimal';
  notify(read, 'ambiguous-decimal', message, column);
  return '.';
}

function formatOf(column: AmountColumnReader, mark: DecimalMark | null, isMinor: boolean): string {
  if (isMinor) return 'minor-units';
  return column.texts > 0 && mark === ',' ? 'decimal:comma' : 'decimal:point';
}

/**
 * Amounts of a column in minor units, NaN where missing; null when the table has no such column. Unreadable amounts refuse
 * their row. An optional column of which most values are no amounts was misnamed: it is not used, and a notice says so.
 */
export function* readAmounts(read: TableRead, column: string, options: AmountOptions, required: boolean): Steps<Float64Array | null> {
  const match = read.matches.get(column);
  if (match === undefined) return null;
  const reader = new AmountColumnReader(read, match.header, options);
  const { votes, open } = reader;
  const { others, isMinor } = options;
  yield* read.walker.walk(read.source.length, (row) => reader.row(row, null));
  let mark = votes.mark ?? (votes.isMixed ? null : others.mark);
  if (open.length > 0 && mark === null && !votes.isMixed) mark = guess(read, column);
  const undecided = open.splice(0);
  reader.given -= undecided.length;
  yield* read.walker.walk(undecided.length, (i) => reader.row(undecided[i], mark));
  // Both marks are in use and this amount fits either: no guess about a factor of a thousand.
  for (const row of open) reader.bad.push(row);
  if (!required && reader.bad.length * 2 > reader.given) {
    read.matches.delete(column);
    read.aside.push(match.header);
    read.notices.push({
      code: 'column-ignored',
      message: `a column named like an amount holds amounts: rename it or map another one; got something else in most rows of ${match.header}`,
      table: read.table,
      column: match.header,
      details: { expected: 'amount', as: column },
    });
    return null;
  }
  reader.dropBad();
  if (votes.isMixed)
    notify(read, 'mixed-decimal-marks', 'amounts of a column use one decimal mark: use one; amounts that fit both are refused', column);
  others.add(mark);
  match.format = formatOf(reader, mark, isMinor);
  return reader.values;
}
