/** The list under the picture: whose customers, a table sorted by its headers, and how many more there are. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { TIERS, type ChurnContext } from './churn-context.js';
import { COLUMNS, nextPage, orderCustomers, PAGES, parseSort, pressed, type CustomerRow, type Page } from './customer-order.js';
import { TIER_SHAPES } from './tier-shape.js';
import { sentence } from '../../base/states.js';
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

/** Null where nothing can be pressed. */
function button(change: Change | null, part: string, words: string, to: Partial<ListState>, isPressed: unknown = nothing): unknown {
  return change && html`<button part=${part} aria-pressed=${isPressed} @click=${() => change(to)}>${words}</button>`;
}

function row({ customer, cells }: CustomerRow, { columns }: TableModel, { value: { tiers }, terms }: ChurnContext): TemplateResult {
  const { tier, silentDays } = customer;
  const { end, bar } = silenceBar(silentDays, tiers[2].afterDays);
  return html`<tr class="tier-${tier}">
    <th scope="row" class="code">${cells[0].text}</th>
    <td class="note">
      <svg width="9" height="9" viewBox="0 0 10 10" aria-hidden="true"><path class="shape" d=${TIER_SHAPES[tier]}></path></svg>
      ${cells[1].text}
    </td>
    <td class="silence">
      <svg width="96" height="12" viewBox="0 0 ${end} 12" preserveAspectRatio="none" aria-hidden="true">
        <path class="rail" d="M0,4H${end}V8H0Z"></path>
        <path class="bar" d=${bar}></path>
        <path class="limit" d=${tiers.map(({ afterDays }) => `M${afterDays},1V11`).join('')}></path>
      </svg>
    </td>
    <td class="number">${terms.daysShort(silentDays)}</td>
    ${COLUMNS.slice(2).map(([name, i]) => html` <td class=${name} data-label=${columns[i].label}>${cells[i].text}</td>`)}
  </tr>`;
}

/** The first two columns are two each in the rows: code and tier, bar and days. */
function customerTable(
  all: CustomerRow[],
  shown: CustomerRow[],
  table: TableModel,
  context: ChurnContext,
  sort: string,
  change: Change | null,
): TemplateResult {
  const { column, descending } = parseSort(sort);
  const header = ([name, i]: (typeof COLUMNS)[number], place: number): TemplateResult => {
    const label = place === 1 ? context.terms.silence : table.columns[i].label;
    const sorted = name !== column ? nothing : descending ? 'descending' : 'ascending';
    return html`<th scope="col" class=${name} colspan=${place > 1 ? 1 : 2} aria-sort=${sorted}>
      ${button(change, 'sort', label, { sort: pressed(sort, name) }) ?? label}
    </th>`;
  };
  return html`<table part="customers" class="roster" aria-labelledby="list-title" aria-rowcount=${all.length + 1}>
    <thead>
      <tr>
        ${COLUMNS.map(header)}
      </tr>
    </thead>
    <tbody>
      ${shown.map((each) => row(each, table, context))}
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
  const all = value.customers.map((customer, i) => ({ customer, cells: table.rows[i] }));
  const rows = orderCustomers(all, tier, sort, format.locale);
  const total = rows.length;
  const next = nextPage(total, page);
  const more = next === PAGES[0] ? terms.less : next === PAGES[1] ? terms.more(next) : terms.showAll(total);
  const counted = value.tiers.reduce((sum, { id, customers }) => (!tier || tier === id ? sum + (customers ?? NaN) : sum), 0);
  const notes = [
    total > page ? terms.shown(page, total) : '',
    total > 0 ? (counted > total ? terms.bounded(limit) : '') : counted === 0 ? terms.nobody : sentence(terms.withheld),
  ];
  return html`<section class="list">
    <div>
      <p class="strong" id="list-title">${terms.list[tier]}</p>
      ${
        change && all.length > 0
          ? html`<div class="filters" role="group" aria-label=${table.columns[1].label}>
              ${(['', ...TIERS] as const).map((id) => button(change, 'filter', id ? terms.tier[id] : terms.all, { tier: id }, tier === id))}
            </div>`
          : nothing
      }
    </div>
    ${total > 0 ? customerTable(all, rows.slice(0, page), table, context, sort, change) : nothing}
    <div>
      ${next && button(change, 'more', more, { page: next })} ${notes.map((note) => note && html`<span class="note">${note}</span>`)}
    </div>
  </section>`;
}
