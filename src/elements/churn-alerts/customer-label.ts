/** Names for customer codes, given by the page. They are drawn, and never leave it: no event and no CSV holds them. */

/** Code -> text, as a function, a Map or a plain object; codes without a text are shown as they are. */
export type CustomerLabels = ((code: string) => string | null | undefined) | ReadonlyMap<string, string> | Readonly<Record<string, string>>;

/** What is written for a customer. */
export type CustomerLabel = (code: string) => string;

function look(labels: CustomerLabels, code: string): unknown {
  if (typeof labels === 'function') return labels(code);
  if (labels instanceof Map) return labels.get(code);
  return Object.hasOwn(labels, code) ? (labels as Readonly<Record<string, string>>)[code] : undefined;
}

/** A label function that never throws: where the page's own fails, or says nothing, the code is shown. */
export function customerLabel(labels: CustomerLabels | null): CustomerLabel {
  if (!labels) return (code) => code;
  return (code) => {
    try {
      const label = look(labels, code);
      return typeof label === 'string' && label.trim() !== '' ? label : code;
    } catch {
      return code;
    }
  };
}
