/** What a person may choose over the picture: the metric, and what makes a cohort. */
import { html, type TemplateResult } from 'lit/html.js';
import type { CohortBy, CohortMetric, CohortTerms } from '../../locale/cohort-terms.js';

/** @internal */
export interface Choices {
  metric: CohortMetric;
  by: CohortBy;
}

function choice<K extends keyof Choices>(
  key: K,
  label: string,
  words: Readonly<Record<Choices[K], string>>,
  chosen: Choices[K],
  change: (to: Partial<Choices>) => void,
): TemplateResult {
  const pick = ({ target }: Event) => change({ [key]: (target as HTMLSelectElement).value as Choices[K] });
  return html`<label
    ><span class="note">${label}</span>
    <select part="choice" .value=${chosen} @change=${pick}>
      ${Object.entries(words).map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select></label
  >`;
}

export function cohortChoices(
  { choices: [metric, by], ...terms }: CohortTerms,
  chosen: Choices,
  change: (to: Partial<Choices>) => void,
): TemplateResult {
  return html`<div class="choices">
    ${choice('metric', metric, terms.metric, chosen.metric, change)} ${choice('by', by, terms.by, chosen.by, change)}
  </div>`;
}
