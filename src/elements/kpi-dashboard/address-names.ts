/** Under which names the dashboards of a page stand in its address: each its own, as long as it is there. */

/** That of the copy of the library that came first. */
function held(): Map<string, Element> {
  const page = globalThis as { [key: symbol]: Map<string, Element> | undefined };
  return (page[Symbol.for('vigie.names.1')] ??= new Map<string, Element>());
}

/** The element's id, else `kpi`; with a number where another dashboard has that name already. */
export function claimName(element: Element): string {
  const names = held();
  const first = element.id || 'kpi';
  let name = first;
  const isTaken = (holder = names.get(name)): boolean => holder !== undefined && holder !== element && holder.isConnected;
  for (let n = 2; isTaken(); n++) name = `${first}${n}`;
  names.set(name, element);
  return name;
}

/** Whether nobody has the name now. */
export function releaseName(element: Element, name: string): boolean {
  return held().get(name) === element && held().delete(name);
}
