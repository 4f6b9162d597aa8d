import { expect } from 'chai';
import { formatIsoDay } from '../../../src/core/calendar/civil-day.js';
import { column, datedRows, ingest, noticeCodes, pricedRows, reasons, table } from './ingest-helpers.js';
import type { Ingested } from './ingest-helpers.js';

const days = ({ dataset }: Ingested): string[] => [...(dataset.orders?.day ?? [])].map(formatIsoDay);
const nets = ({ dataset }: Ingested): number[] => [...(dataset.orders?.net ?? [])];

describe('order of day and month in a column', () => {
  it('is told by any day above 12', () => {
    const french = ingest(datedRows(['03/04/2024', '25/12/2023', '1/2/2024']));
    expect(days(french)).to.deep.equal(['2024-04-03', '2023-12-25', '2024-02-01']);
    expect(column(french.report, 'created_at')?.format).to.equal('date:day-first');
    const american = ingest(datedRows(['03/04/2024', '12/25/2023', '1/2/2024']));
    expect(days(american)).to.deep.equal(['2024-03-04', '2023-12-25', '2024-01-02']);
    expect(column(american.report, 'created_at')?.format).to.equal('date:month-first');
    expect(noticeCodes(french.report).concat(noticeCodes(american.report))).to.deep.equal([]);
  });

  it('is day first when nothing tells, and a notice says so', () => {
    const result = ingest(datedRows(['03/04/2024', '05/06/2024']));
    expect(days(result)).to.deep.equal(['2024-04-03', '2024-06-05']);
    expect(noticeCodes(result.report)).to.deep.equal(['ambiguous-format']);
    expect(result.report.notices[0]).to.deep.include({ table: 'orders', column: 'created_at' });
  });

  it('does not matter where day and month are the same number', () => {
    expect(noticeCodes(ingest(datedRows(['04/04/2024', '05.05.2024'])).report)).to.deep.equal([]);
  });

  it('of rows that contradict the rest is their own, and a notice says so', () => {
    const result = ingest(datedRows(['13/04/2024', '14/04/2024', '03/04/2024', '04/25/2024']));
    expect(days(result)).to.deep.equal(['2024-04-13', '2024-04-14', '2024-04-03', '2024-04-25']);
    expect(noticeCodes(result.report)).to.deep.equal(['mixed-formats']);
  });

  it('is unknown where as many rows prove each: only those that fit both are refused', () => {
    const result = ingest(datedRows(['13/04/2024', '03/04/2024', '04/25/2024', '31/31/2024']));
    expect(days(result)).to.deep.equal(['2024-04-13', '2024-04-25']);
    expect(table(result.report, 'orders').refused).to.deep.equal([
      {
        reason: 'bad-date',
        count: 2,
        examples: [
          { path: '$[1].created_at', got: '03/04/2024' },
          { path: '$[3].created_at', got: '31/31/2024' },
        ],
      },
    ]);
  });

  it('does not depend on the order of rows', () => {
    const dates = ['03/04/2024', '25/12/2023', '1/2/2024', 'x', '2024-05-06'];
    const sorted = (rows: readonly string[]): string[] => days(ingest(datedRows(rows))).sort();
    expect(sorted([...dates].reverse())).to.deep.equal(sorted(dates));
  });
});

describe('mixed writings in one column', () => {
  it('are all read, with a notice', () => {
    const result = ingest(datedRows(['2024-03-12', '12 mars 2024', 1710244800, '13/03/2024', 'Mar 14, 2024', 1710331200000]));
    expect(days(result)).to.deep.equal(['2024-03-12', '2024-03-12', '2024-03-12', '2024-03-13', '2024-03-14', '2024-03-13']);
    expect(noticeCodes(result.report)).to.deep.equal(['mixed-formats']);
    expect(reasons(result.report)).to.deep.equal({});
  });

  it('text dates of three kinds, one of them no date', () => {
    const result = ingest(datedRows(['12 mars 2024', '2024-03-13', '14/03/2024', 'mardi dernier']));
    expect(days(result)).to.deep.equal(['2024-03-12', '2024-03-13', '2024-03-14']);
    expect(table(result.report, 'orders').refused[0].examples).to.deep.equal([{ path: '$[3].created_at', got: 'mardi dernier' }]);
  });
});

