/** From parameters to steps that the data can carry: presets find their place, what is missing is dropped with its reason. */
import type { Dataset, TableName } from '../table/dataset.js';
import type { Reason } from './contract.js';
import { eventName, namesOfKind } from './funnel-event-types.js';
import { PRESETS } from './funnel-presets.js';
import type { PresetStep, StepRows } from './funnel-presets.js';
import type { FunnelParams, FunnelPreset, FunnelResult, FunnelStepSpec } from './funnel-types.js';

export interface PlannedStep {
  readonly id: string;
  readonly label: string | null;
  readonly optional: boolean;
  readonly table: 'visits' | 'events' | 'customers' | 'orders';
  /** For events: 1 for each code of the type column that counts; null: any type. */
  readonly eventCodes: Uint8Array | null;
  readonly engaged: boolean;
  readonly minPages: number;
  readonly nth: number;
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
  readonly tables: readonly TableName[];
}

/** A step before its twin and its place in line are known. */
type Draft = Omit<PlannedStep, 'state' | 'twin'>;
type Found = { readonly draft: Draft } | { readonly lack: Reason };

/** Codes of the event types that count, and whether any does. */
function codesOf(dataset: Dataset, wanted: (name: string) => boolean): { codes: Uint8Array; any: boolean } {
  const codes = Uint8Array.from(dataset.events?.type.values ?? [], (value) => (wanted(eventName(value)) ? 1 : 0));
  return { codes, any: codes.includes(1) };
}

/** What the data lack for these rows; null when nothing. */
function lacking(dataset: Dataset, step: Pick<FunnelStepSpec, 'table' | 'engaged' | 'minPages'>): Reason | null {
  const table = step.table === 'customers' ? dataset.customers.length || null : dataset[step.table];
  if (table === null) return { code: 'missing-table', detail: step.table };
  const pages = dataset.visits?.pages ?? null;
  if ((step.minPages ?? 1) > 1 && pages === null) return { code: 'missing-column', detail: 'visits.pages' };
  return step.engaged && pages === null && dataset.visits?.engaged === null ? { code: 'missing-column', detail: 'visits.engaged' } : null;
}

function draftPlace(dataset: Dataset, step: PresetStep, rows: StepRows): Found {
  const lack = lacking(dataset, rows);
  if (lack !== null) return { lack };
  const found = rows.kinds ? codesOf(dataset, (name) => rows.kinds!.some((kind) => namesOfKind(kind).has(name))) : null;
  if (found?.any === false) return { lack: { code: 'missing-event', detail: step.id } };
  const { table, engaged = false, nth = 1 } = rows;
  const eventCodes = found?.codes ?? null;
  return { draft: { id: step.id, label: null, optional: step.optional ?? false, table, eventCodes, engaged, minPages: 1, nth } };
}

/** The first place that the data have, else what its best place lacks. */
function draftPreset(dataset: Dataset, step: PresetStep): Found {
  const places = step.places.map((rows) => draftPlace(dataset, step, rows));
  return places.find((found) => 'draft' in found) ?? places[0];
}

function draftCustom(dataset: Dataset, spec: FunnelStepSpec): Found {
  const lack = lacking(dataset, spec);
  if (lack !== null) return { lack };
  const names = spec.types && new Set(spec.types.map(eventName));
  const draft: Draft = {
    id: spec.id,
    label: spec.label ?? null,
    optional: spec.optional ?? false,
    table: spec.table,
    eventCodes: names ? codesOf(dataset, (name) => names.has(name)).codes : null,
    engaged: spec.engaged ?? false,
    minPages: spec.minPages ?? 1,
    nth: spec.nth ?? 1,
  };
  return { draft };
}

/** Rows that a step asks for, as a key. */
function rowsKey(draft: Draft): string {
  return [draft.table, draft.eventCodes?.join('') ?? '', draft.engaged, draft.minPages].join('|');
}

function lineUp(drafts: readonly Draft[]): PlannedStep[] {
  const keys = drafts.map(rowsKey);
  return drafts.map((draft, index) => ({
    ...draft,
    optional: draft.optional && index > 0,
    state: draft.table === 'customers' && index > 0,
    twin: index === 0 ? -1 : keys.lastIndexOf(keys[index], index - 1),
  }));
}

/** Each lack once. */
function distinct(lacks: readonly Reason[]): Reason[] {
  return lacks.filter((lack, index) => lacks.findIndex((other) => other.code === lack.code && other.detail === lack.detail) === index);
}

function choosePreset(dataset: Dataset, params: FunnelParams): FunnelResult['preset'] {
  if (params.preset !== 'auto') return params.preset;
  if (dataset.steps !== null) return 'counts';
  return codesOf(dataset, (name) => namesOfKind('cart').has(name)).any ? 'ecommerce' : 'lead';
}

const UNITS = { visits: 'visitor', events: 'visitor', customers: 'lead', orders: 'customer' } as const;

/** Steps in order, and what the data lack. A step that anybody may skip and nobody records is no loss. */
function findSteps(dataset: Dataset, params: FunnelParams, preset: FunnelPreset | 'custom'): { drafts: Draft[]; lacks: Reason[] } {
  const found =
    preset === 'custom'
      ? (params.steps ?? []).map((spec) => ({ quiet: false, ...draftCustom(dataset, spec) }))
      : PRESETS[preset].map((step) => ({ quiet: step.optional === true, ...draftPreset(dataset, step) }));
  return {
    drafts: found.flatMap((one) => ('draft' in one ? [one.draft] : [])),
    lacks: found.flatMap((one) => ('lack' in one && !(one.quiet && one.lack.code === 'missing-event') ? [one.lack] : [])),
  };
}

export function planFunnel(dataset: Dataset, params: FunnelParams): FunnelPlan {
  const preset = choosePreset(dataset, params);
  if (preset === 'counts') {
    const reasons = dataset.steps === null ? [{ code: 'missing-table', detail: 'steps' }] : [];
    return { preset, unit: 'count', steps: [], reasons, tables: ['steps'] };
  }
  const { drafts, lacks } = findSteps(dataset, params, preset);
  const steps = lineUp(drafts);
  const silent = steps.filter((step) => step.eventCodes?.includes(1) === false);
  return {
    preset,
    unit: steps.length === 0 ? 'visitor' : UNITS[steps[0].table],
    steps,
    reasons: distinct([...lacks, ...silent.map((step) => ({ code: 'missing-event', detail: step.id }))]),
    tables: [...new Set(steps.map((step) => step.table))],
  };
}
