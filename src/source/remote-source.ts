/** Figures from an endpoint of the page's choice: it gets a KpiRequest as JSON by POST and answers with a KpiResult. */
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { abortable } from '../worker/abort.js';
import { faultsAt } from '../worker/faults.js';
import { checkResult } from './check-result.js';
import { quietSource } from './result-source.js';
import type { KpiSource } from './source.js';

export interface RemoteOptions {
  /** Default: `same-origin`. */
  credentials?: 'same-origin' | 'include' | 'omit';
  /** Added to `content-type: application/json`. */
  headers?: Readonly<Record<string, string>>;
}

/**
 * A source that asks `url` for every figure: `POST` of the KpiRequest as JSON, answered with the KpiResult as JSON and a status from 200 to
 * 299. Its `run` rejects with KpiError: `network` (no answer), `http-status` (`details.status`), `bad-json`, `unknown-kpi` (a result of another
 * KPI), `invalid-param` (no result; `path` says where), `aborted`, `timeout`.
 */
export function remoteSource(url: string, options: RemoteOptions = {}): KpiSource {
  const released = new AbortController();
  return quietSource(
    (request, signal) => {
      const either = AbortSignal.any(signal ? [signal, released.signal] : [released.signal]);
      return abortable(ask(url, request, options, either), either);
    },
    () => released.abort(),
  );
}

async function ask(url: string, request: KpiRequest, options: RemoteOptions, signal: AbortSignal): Promise<KpiResult> {
  const fault = faultsAt(url, signal);
  const headers = { 'content-type': 'application/json', ...options.headers };
  const init = { ...options, method: 'POST', body: JSON.stringify(request), headers, signal };
  const response = await fetch(url, init).catch(fault('network'));
  const { ok, status } = response;
  if (!ok) fault('http-status', { status })(status);
  return checkResult(await response.json().catch(fault('bad-json')), request.kpi);
}
