/** JSON paths of values, for reports: `$.orders[12].total`, `$[12]["N° commande"]`. */

const PLAIN = /^[A-Za-z_$][\w$]*$/;

export function memberPath(path: string, key: string): string {
  return PLAIN.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

export function membersPath(path: string, keys: readonly string[]): string {
  return keys.reduce((at, key) => (key === '[]' ? `${at}[*]` : memberPath(at, key)), path);
}

const SHOWN = 60;

/** Short copy of a value for an example: never runs code of the value. */
export function shortCopy(value: unknown): string {
  try {
    return copyOf(value);
  } catch {
    return '[object]';
  }
}

function copyOf(value: unknown): string {
  if (typeof value === 'string') return value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[array]' : '[object]';
  if (value === undefined) return '';
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  return String(value);
}
