/** The list without its drawing: order, pages, names, bars of silence. */
import { expect } from 'chai';
import fc from 'fast-check';
import { customerLabel } from '../../../src/elements/churn-alerts/customer-label.js';
import { silenceBar } from '../../../src/elements/churn-alerts/customer-list.js';
import {
  nextPage,
  orderCustomers,
  parseSort,
  pressed,
  SORTS,
  type CustomerRow,
} from '../../../src/elements/churn-alerts/customer-order.js';
import { churnContext } from '../../../src/elements/churn-alerts/churn-context.js';
import { churnTables } from '../../../src/elements/churn-alerts/churn-tables.js';
import { createSpeech } from '../../../src/locale/speech.js';
import type { ChurnCustomer, TierId } from '../../../src/core/kpi/churn-types.js';
import { churn, customer, result } from './fixture.js';

function rows(customers: ChurnCustomer[]): CustomerRow[] {
  const context = churnContext(result(churn({ customers })), createSpeech('en-GB', 'en'));
  const [, , table] = churnTables(context, (code) => code);
  return customers.map((each, i) => ({ customer: each, cells: table.rows[i] }));
}

const ids = (sort: string, customers = churn().customers, tier: '' | TierId = ''): string[] =>
  orderCustomers(rows(customers), tier, sort, 'en').map((row) => row.customer.id);

describe('churn-alerts: the order of customers', () => {
  it('sorts by each column in its first direction', () => {
    expect(ids('revenue')).to.deep.equal(['C-9', 'C-2', 'C-10']);
    expect(ids('silence')).to.deep.equal(['C-2', 'C-9', 'C-10']);
    expect(ids('last-order')).to.deep.equal(['C-10', 'C-9', 'C-2']);
    expect(ids('orders')).to.deep.equal(['C-9', 'C-2', 'C-10']);
    expect(ids('customer')).to.deep.equal(['C-2', 'C-9', 'C-10']);
  });

  it('turns each column round', () => {
    expect(ids('silence-asc')).to.deep.equal(['C-10', 'C-9', 'C-2']);
    expect(ids('customer-desc')).to.deep.equal(['C-10', 'C-9', 'C-2']);
  });

  it('leaves ties in the order of the result, whichever way the column goes', () => {
    const tied = ['e', 'b', 'c', 'a', 'd'].map((id) => customer(id, { orders: 2 }));
    expect(ids('orders-desc', tied)).to.deep.equal(['e', 'b', 'c', 'a', 'd']);
    expect(ids('orders-asc', tied)).to.deep.equal(['e', 'b', 'c', 'a', 'd']);
  });

  it('loses and invents nobody', () => {
    const some = Array.from({ length: 12 }, (_, i) => customer(`C-${i}`, { orders: i % 3, revenue: i % 2, silentDays: i % 4 }));
    fc.assert(
      fc.property(fc.constantFrom(...SORTS), (sort) => {
        expect(ids(sort, some).sort()).to.deep.equal(some.map(({ id }) => id).sort());
      }),
    );
  });

  it('keeps one tier only', () => {
    expect(ids('revenue', churn().customers, 'inactive')).to.deep.equal(['C-2']);
  });

  it('reads the attribute', () => {
    expect(parseSort('last-order-asc')).to.deep.equal({ column: 'last-order', descending: false });
    expect(parseSort('last-order')).to.deep.equal({ column: 'last-order', descending: true });
    expect(parseSort('customer')).to.deep.equal({ column: 'customer', descending: false });
    expect(SORTS).to.include.members(['revenue', 'silence-desc', 'customer-asc']);
  });

  it('turns round when the same header is pressed again', () => {
    expect(pressed('revenue', 'orders')).to.equal('orders-desc');
    expect(pressed('orders', 'orders')).to.equal('orders-asc');
    expect(pressed('orders-asc', 'orders')).to.equal('orders-desc');
    expect(pressed('orders-asc', 'customer')).to.equal('customer-asc');
    expect(pressed('customer', 'customer')).to.equal('customer-desc');
  });
});

describe('churn-alerts: pages of the list', () => {
  it('goes from 10 to 50 to all and back', () => {
    expect(nextPage(188, 10)).to.equal(50);
    expect(nextPage(188, 50)).to.equal(Infinity);
    expect(nextPage(188, Infinity)).to.equal(10);
  });

  it('skips what there is not', () => {
    expect(nextPage(10, 10)).to.equal(null);
    expect(nextPage(0, 10)).to.equal(null);
    expect(nextPage(50, 10)).to.equal(Infinity);
    expect(nextPage(51, 10)).to.equal(50);
    expect(nextPage(30, 50)).to.equal(10);
  });
});

describe('churn-alerts: names of customers', () => {
  it('takes a function, a Map or an object', () => {
    expect(customerLabel(() => 'Alba')('C-1')).to.equal('Alba');
    expect(customerLabel(new Map([['C-1', 'Alba']]))('C-1')).to.equal('Alba');
    expect(customerLabel({ 'C-1': 'Alba' })('C-1')).to.equal('Alba');
  });

  it('shows the code where there is no name, or no text', () => {
    expect(customerLabel(null)('C-1')).to.equal('C-1');
    expect(customerLabel({})('C-1')).to.equal('C-1');
    expect(customerLabel({})('constructor')).to.equal('constructor');
    expect(customerLabel(() => ' ')('C-1')).to.equal('C-1');
    expect(
      customerLabel(() => {
        throw new Error('page');
      })('C-1'),
    ).to.equal('C-1');
  });
});

describe('churn-alerts: the bar of silence', () => {
  it('is as long as the silence, on a rail of the window and a third of it', () => {
    expect(silenceBar(0, 90)).to.deep.equal({ end: 120, bar: 'M0,4H0V8H0Z' });
    expect(silenceBar(120, 90).bar).to.equal('M0,4H120V8H0Z');
  });

  it('breaks off beyond its end, and a piece follows', () => {
    expect(silenceBar(400, 75).bar).to.equal('M0,4H93V8H0ZM96,4H100V8H96Z');
  });
});
