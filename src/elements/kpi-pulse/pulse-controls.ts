/** What a person may choose over the tiles: grain, comparison, split. */
import { html, type TemplateResult } from 'lit/html.js';
import type { PulseContext } from './pulse-context.js';

/** @internal */
export interface Choices {
  grain: string;
  compare: string;
  by: string;
}

type Options = readonly (readonly [value: string, text: string])[];

export function pulseControls({ words }: PulseContext, chosen: Choices, change: (to: Partial<Choices>) => void): TemplateResult {
  const select = (name: keyof Choices, label: string, options: Options): TemplateResult =>
    html`<label
      ><span>${label}</span>
      <select part="control" @change=${(event: Event) => change({ [name]: (event.target as HTMLSelectElement).value })}>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen[name]}>${text}</option>`)}
      </select></label
    >`;
  return html`<div class="controls note">
    ${select('grain', words.by, Object.entries(words.grains))} ${select('compare', words.comparedWith, Object.entries(words.compares))}
    ${select(
      'by',
      words.splitBy,
      Object.entries(words.splits).map(([value, text]) => [value === 'none' ? '' : value, text] as const),
    )}
  </div>`;
}
