/** Reads a text from an address, telling how far it is. */
import { KpiError } from '../core/errors.js';
import type { RemoteData } from './protocol.js';

type BytesListener = (bytes: number, totalBytes: number | null) => void;

/**
 * Text at an address, decoded as UTF-8 (a byte order mark is dropped).
 * Throws KpiError: `http-status`, `network`, `too-large` (longer than the browser's longest string), `aborted`.
 */
export async function fetchText({ url, credentials }: RemoteData, signal: AbortSignal, onBytes: BytesListener): Promise<string> {
  try {
    const response = await fetch(url, { credentials, signal });
    if (!response.ok) throw httpError(response.status, url);
    return await decode(response, onBytes);
  } catch (thrown) {
    if (thrown instanceof KpiError) throw thrown;
    if (signal.aborted) throw new KpiError('aborted', 'loading was given up: ask again to load');
    if (thrown instanceof RangeError)
      throw new KpiError('too-large', `data must fit in one text: split it; got more at ${url}`, { details: { url } });
    throw new KpiError('network', `data must be reachable: check the address, CORS and connect-src; got ${String(thrown)}`, {
      details: { url },
    });
  }
}

function httpError(status: number, url: string): KpiError {
  return new KpiError('http-status', `data must be reachable: check the address; got HTTP status ${status}`, { details: { status, url } });
}

async function decode(response: Response, onBytes: BytesListener): Promise<string> {
  const total = announcedBytes(response);
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    bytes += value.length;
    onBytes(bytes, total !== null && bytes <= total ? total : null);
  }
}

/** What is announced is the compressed length, what is read is not: only an uncompressed answer has a total. */
function announcedBytes({ headers }: Response): number | null {
  const length = Number(headers.get('content-length'));
  return length > 0 && !headers.has('content-encoding') ? length : null;
}
