/** Figures from an endpoint of the page's choice: it gets a KpiRequest as JSON by POST and answers with a KpiResult. */
import { KpiError } from '../core/errors.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { abortable, abortError } from '../worker/abort.js';
import { checkResult } from './check-result.js';
import { readyReport } from './ready-report.js';
import type { KpiSource } from './source.js';

export interface RemoteOptions {
  /** Default: `same-origin`. */
  credentials?: 'same-origin' | 'include' | 'omit';
  headers?: Readonly<Record<string, string>>;
}

/**
 * A source that asks `url` for every figure. Its `run` rejects with KpiError: `network`, `http-status`, `bad-json`, `invalid-param` (no
 * result of the KPI), `aborted`, `timeout`.
 */
export function remoteSource(url: string, options: RemoteOptions = {}): KpiSource {
  const released = new AbortController();
  const ignore = () => () => {};
  return {
    loaded: Promise.resolve(readyReport()),
    run(request, signal) {
      const either = AbortSignal.any(signal ? [signal, released.signal] : [released.signal]);
      return abortable(ask(url, request, options, either), either);
    },
    onProgress: ignore,
    onNotice: ignore,
    release: () => released.abort(),
  };
}

async function ask(url: string, request: KpiRequest, { credentials, headers }: RemoteOptions, signal: AbortSignal): Promise<KpiResult> {
  const init = {
    method: 'POST',
    body: JSON.stringify(request),
    headers: { 'content-type': 'application/json', ...headers },
    credentials,
    signal,
  };
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (signal.aborted) throw abortError(signal);
    throw new KpiError('network', `endpoint must be reachable: check the address, CORS and connect-src; got ${String(cause)}`, {
      details: { url },
      cause,
    });
  });
  const { ok, status } = response;
  if (!ok) throw new KpiError('http-status', `endpoint must answer: check it; got HTTP status ${status}`, { details: { status, url } });
  const answer: unknown = await response.json().catch((cause: unknown) => {
    throw new KpiError('bad-json', `endpoint must answer with JSON: check it; got ${String(cause)}`, { details: { url }, cause });
  });
  return checkResult(answer, request.kpi);
}
