import { expect } from 'chai';
import { datasetSteps } from '../../../src/core/ingest/create-dataset.js';
import type { IngestProgress } from '../../../src/core/ingest/create-dataset.js';
import { sharedJson, sharedText } from '../../shared-data.js';
import { ingest, noticeCodes, table } from './ingest-helpers.js';

const sum = (values: Iterable<number> | undefined): number => [...(values ?? [])].reduce((a, b) => a + b, 0);

describe('real data, no mapping', () => {
  it('Online Retail: 18,532 orders, 4,338 customers, 8,911,407.90', async function () {
    const { dataset, report } = ingest(await sharedText(this, 'data/online-retail-orders.json'));
    expect(dataset.orders?.length).to.equal(18532);
    expect(dataset.customers.length).to.equal(4338);
    expect(sum(dataset.orders?.net)).to.equal(891140790);
    expect([report.from, report.to]).to.deep.equal(['2010-12-01', '2011-12-09']);
    expect(noticeCodes(report)).to.deep.equal([]);
    expect(table(report, 'orders').columns.map(({ column, header, format }) => `${column}=${header} ${format}`)).to.deep.equal([
      'id=InvoiceNo text',
      'customer_id=CustomerID text',
      'created_at=InvoiceDate date:iso',
      'total=TotalPrice decimal:point',
      'country=Country text',
    ]);
  });

  it('Online Retail against a naive reading', async function () {
    const rows = await sharedJson<{ InvoiceNo: string; InvoiceDate: string; CustomerID: string; TotalPrice: number }[]>(
      this,
      'data/online-retail-orders.json',
    );
    const { orders, customers } = ingest(rows, { timeZone: 'Europe/London' }).dataset;
    if (orders === null) throw new Error('no orders');
    rows.forEach((row, i) => {
      if (orders.id.at(i) !== row.InvoiceNo || customers.key.at(orders.customer[i]) !== row.CustomerID) throw new Error(`row ${i}`);
      if (orders.net[i] !== Number((row.TotalPrice * 100).toFixed(0))) throw new Error(`amount of row ${i}`);
      if (orders.day[i] !== Date.parse(`${row.InvoiceDate.slice(0, 10)}T00:00:00Z`) / 86_400_000) throw new Error(`day of row ${i}`);
    });
  });

  it('the example of the R package rfm: 4,906 orders, 995 customers', async function () {
    const { dataset, report } = ingest(await sharedText(this, 'data/rfm-example-orders.json'));
    expect([dataset.orders?.length, dataset.customers.length, report.to]).to.deep.equal([4906, 995, '2006-12-30']);
  });

  it('CDNOW: 6,919 purchases of 2,357 customers, of which 8 are worth nothing', async function () {
    const { dataset, report } = ingest(await sharedText(this, 'data/cdnow-sample-orders.json'));
    expect([dataset.orders?.length, dataset.customers.length, report.from, report.to]).to.deep.equal([
      6911,
      2357,
      '1997-01-01',
      '1998-06-30',
    ]);
    expect(dataset.left).to.deep.equal({ orders: { 'zero-value': 8 } });
    expect(dataset.orders?.id.at(0)).to.equal('1');
  });
});

describe('datasetSteps', () => {
  const rows = Array.from({ length: 9000 }, (_, i) => ({ id: i, customer_id: i % 700, created_at: 1_700_000_000 + i * 60, total: i % 50 }));

  it('pauses often, never goes backwards, and ends at all rows', () => {
    const steps = datasetSteps({ orders: rows, customers: [{ id: 1 }] });
    const seen: IngestProgress[] = [];
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) break;
      seen.push(step.value);
    }
    expect(seen.length).to.be.above(40);
    expect(seen[0]).to.deep.equal({ stage: 'parse', rows: 0, totalRows: 0 });
    expect([...new Set(seen.map(({ stage }) => stage))]).to.deep.equal(['parse', 'read', 'index']);
    expect(seen.every(({ rows: done }, i) => i === 0 || done >= seen[i - 1].rows)).to.equal(true);
    expect(seen[seen.length - 1]).to.deep.equal({ stage: 'index', rows: 9001, totalRows: 9001 });
  });

  it('can be given up in the middle', () => {
    const steps = datasetSteps(rows);
    for (let i = 0; i < 10; i++) steps.next();
    expect(steps.return({} as never).done).to.equal(true);
  });

  it('gives a report that can be cloned', () => {
    const { report } = ingest([{ ...rows[1], total: Symbol('x'), created_at: '2024-01-15' }, { ...rows[2] }]);
    expect(structuredClone(report)).to.deep.equal(report);
    expect(JSON.parse(JSON.stringify(report))).to.deep.equal(report);
  });

  it('gives the same bytes twice', () => {
    expect(JSON.stringify(ingest(rows))).to.equal(JSON.stringify(ingest(rows)));
  });
});
