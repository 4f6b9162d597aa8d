import { expect } from 'chai';
import { ingest, noticeCodes, ordersOf, reasons, table } from './ingest-helpers.js';

const order = (rest: object): object => ({ id: 'o1', customer_id: 'c1', created_at: '2024-01-15', total: 100, ...rest });
const nets = (input: unknown, options = {}): number[] => [...ordersOf(input, options).net];

describe('net worth of an order (G3)', () => {
  it('is total - tax - shipping, as far as they are known', () => {
    expect(nets([order({ tax: 16.67, shipping: 5 }), order({ id: 'o2', tax: null, shipping: '' })])).to.deep.equal([7833, 10000]);
  });

  it('takes totals named HT as they are', () => {
    expect(nets([{ ...order({}), total: undefined, 'Montant HT': '80,00', 'Montant TVA': '16,00' }])).to.deep.equal([8000]);
    expect(
      nets([{ ...order({}), total: undefined, 'Total TTC': '96,00', 'Total HT': '80,00', TVA: '16,00' }]),
      'HT goes before TTC',
    ).to.deep.equal([8000]);
    expect(nets([{ ...order({}), total: undefined, 'Total TTC': '96,00', TVA: '16,00' }])).to.deep.equal([8000]);
  });

  it('uses the subtotal where there is no total', () => {
    expect(nets([{ ...order({}), total: undefined, subtotal: '50.00', tax: '10.00', shipping: '5' }])).to.deep.equal([5000]);
    expect(nets([order({}), order({ id: 'o2', total: null, subtotal: 7 })])).to.deep.equal([10000, 700]);
  });

  it('follows meta.tax_included', () => {
    const orders = [{ ...order({}), subtotal: 70, tax: 14, shipping: 5 }];
    expect(nets({ orders, meta: { tax_included: false } }), 'the subtotal, without tax').to.deep.equal([7000]);
    expect(nets({ orders: [order({ tax: 20 })], meta: { tax_included: false } }), 'no tax inside').to.deep.equal([10000]);
    expect(nets({ orders: [{ ...order({}), total: undefined, subtotal: 72, tax: 12 }], meta: { tax_included: true } })).to.deep.equal([
      6000,
    ]);
    expect(nets({ orders: [order({ tax: 20 })], meta: { tax_included: true } })).to.deep.equal([8000]);
  });

  it('what lies between it and the price is kept for the rows that count', () => {
    const between = (input: unknown) => {
      const { tax, shipping, discount } = ordersOf(input, {});
      return [tax, shipping, discount].map((amounts) => amounts && [...amounts]);
    };
    const rows = [
      order({ status: 'cancelled', tax: 1, shipping: 2, discount_total: 3 }),
      order({ id: 'o2', tax: 16.67, shipping: 5, discount_total: '-10.00' }),
      order({ id: 'o3', tax: null, shipping: '', discount_total: null }),
    ];
    expect(between(rows)).to.deep.equal([
      [1667, 0],
      [500, 0],
      [1000, 0],
    ]);
    expect(between([order({})])).to.deep.equal([null, null, null]);
    expect(between([{ ...order({}), total: undefined, 'Montant HT': 80, 'Montant TVA': 16, Remise: 4 }]), 'tax is not in it').to.deep.equal(
      [[0], null, [400]],
    );
    expect(between([order({ total: 9e8, tax: 3e7 })]), 'over 32 bits').to.deep.equal([[3e9], null, null]);
  });

  it('ignores an optional column that holds no amounts, and says so', () => {
    const { dataset, report } = ingest([order({ shipping: 'Colissimo' }), order({ id: 'o2', shipping: 'Relais' })]);
    expect([...(dataset.orders?.net ?? [])]).to.deep.equal([10000, 10000]);
    expect(noticeCodes(report)).to.deep.equal(['column-ignored']);
    expect(table(report, 'orders').aside).to.deep.equal(['shipping']);
  });

  it('refuses an order whose tax nobody can read', () => {
    const rows = [order({ tax: 20 }), order({ id: 'o2', tax: 20 }), order({ id: 'o3', tax: '20 %' })];
    const { report } = ingest(rows);
    expect(table(report, 'orders').refused).to.deep.equal([
      { reason: 'bad-amount', count: 1, examples: [{ path: '$[2].tax', got: '20 %' }] },
    ]);
  });
});

