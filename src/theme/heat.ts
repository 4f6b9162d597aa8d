/** Tokens of heat maps: seven even steps of one hue, and text on them. Loaded with the widgets that use them. */

/** Name -> lightness, chroma and hue of OKLCH on a light page, and on a dark one. */
export const heat = {
  'seq-1': ['0.96 0.015 250', '0.3 0.05 250'],
  'seq-2': ['0.86 0.06 250', '0.4 0.09 250'],
  'seq-3': ['0.76 0.1 250', '0.5 0.12 250'],
  'seq-4': ['0.66 0.125 250', '0.6 0.13 250'],
  'seq-5': ['0.56 0.135 250', '0.7 0.12 250'],
  'seq-6': ['0.46 0.13 250', '0.8 0.09 250'],
  'seq-7': ['0.36 0.105 250', '0.9 0.05 250'],
  'on-seq-1': ['0.22 0.015 260', '0.96 0.003 260'],
  'on-seq-2': ['0.22 0.015 260', '0.96 0.003 260'],
  'on-seq-3': ['0.22 0.015 260', '0.96 0.003 260'],
  'on-seq-4': ['0.22 0.015 260', '0.18 0.015 260'],
  'on-seq-5': ['1 0 0', '0.18 0.015 260'],
  'on-seq-6': ['1 0 0', '0.18 0.015 260'],
  'on-seq-7': ['1 0 0', '0.18 0.015 260'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type HeatToken = keyof typeof heat;
