/** The list under the picture: whose customers (filter), the table, and how many more there are. */
import { html, nothing, type TemplateResult } from 'lit';
import { counted, TIERS, type ChurnContext } from './churn-context.js';
import { customerTable } from './customer-table.js';
import type { CustomerLabel } from './customer-label.js';
import { orderCustomers, pages, type CustomerSort, type Page } from './customer-order.js';
import type { ChurnCustomer, TierId } from '../../core/kpi/churn-types.js';
import type { CustomerColumn } from '../../locale/churn-terms.js';

/** What the person chose. */
export interface ListState {
  readonly tier: TierId | null;
  readonly sort: CustomerSort;
  readonly page: Page;
  readonly limit: number;
  readonly static: boolean;
}

/** What the person may do. */
export interface ListActions {
  filter(tier: TierId | null): void;
  press(column: CustomerColumn): void;
  turn(page: Page): void;
}

function filters(context: ChurnContext, state: ListState, actions: ListActions): TemplateResult {
  const { terms } = context;
  const button = (tier: TierId | null, words: string): TemplateResult =>
    html`<button type="button" part="filter" aria-pressed=${state.tier === tier} @click=${() => actions.filter(tier)}>${words}</button>`;
  return html`<div class="filters" role="group" aria-label=${terms.list.filter}>
    ${button(null, terms.list.all)} ${TIERS.map((id) => button(id, terms.tier[id]))}
  </div>`;
}

/** One button that stays where it is, so that the focus does too. */
function turnButton(context: ChurnContext, state: ListState, actions: ListActions, total: number): TemplateResult | typeof nothing {
  const { list } = context.terms;
  const { turn, to } = pages(total, state.page);
  if (turn === null || state.static) return nothing;
  const words = { more: list.more(counted(context, to)), all: list.showAll(counted(context, total)), less: list.less }[turn];
  return html`<button type="button" part="more" @click=${() => actions.turn(to)}>${words}</button>`;
}

/** Customers that the tiers count and the list does not hold: it is bounded. */
function isBounded({ value }: ChurnContext, tier: TierId | null): boolean {
  return value.tiers.some(
    ({ id, customers }) =>
      (tier === null || tier === id) && customers !== null && value.customers.filter((customer) => customer.tier === id).length < customers,
  );
}

function byNameOf(context: ChurnContext, label: CustomerLabel): (a: ChurnCustomer, b: ChurnCustomer) => number {
  const collator = new Intl.Collator(context.format.locale, { numeric: true });
  return (a, b) => collator.compare(label(a.id), label(b.id));
}

export function customerList(context: ChurnContext, state: ListState, label: CustomerLabel, actions: ListActions): TemplateResult {
  const { list } = context.terms;
  const customers = orderCustomers(context.value.customers, state.tier, state.sort, byNameOf(context, label));
  const hidden = context.value.customers.length === 0 && context.reasons.includes('suppressed');
  const { shown } = pages(customers.length, state.page);
  const drawing = { sort: state.sort, label, shown, press: state.static ? null : actions.press };
  return html`<section class="list">
    <div class="list-head">
      <p class="list-title" id="list-title">${list.caption(state.tier)}</p>
      ${state.static || context.value.customers.length === 0 ? nothing : filters(context, state, actions)}
    </div>
    ${customers.length === 0 ? html`<p class="note">${hidden ? list.withheld : list.nobody(state.tier)}</p>` : customerTable(customers, context, drawing)}
    <div class="foot">
      ${turnButton(context, state, actions, customers.length)}
      ${customers.length > shown ? html`<span class="note screen">${list.shown(counted(context, shown), counted(context, customers.length))}</span>` : nothing}
      ${!hidden && isBounded(context, state.tier) ? html`<span class="note">${list.bounded(counted(context, state.limit))}</span>` : nothing}
    </div>
  </section>`;
}