describe('orders that count (G4)', () => {
  const statusOf = (status: unknown, rest: object = {}): string =>
    Object.keys(reasons(ingest([order({ status: 'paid' }), order({ id: 'o2', status, ...rest })]).report))[0] ?? 'used';

  const words: [string, string][] = [
    [
      'used',
      'paid Processing COMPLETED fulfilled partially_refunded partially-refunded succeeded wc-completed closedwon Closed_Won Payée payé Expédiée Livré Terminée En_cours_de_préparation Paiement_accepté Validée',
    ],
    ['status-cancelled', 'cancelled canceled voided closedlost trash Annulée annulé Abandonnée'],
    ['status-failed', 'failed declined Refusée Échouée Impayée Erreur_de_paiement'],
    ['status-pending', 'pending on-hold wc-pending authorized draft En_attente En_attente_de_paiement Brouillon Devis contractsent'],
    ['status-pending', 'Uncaptured not_paid Incomplete Invalide Non_validée Non_confirmée Unconfirmed Unapproved disapproved Unpaid'],
    ['used', 'not_refunded Non_remboursé'],
    ['fully-refunded', 'refunded Remboursée remboursé'],
    ['test-order', 'test'],
  ];
  for (const [reason, list] of words) {
    it(`${reason}: ${list}`, () => {
      for (const word of list.split(' ')) expect(statusOf(word.replaceAll('_', ' ')), word).to.equal(reason);
    });
  }

  it('an order without status counts', () => {
    for (const status of [null, undefined, '', '  ']) expect(statusOf(status)).to.equal('used');
  });

  it('leaves out statuses that no system knows, and names them', () => {
    const { report } = ingest([
      order({ status: 'paid' }),
      order({ id: 'o2', status: 'Zorglub' }),
      order({ id: 'o3', status: 'Zorglub' }),
      order({ id: 'o4', status: 'Bof' }),
    ]);
    expect(reasons(report)).to.deep.equal({ 'status-unknown': 3 });
    expect(report.notices[0]).to.deep.include({ code: 'unknown-status', table: 'orders', column: 'status' });
    expect(report.notices[0].details).to.deep.equal({ words: 'Zorglub (2), Bof (1)', count: 3 });
  });

  it('does not use a status column without a single order status', () => {
    const { dataset, report } = ingest([order({ state: 'CA' }), order({ id: 'o2', state: 'NY' })]);
    expect(dataset.orders?.length).to.equal(2);
    expect(noticeCodes(report)).to.deep.equal(['status-ignored']);
  });

  it('reads yes-or-no columns as statuses', () => {
    const { report } = ingest([order({ Captured: 'true' }), order({ id: 'o2', Captured: 'false' }), order({ id: 'o3', Captured: true })]);
    expect(reasons(report)).to.deep.equal({ 'status-pending': 1 });
  });

  it('leaves out charges that are authorised but not captured', () => {
    const charge = (id: string, captured: unknown): object => ({ id, status: 'succeeded', captured, created_at: '2024-01-15', amount: 10 });
    const { dataset, report } = ingest([charge('a', true), charge('b', false), charge('c', null), charge('d', 'false')]);
    expect([...dataset.orders!.id]).to.deep.equal(['a', 'c']);
    expect(reasons(report)).to.deep.equal({ 'status-pending': 2 });
  });

  it('leaves out cancelled, test and worthless orders', () => {
    const rows = [
      order({ cancelled_at: '2024-02-01' }),
      order({ id: 'o2', test: 'true' }),
      order({ id: 'o3', total: 0 }),
      order({ id: 'o4', cancelled_at: null, test: false }),
    ];
    const { dataset, report } = ingest(rows);
    expect([...dataset.orders!.id]).to.deep.equal(['o4']);
    expect(reasons(report)).to.deep.equal({ 'status-cancelled': 1, 'test-order': 1, 'zero-value': 1 });
    expect(dataset.left.orders).to.deep.equal({ 'status-cancelled': 1, 'test-order': 1, 'zero-value': 1 });
  });

  it('knows the buyers of orders that do not count as leads', () => {
    const { dataset } = ingest([order({ status: 'cancelled' })]);
    expect([...dataset.customers.key]).to.deep.equal(['c1']);
    expect(dataset.orders?.length).to.equal(0);
  });
});

