import { expect } from 'chai';
import { given, one, reasons } from './pulse-run.js';
import { ordersOf } from './churn-run.js';

const told = (data: object, ...ids: unknown[]): unknown[] =>
  given(data, ids).map((kpi) => kpi.current?.value ?? reasons(kpi).filter((why) => !why.startsWith('not-enough'))[0] ?? null);

describe('pulse: what the data can carry', () => {
  it('e-mail: delivery is known where something says what arrived', () => {
    const sent = (id: string, rest: object = {}) => ({ id, customer_id: id, sent_at: '2024-02-01', opened_at: '2024-02-02', ...rest });
    expect(told({ messages: [sent('a'), sent('b')] }, 'delivery-rate', 'messages')).to.deep.equal([
      'missing-column messages.bounced',
      'missing-column messages.bounced',
    ]);
    const arrived = [sent('a', { delivered: true }), sent('b', { delivered: false }), sent('c', { delivered: true }), sent('d', {})];
    expect(told({ messages: arrived }, 'delivery-rate', 'messages')).to.deep.equal([0.75, 3]);
    // Both columns: one that did not come back did arrive.
    const both = [sent('a', { delivered: false, bounced: false }), sent('b', { delivered: true, bounced: true }), sent('c')];
    expect(told({ messages: both }, 'messages')).to.deep.equal([2]);
  });

  it('e-mail: who clicks has opened (C4)', () => {
    const message = (id: string, opened_at: string | null) => ({
      ...{ id, customer_id: id, sent_at: '2024-02-01', bounced: false },
      ...{ opened_at, clicked_at: '2024-02-02' },
    });
    expect(told({ messages: [message('a', '2024-02-02'), message('b', null)] }, 'click-to-open-rate', 'open-rate')).to.deep.equal([1, 0.5]);
  });

  it('a rate that is not between none and all is none, and says why', () => {
    const input = { orders: ordersOf('a 2024-01-01', 'b 2024-01-02') };
    const own = (numerator: object, denominator?: unknown) => one(input, { id: 'own', numerator, denominator, unit: 'rate' });
    const over = own({ orders: 3 }, 'customers');
    expect(over.current).to.deep.include({ value: null, numerator: 6, denominator: 2, interval: null });
    expect(reasons(over)).to.include('not-a-part');
    expect(reasons(own({ orders: -1 }, 'customers'))).to.include('not-a-part');
    expect(own({ orders: 1 }, { customers: -1 }).current!.value).to.equal(null);
    expect(own({ orders: 1 }, 'customers').current!.value).to.equal(1);
    const ratio = one(input, { id: 'own', numerator: { orders: 3 }, denominator: 'customers', unit: 'ratio' });
    expect(ratio.current!.value).to.equal(3);
  });

  it('social networks: a network keeps its followers until it tells of others', () => {
    const social = [
      { date: '2024-01-01', network: 'fb', followers: 100 },
      { date: '2024-01-02', network: 'ig', followers: 50 },
      { date: '2024-02-02', network: 'fb', followers: 110 },
    ];
    const [followers] = given({ social }, ['followers']);
    expect(followers!.series.map(({ value }) => value)).to.deep.equal([150, 160]);
    // February up to its 2nd: with January up to its 2nd, which knew 150.
    expect(followers!.current).to.deep.include({ value: 160, previous: 150, difference: 10 });
  });

  it('social networks: interactions with clicks stand against the reach of their rows, else the followers (E11)', () => {
    const day = { date: '2024-02-01' };
    const social = [
      { ...day, network: 'fb', reach: 1000, reactions: 4, comments: 2, shares: 1, clicks: 3 },
      { ...day, network: 'ig', followers: 500, reactions: 5, comments: 0, shares: 0, clicks: 0 },
      // Nobody to stand against.
      { ...day, network: 'x', reactions: 70, comments: 0, shares: 0, clicks: 0 },
    ];
    expect(told({ social }, 'interaction-rate', 'interactions')).to.deep.equal([15 / 1500, 82]);
  });

  it('site: pages are counted one by one where visits do not say how many', () => {
    const visits = ['v1', 'v2'].map((id) => ({ id, visitor_id: id, started_at: '2024-02-01' }));
    const pageviews = ['/', '/a', '/b'].map((url) => ({ visit_id: 'v1', at: '2024-02-01', url }));
    expect(told({ visits, pageviews }, 'page-views', 'pages-per-visit', 'bounce-rate')).to.deep.equal([
      3,
      1.5,
      'missing-column visits.pages',
    ]);
    const paged = visits.map((visit) => ({ ...visit, pages: 4 }));
    expect(told({ visits: paged, pageviews }, 'page-views', 'pages-per-visit')).to.deep.equal([8, 4]);
    expect(told({ visits }, 'page-views')).to.deep.equal(['missing-column visits.pages']);
  });

  it('prospects per sale: fewer than one says that some bought without a contact (V4)', () => {
    const customers = ['a', 'b', 'c'].map((id) => ({ id, created: '2024-01-01' }));
    const ask = (...lines: string[]) => one({ customers, orders: ordersOf(...lines) }, 'prospects-per-sale');
    const few = ask('a 2024-01-02', 'x 2024-01-03', 'y 2024-01-03', 'z 2024-01-04');
    expect(few.current!.value).to.equal(0.75);
    expect(reasons(few)).to.include('fewer-leads');
    expect(reasons(ask('a 2024-01-02'))).not.to.include('fewer-leads');
  });
});