describe('decimal mark of a column', () => {
  it('is told by any amount that only has one reading', () => {
    const french = ingest(pricedRows(['1,234', '12,50', '1.000']));
    expect(nets(french)).to.deep.equal([123, 1250, 100000]);
    expect(column(french.report, 'total')?.format).to.equal('decimal:comma');
    const english = ingest(pricedRows(['1,234', '12.50', 7]));
    expect(nets(english)).to.deep.equal([123400, 1250, 700]);
    expect(column(english.report, 'total')?.format).to.equal('decimal:point');
  });

  it('is told by the other amounts of the table', () => {
    const rows = [{ id: 1, created_at: '2024-01-15', customer_id: 'a', total: '1,234', tax: '0,50' }];
    expect(nets(ingest(rows)), 'tax is read after the total').to.deep.equal([123400 - 50]);
    const later = [{ id: 1, created_at: '2024-01-15', customer_id: 'a', total: '12,34', tax: '1,234' }];
    expect(nets(ingest(later))).to.deep.equal([1234 - 123]);
  });

  it('1,234 alone is English thousands and 1.234 a decimal, and a notice says so', () => {
    const result = ingest(pricedRows(['1,234', '1.234']));
    expect(nets(result)).to.deep.equal([123400, 123]);
    expect(noticeCodes(result.report)).to.deep.equal(['ambiguous-format']);
  });

  it('is a comma where the only marks are points before three digits, and some amounts need none or show a currency', () => {
    const result = ingest(pricedRows(['1.500', '900', '12.000']));
    expect(nets(result)).to.deep.equal([150000, 90000, 1200000]);
    expect(noticeCodes(result.report)).to.deep.equal(['ambiguous-format']);
    expect(nets(ingest(pricedRows(['48.000 €', '1.250 €'])))).to.deep.equal([4800000, 125000]);
    expect(nets(ingest(pricedRows(['1,500', '900'])))).to.deep.equal([150000, 90000]);
    expect(nets(ingest(pricedRows(['12.500', '19.990']))), 'three decimals throughout').to.deep.equal([1250, 1999]);
    expect(nets(ingest(pricedRows(['1.500', '900']), { currency: 'TND' })), 'a currency of three decimals').to.deep.equal([1500, 900000]);
  });

  it('is told by two marks of thousands', () => {
    const dots = ingest(pricedRows(['1.234.567', '12.500', '999.000']));
    expect(nets(dots)).to.deep.equal([123456700, 1250000, 99900000]);
    expect(column(dots.report, 'total')?.format).to.equal('decimal:comma');
    expect(noticeCodes(dots.report)).to.deep.equal([]);
    expect(nets(ingest(pricedRows(['1,234,567', '12.500'])))).to.deep.equal([123456700, 1250]);
    const lakhs = ingest(pricedRows(['₹1,23,456', '₹2,500', '₹12,34,567.50']), { currency: 'INR' });
    expect(nets(lakhs)).to.deep.equal([12345600, 250000, 123456750]);
    expect(reasons(lakhs.report)).to.deep.equal({});
  });

  it('does not matter in a currency without decimals', () => {
    for (const amounts of [['1.250.000', '500.000'], ['500.000', '20.000 ₫'], ['500,000']]) {
      const { dataset, report } = ingest(pricedRows(amounts), { currency: 'VND' });
      expect([...dataset.orders!.net]).to.deep.equal(amounts.map((text) => Number(text.replace(/\D/g, ''))));
      expect(noticeCodes(report)).to.deep.equal([]);
    }
  });

  it('before a dash that stands for no decimals', () => {
    const swiss = ingest(pricedRows(['CHF 12.-', "CHF 1'250.-", 'CHF 7.50', 'CHF 1.200']));
    expect(nets(swiss)).to.deep.equal([1200, 125000, 750, 120]);
    expect(swiss.dataset.currency).to.equal('CHF');
    expect(nets(ingest(pricedRows(['12,- €', '1.250,- €', '1.200 €'])))).to.deep.equal([1200, 125000, 120000]);
  });

  it('refuses what fits both when both marks are as much in use', () => {
    const result = ingest(pricedRows(['12,50', '12.50', '1,234']));
    expect(nets(result)).to.deep.equal([1250, 1250]);
    expect(reasons(result.report)).to.deep.equal({ 'bad-amount': 1 });
    expect(noticeCodes(result.report)).to.deep.equal(['mixed-formats']);
  });
});

