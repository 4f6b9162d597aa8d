import { expect } from 'chai';
import { createDataset, KpiError, listKpis, run, runSteps } from '../../src/core/index.js';
import type { KpiRequest } from '../../src/core/index.js';
import { tinyDataset } from './kpi/tiny-dataset.js';

const rows = [
  { order_id: '1', customer_id: 'ann', created_at: '2024-01-05', total: '10.00', channel: 'ads' },
  { order_id: '2', customer_id: 'bob', created_at: '2024-03-05', total: '20.00', channel: 'mail' },
];

function fault(request: unknown): KpiError {
  const { dataset } = createDataset(rows, { timeZone: 'Europe/Paris' });
  try {
    run(dataset, request as KpiRequest);
  } catch (error) {
    expect(error).to.be.instanceOf(KpiError);
    return error as KpiError;
  }
  throw new Error('was accepted');
}

describe('engine', () => {
  it('lists its KPIs', () => {
    expect(listKpis()).to.deep.equal(['churn', 'funnel', 'lifecycle', 'pulse', 'purchase-timing', 'retention', 'rfm', 'sales', 'sources']);
  });

  it('fills a result in one fixed shape', () => {
    const { dataset } = createDataset(rows, { timeZone: 'Europe/Paris', currency: 'EUR' });
    for (const kpi of listKpis()) {
      const result = run(dataset, { kpi });
      expect(Object.keys(result), kpi).to.deep.equal([
        'kpi',
        'version',
        'asOf',
        'timeZone',
        'currency',
        'params',
        'filter',
        'status',
        'reasons',
        'rows',
        'tables',
        'value',
      ]);
      expect(result).to.deep.include({ kpi, version: 1, asOf: '2024-03-05', timeZone: 'Europe/Paris', currency: 'EUR', filter: {} });
      expect(structuredClone(result)).to.deep.equal(result);
      expect(JSON.parse(JSON.stringify(result))).to.deep.equal(result);
    }
  });

  it('says which of the given tables a result stands on', () => {
    const tables = {
      orders: rows,
      refunds: [{ order_id: '9', date: '2024-03-01', amount: 1 }],
      customers: [{ id: 'ann' }],
      products: [{ id: 'p', unit_cost: 1 }],
      visits: [{ date: '2024-03-01', customer_id: 'ann' }],
    };
    const stands = (given: object | object[], request: KpiRequest) =>
      run(createDataset(given as never, { currency: 'EUR' }).dataset, request).tables;
    expect(stands(tables, { kpi: 'rfm' })).to.deep.equal(['orders', 'refunds']);
    expect(stands(tables, { kpi: 'retention' })).to.deep.equal(['orders', 'refunds', 'products']);
    expect(stands(tables, { kpi: 'lifecycle' })).to.deep.equal(['orders', 'refunds', 'customers', 'visits', 'products']);
    expect(stands(tables, { kpi: 'pulse', params: { kpis: ['visits'] } })).to.deep.equal(['visits']);
    expect(stands(rows, { kpi: 'lifecycle' })).to.deep.equal(['orders']);
    const lines = [{ InvoiceNo: '1', StockCode: 'a', Quantity: 2, InvoiceDate: '2024-01-05', UnitPrice: 5, CustomerID: 'ann' }];
    expect(stands(lines, { kpi: 'rfm' })).to.deep.equal(['orders']);
    expect(stands([], { kpi: 'rfm' })).to.deep.equal([]);
  });

  it('misses no table where no rows were given at all', () => {
    const { dataset } = createDataset([]);
    for (const kpi of listKpis()) {
      const { status, reasons, rows: counted } = run(dataset, { kpi });
      expect({ status, reasons, counted }, kpi).to.deep.equal({
        status: 'empty',
        reasons: [{ code: 'no-data' }],
        counted: { used: 0, left: {} },
      });
    }
    expect(run(createDataset({ customers: [{ id: 'ann' }] }).dataset, { kpi: 'rfm' }).reasons).to.deep.equal([
      { code: 'missing-table', detail: 'orders' },
    ]);
  });

  it('takes the last day of the data, the day that is asked for, or the end of the period', () => {
    const { dataset } = createDataset(rows);
    const asOf = (request: Partial<KpiRequest>) => run(dataset, { kpi: 'rfm', ...request }).asOf;
    expect(asOf({})).to.equal('2024-03-05');
    expect(asOf({ asOf: '2024-02-01' })).to.equal('2024-02-01');
    expect(asOf({ asOf: '2031-02-01' })).to.equal('2031-02-01');
    expect(asOf({ filter: { period: { to: '2024-01-31' } } })).to.equal('2024-01-31');
    expect(asOf({ asOf: '2024-01-01', filter: { period: { to: '2024-01-31' } } })).to.equal('2024-01-01');
    expect(run(tinyDataset({ steps: [] }), { kpi: 'funnel' }).asOf).to.equal(null);
  });

  it('gives every KPI the filter', () => {
    const { dataset } = createDataset(rows);
    for (const kpi of ['churn', 'rfm']) {
      const result = run(dataset, { kpi, filter: { channel: ['ads'] } });
      expect(result.rows, kpi).to.deep.equal({ used: 1, left: { filtered: 1 } });
      expect(result.filter).to.deep.equal({ channel: ['ads'] });
    }
    expect(run(dataset, { kpi: 'funnel', filter: { country: ['FR'] } }).status).to.equal('empty');
  });

  it('takes the zone of the data set and no other', () => {
    const { dataset } = createDataset(rows, { timeZone: 'Europe/Paris' });
    expect(run(dataset, { kpi: 'rfm', timeZone: 'europe/paris' }).timeZone).to.equal('Europe/Paris');
    expect(fault({ kpi: 'rfm', timeZone: 'UTC' })).to.include({ code: 'invalid-param', path: 'timeZone' });
  });

  it('says what is wrong with a request', () => {
    const unknown = fault({ kpi: 'sales-2' });
    expect(unknown).to.include({ code: 'unknown-kpi', path: 'kpi' });
    expect(unknown.message).to.equal(
      'kpi: churn, funnel, lifecycle, pulse, purchase-timing, retention, rfm, sales, sources; got "sales-2"',
    );
    expect(fault({})).to.include({ code: 'unknown-kpi' });
    expect(fault({ kpi: 'constructor' })).to.include({ code: 'unknown-kpi' });
    expect(fault(null)).to.include({ code: 'invalid-param', path: 'request' });
    expect(fault({ kpi: 'rfm', asOf: '2024-02-30' })).to.include({ code: 'invalid-date', path: 'asOf' });
    expect(fault({ kpi: 'rfm', asOf: 20240230 })).to.include({ code: 'invalid-date', path: 'asOf' });
    expect(fault({ kpi: 'rfm', params: [] })).to.include({ code: 'invalid-param', path: 'params' });
    expect(fault({ kpi: 'rfm', minGroupSize: 0 })).to.include({ code: 'invalid-param', path: 'minGroupSize' });
    expect(fault({ kpi: 'rfm', filter: { vip: true } })).to.include({ code: 'invalid-param', path: 'filter' });
  });

  it('runs in slices to the same result, and refuses before the first one ends', () => {
    const { dataset } = createDataset(rows);
    for (const kpi of listKpis()) {
      const steps = runSteps(dataset, { kpi });
      let slices = 0;
      let step = steps.next();
      for (; !step.done; step = steps.next()) slices++;
      expect(slices, kpi).to.be.at.least(3);
      expect(JSON.stringify(step.value)).to.equal(JSON.stringify(run(dataset, { kpi })));
    }
    expect(() => runSteps(dataset, { kpi: 'x' }).next()).to.throw(KpiError);
  });

  it('answers the same twice: nothing is kept between requests', () => {
    const { dataset } = createDataset(rows);
    const first = JSON.stringify(run(dataset, { kpi: 'churn', filter: { segment: ['TBC'] } }));
    run(dataset, { kpi: 'rfm', asOf: '2024-01-31' });
    expect(JSON.stringify(run(dataset, { kpi: 'churn', filter: { segment: ['TBG'] } }))).to.equal(first);
  });
});