describe('ids', () => {
  it('keeps the last row of an id', () => {
    const { dataset, report } = ingest([
      order({ status: 'pending' }),
      order({ id: 'o2' }),
      order({ total: 40, status: 'paid' }),
      order({ total: 'oops' }),
    ]);
    expect([...dataset.orders!.id]).to.deep.equal(['o2', 'o1']);
    expect([...(dataset.orders?.net ?? [])]).to.deep.equal([10000, 4000]);
    expect(reasons(report)).to.deep.equal({ 'bad-amount': 1, 'duplicate-id': 1 });
  });

  it('takes 0 for an id, but not for a customer', () => {
    const row = (id: unknown, customer_id: unknown): object => ({ id, customer_id, created_at: '2024-01-15', total: 10 });
    const { dataset, report } = ingest([row(0, 'a'), row('0', 'b'), row(1, 0)]);
    expect([[...dataset.orders!.id], reasons(report)]).to.deep.equal([['0', '1'], { 'duplicate-id': 1 }]);
    expect([...(dataset.orders?.customer ?? [])]).to.deep.equal([1, -1]);
    const mails = [{ id: 1, email: 0, created_at: '2024-01-15', total: 10 }];
    expect([...(ingest(mails).dataset.orders?.customer ?? [])], 'nor for an address').to.deep.equal([-1]);
    expect(nets({ orders: [row(0, 'a')], refunds: [{ order_id: 0, amount: 4 }] })).to.deep.equal([600]);
  });

  it('are the same with and without the mark of a number', () => {
    const row = (id: string, total: number): object => ({ id, customer_id: 'a', created_at: '2024-01-15', total });
    const { dataset, report } = ingest([row('#7', 10), row('8', 20), row('7', 30), row('#8', -5)]);
    expect([[...dataset.orders!.id], [...dataset.orders!.net]]).to.deep.equal([
      ['8', '7'],
      [1500, 3000],
    ]);
    expect(reasons(report)).to.deep.equal({ 'duplicate-id': 1 });
  });

  it('takes 17 and "17" for the same', () => {
    expect(ordersOf([order({ id: 17 }), order({ id: '17 ' })]).length).to.equal(1);
  });

  it('numbers the rows where there is no id', () => {
    const rows = [
      { date: '2024-01-01', amount: 5 },
      { date: '2024-01-01', amount: 'x' },
      { date: '2024-01-02', amount: 5 },
    ];
    expect([...ordersOf(rows).id]).to.deep.equal(['1', '3']);
  });

  it('refuses rows without id, date or amount', () => {
    const { report } = ingest([order({}), order({ id: '' }), order({ id: 'o3', created_at: null }), order({ id: 'o4', total: '' })]);
    expect(reasons(report)).to.deep.equal({ 'missing-amount': 1, 'missing-date': 1, 'missing-id': 1 });
    expect(table(report, 'orders').refused.map(({ examples }) => examples[0].path)).to.deep.equal([
      '$[3].total',
      '$[2].created_at',
      '$[1].id',
    ]);
  });
});

describe('time', () => {
  it('knows the last day of the data from every row that has a date', () => {
    const row = (id: string, created_at: string, status: string): object => ({ id, customer_id: 'a', created_at, total: 10, status });
    const orders = [row('a', '2024-01-10', 'paid'), row('b', '2024-03-01', 'cancelled'), row('c', '2024-01-05', 'failed')];
    const refunds = [{ order_id: 'a', amount: 1, created_at: '2024-03-20' }];
    const { report } = ingest({ orders, refunds });
    expect([report.from, report.to]).to.deep.equal(['2024-01-05', '2024-03-20']);
  });

  it('refuses rows dated after the data was made', () => {
    const rows = (generated_at: unknown): unknown => ({
      meta: { generated_at },
      orders: [order({ created_at: '2024-01-15T12:00:00Z' }), order({ id: 'o2', created_at: '2024-01-16T00:00:01Z' })],
    });
    expect(reasons(ingest(rows('2024-01-15')).report), 'the whole day').to.deep.equal({ 'after-generated-at': 1 });
    expect(reasons(ingest(rows('2024-01-15T11:00:00Z')).report)).to.deep.equal({ 'after-generated-at': 2 });
    expect(reasons(ingest(rows(1705449600)).report)).to.deep.equal({});
    expect(noticeCodes(ingest(rows('soon')).report)).to.deep.equal(['bad-generated-at']);
  });

  it('counts days in the zone of the option, else of meta, else UTC', () => {
    const data = (meta: object): unknown => ({ meta, orders: [order({ created_at: '2024-01-15T23:30:00Z' })] });
    const zone = ({ report }: ReturnType<typeof ingest>): unknown[] => [report.timeZone, report.timeZoneFrom, report.from];
    expect(zone(ingest(data({})))).to.deep.equal(['UTC', 'default', '2024-01-15']);
    expect(zone(ingest(data({ tz: 'Europe/Paris' })))).to.deep.equal(['Europe/Paris', 'meta', '2024-01-16']);
    expect(zone(ingest(data({ timeZone: 'Europe/Paris' }), { timeZone: 'America/New_York' }))).to.deep.equal([
      'America/New_York',
      'option',
      '2024-01-15',
    ]);
  });
});
