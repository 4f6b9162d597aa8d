/** Reads a text from an address, telling how far it is. */
import { KpiError } from '../core/errors.js';
import type { ErrorCode } from '../core/errors.js';
import { aborted } from './faults.js';
import type { LoadProgress } from './protocol.js';

type BytesListener = (news: Pick<LoadProgress, 'bytes' | 'totalBytes'>) => void;

/**
 * Text at an address, decoded as UTF-8 (a byte order mark is dropped).
 * @throws KpiError `http-status`, `network`, `too-large` (longer than the browser's longest string), `aborted`.
 */
export async function fetchText(url: string, signal: AbortSignal, tell: BytesListener): Promise<string> {
  const fault = (code: ErrorCode, todo: string, got: unknown, details?: { status: number }) =>
    new KpiError(code, `${url}: ${todo}; got ${got}`, { details: { ...details, url } });
  try {
    const response = await fetch(url, { signal });
    const { ok, status } = response;
    if (!ok) throw fault('http-status', 'check the address', status, { status });
    return await decode(response, tell);
  } catch (thrown) {
    if (thrown instanceof KpiError) throw thrown;
    if (signal.aborted) throw aborted();
    if (thrown instanceof RangeError) throw fault('too-large', 'split it', thrown);
    throw fault('network', 'check the address, CORS and connect-src', thrown);
  }
}

async function decode({ headers, body }: Response, tell: BytesListener): Promise<string> {
  // What is announced is the compressed length, what is read is not: only an uncompressed answer has a total.
  const total = headers.has('content-encoding') ? 0 : Number(headers.get('content-length'));
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  for (let text = '', bytes = 0; ;) {
    const value = (await reader?.read())?.value;
    if (!value) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    bytes += value.length;
    tell({ bytes, totalBytes: bytes <= total ? total : null });
  }
}
