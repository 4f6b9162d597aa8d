/** Reads an address into a scan, as its bytes arrive. */
import type { KpiError } from '../core/errors.js';
import type { Scan } from '../core/ingest/scan/scan.js';
import { faultsAt } from './faults.js';
import { pause } from './pause.js';
import type { LoadProgress } from './protocol.js';

type BytesListener = (news: Pick<LoadProgress, 'bytes' | 'totalBytes' | 'rows'>) => void;

export interface Reading {
  readonly url: string;
  readonly signal: AbortSignal;
  /** Milliseconds of work between two pauses. */
  readonly slice: number;
  readonly tell: BytesListener;
}

/**
 * What stands at an address, where it is not what stood there before.
 * @param mark That of the last answer: what the server says of the state of its data; '' for none.
 * @returns The mark of this answer; null when nothing has changed, and nothing was read.
 * @throws KpiError `http-status`, `network`, `aborted`, and those of `Scan`.
 */
export async function readUrl(scan: Scan, { url, signal, slice, tell }: Reading, mark: string): Promise<string | null> {
  const fault = faultsAt(url, signal);
  // The browser asks "if changed" by itself: a header of ours would need the leave of other origins.
  const response = await fetch(url, { signal, cache: mark ? 'no-cache' : 'default' }).catch(fault('network'));
  const { ok, status, headers, body } = response;
  if (!ok) fault('http-status', { status })(status);
  const now = headers.get('etag') ?? headers.get('last-modified') ?? '';
  if (mark && now === mark) {
    await body?.cancel();
    return null;
  }
  // What is announced is the compressed length, what is read is not: only an uncompressed answer has a total.
  const total = headers.has('content-encoding') ? 0 : Number(headers.get('content-length'));
  // Not into a buffer of ours: that would be moved away and back, after which engines make all typed arrays of this worker slower.
  const reader = body?.getReader();
  const next = () =>
    reader
      ?.read()
      .catch(fault('network'))
      .catch((thrown: KpiError) => {
        if (signal.aborted || !scan.stop(thrown)) throw thrown;
        return null;
      });
  let until = performance.now() + slice;
  for (;;) {
    const value = (await next())?.value;
    if (!value) return now;
    scan.push(value, total);
    const bytes = scan.taken;
    tell({ bytes, totalBytes: bytes <= total ? total : null, rows: scan.rows });
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + slice;
  }
}
