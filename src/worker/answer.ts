/** Turns whatever a task does into one of the two plain shapes that cross the boundary. */
import { KpiError } from '../core/errors.js';
import type { ErrorInfo } from '../core/errors.js';
import type { Answer } from './protocol.js';

/** Plain form of anything thrown. What is not ours is a defect of ours: code `internal`. */
export function errorInfo(thrown: unknown): ErrorInfo {
  if (thrown instanceof KpiError) return thrown.toJSON();
  const got = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return {
    code: 'internal',
    message: `the engine must not fail: report this with the data that caused it; got ${got}`,
    path: null,
    details: { got },
  };
}

export async function answer<T>(task: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (thrown) {
    return { ok: false, error: errorInfo(thrown) };
  }
}
