import { expect } from 'chai';
import { ingest, noticeCodes, reasons } from './ingest-helpers.js';
import type { Ingested } from './ingest-helpers.js';

const order = (id: string, rest: object = {}): object => ({ id, customer_id: 'c1', created_at: '2024-01-15', total: 100, ...rest });
const refund = (order_id: string | null, amount: unknown, rest: object = {}): object => ({
  order_id,
  amount,
  created_at: '2024-02-01',
  ...rest,
});
const money = ({ dataset }: Ingested): unknown => ({
  net: [...(dataset.orders?.net ?? [])],
  refunded: [...(dataset.orders?.refunded ?? [])],
  orphans: [...(dataset.refunds?.amount ?? [])],
});

describe('refunds', () => {
  it('lower their order, whatever sign the system gives', () => {
    const result = ingest({ orders: [order('a'), order('b')], refunds: [refund('a', -20), refund('a', '5,50'), refund('b', '30.00')] });
    expect(money(result)).to.deep.equal({ net: [7450, 7000], refunded: [2550, 3000], orphans: [] });
    expect(reasons(result.report, 'refunds')).to.deep.equal({});
  });

  it('without order are orphans of their own day and person', () => {
    const { dataset } = ingest({ orders: [order('a')], refunds: [refund('zz', 20, { customer_id: 'c1' }), refund(null, 7)] });
    const { refunds } = dataset;
    expect(refunds?.length).to.equal(2);
    expect([...(refunds?.customer ?? [])]).to.deep.equal([0, -1]);
    expect([...(refunds?.amount ?? [])]).to.deep.equal([2000, 700]);
    expect([...(refunds?.day ?? [])]).to.deep.equal([19754, 19754]);
  });

  it('include tax in the proportion of their order, and no shipping', () => {
    const taxed = { total: 130, tax: 20, shipping: 10 };
    const orders = [order('a', taxed), order('b', taxed), order('c', taxed), order('d', { ...taxed, refunded: 60 })];
    const result = ingest({ orders, refunds: [refund('a', 60), refund('b', 120), refund('c', 130), refund('zz', 12)] });
    expect(money(result)).to.deep.equal({ net: [5000, 5000], refunded: [5000, 5000], orphans: [1200] });
    expect(reasons(result.report)).to.deep.equal({ 'fully-refunded': 2 });
    const without = ingest({ orders: [order('a', { 'total HT': 100, tax: 20, total: undefined })], refunds: [refund('a', 30)] });
    expect(money(without), 'amounts without tax').to.deep.equal({ net: [7000], refunded: [3000], orphans: [] });
  });

  it('find orders with and without the mark of a number', () => {
    const result = ingest({ orders: [order('#1001'), order('1002')], refunds: [refund('1001', 20), refund('#1002', 30)] });
    expect(money(result)).to.deep.equal({ net: [8000, 7000], refunded: [2000, 3000], orphans: [] });
    expect([...result.dataset.orders!.id]).to.deep.equal(['#1001', '1002']);
  });

  it('need no date when their order is known, and one when it is not', () => {
    const result = ingest({
      orders: [order('a')],
      refunds: [refund('a', 20, { created_at: null }), refund('b', 20, { created_at: null })],
    });
    expect(money(result)).to.deep.equal({ net: [8000], refunded: [2000], orphans: [] });
    expect(reasons(result.report, 'refunds')).to.deep.equal({ 'missing-date': 1 });
  });

  it('larger than the order take the order out, no more', () => {
    const data = { orders: [order('a'), order('b')], refunds: [refund('a', 150)] };
    const result = ingest(data);
    expect(money(result)).to.deep.equal({ net: [10000], refunded: [0], orphans: [] });
    expect(reasons(result.report)).to.deep.equal({ 'fully-refunded': 1 });
    expect(money(ingest(data, { keepFullyRefunded: true }))).to.deep.equal({ net: [0, 10000], refunded: [15000, 0], orphans: [] });
  });

  it('of orders that never counted change nothing', () => {
    const result = ingest({ orders: [order('a', { status: 'cancelled' }), order('b', { status: 'paid' })], refunds: [refund('a', 100)] });
    expect(money(result)).to.deep.equal({ net: [10000], refunded: [0], orphans: [] });
    expect(reasons(result.report, 'refunds')).to.deep.equal({ 'status-cancelled': 1 });
  });

  it('given in the orders and as a table are subtracted once', () => {
    const result = ingest({ orders: [order('a', { refunded: 30 }), order('b', { refunded: 10 })], refunds: [refund('a', 20)] });
    expect(money(result)).to.deep.equal({ net: [8000, 9000], refunded: [2000, 1000], orphans: [] });
    expect(noticeCodes(result.report)).to.deep.equal(['refunds-given-twice']);
  });

  it('with the same refund id count once, the last one', () => {
    const result = ingest({
      orders: [order('a')],
      refunds: [refund('a', 20, { id: 'r1' }), refund('a', 30, { id: 'r1' }), refund('a', 5, { id: 'r2' })],
    });
    expect(money(result)).to.deep.equal({ net: [6500], refunded: [3500], orphans: [] });
    expect(reasons(result.report, 'refunds')).to.deep.equal({ 'duplicate-id': 1 });
  });

  it('that failed pay nothing back', () => {
    const lone = ingest({
      orders: [order('a'), order('b')],
      refunds: [
        refund('a', 20, { status: 'failed' }),
        refund('a', 10, { status: 'pending' }),
        refund('b', 5, { id: 'r', status: 'succeeded' }),
        refund('b', 5, { id: 'r', status: 'failed' }),
        refund('zz', 7, { status: 'failed' }),
        refund('b', 1, { status: null }),
      ],
    });
    expect(money(lone)).to.deep.equal({ net: [9000, 9900], refunded: [1000, 100], orphans: [] });
    expect(reasons(lone.report, 'refunds')).to.deep.equal({ 'duplicate-id': 1, 'status-failed': 3 });
    const paid = (amount: string, status?: string): object => ({ amount, kind: 'refund', status });
    const inside = ingest([
      order('a', { refunds: [{ transactions: [paid('25.00', 'failure'), paid('25.00', 'success')] }] }),
      order('b', { refunds: [{ status: 'failed', transactions: [paid('30.00')] }, { transactions: [paid('4.00', 'pending')] }] }),
      order('c', { refunds: [{ transactions: [paid('100.00', 'error')] }] }),
    ]);
    expect(money(inside)).to.deep.equal({ net: [7500, 9600, 10000], refunded: [2500, 400, 0], orphans: [] });
  });

  it('that nobody can read are refused', () => {
    const { report } = ingest({
      orders: [order('a')],
      refunds: [refund('a', 'x'), refund('a', null), refund('a', 5, { created_at: 'x' })],
    });
    expect(reasons(report, 'refunds')).to.deep.equal({ 'bad-amount': 1, 'bad-date': 1, 'missing-amount': 1 });
  });

  it('alone make a data set', () => {
    const { dataset } = ingest([
      { 'N° commande': 'A1', 'Date de remboursement': '02/02/2024', 'Montant remboursé': '12,50 €', 'Code client': 'K1' },
    ]);
    expect(dataset.orders).to.equal(null);
    expect([...(dataset.refunds?.amount ?? [])]).to.deep.equal([1250]);
    expect(dataset.range).to.deep.equal({ from: 19755, to: 19755 });
  });
});

