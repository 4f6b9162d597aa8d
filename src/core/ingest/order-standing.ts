/** Whether an order counts, by its status, cancellation and test marks (G4). */
import { headerNames } from './header-name.js';
import { statusOf } from './order-status.js';
import type { StatusClass } from './order-status.js';
import type { Steps } from './progress.js';
import { notify } from './read-context.js';
import type { TableRead } from './read-context.js';
import { NO, YES, flagOf, readFlags } from './read-flags.js';
import { readTexts } from './read-texts.js';
import type { TextColumn } from './read-texts.js';

export type Standing = StatusClass | 'status-unknown';

export interface OrderStanding {
  /** Standing of a row, and the header and value that say so. */
  at(row: number): { readonly standing: Standing; readonly header: string | null; readonly got: string };
}

const VALID = { standing: 'valid', header: null, got: '' } as const;
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
function classesOf(read: TableRead, column: TextColumn): Standing[] | null {
  const classes = column.values.map(classOf);
  const isUnknown = classes.map((kind) => kind === null);
  if (!isUnknown.includes(true)) return classes as Standing[];
  const { words, rows } = countWords(column, isUnknown);
  if (classes.every((kind) => kind === null)) {
    const message = `a status column holds order statuses: map another column, or none; ignored, because no word is known: ${words}`;
    notify(read, 'status-ignored', message, 'status', { words });
    return null;
  }
  const message = `statuses are words like paid, pending, cancelled: rename them to have these orders count; left out: ${words}`;
  notify(read, 'unknown-status', message, 'status', { words, count: rows });
  return classes.map((kind) => kind ?? 'status-unknown');
}

export function* readStanding(read: TableRead): Steps<OrderStanding> {
  const status = yield* readTexts(read, 'status');
  const cancelled = yield* readTexts(read, 'cancelled_at');
  const test = yield* readFlags(read, 'test');
  const live = yield* readFlags(read, 'live');
  const classes = status && classesOf(read, status);
  const header = (column: string): string | null => read.matches.get(column)?.header ?? null;
  return {
    at(row) {
      if (test?.[row] === YES) return { standing: 'test-order', header: header('test'), got: 'true' };
      if (live?.[row] === NO) return { standing: 'test-order', header: header('live'), got: 'false' };
      const at = cancelled?.codes[row] ?? -1;
      const when = at < 0 ? '' : (cancelled?.values[at] ?? '');
      if (when !== '' && flagOf(when) !== NO) return { standing: 'status-cancelled', header: header('cancelled_at'), got: when };
      const code = status?.codes[row] ?? -1;
      if (classes === null || code < 0 || classes[code] === 'valid') return VALID;
      return { standing: classes[code], header: header('status'), got: status?.values[code] ?? '' };
    },
  };
}
