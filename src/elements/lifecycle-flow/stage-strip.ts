/** The stages in words under the picture: the rule of each, and how long customers stay in it. */
import { html, type TemplateResult } from 'lit/html.js';
import { capital, stayText, type LifecycleContext } from './lifecycle-context.js';

export function stageStrip(context: LifecycleContext): TemplateResult {
  const { stages, terms, value, filter, isUsual } = context;
  const { silentMonths, silentDays, windowRule } = value.rules;
  return html`<section class="strip" aria-labelledby="strip-title">
    <p class="strong" id="strip-title">${terms.stages}</p>
    ${[
      silentDays === null ? '' : terms.active(terms.window(silentMonths, silentDays), windowRule === 'mean-recency'),
      filter.channel || filter.country ? terms.won : '',
      isUsual ? '' : terms.ownRules,
    ]
      .filter(Boolean)
      .map((text) => html`<p class="note">${text}</p>`)}
    <ul part="stages">
      ${stages.map(
        (stage) =>
          html`<li part="rule">
            <span class="strong">${terms.stage[stage.id]}</span>
            <span class="note">${capital(terms.rule(stage.id, value.rules))}</span>
            <span class="note">${stayText(context, stage)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
