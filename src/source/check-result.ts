/** Is this what the engine would have answered? Its figures are taken on trust, its shape is not. */
import { refuse } from '../core/errors.js';
import type { ErrorCode } from '../core/errors.js';
import type { KpiResult } from '../core/kpi/contract.js';

/** @throws KpiError with the path of what is missing or wrong: `unknown-kpi` for a result of another KPI, else `invalid-param`. */
export function checkResult(result: unknown, kpi: string): KpiResult {
  const given = Object(result) as KpiResult;
  const { status, reasons, rows, value } = given;
  const check = (path: string, got: unknown, right: unknown, code?: ErrorCode) =>
    right || refuse(path, `as in a KpiResult of ${kpi}`, got, code);
  check('$', result, given === result);
  check('$.kpi', given.kpi, given.kpi === kpi, 'unknown-kpi');
  check('$.status', status, ['ready', 'partial', 'empty'].includes(status));
  check('$.reasons', reasons, Array.isArray(reasons));
  check('$.rows', rows, rows?.left);
  check('$.value', value, value);
  return given;
}
