import { expect } from 'chai';
import { column, ingest, noticeCodes, ordersOf, refusal, table } from './ingest-helpers.js';

const tableOf = (rows: unknown): string =>
  ingest(rows)
    .report.tables.map((one) => one.table)
    .join();

describe('headers of orders', () => {
  const french: Record<string, unknown>[] = [
    {
      'N° commande': 'A1',
      'Date de commande': '15/01/2024',
      Client: 'K1',
      'Montant TTC': '12,50 €',
      Statut: 'Payée',
      Devise: 'EUR',
      Pays: 'France',
      Canal: 'Web',
    },
    { 'Numéro de commande': 'A1', Date: '15/01/2024', 'N° client': 'K1', Montant: '12,50', État: 'Expédiée' },
    { 'Nº commande': 'A1', date_commande: '15-01-2024', 'Code client': 'K1', 'Total TTC': '12,50' },
    { numeroDeCommande: 'A1', dateDeLaCommande: '2024-01-15', codeClient: 'K1', chiffreDAffaires: '12,50' },
    { commande: 'A1', 'Date d’achat': '15.01.2024', 'Numéro client': 'K1', CA: '12,50' },
    { 'NUMERO COMMANDE': 'A1', 'DATE COMMANDE': '20240115', 'ID CLIENT': 'K1', 'Chiffre d’affaires': 12.5 },
    { 'Réf. commande': 'A1', Date: '2024-01-15', Acheteur: 'K1', 'Prix total': '12,50 €' },
    { Référence: 'A1', Date: '2024-01-15', 'Réf. client': 'K1', 'Net à payer': '12,50' },
    { Commande: 'A1', Date: '2024-01-15', 'Identifiant client': 'K1', 'Montant facturé': '12,50' },
    { Commande: 'A1', Date: '2024-01-15', 'Nom du client': 'K1', Revenu: '12,50' },
    { 'N° facture': 'A1', 'Date de facturation': '15/01/2024', 'N° client': 'K1', 'Montant total TTC': '12,50 €' },
    { 'N° commande': 'A1', Date: '2024-01-15', 'Code client': 'K1', 'Montant payé': '12,50', Quantité: 3 },
    { 'Référence commande': 'A1', 'Date facture': '2024-01-15', client: 'K1', 'Total commande': 12.5 },
  ];
  const english: Record<string, unknown>[] = [
    { order_id: 'A1', order_date: '2024-01-15', customer_id: 'K1', total: 12.5 },
    { 'Order ID': 'A1', 'Order Date': '1/15/2024', 'Customer-ID': 'K1', 'Total Amount': '$12.50' },
    { orderId: 'A1', createdAt: 1705276800, userId: 'K1', amount: 12.5 },
    { InvoiceNo: 'A1', InvoiceDate: '2024-01-15', CustomerID: 'K1', Revenue: 12.5 },
    { 'order.id': 'A1', 'created.at': '2024-01-15', 'customer.id': 'K1', 'grand.total': 12.5 },
    { 'Order #': 'A1', Date: '2024-01-15', 'Customer ID': 'K1', 'N. Revenue': '12.50' },
    { order: { id: 'A1' }, created: '2024-01-15', customer: { id: 'K1' }, totalPrice: 12.5 },
  ];
  for (const row of [...french, ...english]) {
    it(Object.keys(row).join(', '), () => {
      const { dataset, report } = ingest([row]);
      expect(tableOf([row])).to.equal('orders');
      expect([dataset.orders?.id.at(0), dataset.orders?.net[0], dataset.customers.key.at(0), report.from]).to.deep.equal([
        'A1',
        1250,
        'K1',
        '2024-01-15',
      ]);
    });
  }

  it('takes the best of several and keeps the others aside', () => {
    const { report } = ingest([
      {
        id: 7,
        order_id: 'A1',
        customer_id: 'c',
        email: 'a@x.org',
        created_at: '2024-01-15',
        'Paid at': '2024-01-16',
        total: 5,
        amount: 6,
        note: 'x',
      },
    ]);
    expect(column(report, 'id')).to.deep.equal({ column: 'id', header: 'order_id', by: 'alias', format: 'text' });
    expect(column(report, 'total')).to.deep.equal({ column: 'total', header: 'total', by: 'alias', format: 'decimal:point' });
    expect(column(report, 'created_at')).to.deep.equal({ column: 'created_at', header: 'created_at', by: 'alias', format: 'date:iso' });
    expect(table(report, 'orders').aside).to.deep.equal(['Paid at', 'amount', 'id', 'note']);
  });

  it('knows headers that only some rows have, wherever they stand', () => {
    const rows = [
      { id: 1, date: '2024-01-15', total: 5 },
      { id: 2, date: '2024-01-15', total: 5, status: 'cancelled' },
    ];
    expect(ordersOf(rows).length).to.equal(1);
    expect(ordersOf([...rows].reverse()).length).to.equal(1);
  });
});

