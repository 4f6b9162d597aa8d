/** Parameters of `funnel`: defaults filled in, wrong ones refused. */
import { refuse } from '../errors.js';
import { UNITS } from './funnel-plan.js';
import { PRESETS } from './funnel-presets.js';
import type { FunnelParams, FunnelPreset, FunnelStepSpec } from './funnel-types.js';
import { oneOf, readAll, said, whole } from './param.js';

const MAX_STEPS = 20;
/** Keys for steps of one table only. */
const ONLY = { types: 'events', engaged: 'visits', minPages: 'visits' };

const flag = oneOf(false, true);
const many = whole(1, 1, 1e6);

function text(given: unknown, path: string): string {
  return typeof given === 'string' && given.trim() ? given : refuse(path, 'a text', given);
}

/** Without what is as by default. */
function readStep(given: unknown, path: string): FunnelStepSpec {
  const step = said(
    readAll<FunnelStepSpec>(given, path, {
      id: text,
      label: (label, at) => (label ? text(label, at) : undefined),
      table: (table, at) => oneOf(...(Object.keys(UNITS) as (keyof typeof UNITS)[]))(table ?? '', at),
      types: (types, at) => {
        if (!types) return undefined;
        return Array.isArray(types) && types.length > 0 ? types.map((type) => text(type, at)) : refuse(at, 'a list of strings', types);
      },
      ...{ engaged: flag, minPages: many, nth: many, optional: flag },
    }),
  );
  for (const [key, table] of Object.entries(ONLY))
    if (key in step && step.table !== table) refuse(`${path}.${key}`, `for ${table}`, step.table);
  return step;
}

function readSteps(given: unknown, path: string): FunnelStepSpec[] {
  if (!Array.isArray(given) || given.length < 2 || given.length > MAX_STEPS) return refuse(path, `2 to ${MAX_STEPS} steps`, given);
  const steps = given.map((step, index) => readStep(step, `${path}[${index}]`));
  if (steps[0].optional) refuse(`${path}[0].optional`, 'not for the first step', true);
  const ids = steps.map((step) => step.id);
  return new Set(ids).size < ids.length ? refuse(path, 'different ids', ids.join()) : steps;
}

/** @throws KpiError `invalid-param`, with the path of the parameter. */
export function funnelParams(given: unknown): FunnelParams {
  const params = readAll<FunnelParams>(given, 'params', {
    preset: oneOf('auto', 'counts', ...(Object.keys(PRESETS) as FunnelPreset[]), 'custom'),
    steps: (steps, path) => (steps ? readSteps(steps, path) : null),
    order: oneOf('ordered', 'strict', 'any'),
    windowDays: (days, path) => {
      if ((days ?? null) === null) return null;
      return Number.isFinite(days) && (days as number) > 0 ? (days as number) : refuse(path, 'a number above 0', days);
    },
    breakdown: oneOf(null, 'channel', 'country', 'device'),
  });
  if (params.preset === 'custom') params.steps ??= readSteps(null, 'params.steps');
  if (params.steps) params.preset = 'custom';
  return params;
}
