/** Is this what the engine would have answered? Its figures are taken on trust, its shape is not. */
import { KpiError } from '../core/errors.js';
import type { KpiResult } from '../core/kpi/contract.js';

const statuses = ['ready', 'partial', 'empty'];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The value as a result of the KPI that was asked for. Throws KpiError `invalid-param` with the path of what is missing or wrong. */
export function checkResult(value: unknown, kpi: string): KpiResult {
  const given = isRecord(value) ? value : {};
  const rows = isRecord(given['rows']) ? given['rows'] : {};
  const faults: [path: string, right: boolean][] = [
    ['$', isRecord(value)],
    ['$.kpi', given['kpi'] === kpi],
    ['$.version', typeof given['version'] === 'number'],
    ['$.timeZone', typeof given['timeZone'] === 'string'],
    ['$.status', statuses.includes(given['status'] as string)],
    ['$.reasons', Array.isArray(given['reasons'])],
    ['$.rows', typeof rows['used'] === 'number' && isRecord(rows['left'])],
    ['$.value', isRecord(given['value'])],
  ];
  const path = faults.find(([, right]) => !right)?.[0];
  if (path === undefined) return value as KpiResult;
  throw new KpiError('invalid-param', `answer must be a result of the KPI ${kpi}: see KpiResult; got something else at ${path}`, {
    path,
    details: { param: 'result', got: path },
  });
}
