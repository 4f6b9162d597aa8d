/** What a person may choose under the picture: days to read, and the campaign window with what it holds and the button that tells the page. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { sentence } from '../../base/states.js';
import { LONGEST, parseDays } from './campaign.js';
import type { TimingContext } from './timing-context.js';
import type { WindowSelection } from './window-select-event.js';

/** What the form can do. */
export interface CampaignActions {
  read(days: readonly number[]): void;
  change(from: number, to: number): void;
  suggest(): void;
  use(): void;
}

const says = ({ terms, format }: TimingContext, { probability, customers }: WindowSelection): string =>
  terms.campaignSays(probability === null ? null : format.rate(probability), customers);

/** First and last day. What is no window is taken back. */
function dayField(
  terms: TimingContext['terms'],
  name: 'from' | 'to',
  campaign: WindowSelection,
  { change }: CampaignActions,
): TemplateResult {
  const changed = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const day = input.valueAsNumber;
    const [from, to] = name === 'from' ? [day, campaign.to] : [campaign.from, day];
    if (Number.isInteger(day) && from >= 0 && from <= to && to <= LONGEST) change(from, to);
    else input.value = `${campaign[name]}`;
  };
  const [least, most] = name === 'from' ? [0, campaign.to] : [campaign.from, LONGEST];
  return html`<label
    >${terms[name]}
    <input part="day" type="number" min=${least} max=${most} .value=${`${campaign[name]}`} @change=${changed} />
  </label>`;
}

/** What is no list of days is taken back. */
function marksField({ terms, params }: TimingContext, { read }: CampaignActions): TemplateResult {
  const list = params.marks.join(' ');
  const changed = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const days = parseDays(input.value);
    if (days) read(days);
    else input.value = list;
  };
  return html`<div class="actions">
    <label>${terms.readAt} <input part="marks" class="long" .value=${list} @change=${changed} /></label>
  </div>`;
}

/** @param actions null: nothing can be pressed. */
export function campaignForm(
  context: TimingContext,
  campaign: WindowSelection | null,
  isChosen: boolean,
  actions: CampaignActions | null,
): unknown {
  const { terms, main } = context;
  if (!actions)
    return campaign
      ? html`<p class="note">${sentence(terms.campaignOf(terms.span(campaign.from, campaign.to)))}. ${says(context, campaign)}</p>`
      : nothing;
  const marks = main ? marksField(context, actions) : nothing;
  if (!campaign) return marks;
  return html`${marks}
    <section class="window" role="group" aria-label=${terms.campaign}>
      <p class="strong">${terms.campaign}</p>
      <div class="actions">
        ${dayField(terms, 'from', campaign, actions)} ${dayField(terms, 'to', campaign, actions)}
        <button part="use" @click=${() => actions.use()}>${terms.use}</button>
        ${isChosen ? html`<button part="suggest" @click=${() => actions.suggest()}>${terms.suggested}</button>` : nothing}
      </div>
      <p class="note">${says(context, campaign)}</p>
    </section>`;
}
