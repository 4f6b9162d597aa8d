/**
 * Design tokens. Each is a custom property `--kpi-<name>` that a page may set on a widget or anywhere above it; the values
 * here are the defaults. Colours come in pairs: light, dark, chosen by the `color-scheme` of the place.
 */

/** Name -> lightness, chroma and hue of OKLCH on a light page, and on a dark one. */
export const colors = {
  ink: ['0.25 0.015 260', '0.94 0.005 260'],
  muted: ['0.48 0.015 260', '0.75 0.01 260'],
  hairline: ['0.88 0.006 260', '0.37 0.01 260'],
  control: ['0.62 0.012 260', '0.6 0.012 260'],
  track: ['0.945 0.004 260', '0.3 0.01 260'],
  surface: ['1 0 0', '0.22 0.01 260'],
  accent: ['0.5 0.14 255', '0.75 0.12 250'],
  'series-2': ['0.6 0.012 260', '0.64 0.012 260'],
  'series-3': ['0.66 0.01 260', '0.56 0.012 260'],
  warn: ['0.5 0.1 70', '0.8 0.12 80'],
  bad: ['0.5 0.18 27', '0.74 0.13 25'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** Sizes, the same on light and dark pages. */
export const sizes = {
  'heading-size': '1.0625rem',
  'body-size': '0.875rem',
  'note-size': '0.75rem',
  space: '0.5rem',
  radius: '3px',
  motion: '150ms',
} as const satisfies Record<string, string>;

export type ColorToken = keyof typeof colors;
export type SizeToken = keyof typeof sizes;
