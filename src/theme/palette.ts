/**
 * Tokens that only some widgets need: a first series, good news, change below and above a middle, six categories. Loaded with the
 * widgets that use them.
 */

/** Name -> lightness, chroma and hue of OKLCH on a light page, and on a dark one. */
export const palette = {
  'on-accent': ['1 0 0', '0.2 0.01 260'],
  'series-1': ['0.5 0.14 255', '0.75 0.12 250'],
  'on-series-1': ['1 0 0', '0.2 0.01 260'],
  good: ['0.48 0.11 155', '0.76 0.13 155'],
  'down-3': ['0.45 0.1 45', '0.82 0.1 55'],
  'down-2': ['0.6 0.12 48', '0.68 0.12 50'],
  'down-1': ['0.8 0.07 55', '0.46 0.07 48'],
  middle: ['0.93 0.004 260', '0.33 0.008 260'],
  'up-1': ['0.8 0.06 240', '0.46 0.07 245'],
  'up-2': ['0.6 0.11 245', '0.68 0.11 245'],
  'up-3': ['0.45 0.11 250', '0.82 0.09 240'],
  'cat-1': ['0.51 0.075 221', '0.71 0.118 243'],
  'cat-2': ['0.66 0.13 77', '0.9 0.16 104'],
  'cat-3': ['0.36 0.115 2', '0.53 0.095 23'],
  'cat-4': ['0.66 0.16 257', '0.9 0.125 197'],
  'cat-5': ['0.51 0.14 40', '0.72 0.107 59'],
  'cat-6': ['0.385 0.16 293', '0.535 0.16 280'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type PaletteToken = keyof typeof palette;
