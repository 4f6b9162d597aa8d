/** Dates and rules, to be changed by a person. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { LifecycleParams } from '../../core/kpi/lifecycle-types.js';
import type { LifecycleContext } from './lifecycle-context.js';

/** @internal null: as usual. */
export type RuleChange = { [K in Exclude<keyof LifecycleParams, 'window' | 'targets'>]?: LifecycleParams[K] | null } & { window?: string };

/** Besides the one that is set. */
const WINDOWS = ['auto', '1M', '2M', '3M', '6M', '9M', '12M', '18M', '24M'];
/** All but the date. */
const RULES: RuleChange = {
  ...{ preset: 'vigie', window: 'auto', inactiveWindow: null },
  ...{ loyalPurchases: null, premiumPurchases: null, premiumDays: null, premiumShare: null },
};
const PERCENT = 100;
const DAY_MS = 864e5;

type Pick = (value: string) => void;
type Option = readonly [value: string, text: string];

const labelled = (label: string, control: TemplateResult): TemplateResult =>
  html`<label><span class="note">${label}</span>${control}</label>`;

const choice = (label: string, options: readonly Option[], chosen: string, pick: Pick): TemplateResult =>
  labelled(
    label,
    html`<select part="rule-control" @change=${({ target }: Event) => pick((target as HTMLSelectElement).value)}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>`,
  );

/** What cannot be is taken back; an empty field is as usual. */
const field = (
  label: string,
  type: 'date' | 'number',
  [min, max]: readonly (number | string)[],
  value: string,
  pick: Pick,
): TemplateResult => {
  const change = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    if (input.validity.valid) pick(input.value);
    else input.value = value;
  };
  return labelled(label, html`<input part="rule-control" type=${type} min=${min} max=${max} .value=${value} @change=${change} />`);
};

/** @param window As it was asked for. */
export function rulesForm(
  { terms, value, params, isUsual }: LifecycleContext,
  window: string,
  change: (to: RuleChange) => void,
): TemplateResult {
  const { rules, dates } = value;
  const words = terms.form;
  const asked = /^auto$/i.test(window) ? 'auto' : window.toUpperCase();
  const lengths = WINDOWS.includes(asked) ? WINDOWS : [...WINDOWS, asked];
  const time = (length: string): string =>
    length === 'auto' ? words.usual : length.endsWith('M') ? terms.window(parseInt(length), null) : terms.window(null, parseInt(length));
  const number = (key: keyof RuleChange, label: string, limits: readonly number[], now: number, unit = 1): TemplateResult =>
    field(label, 'number', limits, `${Math.round(now * unit)}`, (text) => change({ [key]: text ? Number(text) / unit : null }));
  const last = dates.to && new Date(Date.parse(dates.to) - DAY_MS).toISOString().slice(0, 10);
  const { loyalPurchases, premiumPurchases, premiumDays, premiumShare } = rules;
  return html`<details class="rules" part="rules">
    <summary>${words.title}</summary>
    <div class="fields">
      ${field(words.from, 'date', ['', last ?? ''], dates.from ?? '', (text) => change({ from: text || null }))}
      ${choice(words.preset, Object.entries(words.presets), (params as LifecycleParams).preset, (preset) => change({ ...RULES, preset: preset as 'vigie' }))}
      ${choice(
        words.window,
        lengths.map((length): Option => [length, time(length)]),
        asked,
        (length) => change({ window: length }),
      )}
      ${number('loyalPurchases', words.loyal, [2, premiumShare === null && premiumPurchases ? premiumPurchases : 1000], loyalPurchases)}
      ${premiumShare === null ? number('premiumPurchases', words.premium, [0, 1000], premiumPurchases) : number('premiumShare', words.share, [1, 99], premiumShare, PERCENT)}
      ${premiumDays !== null && premiumPurchases > 0 ? number('premiumDays', words.apart, [1, 36525], premiumDays) : nothing}
      ${isUsual ? nothing : html`<button part="rule-control" @click=${() => change(RULES)}>${words.reset}</button>`}
    </div>
  </details>`;
}
