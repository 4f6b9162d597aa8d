/** What it cost to win customers, and when they had brought it back. */
import { ratio } from '../stats/ratio.js';
import type { FinishContext } from './contract.js';
import type { Told } from './retention-told.js';
import type { TrianglePartials } from './retention-triangle.js';
import type { Acquisition, RetentionParams } from './retention-types.js';
import { isFew, tellsOfFew } from './suppression.js';

const WITHHELD: Acquisition = { cost: null, customers: null, cac: null, payback: null, observed: 0 };

function acquisitionOf(cost: number, customers: number, brought: readonly (number | null)[], unit: number): Acquisition {
  const cac = cost > 0 ? ratio(cost / unit, customers) : null;
  const unseen = brought.indexOf(null);
  const reached = cac === null ? -1 : brought.findIndex((value) => value !== null && value >= cac);
  return {
    cost: cost > 0 ? cost / unit : null,
    customers,
    cac,
    payback: reached < 0 ? null : reached + 1,
    observed: unseen < 0 ? brought.length : unseen,
  };
}

/**
 * Cost of each cohort, where it can be told, and of all.
 * @param brought What a member has brought so far, by age: of each of the cohorts, and of all.
 */
export function acquisitions(
  { spend }: TrianglePartials,
  { rows, hidden, partials, least }: Told,
  brought: { each: readonly (readonly (number | null)[])[]; all: readonly (number | null)[] },
  key: RetentionParams['key'],
  { unit }: FinishContext,
): { each: Acquisition[]; all: Acquisition | null } {
  if (!spend) return { each: [], all: null };
  const { cost, won, totalCost, totalWon } = spend;
  const hides = rows.map((row) => hidden[row] || tellsOfFew(won[row], partials.sizes[row], least));
  const each = rows.map((row, at) => (hides[at] ? WITHHELD : acquisitionOf(cost[row], won[row], brought.each[at], unit)));
  const isTold = key === 'first-order' || key === 'channel';
  // What is shown is taken from all by anybody.
  const left = rows.filter((row, at) => (!isTold || hides[at]) && won[row] > 0);
  const few = left.reduce((sum, row) => sum + won[row], 0);
  const hidesAll = isFew(totalWon, least) || (isTold && left.length > 0 && least > 1 && (left.length < 2 || few < least));
  return { each: isTold ? each : [], all: hidesAll ? WITHHELD : acquisitionOf(totalCost, totalWon, brought.all, unit) };
}
