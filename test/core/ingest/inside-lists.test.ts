import { expect } from 'chai';
import type { CodeColumn, PlainTable } from '../../../src/core/table/dataset.js';
import { ingest, reasons, table } from './ingest-helpers.js';

const texts = (one: PlainTable | undefined, name: string): (string | null)[] => {
  const { codes, values } = one!.columns[name] as CodeColumn;
  return [...codes].map((code) => values[code] ?? null);
};
const numbers = (one: PlainTable | undefined, name: string): number[] => [...(one!.columns[name] as Float64Array)];

describe('lists inside rows', () => {
  it('Shopify, line_items of the Admin API: lines of the orders that count', () => {
    const order = (id: number, status: string, line_items: object[]): object => ({
      ...{ id, created_at: '2026-01-05T23:30:00-05:00', financial_status: status, currency: 'EUR', total_price: '126.00' },
      ...{ customer: { id: 7001 }, line_items },
    });
    const { dataset, report } = ingest({
      orders: [
        order(5001, 'paid', [
          { id: 1, product_id: 11, title: 'Soap', quantity: 2, price: '50.00', total_discount: '5.00' },
          { id: 2, product_id: 12, title: 'Cream', quantity: 1, price: '26.00' },
        ]),
        order(5002, 'voided', [{ id: 3, product_id: 11, title: 'Soap', quantity: 9, price: '1.00' }]),
        order(5003, 'paid', [{ id: 4, product_id: 12, title: 'Cream', quantity: 3, price: '26.00' }]),
      ],
    });
    const lines = dataset.tables.order_lines;
    expect(texts(lines, 'product_id')).to.deep.equal(['11', '12', '12']);
    expect(numbers(lines, 'quantity')).to.deep.equal([2, 1, 3]);
    expect(numbers(lines, 'unit_price')).to.deep.equal([5000, 2600, 2600]);
    expect(numbers(lines, 'discount')).to.deep.equal([500, NaN, NaN]);
    expect([...lines!.order!], 'rows of the orders that count').to.deep.equal([0, 0, 1]);
    expect([...lines!.customer]).to.deep.equal([0, 0, 0]);
    expect([...lines!.second]).to.deep.equal(Array(3).fill(1767673800));
    expect(reasons(report, 'order_lines')).to.deep.equal({ 'status-cancelled': 1 });
    expect(table(report, 'orders').aside).not.to.include('line_items');
  });

  it('Shopify, lines of the CSV file', () => {
    const csv = [
      'Name,Email,Financial Status,Currency,Total,Created at,Id,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount',
      '#1001,ana@example.org,paid,EUR,32.00,2026-01-05 10:00:00 +0100,900,2,Soap,9.00,SO-1,0.00',
      '#1001,ana@example.org,,,,2026-01-05 10:00:00 +0100,,1,Cream,14.00,CR-1,1.00',
      '#1002,bob@example.org,paid,EUR,14.00,2026-01-06 10:00:00 +0100,901,1,Cream,14.00,CR-1,0.00',
    ].join('\n');
    const { dataset } = ingest(csv);
    expect([...dataset.orders!.net]).to.deep.equal([3200, 1400]);
    const lines = dataset.tables.order_lines;
    expect(texts(lines, 'product_id')).to.deep.equal(['SO-1', 'CR-1', 'CR-1']);
    expect(numbers(lines, 'unit_price')).to.deep.equal([900, 1400, 1400]);
    expect(numbers(lines, 'discount')).to.deep.equal([0, 100, 0]);
    expect([...lines!.order!]).to.deep.equal([0, 0, 1]);
  });

  it('WooCommerce, line_items of the REST API', () => {
    const { dataset } = ingest({
      orders: [
        {
          ...{ id: 1, status: 'completed', currency: 'EUR', date_created_gmt: '2026-01-05T23:30:00', total: '65.00', customer_id: 12 },
          line_items: [
            { id: 3, name: 'Soap', product_id: 44, variation_id: 0, quantity: 2, subtotal: '50.00', total: '50.00', price: 25, sku: 'S' },
          ],
        },
      ],
    });
    const lines = dataset.tables.order_lines;
    expect([texts(lines, 'product_id'), numbers(lines, 'quantity'), numbers(lines, 'unit_price')]).to.deep.equal([['44'], [2], [2500]]);
  });

  it('GA4, events of the BigQuery export as they are: parameters and items', () => {
    const param = (key: string, value: object): object => ({ key, value });
    const event = (name: string, at: number, rest: object): object => ({
      ...{ event_date: '20260105', event_timestamp: String(1767614400000000 + at * 1e6), event_name: name, user_pseudo_id: '1.1' },
      ...{ user_id: null, device: { category: 'mobile' }, geo: { country: 'France' }, ...rest },
    });
    const { dataset } = ingest([
      event('page_view', 0, {
        event_params: [
          param('ga_session_id', { string_value: null, int_value: '1767614400' }),
          param('page_location', { string_value: 'https://example.org/p', int_value: null }),
        ],
        items: [],
      }),
      event('purchase', 60, {
        user_id: 'u1',
        event_params: [param('value', { string_value: null, int_value: null, float_value: null, double_value: 49.9 })],
        ecommerce: { transaction_id: 'T1', purchase_revenue: 49.9 },
        items: [{ item_id: 'SKU1', item_name: 'Soap', price: 24.95, quantity: '2' }],
      }),
    ]);
    const { events, tables } = dataset;
    expect([...events!.second]).to.deep.equal([1767614400, 1767614460]);
    expect([...events!.value!]).to.deep.equal([NaN, 49.9]);
    expect(events!.target!.values).to.deep.equal(['https://example.org/p']);
    expect([...events!.customer]).to.deep.equal([0, 0]);
    expect(texts(tables.order_lines, 'product_id')).to.deep.equal(['SKU1']);
    expect(numbers(tables.order_lines, 'quantity')).to.deep.equal([2]);
    expect([...tables.order_lines!.customer]).to.deep.equal([0]);
  });

  it('Matomo, actionDetails of visits: page views', () => {
    const { dataset } = ingest([
      {
        ...{ idVisit: 1, visitorId: 'aaa', userId: 'u1', serverTimestamp: 1767614400, visitDuration: 120, actions: 2 },
        actionDetails: [
          {
            type: 'action',
            url: 'https://example.org/',
            pageTitle: 'Home',
            timestamp: 1767614400,
            timeSpent: '40',
            pageLoadTimeMilliseconds: 310,
          },
          { type: 'action', url: 'https://example.org/p', pageTitle: 'Soap', timestamp: 1767614440, timeSpent: 80 },
          { type: 'goal', goalName: 'Contact', timestamp: 1767614500 },
        ],
      },
    ]);
    const { pageviews } = dataset.tables;
    expect(dataset.visits!.length).to.equal(1);
    expect(texts(pageviews, 'url')).to.deep.equal(['https://example.org/', 'https://example.org/p']);
    expect(texts(pageviews, 'title')).to.deep.equal(['Home', 'Soap']);
    expect(numbers(pageviews, 'time_s')).to.deep.equal([40, 80]);
    expect(numbers(pageviews, 'load_ms')).to.deep.equal([310, NaN]);
    expect([...pageviews!.second]).to.deep.equal([1767614400, 1767614440]);
    expect([...pageviews!.customer]).to.deep.equal([0, 0]);
  });
});

