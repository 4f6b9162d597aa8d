/** Giving up, in the library's own errors. */
import { KpiError } from '../core/errors.js';

/** `timeout` when the signal is one of `AbortSignal.timeout`, else `aborted`. */
export function abortError({ reason }: AbortSignal): KpiError {
  return (reason as Error | undefined)?.name === 'TimeoutError'
    ? new KpiError('timeout', 'figure must be there in time: allow more time or narrow the data; got none')
    : new KpiError('aborted', 'request was given up: ask again for a figure');
}

/** The promise, or a rejection as soon as the signal fires; whatever comes later is dropped. */
export function abortable<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(abortError(signal));
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}
