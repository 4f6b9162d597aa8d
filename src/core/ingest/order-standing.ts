/** Whether an order counts, by its status, cancellation and test marks (G4). */
import { headerNames } from './header-name.js';
import { statusOf } from './order-status.js';
import type { StatusClass } from './order-status.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { NO, YES, flagOf } from './read-flags.js';
import { readNumbers } from './read-numbers.js';
import { readTexts } from './read-texts.js';
import type { TextColumn } from './read-texts.js';

export type Standing = StatusClass | 'status-unknown';

export interface OrderStanding {
  of(row: number): Standing;
  /** Our name of the column that says so. */
  columnOf(row: number): string;
}

const SHOWN_WORDS = 10;

function classOf(word: string): StatusClass | null {
  return statusOf(headerNames(word)[0] ?? '');
}

function countWords({ codes, values }: TextColumn, isUnknown: readonly boolean[]): { words: string; rows: number } {
  const counts = values.map(() => 0);
  for (const code of codes) if (code >= 0 && isUnknown[code]) counts[code]++;
  const unknown = values.map((word, code) => ({ word, count: counts[code] })).filter(({ count }) => count > 0);
  unknown.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  const words = unknown
    .slice(0, SHOWN_WORDS)
    .map(({ word, count }) => `${word} (${count})`)
    .join(', ');
  return { words, rows: unknown.reduce((sum, { count }) => sum + count, 0) };
}

/**
 * Classes of the words of a status column. Words that no system uses are left out and named in a notice; when not a single
 * word is known the column is no order status, and is not used.
 */
function classesOf(read: TableRead, column: TextColumn): readonly Standing[] {
  const classes = column.values.map(classOf);
  const isUnknown = classes.map((kind) => kind === null);
  if (!isUnknown.includes(true)) return classes as Standing[];
  const { words, rows } = countWords(column, isUnknown);
  if (classes.every((kind) => kind === null)) {
    const message = `a status column holds order statuses: map another column, or none; ignored, because no word is known: ${words}`;
    read.say('status-ignored', message, 'status', { words });
    return [];
  }
  const message = `statuses are words like paid, pending, cancelled: rename them to have these orders count; left out: ${words}`;
  read.say('unknown-status', message, 'status', { words, count: rows });
  return classes.map((kind) => kind ?? 'status-unknown');
}

export function* readStanding(read: TableRead): Steps<OrderStanding> {
  const status = yield* readTexts(read, 'status');
  const cancelled = yield* readTexts(read, 'cancelled_at');
  const test = yield* readNumbers(read, 'test', new Uint8Array(read.rows), flagOf);
  const live = yield* readNumbers(read, 'live', new Uint8Array(read.rows), flagOf);
  const classes = classesOf(read, status);
  const isCancelled = cancelled.values.map((when) => flagOf(when) !== NO);
  const columnOf = (row: number): string =>
    test?.[row] === YES ? 'test' : live?.[row] === NO ? 'live' : isCancelled[cancelled.codes[row]] ? 'cancelled_at' : 'status';
  const of = (row: number): Standing => {
    const column = columnOf(row);
    if (column === 'status') return classes[status.codes[row]] ?? 'valid';
    return column === 'cancelled_at' ? 'status-cancelled' : 'test-order';
  };
  return { of, columnOf };
}
