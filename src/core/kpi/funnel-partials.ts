/** What the counting of a funnel hands to its finish: integers only. */
import type { TableName } from '../table/dataset.js';
import type { Reason } from './contract.js';
import type { FunnelResult } from './funnel-types.js';
import type { FinishedTally } from './funnel-tally.js';

export interface FunnelGroup {
  /** null: entries without a value. */
  readonly key: string | null;
  readonly tally: FinishedTally;
}

export interface FunnelPartials {
  readonly preset: FunnelResult['preset'];
  readonly unit: FunnelResult['unit'];
  readonly steps: readonly { readonly id: string; readonly label: string | null; readonly optional: boolean }[];
  readonly total: FinishedTally;
  /** null when no breakdown was asked for, or none could be made. */
  readonly groups: readonly FunnelGroup[] | null;
  readonly reasons: readonly Reason[];
  readonly tables: readonly TableName[];
  readonly used: number;
}
