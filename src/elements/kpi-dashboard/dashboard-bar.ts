/** The bar over the widgets: period, comparison, what the figures are narrowed to, and the ways to change it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { button, type Drawn } from '../../base/states.js';
import type { ListKey } from '../../base/filter-group.js';
import type { Filter } from '../../core/kpi/contract.js';
import type { SourcesResult } from '../../core/kpi/sources-types.js';
import { COMPARES, daysOf, PERIODS, shownState, toggled, withoutProperty } from './dashboard-state.js';
import type { DashboardState, Lists } from './dashboard-state.js';
import { chipsOf, namesIn, periodWords, valueWords, type DashboardSpeech } from './filter-words.js';
import type { History } from './history.js';

/** @internal */
export interface BarModel {
  readonly history: History<DashboardState>;
  /** A person has chosen to name days, and has not named them yet. */
  readonly naming: boolean;
  /** First and last day of the data, ISO. */
  readonly days: readonly [from: string | null, to: string | null];
  readonly values: SourcesResult['values'] | undefined;
  /** What the page has chosen, which a person cannot remove. */
  readonly fixed: Filter;
  change(state: Partial<DashboardState>): void;
  /** Asks for days to be named. */
  name(): void;
  step(direction: 'undo' | 'redo'): void;
}

const OWN = 'own';

function options(values: readonly string[], chosen: string, words: (value: string) => string): TemplateResult[] {
  return values.map((value) => html`<option value=${value} .selected=${value === chosen}>${words(value)}</option>`);
}

const chosenIn = (event: Event): string => (event.target as HTMLSelectElement).value;

function periodFields({ history, naming, days, fixed, change, name }: BarModel, speech: DashboardSpeech): TemplateResult {
  const { words } = speech;
  // What the page narrows to, nobody can widen.
  const told = (value: string): string => periodWords(shownState({ ...history.present, period: value }, fixed).period, speech);
  const { period } = history.present;
  const given = daysOf(period);
  const isOwn = naming || given !== null;
  const [from, to] = given ?? days;
  const offered = isOwn || (PERIODS as readonly string[]).includes(period) ? PERIODS : [period, ...PERIODS];
  const choose = (event: Event): void => (chosenIn(event) === OWN ? name() : change({ period: chosenIn(event) }));
  const dated = (event: Event): void => {
    const [from, to] = (event.currentTarget as HTMLElement).querySelectorAll('input');
    const [first, last] = [from.value, to.value];
    const isReversed = first !== '' && last !== '' && first > last;
    to.setCustomValidity(isReversed ? words.reversed : '');
    if (isReversed) to.reportValidity();
    else if (first || last) change({ period: `${first}/${last}` });
  };
  const day = (label: string, value: string | null): TemplateResult =>
    html`<label>${label} <input type="date" .value=${value ?? ''} min=${days[0] ?? nothing} max=${days[1] ?? nothing} /></label>`;
  return html`<label
      >${words.period}
      <select part="control" @change=${choose}>
        ${options(offered, isOwn ? OWN : period, told)}
        <option value=${OWN} .selected=${isOwn}>${words.ownPeriod}</option>
      </select></label
    >${isOwn ? html`<span class="days" @change=${dated}>${day(words.from, from)} ${day(words.to, to)}</span>` : nothing}`;
}

/** A choice of every value that is not chosen yet. */
function addField({ history, values, change }: BarModel, speech: DashboardSpeech): TemplateResult {
  const { words } = speech;
  const { filter } = history.present;
  const offered: readonly (readonly [ListKey, readonly string[]])[] = [
    ['channel', values?.channel ?? []],
    ['country', values?.country ?? []],
    ...(['segment', 'stage', 'tier'] as const).map((key) => [key, Object.keys(namesIn(speech)[key])] as const),
  ];
  const choose = (event: Event): void => {
    const [key, ...value] = chosenIn(event).split('=');
    (event.target as HTMLSelectElement).selectedIndex = 0;
    change({ filter: toggled(filter, key as ListKey, value.join('=')) });
  };
  const group = ([key, all]: (typeof offered)[number]): Drawn => {
    const free = all.filter((value) => !filter[key]?.includes(value));
    return free.length
      ? html`<optgroup label=${words.dimensions[key]}>
          ${free.map((value) => html`<option value=${`${key}=${value}`}>${valueWords(key, value, speech)}</option>`)}
        </optgroup>`
      : nothing;
  };
  return html`<select part="control" aria-label=${words.add} @change=${choose}>
    <option value="">${words.add}</option>
    ${offered.map(group)}
  </select>`;
}

/** What a person has chosen stands in place of what the page has. */
function withoutChosen(fixed: Filter, chosen: Lists): Lists {
  return Object.fromEntries(Object.entries(fixed).filter(([key]) => key !== 'period' && !(key in chosen))) as Lists;
}

function chips({ history, fixed, change }: BarModel, speech: DashboardSpeech): Drawn {
  const { words } = speech;
  const { filter } = history.present;
  const all = chipsOf(filter, speech);
  const given = chipsOf(withoutChosen(fixed, filter), speech);
  if (!all.length && !given.length) return nothing;
  return html`<ul class="chips" aria-label=${words.filters}>
    ${given.map(({ text }) => html`<li part="chip" class="chip given">${text}</li>`)}
    ${all.map(
      ({ key, value, text }) =>
        html`<li part="chip" class="chip">
          ${text}<button aria-label=${words.remove(text)} @click=${() => change({ filter: toggled(filter, key, value) })}>×</button>
        </li>`,
    )}
    ${all.length > 1 ? html`<li>${button(words.clear, () => change({ filter: {} }))}</li>` : nothing}
  </ul>`;
}

export function dashboardBar(model: BarModel, speech: DashboardSpeech): TemplateResult {
  const { words } = speech;
  const { history, change, step } = model;
  const { compare } = history.present;
  const arrow = (direction: 'undo' | 'redo', can: boolean): TemplateResult =>
    html`<button class="quiet" ?disabled=${!can} @click=${() => step(direction)}>${words[direction]}</button>`;
  // Meant for all: what was chosen in a single widget goes.
  const compareAll = (event: Event): void =>
    change({ compare: chosenIn(event) as DashboardState['compare'], views: withoutProperty(history.present.views, 'compare') });
  return html`<div part="bar" class="bar" role="group" aria-label=${words.filters}>
    ${periodFields(model, speech)}
    <label
      >${words.compare}
      <select part="control" @change=${compareAll}>
        ${options(COMPARES, compare, (value) => words.compares[value as 'none'])}
      </select></label
    >
    ${addField(model, speech)} ${chips(model, speech)}
    <span class="steps">${arrow('undo', history.canUndo)}${arrow('redo', history.canRedo)}</span>
  </div>`;
}
