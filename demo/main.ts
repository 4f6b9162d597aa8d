/** The demo dashboard: three widgets on one data set, with switches for language, theme, width and filter. */
import '../src/define.js';
import type { Filter } from '../src/index.js';
import { channels, countries } from './shop/settings.js';
import { texts, type DemoText } from './texts.js';

const root = document.documentElement;
const choice = (name: string): HTMLSelectElement => document.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!;
const widgets = document.querySelectorAll('rfm-matrix, kpi-funnel, churn-alerts') as NodeListOf<HTMLElement & { filter: Filter }>;

function speak(): void {
  const language = choice('lang').value === 'en' ? 'en' : 'fr';
  root.lang = language;
  const words = texts[language];
  for (const node of document.querySelectorAll<HTMLElement>('[data-text]')) node.textContent = words[node.dataset['text'] as DemoText];
  for (const node of document.querySelectorAll<HTMLElement>('[data-text-label]'))
    node.setAttribute('aria-label', words[node.dataset['textLabel'] as DemoText]);
}

function dress(): void {
  root.dataset['theme'] = choice('theme').value;
  root.dataset['width'] = choice('width').value;
}

function narrow(): void {
  const filter: Filter = {};
  const { value: channel } = choice('channel');
  const { value: country } = choice('country');
  const { value: segment } = choice('segment');
  if (channel) filter.channel = [channel];
  if (country) filter.country = [country];
  if (segment) filter.segment = [segment];
  for (const widget of widgets) widget.filter = filter;
}

for (const [name, table] of [
  ['channel', channels],
  ['country', countries],
] as const) {
  for (const [value] of table) choice(name).append(new Option(value, value));
}
choice('lang').value = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'fr';
choice('theme').value = new URLSearchParams(location.search).get('theme') ?? 'auto';
for (const name of ['lang', 'theme', 'width']) {
  choice(name).addEventListener('change', () => {
    speak();
    dress();
  });
}
document.querySelector('.filters')!.addEventListener('change', narrow);
speak();
dress();
