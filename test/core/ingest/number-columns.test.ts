import { expect } from 'chai';
import { ingest, noticeCodes, reasons } from './ingest-helpers.js';

const search = (...impressions: unknown[]) =>
  ingest({ search: impressions.map((given) => ({ date: '2024-01-15', query: 'soap', impressions: given, position: '3,2' })) });
const impressionsOf = (...given: unknown[]): number[] => [...(search(...given).dataset.tables.search!.columns.impressions as Float64Array)];

describe('columns of plain numbers', () => {
  it('are read in the notation of the column', () => {
    expect(impressionsOf('1,234', '56', '1,234,567', 78, '1 234')).to.deep.equal([1234, 56, 1234567, 78, 1234]);
    expect(impressionsOf('1.234', '56,5', '-7', '1e3')).to.deep.equal([1234, 56.5, -7, 1000]);
    expect(impressionsOf('0.1234567', '12345678901234', 0.1 + 0.2)).to.deep.equal([0.1234567, 12345678901234, 0.1 + 0.2]);
    expect(reasons(search('1', 'many', '12 %', '').report, 'search')).to.deep.equal({ 'missing-amount': 3 });
  });

  it('1,234 alone is a thousand and 1.234 a decimal, and a notice says so', () => {
    expect(impressionsOf('1,234', '1.234')).to.deep.equal([1234, 1.234]);
    expect(noticeCodes(search('1,234').report)).to.deep.equal(['ambiguous-format']);
  });

  it('follow the amounts of their table', () => {
    const csv = ['order_id;customer_id;created_at;sku;quantity;unit_price', '1;c;2024-01-15;A;1,5;10,00', '2;c;2024-01-15;A;1.000;2,00'];
    const { dataset, report } = ingest(csv.join('\n'));
    expect([...dataset.orders!.net]).to.deep.equal([1500, 200000]);
    expect([...(dataset.tables.order_lines!.columns.quantity as Float64Array)]).to.deep.equal([1.5, 1000]);
    expect(noticeCodes(report)).to.deep.equal([]);
  });

  it('may be flags', () => {
    const stock = [true, false, 'true', 'f', 24, 7.5].map((in_stock) => ({ product_id: 'A', date: '2024-01-15', in_stock }));
    const { dataset, report } = ingest({ stock });
    expect([...(dataset.tables.stock!.columns.in_stock as Float64Array)]).to.deep.equal([1, 0, 1, 0, 24, 7.5]);
    expect(reasons(report, 'stock')).to.deep.equal({});
  });

  it('counts are whole', () => {
    const steps = ['1,234', '56', 7, '1.5', '-3', 'x'].map((count, at) => ({ step: `s${at}`, count }));
    const { dataset, report } = ingest({ steps });
    expect([...dataset.steps!.count]).to.deep.equal([1234, 56, 7]);
    expect(reasons(report, 'steps')).to.deep.equal({ 'bad-count': 3 });
  });
});
