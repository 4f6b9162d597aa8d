import { expect } from 'chai';
import type { CodeColumn } from '../../../src/core/table/dataset.js';
import { ingest, noticeCodes, reasons } from './ingest-helpers.js';

/** What databases, data frames, spreadsheets and other systems write where there is nothing. */
const NOTHING = ['NULL', 'null', 'None', '\\N', 'NaT', 'nan', 'NaN', 'n/a', '-', ' – ', 'undefined', '(not set)'];
const NO_DATES = ['0000-00-00', '0000-00-00 00:00:00', '0001-01-01T00:00:00'];

describe('texts that say that there is nothing', () => {
  const order = (rest: object): object => ({ id: 'a', customer_id: 'c', created_at: '2024-01-15', total: '100.00', ...rest });
  const sale = { id: 'b', status: 'paid', captured: 't', cancelled_at: '' };

  for (const nothing of NOTHING)
    it(`${nothing} in every kind of column of orders`, () => {
      const names = 'status cancelled_at tax shipping refunded test captured currency country channel email parent_id'.split(' ');
      for (const name of names) {
        const { dataset, report } = ingest([order({ [name]: nothing }), order(sale)]);
        expect([[...dataset.orders!.net], reasons(report), noticeCodes(report), dataset.currency], name).to.deep.equal([
          [10000, 10000],
          {},
          [],
          null,
        ]);
      }
      const { dataset } = ingest([order({ country: nothing, customer_id: nothing }), order({ id: 'b', country: 'FR' })]);
      expect([dataset.orders!.country!.values, [...dataset.orders!.country!.codes]]).to.deep.equal([['FR'], [-1, 0]]);
      expect([...dataset.orders!.customer]).to.deep.equal([-1, 0]);
    });

  it('cancelled on no day', () => {
    for (const nothing of NO_DATES)
      expect(reasons(ingest([order({ cancelled_at: nothing }), order(sale)]).report), nothing).to.deep.equal({});
    expect(reasons(ingest([order({ cancelled_at: '2024-01-20 08:00:00' })]).report)).to.deep.equal({ 'status-cancelled': 1 });
  });

  it('are missing where something is needed', () => {
    for (const nothing of [...NOTHING, ...NO_DATES])
      expect(reasons(ingest([order({}), order({ id: 'b', created_at: nothing })]).report), nothing).to.deep.equal({ 'missing-date': 1 });
    for (const nothing of NOTHING) {
      expect(reasons(ingest([order({}), order({ id: 'b', total: nothing })]).report), nothing).to.deep.equal({ 'missing-amount': 1 });
      expect(reasons(ingest([order({}), order({ id: nothing })]).report), nothing).to.deep.equal({ 'missing-id': 1 });
    }
  });

  it('in other tables', () => {
    const messages = NOTHING.map((nothing, at) => ({
      ...{ id: at, email: 'a@x.org', campaign_id: nothing, sent_at: '2024-01-15' },
      ...{ opened_at: nothing, bounced: nothing, delivered: 't', clicks: nothing },
    }));
    const { columns } = ingest({ messages }).dataset.tables.messages!;
    const all = <T>(value: T): T[] => messages.map(() => value);
    expect([...(columns.campaign_id as CodeColumn).codes]).to.deep.equal(all(-1));
    expect([...(columns.opened_at as Float64Array)]).to.deep.equal(all(NaN));
    expect([...(columns.bounced as Uint8Array)]).to.deep.equal(all(2));
    expect([...(columns.delivered as Uint8Array)]).to.deep.equal(all(1));
    expect([...(columns.clicks as Float64Array)]).to.deep.equal(all(NaN));
  });

  it('a dump of a database: NULL, t and f', () => {
    const csv = [
      'order_id,customer_id,created_at,total,tax,status,cancelled_at,test,captured',
      '1,7,2024-01-15 10:00:00,120.00,20.00,paid,NULL,f,t',
      '2,7,2024-01-16 10:00:00,120.00,NULL,NULL,NULL,f,t',
      '3,NULL,2024-01-17 10:00:00,120.00,20.00,paid,2024-01-18 10:00:00,f,t',
      '4,8,2024-01-18 10:00:00,120.00,20.00,paid,NULL,t,t',
      '5,8,2024-01-19 10:00:00,120.00,20.00,paid,NULL,f,f',
    ].join('\n');
    const { dataset, report } = ingest(csv);
    expect([...dataset.orders!.net]).to.deep.equal([10000, 12000]);
    expect(reasons(report)).to.deep.equal({ 'status-cancelled': 1, 'status-pending': 1, 'test-order': 1 });
    expect(noticeCodes(report)).to.deep.equal([]);
  });

  it('flags alone: captured and paid', () => {
    for (const name of ['captured', 'paid'])
      expect(reasons(ingest(['t', 'f', 'true', 'false'].map((flag, id) => order({ id, [name]: flag }))).report), name).to.deep.equal({
        'status-pending': 2,
      });
    expect(reasons(ingest([order({ captured: '1' }), order({ id: 'b', captured: '0' })]).report)).to.deep.equal({ 'status-pending': 1 });
  });
});
