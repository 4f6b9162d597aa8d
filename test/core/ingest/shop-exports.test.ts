import { expect } from 'chai';
import { column, ingest, noticeCodes, ordersOf, reasons, table } from './ingest-helpers.js';

describe('exports of shops load without mapping', () => {
  it('Shopify, orders of the Admin API', () => {
    const shop = (amount: string): object => ({ shop_money: { amount, currency_code: 'EUR' } });
    const order = (id: number, rest: object): object => ({
      id,
      admin_graphql_api_id: `gid://shopify/Order/${id}`,
      name: `#${id - 4000}`,
      order_number: id - 4000,
      created_at: '2026-01-05T23:30:00-05:00',
      processed_at: '2026-01-05T23:31:00-05:00',
      cancelled_at: null,
      currency: 'EUR',
      financial_status: 'paid',
      email: 'Ana@Example.org',
      customer: { id: 7001, email: 'ana@example.org', default_address: { country_code: 'FR' } },
      subtotal_price: '100.00',
      total_tax: '20.00',
      total_price: '126.00',
      total_shipping_price_set: shop('6.00'),
      source_name: 'web',
      line_items: [{ id: 1, price: '50.00', quantity: 2 }],
      refunds: [],
      test: false,
      ...rest,
    });
    const { dataset, report } = ingest(
      {
        orders: [
          order(5001, {}),
          order(5002, {
            financial_status: 'partially_refunded',
            refunds: [{ id: 1, transactions: [{ amount: '25.00' }, { amount: '5.00' }] }],
          }),
          order(5003, { cancelled_at: '2026-01-07T10:00:00-05:00' }),
          order(5004, { customer: null, email: 'ana@example.org' }),
          order(5005, { test: true }),
          order(5006, { financial_status: 'pending' }),
        ],
      },
      { timeZone: 'Europe/Paris' },
    );
    const { orders } = dataset;
    expect([...orders!.id]).to.deep.equal(['5001', '5002', '5004']);
    expect([...(orders?.net ?? [])], 'total - tax - shipping - what was paid back, without its sixth of tax').to.deep.equal([
      10000, 7500, 10000,
    ]);
    expect([...(orders?.refunded ?? [])]).to.deep.equal([0, 2500, 0]);
    expect([...(orders?.customer ?? [])], 'the e-mail address leads to the customer').to.deep.equal([0, 0, 0]);
    expect([...dataset.customers.key]).to.deep.equal(['7001']);
    expect(report.from, 'next morning in Paris').to.equal('2026-01-06');
    expect(dataset.currency).to.equal('EUR');
    expect(reasons(report)).to.deep.equal({ 'status-cancelled': 1, 'status-pending': 1, 'test-order': 1 });
    expect(column(report, 'shipping')?.header).to.equal('total_shipping_price_set.shop_money.amount');
    expect(column(report, 'country')?.header).to.equal('customer.default_address.country_code');
    expect(table(report, 'orders').aside).to.include.members(['line_items', 'processed_at', 'admin_graphql_api_id']);
  });

  it('Shopify, orders of the CSV file: further lines of an order are no orders', () => {
    const line = (row: object): object => ({
      Email: '',
      'Financial Status': '',
      'Paid at': '',
      Currency: '',
      Subtotal: '',
      Shipping: '',
      Taxes: '',
      Total: '',
      'Created at': '2026-01-05 10:00:00 +0100',
      Id: '',
      'Refunded Amount': '',
      'Lineitem quantity': 1,
      'Lineitem name': 'Soap',
      'Lineitem price': '9.00',
      ...row,
    });
    const head = {
      'Financial Status': 'paid',
      Currency: 'EUR',
      Subtotal: '27.00',
      Shipping: '5.00',
      Taxes: '4.50',
      Total: '32.00',
      'Refunded Amount': '0.00',
    };
    const rows = [
      line({ Name: '#1001', Email: 'ana@example.org', Id: '900', ...head }),
      line({ Name: '#1001' }),
      line({ Name: '#1001' }),
      line({ Name: '#1002', Email: 'bob@example.org', Id: '901', ...head, Total: '14.00', Taxes: '2.00', 'Refunded Amount': '2.00' }),
    ];
    const { dataset, report } = ingest(rows);
    expect([...dataset.orders!.id]).to.deep.equal(['#1001', '#1002']);
    expect([...(dataset.orders?.net ?? [])]).to.deep.equal([3200 - 450 - 500, 1400 - 200 - 500 - 156]);
    expect(reasons(report)).to.deep.equal({ 'duplicate-id': 2 });
    expect([...dataset.customers.keyIsEmail]).to.deep.equal([1, 1]);
  });

  it('WooCommerce, orders of the REST API', () => {
    const order = (id: number, rest: object): object => ({
      id,
      parent_id: 0,
      number: String(id),
      status: 'completed',
      currency: 'EUR',
      prices_include_tax: true,
      date_created: '2026-01-06T00:30:00',
      date_created_gmt: '2026-01-05T23:30:00',
      discount_total: '0.00',
      shipping_total: '5.00',
      total: '65.00',
      total_tax: '10.00',
      customer_id: 12,
      billing: { first_name: 'Ana', email: 'ana@example.org', country: 'FR' },
      shipping: { first_name: 'Ana', country: 'BE' },
      refunds: [] as object[],
      ...rest,
    });
    const rows = [
      order(1, {}),
      order(2, { customer_id: 0, billing: { email: 'guest@example.org', country: 'BE' } }),
      order(3, { customer_id: 0, billing: { email: '', country: '' } }),
      order(4, {
        status: 'partially-refunded',
        refunds: [
          { id: 90, reason: '', total: '-10.00' },
          { id: 91, reason: '', total: '-2.50' },
        ],
      }),
      order(5, { status: 'wc-on-hold' }),
      order(6, { status: 'failed' }),
      order(7, { status: 'refunded' }),
      order(8, { status: 'trash' }),
    ];
    const { dataset, report } = ingest({ orders: rows }, { timeZone: 'Europe/Paris' });
    expect([...(dataset.orders?.net ?? [])]).to.deep.equal([5000, 5000, 5000, 3958]);
    expect([...dataset.customers.key]).to.deep.equal(['12', 'guest@example.org']);
    expect([...(dataset.orders?.customer ?? [])]).to.deep.equal([0, 1, -1, 0]);
    expect(report.guestOrders).to.equal(1);
    expect(column(report, 'created_at')?.header, 'the time that needs no zone').to.equal('date_created_gmt');
    expect([report.from, report.to], 'read as UTC, counted in Paris').to.deep.equal(['2026-01-06', '2026-01-06']);
    expect(reasons(report)).to.deep.equal({ 'fully-refunded': 1, 'status-cancelled': 1, 'status-failed': 1, 'status-pending': 1 });
  });

  it('Stripe, charges of the API: minor units, epoch seconds, live mode', () => {
    const charge = (id: string, rest: object): object => ({
      id,
      object: 'charge',
      amount: 2000,
      amount_captured: 2000,
      amount_refunded: 0,
      currency: 'eur',
      created: 1767571200,
      customer: 'cus_A',
      livemode: true,
      paid: true,
      refunded: false,
      status: 'succeeded',
      billing_details: { email: 'ana@example.org', address: { country: 'FR' } },
      receipt_email: null,
      ...rest,
    });
    const data = [
      charge('ch_1', {}),
      charge('ch_2', { amount_refunded: 500 }),
      charge('ch_3', { status: 'failed', paid: false }),
      charge('ch_4', { livemode: false }),
      charge('ch_5', { customer: null }),
    ];
    const { dataset, report } = ingest({ object: 'list', url: '/v1/charges', has_more: false, data });
    expect([...(dataset.orders?.net ?? [])]).to.deep.equal([2000, 1500, 2000]);
    expect(dataset.currency).to.equal('EUR');
    expect(column(report, 'total')?.format).to.equal('minor-units');
    expect(column(report, 'created_at')?.format).to.equal('epoch:s');
    expect([...dataset.customers.key]).to.deep.equal(['cus_A']);
    expect(reasons(report)).to.deep.equal({ 'status-failed': 1, 'test-order': 1 });
    expect(table(report, 'orders').left[0].examples[0]).to.deep.equal({ path: '$.data[2].status', got: 'failed' });
  });

  it('Stripe, payments of the CSV file: units, UTC', () => {
    const rows = [
      {
        id: 'ch_1',
        'Created (UTC)': '2026-01-05 23:30:00',
        Amount: '20,00',
        'Amount Refunded': '0,00',
        Currency: 'eur',
        Status: 'Paid',
        'Customer ID': 'cus_A',
        'Customer Email': 'ana@example.org',
        Captured: 'true',
      },
      {
        id: 'ch_2',
        'Created (UTC)': '2026-01-06 10:00:00',
        Amount: '1 250,00',
        'Amount Refunded': '250,00',
        Currency: 'eur',
        Status: 'Paid',
        'Customer ID': '',
        'Customer Email': 'ANA@example.org',
        Captured: 'true',
      },
    ];
    const { dataset, report } = ingest(rows, { timeZone: 'Europe/Paris' });
    expect([...(dataset.orders?.net ?? [])]).to.deep.equal([2000, 100000]);
    expect(report.from).to.equal('2026-01-06');
    expect(dataset.customers.length).to.equal(1);
    expect(column(report, 'total')?.format).to.equal('decimal:comma');
  });

  it('HubSpot, deals: only what was won is an order', () => {
    const deal = (id: string, dealstage: string): object => ({
      id,
      properties: {
        amount: '1500.00',
        closedate: '2026-01-05T10:00:00.000Z',
        createdate: '2025-12-01T10:00:00.000Z',
        dealname: 'Audit',
        dealstage,
        hs_object_id: id,
      },
      createdAt: '2025-12-01T10:00:00.000Z',
      updatedAt: '2026-01-05T10:00:00.000Z',
      archived: false,
    });
    const { dataset, report } = ingest({
      results: [deal('1', 'closedwon'), deal('2', 'closedlost'), deal('3', 'contractsent'), deal('4', 'appointmentscheduled')],
    });
    expect([...dataset.orders!.id]).to.deep.equal(['1']);
    expect(reasons(report)).to.deep.equal({ 'status-cancelled': 1, 'status-pending': 2 });
    expect(report.from).to.equal('2026-01-05');
  });

  it('HubSpot, the file of deals', () => {
    const { dataset } = ingest([
      {
        'Record ID': 77,
        'Deal Name': 'Audit',
        'Deal Stage': 'Closed won',
        'Close Date': '2026-01-05 10:00',
        Amount: 1500,
        'Associated Contact IDs': 51,
      },
    ]);
    expect([...dataset.orders!.id]).to.deep.equal(['77']);
    expect([...dataset.customers.key]).to.deep.equal(['51']);
  });

  it('HubSpot, contacts', () => {
    const rows = [
      {
        'Record ID': 51,
        Email: 'ana@example.org',
        'Create Date': '2025-11-01 09:00',
        'Lifecycle Stage': 'marketingqualifiedlead',
        'Original Source': 'ORGANIC_SEARCH',
      },
      {
        'Record ID': 52,
        Email: 'bob@example.org',
        'Create Date': '2025-11-02 09:00',
        'Lifecycle Stage': 'customer',
        'Original Source': 'DIRECT_TRAFFIC',
      },
    ];
    const { dataset } = ingest(rows);
    const { customers } = dataset;
    expect([...customers.key]).to.deep.equal(['51', '52']);
    expect(customers.leadStatus?.values).to.deep.equal(['mql', 'customer']);
    expect(customers.channel?.values).to.deep.equal(['ORGANIC_SEARCH', 'DIRECT_TRAFFIC']);
    expect(dataset.orders).to.equal(null);
  });

  it('PrestaShop, Magento, BigCommerce', () => {
    const rows = [
      {
        id_order: 5,
        id_customer: 9,
        reference: 'XKBKNABJK',
        total_paid_tax_incl: '72.000000',
        total_paid_tax_excl: '60.000000',
        date_add: '2026-01-05 10:00:00',
        current_state: 2,
      },
      {
        entity_id: 5,
        increment_id: '000000005',
        customer_id: 9,
        customer_email: 'a@x.org',
        grand_total: 72,
        tax_amount: 12,
        shipping_amount: 0,
        total_refunded: null,
        created_at: '2026-01-05 09:00:00',
        status: 'complete',
        order_currency_code: 'EUR',
      },
      {
        id: 5,
        customer_id: 9,
        date_created: 'Mon, 05 Jan 2026 09:00:00 +0000',
        total_inc_tax: '72.0000',
        total_ex_tax: '60.0000',
        total_tax: '12.0000',
        status: 'Awaiting Fulfillment',
      },
    ];
    for (const row of rows) {
      const { dataset, report } = ingest([row], { timeZone: 'Europe/Paris' });
      expect([dataset.orders?.net[0], dataset.customers.key.at(0), report.to], JSON.stringify(row)).to.deep.equal([
        6000,
        '9',
        '2026-01-05',
      ]);
    }
  });

  it('GA4, purchases of the BigQuery export', () => {
    const rows = [
      {
        event_date: '20260105',
        event_timestamp: 1767614400000000,
        event_name: 'purchase',
        user_id: 'u1',
        user_pseudo_id: '11.22',
        'ecommerce.purchase_revenue': 49.9,
        'ecommerce.transaction_id': 'T1',
        currency: 'EUR',
      },
    ];
    const orders = ordersOf({ orders: rows });
    expect([orders.id.at(0), orders.net[0], orders.second[0]]).to.deep.equal(['T1', 4990, 1767614400]);
  });

  it('says nothing where all is well', () => {
    const { report } = ingest([{ order_id: 1, customer_id: 'a', order_date: '2026-01-05', total: 10, currency: 'EUR', status: 'paid' }]);
    expect(noticeCodes(report)).to.deep.equal([]);
  });
});
