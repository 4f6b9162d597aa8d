import { expect } from 'chai';
import { sharedText } from '../../shared-data.js';
import { column, ingest, reasons, table } from './ingest-helpers.js';

const line = (rest: object): object => ({
  InvoiceNo: '536365',
  StockCode: '85123A',
  Description: 'T-LIGHT HOLDER',
  Quantity: 6,
  InvoiceDate: '2010-12-01 08:26:00',
  UnitPrice: 2.55,
  CustomerID: '17850',
  Country: 'United Kingdom',
  ...rest,
});
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('lines of orders that come alone', () => {
  it('make up their orders, in exact minor units', () => {
    const { dataset, report } = ingest([
      line({}),
      line({ StockCode: '71053', Description: 'LANTERN', UnitPrice: 3.39 }),
      line({ InvoiceNo: '536366', Quantity: 3, UnitPrice: 0.005, CustomerID: '' }),
      line({ InvoiceNo: '536367', Quantity: '1.5', UnitPrice: '2,00' }),
    ]);
    expect(report.tables.map((one) => one.table)).to.deep.equal(['orders', 'order_lines']);
    const { orders, customers, tables } = dataset;
    expect([...orders!.id]).to.deep.equal(['536365', '536366', '536367']);
    expect([...orders!.net], 'rounded once an order').to.deep.equal([6 * 255 + 6 * 339, 2, 300]);
    expect([...orders!.customer]).to.deep.equal([0, -1, 0]);
    expect([...customers.key]).to.deep.equal(['17850']);
    expect(orders!.country!.values).to.deep.equal(['United Kingdom']);
    expect(report.guestOrders).to.equal(1);
    expect([...tables.order_lines!.order!]).to.deep.equal([0, 0, 1, 2]);
    expect([...tables.order_lines!.customer]).to.deep.equal([0, 0, -1, 0]);
    expect(tables.order_lines!.columns.unit_price).to.deep.equal(Float64Array.of(255, 339, 1, 200));
    expect(column(report, 'total')).to.deep.include({ header: 'Quantity × UnitPrice', by: 'values' });
  });

  it('that are no sale are counted by reason; what came back lowers the revenue', () => {
    const { dataset, report } = ingest([
      line({}),
      line({ StockCode: '71053', Quantity: -1, UnitPrice: 2.55 }),
      line({ StockCode: 'POST', Description: 'POSTAGE', Quantity: 1, UnitPrice: 18 }),
      line({ InvoiceNo: 'C536379', StockCode: 'D', Description: 'Discount', Quantity: -1, UnitPrice: 27.5 }),
      line({ InvoiceNo: 'A563186', StockCode: 'B', Description: 'Adjust bad debt', Quantity: 1, UnitPrice: -11062.06, CustomerID: '' }),
      line({ InvoiceNo: 'C537600', StockCode: 'AMAZONFEE', Description: 'AMAZON FEE', Quantity: -1, UnitPrice: 13541.33 }),
      line({ InvoiceNo: '536414', Description: '', Quantity: 56, UnitPrice: 0, CustomerID: '' }),
      line({ InvoiceNo: '536589', Description: '', Quantity: -10, UnitPrice: 0, CustomerID: '' }),
      line({ InvoiceNo: '' }),
      line({ InvoiceNo: '536370', Quantity: 'six' }),
      line({ InvoiceNo: '536371', UnitPrice: 'x' }),
    ]);
    expect([...dataset.orders!.net]).to.deep.equal([5 * 255]);
    expect([...dataset.refunds!.amount]).to.deep.equal([2750]);
    expect([...dataset.refunds!.customer]).to.deep.equal([0]);
    expect(reasons(report, 'order_lines')).to.deep.equal({
      ...{ adjustment: 3, 'bad-amount': 2, 'missing-id': 1, returned: 2, 'status-cancelled': 1, 'zero-value': 1 },
    });
    expect(table(report, 'order_lines').left[0].examples[0]).to.deep.equal({ path: '$[2].StockCode', got: 'POST' });
    expect(dataset.tables.order_lines!.length).to.equal(1);
  });

  const csv = (...rows: string[]): string => ['order_id,customer_id,created_at,sku,quantity,unit_price,discount,tax', ...rows].join('\n');
  const day = 'c1,2024-01-15';

  it('are worth quantity x unit price - discount', () => {
    const { dataset, report } = ingest(csv(`1,${day},A,2,10.00,5,`, `1,${day},B,1,7,,`, `2,${day},A,-1,10.00,-2.50,`, `3,${day},A,1,4,6,`));
    expect([...dataset.orders!.net], '2 x 10 - 5 + 7').to.deep.equal([2200]);
    expect([...dataset.orders!.discount!]).to.deep.equal([500]);
    expect([...dataset.refunds!.amount], 'what came back was sold for 7.50').to.deep.equal([750]);
    expect(reasons(report, 'order_lines')).to.deep.equal({ returned: 1, 'zero-value': 1 });
    expect(dataset.tables.order_lines!.columns.discount).to.deep.equal(Float64Array.of(500, NaN));
  });

  it('include tax where it is known, but for prices named so', () => {
    const rows = [`1,${day},A,2,12.00,,4.00`, `1,${day},B,1,6.00,,1`, `2,${day},A,1,12.00,,`];
    expect([...ingest(csv(...rows)).dataset.orders!.net], '24 - 4 + 6 - 1').to.deep.equal([2500, 1200]);
    const net = csv(...rows).replace('unit_price', 'Prix unitaire HT');
    expect([...ingest(net).dataset.orders!.net]).to.deep.equal([3000, 1200]);
    const back = ingest(csv(`1,${day},A,3,12.00,,6.00`, `1,${day},A,-1,12.00,,-2.00`));
    expect([...back.dataset.orders!.net], '36 - 6 - 12 + 2').to.deep.equal([2000]);
  });

  it('rates are no amounts of tax or discount', () => {
    const { dataset, report } = ingest(csv(`1,${day},A,2,12.00,10 %,20`, `1,${day},B,1,6.00,5 %,5.5`, `2,${day},A,10,12.00,,20`));
    expect([...dataset.orders!.net]).to.deep.equal([3000, 12000]);
    expect(report.notices.map(({ code, column: name }) => [code, name])).to.deep.equal([
      ['column-ignored', 'tax'],
      ['column-ignored', 'discount'],
    ]);
  });

  it('whose discount nobody can read are refused', () => {
    const { dataset, report } = ingest(csv(`1,${day},A,2,12.00,1,`, `1,${day},B,1,6.00,x,`, `2,${day},A,1,12.00,1,`));
    expect([...dataset.orders!.net]).to.deep.equal([2300, 1100]);
    expect(reasons(report, 'order_lines')).to.deep.equal({ 'bad-amount': 1 });
  });
});

