import { expect } from 'chai';
import { ingest, reasons } from './ingest-helpers.js';

const second = (...parts: [number, number, number, number, number, number?]): number => Date.UTC(...parts) / 1000;

describe('files of HubSpot, as their text', () => {
  it('deals of the export', () => {
    const csv = [
      '\ufeff"Record ID","Deal Name","Deal Stage","Close Date","Create Date","Amount","Currency","Pipeline","Is Closed Won","Associated Contact IDs"',
      '"18224971300","Audit, phase 1","Signature reçue","2026-01-05 10:00","2025-12-01 09:12","1500","EUR","Conseil","true","51"',
      '"18224971301","Audit, phase 2","Proposition envoyée","2026-02-28 10:00","2025-12-01 09:13","4000.5","EUR","Conseil","false","51"',
      '"18224971302","Formation ""RFM""","Closed won","2026-01-06 18:30","2025-12-11 11:00","799.9","EUR","Sales","true","52"',
      '"18224971303","Formation","Closed lost","2026-01-07 08:00","2025-12-12 11:00","","EUR","Sales","false",""',
      '',
    ].join('\r\n');
    const { dataset, report } = ingest(csv, { timeZone: 'Europe/Paris' });
    expect([...dataset.orders!.id]).to.deep.equal(['18224971300', '18224971302']);
    expect([...dataset.orders!.net]).to.deep.equal([150000, 79990]);
    expect([...dataset.orders!.second], 'on the clocks of Paris').to.deep.equal([second(2026, 0, 5, 9, 0), second(2026, 0, 6, 17, 30)]);
    expect([...dataset.customers.key]).to.deep.equal(['51', '52']);
    expect(dataset.currency).to.equal('EUR');
    expect(reasons(report)).to.deep.equal({ 'missing-amount': 1, 'status-unknown': 1 });
  });

  const deal = (id: string, dealstage: string, hs_is_closed_won: string | null): object => ({
    id,
    properties: { amount: '1500.00', closedate: '2026-01-05T10:00:00.000Z', dealstage, hs_is_closed_won, hs_object_id: id },
    ...{ createdAt: '2025-12-01T10:00:00.000Z', updatedAt: '2026-01-05T10:00:00.000Z', archived: false },
  });
  const own = [deal('1', '998751160', 'true'), deal('2', '998751161', 'false'), deal('3', '998751162', 'false')];

  it('deals of the API in pipelines of their own: won is what the flag says', () => {
    const { dataset, report } = ingest(JSON.stringify({ results: own, paging: { next: { after: '4' } } }));
    expect([...dataset.orders!.id]).to.deep.equal(['1']);
    expect(reasons(report)).to.deep.equal({ 'status-pending': 2 });
  });

  it('where stages are known too, they tell why a deal is left out', () => {
    const more = [deal('4', 'closedwon', 'true'), deal('5', 'closedwon', null), deal('6', 'closedlost', 'false'), deal('7', '99', '')];
    const { dataset, report } = ingest(JSON.stringify({ results: [...own, ...more] }));
    expect([...dataset.orders!.id]).to.deep.equal(['1', '4', '5']);
    expect(reasons(report)).to.deep.equal({ 'status-cancelled': 1, 'status-unknown': 3 });
    expect(report.notices.map(({ details }) => details?.words)).to.deep.equal(['99 (1), 998751161 (1), 998751162 (1)']);
  });
});