describe('tables that stand in the data set as they are', () => {
  it('are typed, and rows without what they need are refused', () => {
    const { dataset, report } = ingest({
      customers: [{ id: 'c1', email: 'ana@example.org' }],
      messages: [
        {
          id: 'm1',
          email: 'ANA@example.org',
          campaign_id: 'k1',
          sent_at: '2026-01-05',
          opened_at: '2026-01-06T10:00:00Z',
          bounced: 'no',
          clicks: 2,
        },
        { id: 'm2', email: '', campaign_id: 'k1', sent_at: '2026-01-05' },
        { id: 'm3', email: 'ana@example.org', campaign_id: 'k1', sent_at: null },
      ],
      ad_spend: [
        { Day: '2026-01-05', Campaign: 'Soldes', Channel: 'search', 'Amount spent (EUR)': '12,50', 'Impr.': 1000 },
        { Day: '2026-01-06', Campaign: 'Soldes', Channel: 'search', 'Amount spent (EUR)': 'x', 'Impr.': 1000 },
      ],
      produits: [{ SKU: 'S1', Titre: 'Savon', Marque: 'Alba', Prix: '9,90' }],
      stock: [{ date: '2026-01-05' }],
    });
    const { messages, ad_spend, products } = dataset.tables;
    expect([...messages!.customer]).to.deep.equal([0]);
    expect(numbers(messages, 'opened_at')).to.deep.equal([1767693600]);
    expect([...(messages!.columns.bounced as Uint8Array)]).to.deep.equal([0]);
    expect(numbers(messages, 'clicks')).to.deep.equal([2]);
    expect(texts(messages, 'campaign_id')).to.deep.equal(['k1']);
    expect(reasons(report, 'messages')).to.deep.equal({ 'missing-date': 1, 'missing-id': 1 });
    expect(numbers(ad_spend, 'cost')).to.deep.equal([1250]);
    expect(ad_spend!.day).to.deep.equal(Int32Array.of(20458));
    expect(reasons(report, 'ad_spend')).to.deep.equal({ 'bad-amount': 1 });
    expect([texts(products, 'name'), numbers(products, 'price')]).to.deep.equal([['Savon'], [990]]);
    expect(report.notices.map(({ code, details }) => [code, details?.path])).to.deep.equal([['unknown-key', '$.stock']]);
    expect(dataset.tables).not.to.have.property('stock');
  });
});
