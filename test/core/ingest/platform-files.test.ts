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
