/** Classes of customers, by default rules: what filters choose by, and what figures are split by. */
import { TIERS } from './churn-tiers.js';
import type { KpiContext } from './contract.js';
import { remembered } from './remembered.js';
import { CLASSES, membershipPieces } from './rfm-membership.js';
import { STAGES, stagePieces } from './stage-membership.js';
import { tierPieces } from './tier-membership.js';

export type ClassKey = 'segment' | 'stage' | 'tier';

/** By number of the class; the first one is none. */
export const CLASS_NAMES: Readonly<Record<ClassKey, readonly string[]>> = {
  segment: CLASSES,
  stage: ['', ...STAGES],
  tier: ['', ...TIERS],
};

/** Names in the order in which they are shown: segments by the value of their customers, the highest first. */
export const SHOWN_CLASSES: typeof CLASS_NAMES = { segment: CLASSES.slice(1).reverse(), stage: STAGES, tier: TIERS };

const PIECES: Readonly<Record<ClassKey, typeof membershipPieces>> = { segment: membershipPieces, stage: stagePieces, tier: tierPieces };

const classesOf = remembered<KpiContext, Partial<Record<ClassKey, Uint8Array>>>(() => ({}));

/**
 * By customer the number of his class, 0 for none; in slices. A matter of everything that he bought up to the as-of day, whatever a
 * filter narrows.
 */
export function* classPieces(context: KpiContext, key: ClassKey): Generator<void, Uint8Array, void> {
  const { whole = context } = context;
  const { unbounded = whole } = whole;
  return (classesOf(unbounded)[key] ??= yield* PIECES[key](unbounded));
}