describe('the lines of Online Retail, as they are', function () {
  this.timeout(60_000);

  it('agree with a naive reading', async function () {
    const text = await sharedText(this, 'data/online-retail-lines.csv.gz');
    const { dataset, report } = ingest(text);
    const rows = text.trimEnd().split('\n').slice(1).map(fields);
    expect(rows.length).to.equal(541_909);
    const naive = naiveTotals(rows);
    const { orders, refunds } = dataset;
    expect(table(report, 'order_lines')).to.deep.include({ read: 541_909, refused: [] });
    expect(reasons(report, 'order_lines')).to.deep.equal(naive.left);
    expect(table(report, 'order_lines').used).to.equal(541_909 - sum(Object.values(naive.left)));
    expect(orders!.length).to.equal(naive.sales.length);
    expect(sum(orders!.net)).to.equal(sum(naive.sales));
    expect(refunds!.length).to.equal(naive.refunds.length);
    expect(sum(refunds!.amount)).to.equal(-sum(naive.refunds));
    expect(report.guestOrders).to.equal(naive.guests);
    expect([report.from, report.to]).to.deep.equal(['2010-12-01', '2011-12-09']);
  });
});

/** Fields of a line of CSV. */
const fields = (row: string): string[] =>
  [...row.replace(/\r$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain);

const NO_GOODS = [
  ...['postage', 'dotcom postage', 'carriage', 'manual', 'samples', 'bank charges', 'amazon fee', 'cruk commission'],
  ...['adjust bad debt', 'adjustment', 'adjust'],
];

/** Totals of orders in pence, by whole numbers of a millionth of a pound; what is left out, by reason. */
function naiveTotals(rows: readonly string[][]) {
  const left: Record<string, number> = {};
  const totals = new Map<string, number>();
  const buyer = new Map<string, string>();
  for (const [invoice, code, name, quantity, , price, customer] of rows) {
    const micros = Math.round(+price * 1e6) * +quantity;
    const isCancelled = invoice.startsWith('C');
    const count = (reason: string): unknown => (left[reason] = (left[reason] ?? 0) + 1);
    if (+price < 0 || NO_GOODS.includes(name.trim().toLowerCase()) || code === 'AMAZONFEE') count('adjustment');
    else {
      if (+quantity < 0) count(isCancelled ? 'status-cancelled' : 'returned');
      else if (micros === 0) count('zero-value');
      if (!micros) continue;
      totals.set(invoice, (totals.get(invoice) ?? 0) + micros);
      if (!buyer.has(invoice)) buyer.set(invoice, customer);
    }
  }
  const pence = [...totals].map(([invoice, micros]) => [invoice, Math.sign(micros) * Math.round(Math.abs(micros) / 1e4)] as const);
  const sales = pence.filter(([, total]) => total > 0);
  return {
    left,
    sales: sales.map(([, total]) => total),
    guests: sales.filter(([invoice]) => !buyer.get(invoice)).length,
    refunds: pence.map(([, total]) => total).filter((total) => total < 0),
  };
}
