/** From parameters to steps that the data can carry: presets find their place, what is missing is dropped with its reason. */
import type { Dataset } from '../table/dataset.js';
import type { Reason } from './contract.js';
import { eventName, isNamed, namesOf, presetSteps } from './funnel-presets.js';
import type { StepPlace } from './funnel-presets.js';
import type { FunnelParams, FunnelPreset, FunnelResult } from './funnel-types.js';
import { reason } from './reason.js';

export interface PlannedStep extends StepPlace {
  /** For events: 1 for each code of the type column that counts; null: any type. */
  readonly codes: Uint8Array | null;
  /** What the data lack for it. */
  readonly lack?: Reason;
  /** Being known is a state, not an act: a person registered earlier is at this step at once (A3). */
  readonly state: boolean;
  /** Last step before this one that asks for the same rows, -1 for none: one row never serves both. */
  readonly twin: number;
}

export interface FunnelPlan {
  readonly preset: FunnelResult['preset'];
  readonly unit: FunnelResult['unit'];
  readonly steps: readonly PlannedStep[];
  readonly reasons: readonly Reason[];
  /** That of the first step first. */
  readonly tables: readonly StepPlace['table'][];
}

/** The first place that the data have, else the best one with what it lacks. */
function planStep(dataset: Dataset, types: readonly string[], places: readonly StepPlace[]): Omit<PlannedStep, 'state' | 'twin'> {
  const { visits, customers } = dataset;
  const all = places.map((place) => {
    const { table, id, names, engaged, minPages } = place;
    const codes = names ? Uint8Array.from(types, (type) => Number(isNamed(type, names))) : null;
    const [lack] = [
      ...reason('missing-table', !(table === 'customers' ? customers.length : dataset[table]) && table),
      ...reason('missing-column', !!minPages && !visits?.pages && 'visits.pages'),
      ...reason('missing-column', !!engaged && !visits?.pages && !visits?.engaged && 'visits.engaged'),
      ...reason('missing-event', codes?.includes(1) === false && id),
    ];
    return { ...place, codes, lack };
  });
  return all.find((step) => !step.lack) ?? all[0];
}

/** Tables of steps, and who is counted where they come first. */
export const UNITS = { visits: 'visitor', events: 'visitor', customers: 'lead', orders: 'customer' } as const;

/**
 * Own steps for events that never occur stay, with nobody; a preset's optional step that nobody records is no loss.
 * null: the ready counts.
 */
export function planFunnel(dataset: Dataset, params: FunnelParams): FunnelPlan | null {
  const types = dataset.events?.type.values.map(eventName) ?? [];
  let { preset } = params;
  if (preset === 'auto') preset = dataset.steps ? 'counts' : types.some((type) => isNamed(type, namesOf('cart'))) ? 'ecommerce' : 'lead';
  if (preset === 'counts') return null;
  const own = params.steps?.map((spec) => [{ ...spec, names: spec.types?.map(eventName).join('|') }]);
  const steps: PlannedStep[] = [];
  const reasons: Reason[] = [];
  const rows: string[] = [];
  for (const places of own ?? presetSteps(preset as FunnelPreset)) {
    const step = planStep(dataset, types, places);
    const { lack, table, codes, engaged, minPages } = step;
    const isSilent = lack?.code === 'missing-event';
    if (lack && (own || !step.optional || !isSilent) && !reasons.some(({ detail }) => detail === lack.detail)) reasons.push(lack);
    if (lack && !(own && isSilent)) continue;
    const key = [table, codes, engaged, minPages].join('|');
    const later = rows.length > 0;
    steps.push({ ...step, optional: later && step.optional, state: later && table === 'customers', twin: rows.lastIndexOf(key) });
    rows.push(key);
  }
  return { preset, unit: UNITS[steps[0]?.table ?? 'visits'], steps, reasons, tables: [...new Set(steps.map((step) => step.table))] };
}