describe('data of Stripe, as its text', () => {
  const charge = (id: string, rest: object): object => ({
    ...{ id, object: 'charge', amount: 2000, amount_captured: 2000, amount_refunded: 0, balance_transaction: `txn_${id}` },
    ...{ billing_details: { address: { country: 'FR' }, email: 'ana@example.org' }, captured: true, created: 1767571200 },
    ...{ currency: 'eur', customer: 'cus_A', disputed: false, livemode: true, paid: true, refunded: false, status: 'succeeded' },
    ...rest,
  });
  const refund = (id: string, charge: unknown, amount: number, rest: object = {}): object => ({
    ...{ id, object: 'refund', amount, balance_transaction: `txn_${id}`, charge, created: 1767657600, currency: 'eur', metadata: {} },
    ...{ payment_intent: `pi_${id}`, reason: null, receipt_number: null, status: 'succeeded' },
    ...rest,
  });
  const list = (data: object[]): object => ({ object: 'list', url: '/v1', has_more: false, data });

  it('charges of the API: minor units; not captured, failed and test charges are no sales', () => {
    const data = [
      charge('ch_1', {}),
      charge('ch_2', { amount: 4550, amount_refunded: 550, created: 1767657600 }),
      charge('ch_3', { status: 'failed', paid: false, captured: false, amount_captured: 0 }),
      charge('ch_4', { captured: false, amount_captured: 0 }),
      charge('ch_5', { livemode: false }),
      charge('ch_6', { customer: null, refunded: true, amount_refunded: 2000 }),
    ];
    const { dataset, report } = ingest(JSON.stringify(list(data), null, 2));
    expect([[...dataset.orders!.id], [...dataset.orders!.net], [...dataset.orders!.refunded]]).to.deep.equal([
      ['ch_1', 'ch_2'],
      [2000, 4000],
      [0, 550],
    ]);
    expect([report.from, report.to, dataset.currency]).to.deep.equal(['2026-01-05', '2026-01-06', 'EUR']);
    expect(reasons(report)).to.deep.equal({ 'fully-refunded': 1, 'status-failed': 1, 'status-pending': 1, 'test-order': 1 });
  });

  it('refunds of the API beside their charges are minor units too', () => {
    const charges = [charge('ch_1', { amount_refunded: 500 }), charge('ch_2', {})];
    const refunds = [refund('re_1', 'ch_1', 500), refund('re_2', { id: 'ch_2', object: 'charge' }, 300)];
    for (const one of refunds) {
      const { dataset } = ingest(JSON.stringify({ charges, refunds: [one] }));
      expect([...dataset.orders!.net]).to.deep.equal(one === refunds[0] ? [1500, 2000] : [1500, 1700]);
    }
    expect([...ingest(JSON.stringify({ refunds })).dataset.refunds!.amount], 'alone').to.deep.equal([500, 300]);
    const yen = [charge('ch_9', { currency: 'jpy' })];
    const back = [refund('re_9', 'ch_9', 500, { currency: 'jpy' })];
    expect([...ingest(JSON.stringify({ charges: yen, refunds: back })).dataset.orders!.net]).to.deep.equal([1500]);
  });

  it('payments of the export: units, UTC', () => {
    const csv = [
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Description,Fee,Status,Seller Message,Customer ID,Customer Email',
      'ch_3Sm1,2026-01-05 23:30:00,20.00,0.00,eur,true,20.00,"Order 7, soap",0.55,Paid,Payment complete.,cus_A,ana@example.org',
      'ch_3Sm2,2026-01-06 10:00:00,"1,250.00",250.00,eur,true,"1,250.00",,18.40,Paid,Payment complete.,,ANA@example.org',
      'ch_3Sm3,2026-01-06 11:00:00,35.00,35.00,eur,true,35.00,,0.77,Refunded,Payment complete.,cus_B,bob@example.org',
      'ch_3Sm4,2026-01-06 12:00:00,35.00,0.00,eur,false,35.00,,0.00,Failed,The bank declined.,cus_B,bob@example.org',
      'ch_3Sm5,2026-01-06 13:00:00,35.00,0.00,eur,false,35.00,,0.00,Paid,Payment authorized.,cus_B,bob@example.org',
    ].join('\n');
    const { dataset, report } = ingest(csv, { timeZone: 'Europe/Paris' });
    expect([[...dataset.orders!.id], [...dataset.orders!.net]]).to.deep.equal([
      ['ch_3Sm1', 'ch_3Sm2'],
      [2000, 100000],
    ]);
    expect([...dataset.orders!.second]).to.deep.equal([second(2026, 0, 5, 23, 30), second(2026, 0, 6, 10, 0)]);
    expect([report.from, dataset.currency], 'next morning in Paris').to.deep.equal(['2026-01-06', 'EUR']);
    expect([...dataset.customers.key]).to.deep.equal(['cus_A', 'cus_B']);
    expect(reasons(report)).to.deep.equal({ 'fully-refunded': 1, 'status-failed': 1, 'status-pending': 1 });
  });
});
