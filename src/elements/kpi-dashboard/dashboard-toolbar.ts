/** Buttons of a dashboard, and those of its wall display. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { button } from '../../base/states.js';
import { menuToggled } from '../../chart/place.js';
import type { DashboardSpeech } from './filter-words.js';
import type { Wall } from './wall.js';

/** @internal */
export interface ToolbarModel {
  readonly arranging: boolean;
  sources(): void;
  arrange(): void;
  hang(): void;
  print(report?: 'day' | 'month'): unknown;
  save(kind: 'CSV' | 'SVG' | 'PNG' | 'JSON'): void;
}

export function dashboardToolbar(model: ToolbarModel, { words, terms }: DashboardSpeech): TemplateResult {
  const item = (label: string, act: () => unknown): TemplateResult =>
    html`<button popovertarget="menu" popovertargetaction="hide" @click=${() => void act()}>${label}</button>`;
  return html`<div part="toolbar" class="toolbar" role="group" aria-label=${words.actions}>
    ${button(words.sources, () => model.sources())}
    <button aria-pressed=${model.arranging} @click=${() => model.arrange()}>${model.arranging ? words.arranged : words.arrange}</button>
    ${button(words.wall, () => model.hang())}
    <button popovertarget="menu">${terms.export}</button>
    <div id="menu" class="menu" popover @toggle=${menuToggled}>
      ${item(words.daily, () => model.print('day'))} ${item(words.monthly, () => model.print('month'))}
      ${item(words.asShown, () => model.print())}
      ${(['CSV', 'SVG', 'PNG', 'JSON'] as const).map((kind) => item(kind, () => model.save(kind)))}
    </div>
  </div>`;
}

/** @param count Of widgets. */
export function wallBar(wall: Wall, count: number, leave: () => void, { words }: DashboardSpeech): TemplateResult {
  const turning = html`${button(words.previous, () => wall.step(-1))}
    <span>${words.place(wall.place(count) + 1, count)}</span> ${button(words.next, () => wall.step(1))}
    ${button(wall.paused ? words.play : words.pause, () => wall.toggle())}`;
  return html`<div part="toolbar" class="wall-bar" role="group" aria-label=${words.wall}>
    ${count > 1 ? turning : nothing} ${button(words.leaveWall, leave)}
  </div>`;
}
