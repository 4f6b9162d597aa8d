/** The demo dashboard: all widgets on one data set, with switches for language, theme and width. */
import '../src/define.js';
import { texts, type DemoText } from './texts.js';

const root = document.documentElement;
const choice = (name: string): HTMLSelectElement => document.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!;

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

choice('lang').value = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'fr';
choice('theme').value = new URLSearchParams(location.search).get('theme') ?? 'auto';
for (const name of ['lang', 'theme', 'width']) {
  choice(name).addEventListener('change', () => {
    speak();
    dress();
  });
}
speak();
dress();
