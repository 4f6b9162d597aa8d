/** What the counting of a funnel hands to its finish: integers only. */
import type { TableName } from '../table/dataset.js';
import type { FunnelPlan } from './funnel-plan.js';
import type { Tally } from './funnel-tally.js';
import type { FunnelStepSpec } from './funnel-types.js';

/** @internal */
export interface FunnelPartials extends Omit<FunnelPlan, 'steps' | 'tables'> {
  readonly tables: readonly TableName[];
  readonly steps: readonly Pick<FunnelStepSpec, 'id' | 'label' | 'optional'>[];
  readonly total: Tally;
  /** null when no breakdown was asked for, or none could be made. */
  readonly groups: readonly Tally[] | null;
  readonly used: number;
}
