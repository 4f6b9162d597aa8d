/** From parameters to steps that the data can carry: presets find their place, what is missing is dropped with its reason. */
import type { Dataset } from '../table/dataset.js';
import type { Reason } from './contract.js';
import { eventName, isNamed, namesOf, presetSteps } from './funnel-presets.js';
import type { StepPlace } from './funnel-presets.js';
import type { FunnelParams, FunnelPreset, FunnelResult } from './funnel-types.js';
import { reason } from './reason.js';

/** @internal */
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

/** Tables of steps, and who is counted where they come first. */
export const UNITS = { visits: 'visitor', events: 'visitor', customers: 'lead', orders: 'customer' } as const;

/**
 * Own steps for events that never occur stay, with nobody; a preset's optional step that nobody records is no loss.
 * null: the ready counts.
 */
export function planFunnel(dataset: Dataset, params: FunnelParams): FunnelPlan | null {
  const { visits, events, customers } = dataset;
  const types = events?.type.values.map(eventName) ?? [];
  const codesOf = (names: string) => Uint8Array.from(types, (type) => Number(isNamed(type, names)));
  let { preset } = params;
  // Ready counts and nothing else are what every preset is about.
  if (dataset.steps && preset !== 'custom' && (preset === 'auto' || !dataset.range)) preset = 'counts';
  if (preset === 'auto') preset = codesOf(namesOf('cart')).includes(1) ? 'ecommerce' : 'lead';
  if (preset === 'counts') return null;
  // Those who are known by what they bought alone are no leads: all of them would be customers.
  const hasLeads = customers.length && Object.keys(dataset.left).some((name) => !/orders|refunds|steps/.test(name));
  /** A place with what it lacks. */
  const look = (place: StepPlace) => {
    const { table, id, names, engaged, minPages } = place;
    const codes = names ? codesOf(names) : null;
    const column = !visits?.pages && (minPages ? 'pages' : engaged && !visits?.engaged && 'engaged');
    const [lack] = [
      ...reason('missing-table', !(table === 'customers' ? hasLeads : dataset[table]) && table),
      ...reason('missing-column', column && `visits.${column}`),
      ...reason('missing-event', codes?.includes(1) === false && id),
    ];
    return { ...place, codes, lack };
  };
  const own = params.steps?.map((spec) => [{ ...spec, names: spec.types?.map(eventName).join('|') }]);
  const steps: PlannedStep[] = [];
  const reasons: Reason[] = [];
  const rows: string[] = [];
  for (const places of own ?? presetSteps(preset as FunnelPreset)) {
    const all = places.map(look);
    // The first place that the data have, else the best one.
    const step = all.find(({ lack }) => !lack) ?? all[0];
    const { lack, table, codes, engaged, minPages } = step;
    const isSilent = lack?.code === 'missing-event';
    if (lack && (own || !step.optional || !isSilent) && !reasons.some(({ detail }) => detail === lack.detail)) reasons.push(lack);
    if (lack && !(own && isSilent)) continue;
    const key = [table, codes, engaged, minPages].join('|');
    const later = rows.length > 0;
    steps.push({ ...step, optional: later && step.optional, state: later && table === 'customers', twin: rows.lastIndexOf(key) });
    rows.push(key);
  }
  return { preset, unit: UNITS[steps[0]?.table ?? 'visits'], steps, reasons, tables: [...new Set(steps.map(({ table }) => table))] };
}
