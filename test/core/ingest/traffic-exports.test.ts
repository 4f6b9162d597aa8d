import { expect } from 'chai';
import { column, ingest, reasons } from './ingest-helpers.js';

describe('exports of audience tools load without mapping', () => {
  it('Matomo, visits of Live.getLastVisitsDetails', () => {
    const visit = (idVisit: number, visitorId: string, rest: object): object => ({
      idVisit,
      idSite: 1,
      visitorId,
      userId: null,
      serverTimestamp: 1767614400 + idVisit,
      serverDatePretty: 'Monday, January 5, 2026',
      visitDuration: 120,
      actions: 3,
      referrerType: 'search',
      referrerName: 'Google',
      deviceType: 'Desktop',
      country: 'France',
      actionDetails: [{ type: 'action', url: 'https://example.org/' }],
      totalEcommerceRevenue: 0,
      ...rest,
    });
    const { dataset, report } = ingest([
      visit(1, 'aaa', {}),
      visit(2, 'bbb', { userId: 'u2' }),
      visit(3, 'bbb', {}),
      visit(3, 'bbb', { actions: 7 }),
    ]);
    const { visits } = dataset;
    expect([...visits!.id]).to.deep.equal(['1', '2', '3']);
    expect(dataset.visitors).to.deep.equal(['aaa', 'bbb']);
    expect([...dataset.visitorCustomer]).to.deep.equal([-1, 0]);
    expect([...(visits?.customer ?? [])], 'the second visitor is known by the visit with userId').to.deep.equal([-1, 0, 0]);
    expect([...(visits?.pages ?? [])]).to.deep.equal([3, 3, 7]);
    expect(visits?.channel?.values).to.deep.equal(['search']);
    expect(visits?.device?.values).to.deep.equal(['Desktop']);
    expect(column(report, 'started_at', 'visits')?.format).to.equal('epoch:s');
    expect(reasons(report, 'visits')).to.deep.equal({ 'duplicate-id': 1 });
  });

  it('GA4, events of the BigQuery export', () => {
    const event = (name: string, at: number, user: string, rest: object = {}): object => ({
      event_date: '20260105',
      event_timestamp: 1767614400000000 + at * 1e6,
      event_name: name,
      user_pseudo_id: user,
      user_id: null,
      ga_session_id: 1767614400,
      device: { category: 'mobile', language: 'fr' },
      geo: { country: 'France' },
      traffic_source: { source: 'google', medium: 'organic' },
      page_location: 'https://example.org/p',
      ...rest,
    });
    const { dataset } = ingest([
      event('session_start', 0, '1.1'),
      event('add_to_cart', 30, '1.1'),
      event('purchase', 60, '1.1', { user_id: 'u1' }),
      event('session_start', 0, '2.2'),
    ]);
    const { events } = dataset;
    expect(events?.type.values).to.deep.equal(['session_start', 'add_to_cart', 'purchase']);
    expect([...(events?.second ?? [])]).to.deep.equal([1767614400, 1767614430, 1767614460, 1767614400]);
    expect([...(events?.visitor ?? [])]).to.deep.equal([0, 0, 0, 1]);
    expect([...(events?.customer ?? [])], 'the visitor who gave a user id is known throughout').to.deep.equal([0, 0, 0, -1]);
    expect(events?.device?.values).to.deep.equal(['mobile']);
    expect(events?.country?.values).to.deep.equal(['France']);
    expect(events?.target?.values).to.deep.equal(['https://example.org/p']);
  });

  it('GA4, events with what was bought are events still; tickets of an event are orders', () => {
    const row = { event_date: '20260105', event_timestamp: 1767614400000000, event_name: 'purchase', user_pseudo_id: '1.1' };
    const bought = {
      user_id: 'u1',
      currency: 'EUR',
      ecommerce: { transaction_id: 'T1', purchase_revenue: 49.9, tax_value: 8.3, shipping_value: 4.9 },
    };
    const { report } = ingest([
      { ...row, ...bought, device: { category: 'mobile' }, geo: { country: 'France' }, traffic_source: { source: 'x' } },
    ]);
    expect(report.tables.map(({ table: name }) => name)).to.deep.equal(['events']);
    const ticket = {
      'Order #': 7,
      'Order Date': '2026-01-05',
      'Event Name': 'Salon',
      'Event Date': '2026-03-01',
      Email: 'a@b.fr',
      'Total Paid': '25.00',
    };
    expect(ingest([ticket]).report.tables.map(({ table: name }) => name)).to.deep.equal(['orders']);
  });

  it('GA4, sessions: their number is unique within a visitor only', () => {
    const session = (user: string, day: string): object => ({
      user_pseudo_id: user,
      ga_session_id: 100,
      session_start: `${day}T10:00:00Z`,
      session_default_channel_group: 'Organic Search',
      session_engaged: '1',
    });
    const { dataset, report } = ingest([session('1.1', '2026-01-05'), session('2.2', '2026-01-05'), session('1.1', '2026-01-06')]);
    expect(dataset.visits?.length).to.equal(2);
    expect([...(dataset.visits?.engaged ?? [])]).to.deep.equal([1, 1]);
    expect(dataset.visits?.channel?.values).to.deep.equal(['Organic Search']);
    expect(reasons(report, 'visits')).to.deep.equal({ 'duplicate-id': 1 });
  });

  it('joins events to visitors through their visit, and visitors to people through identities', () => {
    const { dataset } = ingest({
      customers: [{ id: 'c1', email: 'ana@example.org' }],
      identities: [{ visitor_id: 'v1', email: 'ANA@example.org' }],
      visits: [
        { id: 's1', visitor_id: 'v1', started_at: '2026-01-05T10:00:00Z' },
        { id: 's2', visitor_id: 'v2', started_at: '2026-01-05T11:00:00Z' },
      ],
      events: [
        { visit_id: 's1', at: '2026-01-05T10:01:00Z', type: 'cart' },
        { visit_id: 's2', at: '2026-01-05T11:01:00Z', type: 'cart', value: '2.5' },
        { visit_id: 's9', at: '2026-01-05T11:01:00Z', type: 'cart' },
        { customer_id: 'c1', at: '2026-01-05T12:00:00Z', type: 'call' },
      ],
      orders: [
        { id: 'o1', visitor_id: 'v1', created_at: '2026-01-06', total: 5 },
        { id: 'o2', visitor_id: 'v2', created_at: '2026-01-06', total: 5 },
      ],
    });
    expect([...(dataset.visits?.customer ?? [])]).to.deep.equal([0, -1]);
    expect([...(dataset.events?.visitor ?? [])]).to.deep.equal([0, 1, -1, -1]);
    expect([...(dataset.events?.customer ?? [])]).to.deep.equal([0, -1, -1, 0]);
    expect([...(dataset.events?.value ?? [])]).to.deep.equal([NaN, 2.5, NaN, NaN]);
    expect([...(dataset.orders?.customer ?? [])], 'an order by visitor id').to.deep.equal([0, -1]);
    expect([...dataset.customers.key]).to.deep.equal(['c1']);
  });

  it('believes identities before visits, and in a tie the smallest key, whatever the order of rows', () => {
    const visits = [
      { id: 's1', visitor_id: 'v1', customer_id: 'b', started_at: '2026-01-05' },
      { id: 's2', visitor_id: 'v1', customer_id: 'a', started_at: '2026-01-05' },
      { id: 's3', visitor_id: 'v2', customer_id: 'a', started_at: '2026-01-05' },
    ];
    const identities = [{ visitor_id: 'v2', customer_id: 'z' }];
    for (const rows of [visits, [...visits].reverse()]) {
      const { dataset } = ingest({ visits: rows, identities });
      const names = dataset.visitors.map((visitor, i) => `${visitor}=${dataset.customers.key.at(dataset.visitorCustomer[i])}`);
      expect(names.sort()).to.deep.equal(['v1=a', 'v2=z']);
    }
  });

  it('reads a bare list of identities', () => {
    const { dataset, report } = ingest([
      { visitorId: 'v1', userId: 'u1' },
      { visitorId: 'v2', userId: '' },
      { visitorId: null, userId: 'u3' },
    ]);
    expect(report.tables[0].table).to.equal('identities');
    expect([...dataset.visitorCustomer]).to.deep.equal([0]);
    expect(reasons(report, 'identities')).to.deep.equal({ 'missing-id': 2 });
  });
});
