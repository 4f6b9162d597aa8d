/** KPIs that a page imports when its engine runs already. */
import { parts } from './pack.js';
import type { EngineCalls } from './protocol.js';
import { partsFrom, scriptOf } from './rungs.js';
import type { Rung } from './rungs.js';

/** Until a policy of the page says no: it would be asked in vain, and report it, each time. */
let mayAdd = true;

/**
 * To be made when the engine is started, and called for each KPI that it is asked for: hands over what the page has imported since.
 * Undefined where there is nothing to do: in the page the engine sees the list itself, and a file has all. Messages arrive in the order
 * in which they are sent, so that others who ask for the same need not wait.
 * @param end Gives up the engine where it must not be handed anything: the next one is made of all that there is by then.
 */
export function lateParts(rung: Rung, calls: EngineCalls, end: () => void): (kpi: string) => Promise<void> | undefined {
  let had = rung === 'blob' ? parts.length : Infinity;
  return (kpi) => {
    if (parts.findIndex(([name]) => name === kpi) < had) return undefined;
    const script = `vigie.push(${partsFrom(had)})`;
    had = parts.length;
    return (mayAdd ? calls.add(scriptOf(script)) : Promise.reject()).catch(() => {
      mayAdd = false;
      end();
    });
  };
}