describe('negative rows of the orders table', () => {
  it('go to the order with their id, to their parent, or to nobody', () => {
    const result = ingest([
      order('a'),
      order('a', { total: -20, created_at: '2024-02-01' }),
      order('b'),
      order('r1', { parent_id: 'b', total: '-30.00' }),
      order('C536379', { total: '-27.50', created_at: '2024-02-03' }),
    ]);
    expect(money(result)).to.deep.equal({ net: [8000, 7000], refunded: [2000, 3000], orphans: [2750] });
    expect(reasons(result.report)).to.deep.equal({});
    expect(result.dataset.refunds?.customer[0]).to.equal(0);
  });

  it('never create a purchase', () => {
    const { dataset } = ingest([order('C1', { total: -5 })]);
    expect(dataset.orders?.length).to.equal(0);
    expect(dataset.refunds?.length).to.equal(1);
  });

  it('subtract tax and shipping on their side of zero', () => {
    const result = ingest([
      order('a', { total: 120, tax: 20 }),
      order('a', { total: -60, tax: -10, created_at: '2024-02-01' }),
      order('b', { total: -60, tax: 10 }),
    ]);
    expect(money(result)).to.deep.equal({ net: [5000], refunded: [5000], orphans: [5000] });
  });

  it('marked cancelled take the money back all the same; failed ones do not', () => {
    const result = ingest([
      order('a', { status: 'paid' }),
      order('a', { total: -20, status: 'cancelled' }),
      order('a', { total: -30, status: 'failed' }),
    ]);
    expect(money(result)).to.deep.equal({ net: [8000], refunded: [2000], orphans: [] });
    expect(reasons(result.report)).to.deep.equal({ 'status-failed': 1 });
  });
});
