/** One screen of customers as a real table: headers that sort, bars of silence, nothing but codes unless the page gives names. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ChurnContext } from './churn-context.js';
import { counted } from './churn-context.js';
import type { CustomerLabel } from './customer-label.js';
import { COLUMNS, type CustomerSort } from './customer-order.js';
import { silenceBar, silenceScale, type SilenceScale } from './silence-bar.js';
import { tierShape } from './tier-shape.js';
import type { ChurnCustomer } from '../../core/kpi/churn-types.js';
import type { CustomerColumn } from '../../locale/churn-terms.js';

export interface TableDrawing {
  readonly sort: CustomerSort;
  readonly label: CustomerLabel;
  /** Rows drawn; assistive technology and print have all of them in the data tables. */
  readonly shown: number;
  /** null: headers do not sort (static). */
  readonly press: ((column: CustomerColumn) => void) | null;
}

const SHAPE_BOX = { x: 0, y: 0, width: 10, height: 10 };
/** Letters from which a name leaves no room beside it. */
const LONG_NAME = 12;
const NUMERIC: ReadonlySet<CustomerColumn> = new Set(['orders', 'revenue']);

const arrow = (descending: boolean): TemplateResult =>
  html`<svg class="arrow" viewBox="0 0 8 8" aria-hidden="true">${svg`<path d=${descending ? 'M0,2H8L4,7Z' : 'M0,6H8L4,1Z'}></path>`}</svg>`;

function header(column: CustomerColumn, context: ChurnContext, { sort, press }: TableDrawing): TemplateResult {
  const words = context.terms.list.column[column];
  const sorted = sort.column === column;
  const direction = sort.descending ? 'descending' : 'ascending';
  return html`<th scope="col" class="${column} ${NUMERIC.has(column) ? 'number' : 'text'}" aria-sort=${sorted ? direction : nothing}>
    ${
      press
        ? html`<button type="button" part="sort" @click=${() => press(column)}>
            ${words}${sorted ? arrow(sort.descending) : nothing}
          </button>`
        : words
    }
  </th>`;
}

function row(customer: ChurnCustomer, context: ChurnContext, scale: SilenceScale, drawing: TableDrawing): TemplateResult {
  const { terms, format, currency } = context;
  const { column } = terms.list;
  const days = context.terms.daysShort(counted(context, customer.silentDays).text);
  return html`<tr>
    <th scope="row" class="customer text">
      <span class="who">
        <span class="code">${drawing.label(customer.id)}</span>
        <span class="status tier-${customer.tier}"
          ><svg class="status-shape" viewBox="0 0 10 10" aria-hidden="true">${tierShape(customer.tier, SHAPE_BOX)}</svg
          >${terms.status[customer.tier]}</span
        >
      </span>
    </th>
    <td class="silence text">
      <span class="span">${silenceBar(customer.silentDays, customer.tier, scale)}<span class="days">${days}</span></span>
    </td>
    <td class="last-order text" data-label=${column['last-order']}>${format.dateShort(customer.lastOrder)}</td>
    <td class="orders number" data-label=${column.orders}>${format.count(customer.orders)}</td>
    <td class="revenue number" data-label=${column.revenue}>${format.money(customer.revenue, currency)}</td>
  </tr>`;
}

export function customerTable(customers: readonly ChurnCustomer[], context: ChurnContext, drawing: TableDrawing): TemplateResult {
  const scale = silenceScale(context.value);

  const drawn = customers.slice(0, drawing.shown);
  const isLong = drawn.some(({ id }) => drawing.label(id).length > LONG_NAME);
  return html`<table
    part="customers"
    class=${isLong ? 'roster long' : 'roster'}
    aria-labelledby="list-title"
    aria-rowcount=${customers.length + 1}
  >
    <thead>
      <tr>
        ${COLUMNS.map((column) => header(column, context, drawing))}
      </tr>
    </thead>
    <tbody>
      ${drawn.map((customer) => row(customer, context, scale, drawing))}
    </tbody>
  </table>`;
}
