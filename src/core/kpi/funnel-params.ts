/** Parameters of `funnel`: defaults filled in, wrong ones refused. */
import { KpiError } from '../errors.js';
import type { FunnelParams, FunnelStepSpec } from './funnel-types.js';
import { booleanParam, integerParam, knownKeys, objectParam, refuseParam, wordParam } from './param.js';

export const MAX_STEPS = 20;
const MAX_WINDOW_DAYS = 36525;

const PRESETS = ['auto', 'counts', 'lead', 'ecommerce', 'aarrr', 'aida', 'custom'] as const;
const TABLES = ['visits', 'events', 'customers', 'orders'] as const;
const STEP_KEYS = ['id', 'label', 'table', 'types', 'engaged', 'minPages', 'nth', 'optional'];

function textParam(given: unknown, path: string): string {
  return typeof given === 'string' && given.trim() !== '' ? given : refuseParam(path, 'is a text', 'give a short text', given);
}

function typesParam(given: unknown, path: string): string[] {
  const ok = Array.isArray(given) && given.length > 0 && given.every((one) => typeof one === 'string');
  return ok ? [...(given as string[])] : refuseParam(path, 'is a list of event types', 'give at least one, such as ["add_to_cart"]', given);
}

function refuseElsewhere(given: boolean, path: string, table: string, wanted: string): void {
  if (given && table !== wanted) refuseParam(path, `is for steps of ${wanted}`, 'leave it out', table);
}

function stepParam(given: unknown, path: string): FunnelStepSpec {
  const step = knownKeys(objectParam(given, path), STEP_KEYS, path);
  if (step.table === undefined) refuseParam(`${path}.table`, 'is needed', `give one of ${TABLES.join(', ')}`, undefined);
  const table = wordParam(step.table, TABLES, 'events', `${path}.table`);
  const types = step.types === undefined ? null : typesParam(step.types, `${path}.types`);
  const engaged = booleanParam(step.engaged, false, `${path}.engaged`);
  const minPages = integerParam(step.minPages, [1, 1_000_000], 1, `${path}.minPages`);
  const nth = integerParam(step.nth, [1, 1_000_000], 1, `${path}.nth`);
  refuseElsewhere(types !== null, `${path}.types`, table, 'events');
  refuseElsewhere(engaged, `${path}.engaged`, table, 'visits');
  refuseElsewhere(minPages > 1, `${path}.minPages`, table, 'visits');
  return {
    id: textParam(step.id, `${path}.id`),
    ...(step.label === undefined ? {} : { label: textParam(step.label, `${path}.label`) }),
    table,
    ...(types === null ? {} : { types }),
    ...(engaged ? { engaged } : {}),
    ...(minPages > 1 ? { minPages } : {}),
    ...(nth > 1 ? { nth } : {}),
    ...(booleanParam(step.optional, false, `${path}.optional`) ? { optional: true } : {}),
  };
}

function stepsParam(given: unknown): FunnelStepSpec[] {
  if (!Array.isArray(given) || given.length < 2 || given.length > MAX_STEPS) {
    const count = Array.isArray(given) ? `${given.length} steps` : given;
    return refuseParam('params.steps', 'is a list of steps', `give 2 to ${MAX_STEPS} of them`, count);
  }
  const steps = given.map((step, index) => stepParam(step, `params.steps[${index}]`));
  if (steps[0].optional) refuseParam('params.steps[0].optional', 'is not for the first step', 'everybody enters there', true);
  const ids = new Set(steps.map((step) => step.id));
  if (ids.size < steps.length)
    refuseParam('params.steps', 'has a different id for each step', 'rename one', steps.map((step) => step.id).join(', '));
  return steps;
}

function windowDays(given: unknown): number | null {
  if (given === undefined || given === null) return null;
  if (typeof given === 'number' && given > 0 && given <= MAX_WINDOW_DAYS) return given;
  return refuseParam('params.windowDays', 'is a number of days', 'give more than 0 and at most 100 years, or null for no limit', given);
}

/** @throws KpiError `invalid-param`, with the path of the parameter. */
export function funnelParams(given: unknown): FunnelParams {
  const raw = knownKeys(given, ['preset', 'steps', 'order', 'windowDays', 'breakdown'], 'params');
  const steps = raw.steps === undefined || raw.steps === null ? null : stepsParam(raw.steps);
  const preset = steps === null ? wordParam(raw.preset, PRESETS, 'auto', 'params.preset') : 'custom';
  if (preset === 'custom' && steps === null) {
    throw new KpiError('invalid-param', 'params.steps is needed for the preset custom: give at least two steps; got none', {
      path: 'params.steps',
      details: { param: 'params.steps', got: 'none' },
    });
  }
  const breakdown = raw.breakdown ?? null;
  return {
    preset,
    steps,
    order: wordParam(raw.order, ['ordered', 'strict', 'any'] as const, 'ordered', 'params.order'),
    windowDays: windowDays(raw.windowDays),
    breakdown: breakdown === null ? null : wordParam(breakdown, ['channel', 'country', 'device'] as const, 'channel', 'params.breakdown'),
  };
}
