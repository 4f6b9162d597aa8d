/** Names for customer codes, given by the page. They are drawn, and never leave it: no event and no CSV holds them. */

/** Code -> text, as a function, a Map or a plain object; codes without a text are shown as they are. */
export type CustomerLabels = ((code: string) => string | null | undefined) | ReadonlyMap<string, string> | Readonly<Record<string, string>>;

/** A label function that never throws: where the page's own fails, or says nothing, the code is shown. */
export function customerLabel(labels: CustomerLabels | null): (code: string) => string {
  const map = labels instanceof Map ? labels : new Map<string, string>(Object.entries(labels ?? {}));
  return (code) => {
    try {
      return (typeof labels === 'function' ? labels(code) : map.get(code))?.trim() || code;
    } catch {
      return code;
    }
  };
}
