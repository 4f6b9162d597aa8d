/** The stages in words under the picture: the rule of each, and how long customers stay in it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { sentence } from '../../base/states.js';
import type { LifecycleTerms } from '../../locale/lifecycle-terms.js';
import { stayText, type LifecycleContext } from './lifecycle-context.js';

/** What the colours of the passages mean, and what stands on them. */
export function legend({ terms }: LifecycleContext): TemplateResult {
  const key = (direction: keyof LifecycleTerms['directions']) =>
    html`<li class=${direction}>
      <svg class="key" viewBox="0 0 20 10" aria-hidden="true"><path class="ribbon" d="M1,1H19V9H1Z"></path></svg>
      ${terms.directions[direction]}
    </li>`;
  return html`<ul class="legend note">
      ${key('up')} ${key('down')} ${key('stay')}
    </ul>
    <p class="note">${terms.onPassages}</p>`;
}

/** @param form To change the rules; nothing where nothing can be pressed. */
export function stageStrip(context: LifecycleContext, form: TemplateResult | typeof nothing): TemplateResult {
  const { stages, terms, value, filter, isUsual } = context;
  const { silentMonths, silentDays, windowRule } = value.rules;
  return html`<section class="strip" aria-labelledby="strip-title">
    <p class="strong" id="strip-title">${terms.stages}</p>
    ${[
      silentDays === null ? '' : terms.active(terms.window(silentMonths, silentDays), windowRule === 'mean-recency'),
      filter.channel || filter.country ? terms.won : '',
      isUsual || form === nothing ? '' : terms.ownRules,
    ]
      .filter(Boolean)
      .map((text) => html`<p class="note">${text}</p>`)}
    <ul part="stages">
      ${stages.map(
        (stage) =>
          html`<li part="rule">
            <span class="strong">${terms.stage[stage.id]}</span>
            <span class="note">${sentence(terms.rule(stage.id, value.rules))}</span>
            <span class="note">${stayText(context, stage)}</span>
          </li>`,
      )}
    </ul>
    ${form}
  </section>`;
}