describe('a bare list of rows', () => {
  const lists: [string, object][] = [
    ['steps', { step: 'Calls', count: 10 }],
    ['steps', { étape: 'Appels', nombre: 10 }],
    ['steps', { name: 'Calls', value: 10 }],
    ['steps', { label: 'Calls', count: 10, group: 'web' }],
    ['events', { event_name: 'cart', timestamp: 1705276800, user_pseudo_id: 'v' }],
    ['events', { Événement: 'panier', Date: '2024-01-15', Visiteur: 'v' }],
    ['events', { type: 'call', at: '2024-01-15', customer_id: 'c' }],
    ['visits', { idVisit: 1, visitorId: 'v', serverTimestamp: 1705276800 }],
    ['visits', { Visiteur: 'v', 'Date de visite': '15/01/2024', Canal: 'Web' }],
    ['visits', { visitor_id: 'v', started_at: '2024-01-15' }],
    ['refunds', { 'N° commande': 'A1', Date: '2024-01-15', Remboursement: '5,00' }],
    ['refunds', { refund_id: 1, order_id: 'A1', created_at: '2024-01-15', amount: 5 }],
    ['orders', { order_id: 'A1', date: '2024-01-15', total: 5, 'Refunded Amount': 1 }],
    ['customers', { customer_id: 'c', created_at: '2024-01-15', country: 'FR' }],
    ['customers', { Email: 'a@x.org', 'Total Spent': '12.00' }],
    ['customers', { 'N° client': 'c', 'Date d’inscription': '2024-01-15' }],
    ['identities', { visitorId: 'v', userId: 'u' }],
  ];
  for (const [name, row] of lists) it(`${Object.keys(row).join(', ')}: ${name}`, () => expect(tableOf([row])).to.equal(name));

  it('is what the page says it is', () => {
    const { dataset } = ingest([{ id: 'c1', date: '2024-01-15', value: 3 }], { table: 'customers' });
    expect([...dataset.customers.key]).to.deep.equal(['c1']);
  });

  it('of columns is recognised alike', () => {
    const { dataset, report } = ingest({
      columns: {
        order_date: ['2024-01-15', '2024-01-16', 'x'],
        total: Float64Array.of(1.5, 2, 3),
        customer_id: ['a', 'b', 'c'],
        note: 'no list',
      },
    });
    expect([...(dataset.orders?.net ?? [])]).to.deep.equal([150, 200]);
    expect(table(report, 'orders').refused[0].examples).to.deep.equal([{ path: '$.columns.order_date[2]', got: 'x' }]);
  });

  it('without rows is an empty data set', () => {
    const { dataset, report } = ingest([]);
    expect([dataset.orders, dataset.steps, dataset.range, report.tables]).to.deep.equal([null, null, null, []]);
    expect(noticeCodes(report)).to.deep.equal(['no-rows']);
  });
});

describe('columns known by their values only', () => {
  it('are taken when nothing else can be meant, with a notice', () => {
    const rows = [
      { Kunde: 'K1', Datum: '15.01.2024', Betrag: '12,50', Stück: 2 },
      { Kunde: 'K2', Datum: '16.01.2024', Betrag: '1.250,00', Stück: 1 },
      { Kunde: 'K1', Datum: '17.01.2024', Betrag: '3,00', Stück: 1 },
    ];
    const { dataset, report } = ingest(rows);
    expect([...(dataset.orders?.net ?? [])]).to.deep.equal([1250, 125000, 300]);
    expect(table(report, 'orders').columns.map(({ column: ours, header, by }) => [ours, header, by])).to.deep.equal([
      ['created_at', 'Datum', 'values'],
      ['total', 'Betrag', 'values'],
    ]);
    expect(noticeCodes(report)).to.deep.equal(['column-by-values', 'column-by-values']);
  });

  it('are not taken for money when they are whole numbers', () => {
    expect(refusal([{ date: '2024-01-15', visiteurs: 10 }]).code).to.equal('no-table');
  });

  it('are refused when two could be meant', () => {
    expect(refusal({ orders: [{ order_date: '2024-01-15', a: 1.5, b: 2.5 }] })).to.deep.include({
      code: 'missing-column',
      path: '$.orders',
    });
  });
});

describe('mapping', () => {
  const rows = [{ Kunde: 'K1', Tag: '2024-01-15', A: 1.5, B: 2.5, total: 9 }];

  it('goes before everything else', () => {
    const { dataset, report } = ingest(rows, { mapping: { total: 'B', created_at: 'Tag', customer_id: 'Kunde' } });
    expect(dataset.orders?.net[0]).to.equal(250);
    expect(column(report, 'total')).to.deep.include({ header: 'B', by: 'mapping' });
    expect(ingest(rows, { mapping: { orders: { total: 'A', created_at: 'Tag', customer_id: 'Kunde' } } }).dataset.orders?.net[0]).to.equal(
      150,
    );
    expect(
      ingest({ orders: rows, customers: [{ id: 'K1' }] }, { mapping: { total: 'A', created_at: 'Tag', customer_id: 'Kunde' } }).dataset
        .orders?.net[0],
    ).to.equal(150);
  });

  it('names headers that exist', () => {
    const error = refusal({ orders: rows }, { mapping: { total: 'C' } });
    expect(error.code).to.equal('invalid-mapping');
    expect(error.details).to.deep.include({ got: 'C', columns: 'A, B, Kunde, Tag, total' });
  });

  it('names columns that exist', () => {
    const error = refusal({ orders: rows }, { mapping: { orders: { toString: 'A' } } });
    expect([error.code, error.details.got]).to.deep.equal(['invalid-mapping', 'toString']);
  });
});

describe('ready counts', () => {
  it('keep the order of input, and refuse what is no count', () => {
    const { dataset, report } = ingest([
      { step: 'Appels', count: '1 234' },
      { step: '', count: 1 },
      { step: 'Devis', count: -1 },
      { step: 'Devis', count: 2.5 },
      { step: 'Signés', count: 0 },
    ]);
    expect(dataset.steps).to.deep.equal({ length: 2, label: ['Appels', 'Signés'], count: Float64Array.of(1234, 0), group: null });
    expect(table(report, 'steps').refused.map(({ reason, count }) => [reason, count])).to.deep.equal([
      ['bad-count', 2],
      ['missing-step', 1],
    ]);
    expect(dataset.range).to.equal(null);
  });

  it('may be grouped', () => {
    expect(ingest({ steps: [{ label: 'a', value: 2, channel: 'web' }] }).dataset.steps?.group).to.deep.equal(['web']);
  });
});
