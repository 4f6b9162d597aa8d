import { css, unsafeCSS } from 'lit';
import { colors, sizes } from './tokens.js';

const defaults: readonly (readonly [string, string])[] = [
  ...Object.entries(colors).map(([name, [light, dark]]) => [name, `light-dark(${light},${dark})`] as const),
  ...Object.entries(sizes),
];

/**
 * A property that refers to itself is void, so the host reads what the page set, or the default, under a private name, and the
 * content inside gets it back under the public one.
 */
export const tokenStyles = css`
  :host {
    ${unsafeCSS(defaults.map(([name, value]) => `--_${name}:var(--kpi-${name},${value})`).join(';'))}
  }
  .base {
    ${unsafeCSS(defaults.map(([name]) => `--kpi-${name}:var(--_${name})`).join(';'))}
  }
`;
