/** What stories share: a frame of a given width, colour scheme, language and direction, and sources that stay in one state. */
import { html, type TemplateResult } from 'lit';
import type { Decorator } from '@storybook/web-components-vite';
import { KpiError, type ErrorCode } from '../src/core/errors.js';
import type { KpiResult } from '../src/core/kpi/contract.js';
import type { KpiSource } from '../src/source/source.js';

export interface FrameOptions {
  /** Width of the widget in CSS pixels; `full` takes what the page gives. Default: 720. */
  width?: 280 | 320 | 480 | 720 | 960 | 1200 | 'full';
  theme?: 'light' | 'dark';
  lang?: 'en' | 'fr';
  dir?: 'ltr' | 'rtl';
}

const widths = [280, 320, 480, 720, 960, 1200];

/** A constructed sheet: stories run under the same rule as the widgets, no `style` attribute. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .story-frame { padding: 20px; font: 16px/1.5 system-ui, 'Liberation Sans', sans-serif; background: light-dark(#fff, #15181d); color: light-dark(#1d2127, #e8eaed); }
  .story-frame[data-theme='light'] { color-scheme: light; }
  .story-frame[data-theme='dark'] { color-scheme: dark; }
  ${widths.map((width) => `.story-frame[data-width='${width}'] > * { inline-size: ${width}px; max-inline-size: none; }`).join('\n')}
`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** The template inside a frame, for a story's `render`. */
export function frame(options: FrameOptions, template: unknown): TemplateResult {
  const { width = 720, theme = 'light', lang = 'en', dir = 'ltr' } = options;
  return html`<div class="story-frame" data-width=${width} data-theme=${theme} lang=${lang} dir=${dir}>${template}</div>`;
}

/** The same as a decorator: `decorators: [framed({ width: 280, lang: 'fr' })]`. */
export const framed =
  (options: FrameOptions = {}): Decorator =>
  (story) =>
    frame(options, story());

const silent = { onProgress: () => () => undefined, onNotice: () => () => undefined, release: () => undefined };

/** A source that never answers: the widget stays in the state `loading`. */
export function pendingSource(): KpiSource {
  return { ...silent, loaded: new Promise(() => undefined), run: () => new Promise(() => undefined) };
}

/** A source that refuses: the widget is in the state `error`, with the sentence of this code. */
export function failingSource(code: ErrorCode, details: Record<string, string | number> = {}, path: string | null = null): KpiSource {
  const error = new KpiError(code, `story: ${code}`, { path, details });
  const loaded = Promise.reject<never>(error);
  // The widget handles the refusal; a story that was left before that must not speak of it.
  loaded.catch(() => undefined);
  return { ...silent, loaded, run: () => Promise.reject(error) };
}

/** A ready-made result around a value, for states that are tedious to reach through rows. */
export function resultOf<V>(kpi: string, value: V, rest: Partial<KpiResult<V>> = {}): KpiResult<V> {
  return {
    kpi,
    version: 1,
    asOf: '2025-12-31',
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    params: {},
    filter: {},
    status: 'ready',
    reasons: [],
    rows: { used: 0, left: {} },
    ...rest,
    value,
  };
}
