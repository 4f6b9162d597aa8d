/** Giving up, in the library's own errors. */
import { KpiError } from '../core/errors.js';
import { aborted } from './faults.js';

/**
 * The promise, or a rejection as soon as the signal fires; whatever comes later is dropped.
 * @throws KpiError `timeout` for a signal of `AbortSignal.timeout`, else `aborted`.
 */
export function abortable<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const giveUp = () =>
      reject(signal.reason?.name === 'TimeoutError' ? new KpiError('timeout', 'request: allow more time; got no answer') : aborted());
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
  });
}
