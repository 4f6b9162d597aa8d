/** What each token is for: read by the documentation and by tests, never loaded by a widget. */
import { heat } from './heat.js';
import type { HeatToken } from './heat.js';
import { palette } from './palette.js';
import type { PaletteToken } from './palette.js';
import { colors, sizes } from './tokens.js';
import type { ColorToken, SizeToken } from './tokens.js';

export interface TokenDoc {
  /** Custom property: `--kpi-ink`. */
  property: string;
  name: ColorToken | HeatToken | PaletteToken | SizeToken;
  purpose: string;
  /** Default on a light page; for sizes the only value. */
  light: string;
  /** Default on a dark page. */
  dark: string;
  kind: 'color' | 'size';
}

const colorPurposes: Record<ColorToken, string> = {
  ink: 'Text and figures',
  muted: 'Notes, axis labels, captions',
  hairline: 'Axes and separators: decoration, never the only carrier of a meaning',
  control: 'Outline of buttons and fields',
  track: 'Empty part of a bar, skeleton',
  surface: 'Popovers and exported pictures; a widget itself is transparent',
  accent: 'The one thing that matters, links, focus',
  'series-2': 'Second series: grey',
  'series-3': 'Third series: another grey',
  warn: 'Status, always with a shape and a word',
  bad: 'Status, always with a shape and a word',
};

const heatPurposes: Record<HeatToken, string> = {
  'seq-1': 'Heat maps, lowest step',
  'seq-2': 'Heat maps, step 2 of 7',
  'seq-3': 'Heat maps, step 3 of 7',
  'seq-4': 'Heat maps, step 4 of 7',
  'seq-5': 'Heat maps, step 5 of 7',
  'seq-6': 'Heat maps, step 6 of 7',
  'seq-7': 'Heat maps, highest step',
  'on-seq-1': 'Text on step 1',
  'on-seq-2': 'Text on step 2',
  'on-seq-3': 'Text on step 3',
  'on-seq-4': 'Text on step 4',
  'on-seq-5': 'Text on step 5',
  'on-seq-6': 'Text on step 6',
  'on-seq-7': 'Text on step 7',
};

const palettePurposes: Record<PaletteToken, string> = {
  'on-accent': 'Text on the accent',
  'series-1': 'First series: the accent',
  'on-series-1': 'Text on the first series',
  good: 'Status, always with a shape and a word',
  'down-3': 'Change, much lower',
  'down-2': 'Change, lower',
  'down-1': 'Change, a little lower',
  middle: 'Change, none',
  'up-1': 'Change, a little higher',
  'up-2': 'Change, higher',
  'up-3': 'Change, much higher',
  'cat-1': 'First category',
  'cat-2': 'Second category',
  'cat-3': 'Third category',
  'cat-4': 'Fourth category',
  'cat-5': 'Fifth category',
  'cat-6': 'Sixth category; whatever comes after is “other”, in grey',
};

const sizePurposes: Record<SizeToken, string> = {
  'heading-size': 'Heading, weight 600',
  'body-size': 'Finding, figures, tables',
  'note-size': 'Notes and axis labels; nothing is smaller',
  space: 'One step of spacing; halved by `compact`',
  radius: 'Corners of buttons and popovers',
  motion: 'Duration of changes of state; none with reduced motion, `static`, or print',
};

type Pairs<K extends string> = Readonly<Record<K, readonly [light: string, dark: string]>>;

function docs<K extends TokenDoc['name']>(pairs: Pairs<K>, purposes: Readonly<Record<K, string>>): TokenDoc[] {
  return (Object.keys(pairs) as K[]).map((name) => {
    const [light, dark] = pairs[name].map((color) => `oklch(${color})`);
    return { property: `--kpi-${name}`, name, purpose: purposes[name], light, dark, kind: 'color' };
  });
}

/** Every token with its purpose and values, in the order of the documentation. */
export const tokenDocs: readonly TokenDoc[] = [
  ...docs(colors, colorPurposes),
  ...docs(heat, heatPurposes),
  ...docs(palette, palettePurposes),
  ...(Object.keys(sizes) as SizeToken[]).map((name): TokenDoc => ({
    property: `--kpi-${name}`,
    name,
    purpose: sizePurposes[name],
    light: sizes[name],
    dark: sizes[name],
    kind: 'size',
  })),
];
