/** Hands a page's data to an engine in slices, so that a large array never holds the page. */
import type { DatasetOptions } from '../core/ingest/input.js';
import { pause } from './pause.js';
import { plain, plainSlice } from './plain.js';
import type { EngineCalls, PushSlice } from './protocol.js';
import { lengthOf, shellOf, sliceOf, tablesOf } from './tables.js';

/** Milliseconds that a slice should take the page. A slice grows by steps, so that even wide rows stay under twice as much. */
const AIM = 4;
const FIRST_ROWS = 16;
const MOST_ROWS = 8192;
/** Copying text is cheap: a million characters take about a millisecond. */
const TEXT_SLICE = 1 << 20;

/** Rows that a slice may have, learned from slice to slice; `copy` once the data has shown that it needs plain copies. */
interface Pace {
  rows: number;
  copy: boolean;
}

/**
 * Opens a data set and pushes all that the page handed over; the caller calls `finish`. The data is not changed, and must not be while
 * this runs. Stops early when it is no longer `wanted`. Throws KpiError `not-cloneable` with the path of what cannot be sent.
 */
export async function sendData(
  calls: EngineCalls,
  dataset: number,
  data: unknown,
  options: DatasetOptions,
  wanted: () => boolean,
): Promise<void> {
  if (typeof data === 'string') {
    await calls.open(dataset, options, null);
    await sendText(calls, dataset, data);
  } else {
    await sendOrCopy(
      (shell) => calls.open(dataset, options, shell),
      shellOf(data),
      (shell) => plain(shell, '$'),
      { rows: 0, copy: false },
    );
    await sendTables(calls, dataset, data, wanted);
  }
}

/** An empty text still needs one slice: that is what tells it from no text. */
async function sendText(calls: EngineCalls, dataset: number, text: string): Promise<void> {
  for (let from = 0; from === 0 || from < text.length; from += TEXT_SLICE) {
    await calls.push(dataset, { kind: 'text', text: text.slice(from, from + TEXT_SLICE) });
    await pause();
  }
}

async function sendTables(calls: EngineCalls, dataset: number, data: unknown, wanted: () => boolean): Promise<void> {
  const pace: Pace = { rows: FIRST_ROWS, copy: false };
  const push = (slice: PushSlice) => calls.push(dataset, slice);
  for (const [name, table] of tablesOf(data)) {
    for (let from = 0, to; wanted() && from < lengthOf(table); from = to) {
      to = from + pace.rows;
      const start = performance.now();
      const sent = sendOrCopy(push, sliceOf(name, table, from, to), (slice) => plainSlice(slice, from), pace);
      // The copy is made before the call returns; what follows is waiting.
      pace.rows = nextRows(pace.rows, performance.now() - start);
      await sent;
      await pause();
    }
  }
}

function nextRows(rows: number, took: number): number {
  const factor = Math.min(4, AIM / Math.max(took, 0.1));
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(rows * factor)));
}

/** Sends; what structured cloning refuses is sent as a plain copy. */
async function sendOrCopy<T>(send: (value: T) => Promise<void>, value: T, copy: (value: T) => T, pace: Pace): Promise<void> {
  if (!pace.copy) {
    try {
      return await send(value);
    } catch (thrown) {
      if ((thrown as Error).name !== 'DataCloneError') throw thrown;
      pace.copy = true;
    }
  }
  return send(copy(value));
}
