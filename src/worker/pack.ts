/** KPIs that the page has imported: those of all copies of this very version of the library, for they share their engines. */
import { engineVersion } from './engine.generated.js';
import type { Part } from './protocol.js';

const page = globalThis as { [key: symbol]: Part[] | undefined };

/** Parts of the KPIs, what others need first. More come with the modules that a page imports later. */
export const parts = (page[Symbol.for(`vigie.parts.${engineVersion}`)] ??= []);

/** Brings a KPI to the engines of the page; gives its id. */
export function pack<Id extends string>(id: Id, ...own: readonly Part[]): Id {
  for (const part of own) if (!parts.some(([name]) => name === part[0])) parts.push(part);
  return id;
}
