/** The list under the picture: whose customers, a table sorted by its headers, and how many more there are. */
import { html, nothing, type TemplateResult } from 'lit';
import { has, TIERS, type ChurnContext } from './churn-context.js';
import { COLUMNS, nextPage, orderCustomers, PAGES, parseSort, pressed, type CustomerRow, type Page } from './customer-order.js';
import { TIER_SHAPES } from './tier-shape.js';
import type { TableModel } from '../../base/widget.js';
import type { TierId } from '../../core/kpi/churn-types.js';

/** What the person chose. */
export interface ListState {
  tier: TierId | '';
  sort: string;
  page: Page;
}

type Change = (change: Partial<ListState>) => void;

/** Bars end at the window and a third of it; longer ones break off, and a piece follows. In days. */
export function silenceBar(days: number, window: number): { end: number; bar: string } {
  const end = (window * 4) / 3;
  const bar = days > end ? `M0,4H${end * 0.93}V8H0ZM${end * 0.96},4H${end}V8H${end * 0.96}Z` : `M0,4H${days}V8H0Z`;
  return { end, bar };
}

function row({ customer, cells }: CustomerRow, { columns }: TableModel, { value: { tiers }, terms }: ChurnContext): TemplateResult {
  const { tier, silentDays } = customer;
  const { end, bar } = silenceBar(silentDays, tiers[2].afterDays);
  return html`<tr class="tier-${tier}">
    <th scope="row" class="code">${cells[0].text}</th>
    <td class="status note">
      <svg viewBox="0 0 10 10" aria-hidden="true"><path class="shape" d=${TIER_SHAPES[tier]}></path></svg>${cells[1].text}
    </td>
    <td class="silence">
      <svg viewBox="0 0 ${end} 12" preserveAspectRatio="none" aria-hidden="true">
        <path class="rail" d="M0,4H${end}V8H0Z"></path>
        <path class="bar" d=${bar}></path>
        <path class="limit" d=${tiers.map(({ afterDays }) => `M${afterDays},1V11`).join('')}></path></svg
      ><span>${terms.daysShort(silentDays)}</span>
    </td>
    ${COLUMNS.slice(2).map(([name, i]) => html` <td class="${name} ${kind(columns[i])}" data-label=${columns[i].label}>${cells[i].text}</td>`)}
  </tr>`;
}

const kind = ({ numeric }: { numeric: boolean }): string => (numeric ? 'number' : '');

/** @param change null: headers do not sort. */
function customerTable(
  rows: readonly CustomerRow[],
  table: TableModel,
  context: ChurnContext,
  sort: string,
  change: Change | null,
): TemplateResult {
  const { column, descending } = parseSort(sort);
  const header = ([name, i]: (typeof COLUMNS)[number]): TemplateResult => {
    const silence = name === 'silence';
    const label = silence ? context.terms.silence : table.columns[i].label;
    const sorted = name !== column ? nothing : descending ? 'descending' : 'ascending';
    return html`<th scope="col" class=${silence ? '' : kind(table.columns[i])} colspan=${i ? 1 : 2} aria-sort=${sorted}>
      ${change ? html`<button type="button" part="sort" @click=${() => change({ sort: pressed(sort, name) })}>${label}</button>` : label}
    </th>`;
  };
  return html`<table part="customers" class="roster" aria-labelledby="list-title" aria-rowcount=${table.rows.length + 1}>
    <thead>
      <tr>
        ${COLUMNS.map(header)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((each) => row(each, table, context))}
    </tbody>
  </table>`;
}

/** @param change null: nothing can be pressed. */
export function customerList(
  context: ChurnContext,
  table: TableModel,
  { tier, sort, page }: ListState,
  limit: number,
  change: Change | null,
): TemplateResult {
  const { value, terms, format } = context;
  const rows = orderCustomers(
    value.customers.map((customer, i) => ({ customer, cells: table.rows[i] })),
    tier,
    sort,
    format.locale,
  );
  const total = rows.length;
  const next = nextPage(total, page);
  const counted = value.tiers.reduce((sum, { id, customers }) => (!tier || tier === id ? sum + (customers ?? 0) : sum), 0);
  const hidden = table.rows.length === 0 && has(context, 'suppressed');
  const button = (part: string, words: string, to: Partial<ListState>, isPressed: unknown = nothing): unknown =>
    change && html`<button type="button" part=${part} aria-pressed=${isPressed} @click=${() => change(to)}>${words}</button>`;
  const more = next === PAGES[0] ? terms.less : next === PAGES[1] ? terms.more(next) : terms.showAll(total);
  return html`<section class="list">
    <div class="list-head">
      <p class="strong" id="list-title">${terms.list[tier]}</p>
      ${
        table.rows.length > 0
          ? html`<div class="filters" role="group" aria-label=${terms.tables.tiers[1]}>
              ${(['', ...TIERS] as const).map((id) => button('filter', id ? terms.tier[id] : terms.all, { tier: id }, tier === id))}
            </div>`
          : nothing
      }
    </div>
    ${total > 0 ? customerTable(rows.slice(0, page), table, context, sort, change) : html`<p class="note">${hidden ? terms.listWithheld : terms.nobody}</p>`}
    <div class="foot">
      ${next && button('more', more, { page: next })}
      ${total > page ? html`<span class="note">${terms.shown(page, total)}</span>` : nothing}
      ${counted > total && !hidden ? html`<span class="note">${terms.bounded(limit)}</span>` : nothing}
    </div>
  </section>`;
}
