/** The campaign window under the picture: two days, what they hold, and the button that tells the page. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { sentence } from '../../base/states.js';
import { LONGEST } from './campaign.js';
import type { TimingContext } from './timing-context.js';
import type { WindowSelection } from './window-select-event.js';

/** What the form can do. */
export interface CampaignActions {
  change(from: number, to: number): void;
  suggest(): void;
  use(): void;
}

/** @param actions null: nothing can be pressed. */
export function campaignForm(
  { terms, format }: TimingContext,
  campaign: WindowSelection,
  isChosen: boolean,
  actions: CampaignActions | null,
): TemplateResult {
  const says = terms.campaignSays(format.rate(campaign.probability), campaign.customers);
  if (!actions) return html`<p class="note">${sentence(terms.campaignOf(terms.span(campaign.from, campaign.to)))}. ${says}</p>`;
  const field = (name: 'from' | 'to'): TemplateResult => {
    const change = ({ target }: Event): void => {
      const input = target as HTMLInputElement;
      const day = input.valueAsNumber;
      const [from, to] = name === 'from' ? [day, campaign.to] : [campaign.from, day];
      if (Number.isInteger(day) && from >= 0 && from <= to && to <= LONGEST) actions.change(from, to);
      else input.value = `${campaign[name]}`;
    };
    const [least, most] = name === 'from' ? [0, campaign.to] : [campaign.from, LONGEST];
    return html`<label
      >${terms[name]}
      <input part="day" type="number" min=${least} max=${most} .value=${`${campaign[name]}`} @change=${change} />
    </label>`;
  };
  return html`<section class="window" role="group" aria-label=${terms.campaign}>
    <p class="strong">${terms.campaign}</p>
    <div class="actions">
      ${field('from')} ${field('to')}
      <button part="use" @click=${() => actions.use()}>${terms.use}</button>
      ${isChosen ? html`<button part="suggest" @click=${() => actions.suggest()}>${terms.suggested}</button>` : nothing}
    </div>
    <p class="note">${says}</p>
  </section>`;
}
