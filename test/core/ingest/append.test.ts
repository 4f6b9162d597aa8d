import { expect } from 'chai';
import { rawSteps } from '../../../src/core/ingest/create-dataset.js';
import type { DatasetOptions } from '../../../src/core/ingest/input.js';
import type { RawInput } from '../../../src/core/ingest/raw/raw-input.js';
import { Scan } from '../../../src/core/ingest/scan/scan.js';
import { noticeCodes, reasons, table } from './ingest-helpers.js';
import type { Ingested } from './ingest-helpers.js';

/** A data set to which rows are added: each piece is a document of its own, pushed in parts. */
function grown(pieces: readonly (unknown[] | object | readonly string[])[], options: DatasetOptions = {}): Ingested {
  let raw: RawInput | null = null;
  let made: Ingested | undefined;
  for (const piece of pieces) {
    const scan: Scan = new Scan(options, raw);
    const parts = piece instanceof Parts ? piece.texts : [JSON.stringify(piece)];
    for (const part of parts) scan.push(new TextEncoder().encode(part));
    raw = scan.finish();
    const steps = rawSteps(scan.input, { ...options, live: true });
    let step = steps.next();
    while (!step.done) step = steps.next();
    made = step.value;
  }
  return made!;
}

class Parts {
  readonly texts: readonly string[];
  constructor(...texts: string[]) {
    this.texts = texts;
  }
}

const order = (id: string, total: number, more: object = {}): object => ({
  id,
  customer_id: `c${id}`,
  created_at: '2025-03-01',
  total,
  ...more,
});
const nets = ({ dataset }: Ingested): number[] => [...dataset.orders!.net];

describe('rows added later', () => {
  const orders = [order('1', 100), order('2', 20)];
  const refunds = [{ order_id: '1', created_at: '2025-03-05', amount: 20 }];

  it('of another table than the bare list make a table of their own', () => {
    const read = grown([orders, { refunds }, { refunds: [{ order_id: '2', created_at: '2025-03-06', amount: 5 }] }, [order('3', 7)]]);
    expect(nets(read)).to.deep.equal([8000, 1500, 700]);
    expect(read.report.tables.map(({ table, read }) => [table, read])).to.deep.equal([
      ['orders', 3],
      ['refunds', 2],
    ]);
    expect(noticeCodes(read.report)).to.deep.equal([]);
    const customers = [{ id: 'c1', email: 'a@x.org', country: 'FR' }];
    expect(table(grown([{ data: orders }, { customers }]).report, 'customers').used).to.equal(1);
    expect(nets(grown([{ data: orders }, { customers }, [order('3', 7)]]))).to.deep.equal([10000, 2000, 700]);
  });

  it('of the same table under another name, or none, are added to it', () => {
    for (const first of [orders, { orders }, { data: orders }, { commandes: orders }])
      for (const second of [[order('3', 7)], { orders: [order('3', 7)] }, { commandes: [order('3', 7)] }]) {
        const read = grown([first, second]);
        expect(nets(read), JSON.stringify([first, second])).to.deep.equal([10000, 2000, 700]);
        expect(noticeCodes(read.report)).to.deep.equal([]);
      }
    expect(nets(grown([orders, { data: [order('3', 7)] }]))).to.deep.equal([10000, 2000, 700]);
  });

  it('may be tables where there were no rows at all', () => {
    const read = grown([[], { orders, refunds }, [order('3', 7)], { orders: [order('4', 1)] }]);
    expect(nets(read)).to.deep.equal([8000, 2000, 700, 100]);
    expect(noticeCodes(read.report)).to.deep.equal([]);
  });

  it('keep to the table that the page named', () => {
    const read = grown([[{ id: '1', email: 'a@x.org', total: 3, created_at: '2025-03-01' }], { orders: [order('3', 7)] }], {
      table: 'customers',
    });
    expect(read.report.tables.map(({ table, read }) => [table, read])).to.deep.equal([
      ['customers', 1],
      ['orders', 1],
    ]);
  });

  it('are told of where two members are one table', () => {
    const read = grown([{ orders, sales: [order('3', 7)] }]);
    expect(nets(read)).to.deep.equal([10000, 2000]);
    expect(read.report.notices).to.deep.include({
      code: 'unknown-key',
      message: '$.sales: orders stand at $.orders',
      details: { key: 'sales', path: '$.sales' },
    });
    expect(nets(grown([{ orders: [], sales: orders }]))).to.deep.equal([10000, 2000]);
    expect(
      nets(grown([new Parts('{"columns":{"id":["1"],"customer_id":["c"],"created_at":["2025-03-01"],"total":[3]},"orders":[]}')])),
    ).to.deep.equal([300]);
  });

  it('leave the lists inside rows read before as they were', () => {
    const first = order('1', 100, { refunds: [{ total: 30 }], line_items: [{ sku: 'a', quantity: 1, price: 100 }] });
    const text = JSON.stringify([order('2', 50, { refunds: [{ total: 5 }] })]);
    // Cut inside the first row that has lists; or a key of it comes twice.
    for (const cut of [text.indexOf('refunds') + 20, text.length - 5]) {
      const read = grown([[first], new Parts(text.slice(0, cut), text.slice(cut))]);
      expect(nets(read)).to.deep.equal([7000, 4500]);
      expect(read.dataset.tables.order_lines?.length).to.equal(1);
    }
    const twice = new Parts(text.replace('"total"', '"id":"3","total"'));
    expect(nets(grown([[first], twice]))).to.deep.equal([7000, 4500]);
  });

  it('get nothing of a row that was cut', () => {
    const cut = new Parts(
      '[{"id":"1","customer_id":"a","created_at":"2025-03-01","total":10},{"id":"2","total":999,"refunds":[{"total":3}],"x":',
    );
    const read = grown([cut, [{ id: '3', customer_id: 'c', created_at: '2025-03-05', refunds: [{}] }]], { allowPartial: true });
    expect(nets(read)).to.deep.equal([1000]);
    expect(reasons(read.report)).to.deep.equal({ 'missing-amount': 1 });
    const csv = new Parts('id,customer_id,created_at,total,note\n1,a,2025-03-01,10,x\n2,b,2025-03-01,999,"no end');
    const lines = grown([csv, [{ id: '3', customer_id: 'c', created_at: '2025-03-05' }]], { allowPartial: true });
    expect(nets(lines)).to.deep.equal([1000]);
    expect(reasons(lines.report)).to.deep.equal({ 'missing-amount': 1 });
  });

  it('may be cut where a table begins', () => {
    const text = `{"orders":${JSON.stringify(orders)},"customers":{"columns":{"id":["c1"]}}}`;
    for (let end = text.indexOf('customers'); end < text.length; end++)
      expect(nets(grown([new Parts(text.slice(0, end))], { allowPartial: true })), text.slice(0, end)).to.deep.equal([10000, 2000]);
  });

  it('may be one row, as one line', () => {
    expect(nets(grown([{ orders }, order('3', 7)]))).to.deep.equal([10000, 2000, 700]);
    expect(nets(grown([orders, new Parts('id,customer_id,created_at,total\n3,c,2025-03-02,7')]))).to.deep.equal([10000, 2000, 700]);
    expect(nets(grown([orders, new Parts('id,customer_id,created_at,total')]))).to.deep.equal([10000, 2000]);
  });
});
