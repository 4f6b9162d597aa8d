/** Counts people on their way through the steps. */
import { createZone, DAY_SECONDS } from '../calendar/zone.js';
import type { KpiContext } from './contract.js';
import { loadJourney } from './funnel-journey.js';
import type { Journey } from './funnel-journey.js';
import type { FunnelPartials } from './funnel-partials.js';
import type { FunnelPlan } from './funnel-plan.js';
import { collectRows, columnsOf } from './funnel-rows.js';
import { search } from './funnel-search.js';
import { addPerson, mergeTallies, tallyOf } from './funnel-tally.js';
import type { Tally } from './funnel-tally.js';
import type { FunnelParams } from './funnel-types.js';
import { reason } from './reason.js';

/** People between two yields. */
const SLICE = 2048;

export function* countPeople(
  context: KpiContext,
  plan: FunnelPlan,
  { order, windowDays, breakdown }: FunnelParams,
): Generator<void, Pick<FunnelPartials, 'total' | 'groups' | 'used' | 'reasons'>, void> {
  const { steps } = plan;
  const rows = yield* collectRows(context, plan);
  const rules = { steps, order, window: (windowDays ?? Infinity) * DAY_SECONDS, zone: createZone(context.dataset.timeZone) };
  const journey: Journey = { length: 0, day: [], second: [], first: [], acts: [], ready: [], pool: [], since: [] };
  const column = (breakdown && columnsOf(context, steps[0].table)[breakdown]) ?? null;
  const tallies = new Map<string | null, Tally>();
  // Without a window, the last day: nobody enters after it.
  const lastEntry = context.asOf! - (windowDays ?? 0);
  /** Value of the rows of entry in the column; of several the first in the alphabet. null where missing. */
  const keyOf = (entry: number): string | null => {
    const { rows: all } = rows.index;
    const own = all.subarray(journey.first[entry], journey.first[entry + 1]);
    return Array.from(own, (row) => (rows.mask[row] & 1 ? column?.values[column.codes[row]] : undefined)).sort()[0] ?? null;
  };
  let open = 0;
  for (let person = 0; person + 1 < rows.index.offsets.length; person++) {
    if (person % SLICE === SLICE - 1) yield;
    loadJourney(journey, rows, rules, person);
    const way = search(journey, rules);
    if (!way) continue;
    if (journey.day[way[0]] > lastEntry && way[steps.length - 1] < 0) open++;
    addPerson(tallyOf(tallies, column && keyOf(way[0]), steps), steps, journey, way);
  }
  yield;
  const parts = [...tallies.values()];
  return {
    total: mergeTallies(parts, steps),
    groups: column && parts,
    used: rows.index.rows.length,
    reasons: [
      ...plan.reasons,
      ...reason('missing-column', !column && breakdown && `${steps[0].table}.${breakdown}`),
      ...reason('open-window', open),
      ...reason('unidentified', rows.unidentified),
    ],
  };
}
