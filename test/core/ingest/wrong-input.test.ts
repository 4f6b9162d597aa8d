import { expect } from 'chai';
import { ingest, noticeCodes, ordersOf, reasons, refusal, table } from './ingest-helpers.js';

const row = (rest: object = {}): object => ({ id: 'o1', customer_id: 'c1', created_at: '2024-01-15', total: 10, ...rest });

describe('input that is no data set', () => {
  const wrong: [string, unknown][] = [
    ['a number', 5],
    ['null', null],
    ['undefined', undefined],
    ['a boolean', true],
    ['a function', () => []],
    ['an empty object', {}],
    ['meta alone', { version: 1, meta: { currency: 'EUR' } }],
    ['an unknown key', { foo: row() }],
    ['JSON of a number', '5'],
    ['JSON of a text', '"orders"'],
    ['a text of 5 MB', `"${'a'.repeat(5_000_000)}"`],
    ['a table that is a text', { orders: 'none' }],
    ['a table that is an object', { orders: { a: 1 } }],
    ['columns that are no object', { columns: 7 }],
    [
      'lists of lists',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['a list of numbers', [1, 2, 3]],
    ['rows of nothing', [{}, {}]],
    ['headers that say nothing', [{ foo: 'x', bar: 'y' }]],
  ];
  for (const [name, input] of wrong) {
    it(`${name}: no-table`, () => {
      const error = refusal(input);
      expect(error.code).to.equal('no-table');
      expect(error.message)
        .to.match(/^[^:]+: [^;]+; got /)
        .and.to.have.length.below(1000);
      expect(error.details).to.include.keys('columns', 'needed');
    });
  }

  it('names the headers found and the path', () => {
    expect(refusal([{ foo: 'x', 'bar baz': 'y' }])).to.deep.include({ path: '$' });
    expect(refusal([{ foo: 'x', 'bar baz': 'y' }]).details.columns).to.equal('bar baz, foo');
    expect(refusal({ orders: 5 }).path).to.equal('$.orders');
  });

  it('tells which column is missing and which were found', () => {
    const error = refusal({ orders: [{ customer_id: 'c1', created_at: '2024-01-15', note: 'x' }] });
    expect(error.code).to.equal('missing-column');
    expect(error.path).to.equal('$.orders');
    expect(error.details).to.deep.equal({ table: 'orders', column: 'total or subtotal', columns: 'created_at, customer_id, note' });
    expect(refusal({ visits: [{ visitor_id: 'v' }] }).details.column).to.equal('started_at');
    expect(refusal({ steps: [{ foo: 1 }] }).details.table).to.equal('steps');
  });

  it('tells the currencies and their rows', () => {
    const error = refusal({
      orders: [row({ currency: 'USD' }), row({ currency: 'EUR' }), row({ currency: 'eur' })],
      refunds: [{ order_id: 'o1', amount: 1, currency: 'CHF', date: '2024-01-16' }],
    });
    expect(error.code).to.equal('mixed-currency');
    expect(error.details).to.deep.equal({ currencies: 'EUR (2), CHF (1), USD (1)', EUR: 2, CHF: 1, USD: 1 });
    expect(refusal([row({ total: '5 €' }), row({ total: '$5' })]).details.currencies).to.equal('$ (1), EUR (1)');
  });

  it('refuses wrong options', () => {
    expect(refusal([row()], { timeZone: 'Mars/Olympus' }).code).to.equal('invalid-time-zone');
    expect(refusal([row()], { currency: 'euroland' }).code).to.equal('invalid-param');
    expect(refusal([row()], { table: 'constructor' as 'orders' }).code).to.equal('invalid-param');
    expect(refusal([row()], { mapping: 'x' as unknown as Record<string, string> }).code).to.equal('invalid-mapping');
  });
});

describe('rows that cannot be read', () => {
  it('are refused one by one, with the first five', () => {
    const rows = [row(), null, 5, 'x', [], undefined, true, row({ id: 'o2' })];
    const { report } = ingest(rows);
    expect(table(report, 'orders')).to.deep.include({ read: 8, used: 2 });
    expect(table(report, 'orders').refused).to.deep.equal([
      {
        reason: 'bad-row',
        count: 6,
        examples: [
          { path: '$[1]', got: 'null' },
          { path: '$[2]', got: '5' },
          { path: '$[3]', got: 'x' },
          { path: '$[4]', got: '[array]' },
          { path: '$[5]', got: 'null' },
        ],
      },
    ]);
  });

  it('name the member in the path', () => {
    const { report } = ingest({ commandes: [{ 'N° commande': 'A', 'Date de commande': '2024-01-15', Montant: 'douze' }] });
    expect(table(report, 'orders').refused[0].examples[0].path).to.equal('$.commandes[0].Montant');
    const odd = ingest([{ 'Date de commande': 'hier', Montant: 5 }]);
    expect(table(odd.report, 'orders').refused[0].examples[0]).to.deep.equal({ path: '$[0]["Date de commande"]', got: 'hier' });
  });

  it('of objects instead of values', () => {
    const { report } = ingest([
      row(),
      row({ id: 'o2', total: { a: { b: {} } } }),
      row({ id: 'o3', created_at: [] }),
      row({ id: 'o4', total: true }),
    ]);
    expect(reasons(report)).to.deep.equal({ 'bad-amount': 1, 'bad-date': 1, 'missing-amount': 1 });
  });

  it('show a short copy of long values', () => {
    const { report } = ingest([row({ total: 'x'.repeat(5_000_000) })]);
    expect(table(report, 'orders').refused[0].examples[0].got).to.have.length(61);
  });
});

describe('objects of a page', () => {
  it('whose members throw are refused, not thrown', () => {
    const thrower = Object.defineProperty(row({ id: 'o2' }), 'total', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    const hidden = Object.defineProperty(row({ id: 'o3' }), 'total', {
      enumerable: false,
      get: () => {
        throw new Error('no');
      },
    });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    const { report } = ingest([row(), thrower, proxy, trap, hidden]);
    expect(reasons(report)).to.deep.equal({ 'bad-row': 3, 'missing-amount': 1 });
    expect(refusal(proxy).code).to.equal('no-table');
    expect(refusal(trap).code).to.equal('no-table');
  });

  it('may be of any class, or frozen, and stay as they were', () => {
    class Order {
      id = 'o9';
      total = 5;
      created_at = new Date(Date.UTC(2024, 0, 15, 10));
    }
    const rows = Object.freeze([Object.freeze(row()), new Order(), Object.assign(Object.create(null) as object, row({ id: 'o2' }))]);
    const before = JSON.stringify(rows);
    expect([...ordersOf(rows).id]).to.deep.equal(['o1', 'o9', 'o2']);
    expect(JSON.stringify(rows)).to.equal(before);
  });

  it('cannot reach prototypes', () => {
    const text = `{"__proto__":{"polluted":1},"constructor":[],"orders":[{"__proto__":{"total":1},"constructor":"x","toString":5,"id":"__proto__","customer_id":"constructor","created_at":"2024-01-15","total":5,"status":"toString","channel":"__proto__"}]}`;
    const { dataset, report } = ingest(text);
    expect([...dataset.customers.key]).to.deep.equal(['constructor']);
    expect([...dataset.orders!.id]).to.deep.equal(['__proto__']);
    expect(dataset.orders?.channel?.values).to.deep.equal(['__proto__']);
    expect(noticeCodes(report).sort()).to.deep.equal(['status-ignored', 'unknown-key', 'unknown-key']);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(refusal('{"__proto__":[{"a":1}]}').code).to.equal('no-table');
  });
});

describe('keys of the data set', () => {
  it('that are no tables are named in notices', () => {
    const { report } = ingest({ version: 1, meta: {}, orders: [row()], commandes: [row()], products: [{}], visits: null });
    expect(report.notices.map(({ code, details }) => [code, details?.path])).to.deep.equal([
      ['unknown-key', '$.commandes'],
      ['unknown-key', '$.products'],
    ]);
    expect(report.tables.map((one) => one.table)).to.deep.equal(['orders']);
  });

  it('do not matter where one member alone is a list', () => {
    expect([...ordersOf({ object: 'list', has_more: false, answer: [row()] }).id]).to.deep.equal(['o1']);
  });

  it('may name empty tables', () => {
    const { dataset } = ingest({ orders: [], visits: { columns: {} } });
    expect([dataset.orders?.length, dataset.visits?.length, dataset.range]).to.deep.equal([0, 0, null]);
  });
});
