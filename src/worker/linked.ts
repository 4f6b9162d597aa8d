/** The KPIs that an engine has: those whose parts it got. */
import { refuse } from '../core/errors.js';
import type { AnyKpi } from '../core/kpi/index.js';
import type { FindKpi } from '../core/kpi-steps.js';
import type { Part } from './protocol.js';

/** Written by the build: ids of all KPIs that there are parts of. */
declare const ENGINE_KPIS: readonly string[];

/**
 * Finds KPIs, made of their parts when one is asked for.
 * @param parts What others need first. More of them may come.
 * @param link What parts get, and what they share put there.
 */
export function linked(parts: readonly Part[], link: object): FindKpi {
  const kpis = new Map<unknown, AnyKpi>();
  let made = 0;
  return (id) => {
    while (made < parts.length) {
      const [name, make] = parts[made++];
      const kpi = make(link);
      if (kpi) kpis.set(name, kpi as AnyKpi);
    }
    const rule = ENGINE_KPIS.includes(id as string) ? `import 'vigie/kpi/${id}', or the element that shows it` : ENGINE_KPIS.join(', ');
    return kpis.get(id) ?? refuse('kpi', rule, id, 'unknown-kpi');
  };
}
