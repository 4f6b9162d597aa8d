/** Is this what the engine would have answered? Its figures are taken on trust, its shape is not. */
import { refuse } from '../core/errors.js';
import type { KpiResult } from '../core/kpi/contract.js';

/** The value as a result of the KPI that was asked for. Throws KpiError `invalid-param` with the path of what is missing or wrong. */
export function checkResult(value: unknown, kpi: string): KpiResult {
  const given = Object(value) as KpiResult;
  const right: Record<string, boolean> = {
    $: given === value,
    '$.kpi': given.kpi === kpi,
    '$.status': ['ready', 'partial', 'empty'].includes(given.status),
    '$.reasons': Array.isArray(given.reasons),
    '$.rows': Boolean(given.rows?.left),
    '$.value': Boolean(given.value),
  };
  for (const path in right) if (!right[path]) refuse(path, `must be that of a KpiResult of ${kpi}`, value);
  return given;
}
