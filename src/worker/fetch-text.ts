/** Reads a text from an address, telling how far it is. */
import { faultsAt } from './faults.js';
import type { LoadProgress } from './protocol.js';

type BytesListener = (news: Pick<LoadProgress, 'bytes' | 'totalBytes'>) => void;

/**
 * Text at an address, decoded as UTF-8 (a byte order mark is dropped).
 * @throws KpiError `http-status`, `network`, `too-large` (longer than the browser's longest string), `aborted`.
 */
export async function fetchText(url: string, signal: AbortSignal, tell: BytesListener): Promise<string> {
  const fault = faultsAt(url, signal);
  const response = await fetch(url, { signal }).catch(fault('network'));
  const { ok, status } = response;
  if (!ok) fault('http-status', { status })(status);
  return decode(response, tell).catch((thrown: unknown) => fault(thrown instanceof RangeError ? 'too-large' : 'network')(thrown));
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