describe('currency', () => {
  const row = (id: string, total: unknown, currency?: string): object => ({
    id,
    customer_id: 'c',
    created_at: '2024-01-15',
    total,
    ...(currency === undefined ? {} : { currency }),
  });

  it('gives the minor unit', () => {
    expect(ingest([row('a', '1200', 'JPY'), row('b', 7.5, 'JPY')]).dataset).to.deep.include({ currency: 'JPY', minorDigits: 0 });
    expect(nets(ingest([row('a', '1200', 'JPY'), row('b', 7.5, 'JPY')]))).to.deep.equal([1200, 8]);
    expect(nets(ingest([row('a', '1,500', 'tnd'), row('b', '0,250', 'TND')]))).to.deep.equal([1500, 250]);
    expect(ingest([row('a', 1)]).dataset).to.deep.include({ currency: null, minorDigits: 2 });
  });

  it('comes from the option, the column, what is written beside the amounts, or meta', () => {
    const orders = [row('a', 5)];
    expect(ingest({ orders, meta: { currency: 'chf' } }).dataset.currency).to.equal('CHF');
    expect(ingest({ orders, meta: { currency: '$' } }).dataset.currency).to.equal(null);
    expect(ingest({ orders, meta: { currency: 'chf' } }, { currency: 'EUR' }).dataset.currency).to.equal('EUR');
    expect(ingest([row('a', '1 234,56 €')]).dataset.currency).to.equal('EUR');
    expect(ingest([row('a', '£12.50')]).dataset.currency).to.equal('GBP');
    expect(ingest([row('a', '12.50 CAD')]).dataset.currency).to.equal('CAD');
    expect(ingest([row('a', '$12.50')]).dataset.currency, 'many countries write $').to.equal(null);
  });

  it('chosen, refuses rows in others', () => {
    const result = ingest([row('a', 5, 'EUR'), row('b', 6, 'USD'), row('c', 7)], { currency: 'EUR' });
    expect([...result.dataset.orders!.id]).to.deep.equal(['a', 'c']);
    expect(table(result.report, 'orders').refused).to.deep.equal([
      { reason: 'other-currency', count: 1, examples: [{ path: '$[1].currency', got: 'USD' }] },
    ]);
    expect(nets(ingest([row('a', '5 €'), row('b', '$6')], { currency: 'EUR' }))).to.deep.equal([500]);
  });

  it('is written by its sign too, which many share', () => {
    expect(nets(ingest([row('a', '$1,234.50'), row('b', '$6', 'USD')]))).to.deep.equal([123450, 600]);
    expect(nets(ingest([row('a', '$5'), row('b', '6 €')], { currency: 'CAD' }))).to.deep.equal([500]);
    expect(ingest([row('a', '$5'), row('b', 6, 'USD')]).dataset.currency).to.equal('USD');
  });

  it('is no other word beside an amount, nor another column of amounts', () => {
    const { dataset, report } = ingest([row('a', '100 TTC'), row('b', '12 pcs'), row('c', '5 €')]);
    expect([dataset.currency, [...(dataset.orders?.net ?? [])], reasons(report)]).to.deep.equal(['EUR', [10000, 1200, 500], {}]);
    const deals = ingest([{ id: 'd', customer_id: 'k', created_at: '2024-01-15', Amount: '1200', 'Amount in company currency': '1300' }]);
    expect([deals.dataset.currency, [...(deals.dataset.orders?.net ?? [])]]).to.deep.equal([null, [120000]]);
  });
});
