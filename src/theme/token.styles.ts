import { colors, sizes } from './tokens.js';

/**
 * Style sheet that defines tokens inside a widget. A property that refers to itself is void, so the host reads what the page
 * set, or the default, under a private name, and the content inside gets it back under the public one.
 */
export function tokenSheet(tokens: Readonly<Record<string, string | readonly [light: string, dark: string]>>): string {
  const names = Object.keys(tokens);
  const value = (name: string) => {
    const given = tokens[name];
    return typeof given === 'string' ? given : `light-dark(${given.map((color) => `oklch(${color})`).join()})`;
  };
  const set = (property: (name: string) => string) => names.map(property).join(';');
  return `:host{${set((name) => `--_${name}:var(--kpi-${name},${value(name)})`)}}.base{${set((name) => `--kpi-${name}:var(--_${name})`)}}`;
}

export const tokenStyles = tokenSheet({ ...colors, ...sizes });
