/** Whatever a page hands over by mistake, the person reads what happened, where, and what to do; nothing is thrown into the page. */
import { expect } from 'chai';
import '../../src/define.js';

type Widget = HTMLElement & {
  data: unknown;
  src: string;
  ready: Promise<unknown>;
  status: string;
  report: {
    notices: { code: string; message: string }[];
    tables: { refused: { reason: string; count: number; examples: { path: string }[] }[]; used: number }[];
  } | null;
};

const thrown: string[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
  thrown.push('message' in event ? event.message : String(event.reason));
};

async function settled(tag: string, feed: (widget: Widget) => void): Promise<Widget> {
  const widget = document.createElement(tag) as Widget;
  widget.lang = 'fr';
  feed(widget);
  document.body.append(widget);
  await widget.ready.catch(() => null);
  await new Promise((done) => setTimeout(done, 50));
  return widget;
}

const words = (widget: Widget): string => (widget.shadowRoot!.textContent ?? '').replace(/\s+/g, ' ');
const served = (text: string, type = 'application/json'): string => URL.createObjectURL(new Blob([text], { type }));

const order = { customer_id: 'C1', order_date: '2024-03-01', revenue: 10 };
const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

/** What, how it is fed, what the person reads (what happened; where or what to do). */
const refused: [string, (widget: Widget) => void, RegExp, RegExp][] = [
  ['text that is not JSON', (w) => (w.src = served('{"orders": [1, 2')), /pas du JSON valide/, /ligne|colonne|line|column/i],
  [
    'a web page instead of JSON',
    (w) => (w.src = served('<!doctype html><html><body>Login</body></html>', 'text/html')),
    /page web est arrivée/,
    /l’adresse/,
  ],
  ['an address that answers 404', (w) => (w.src = '/nowhere/orders.json'), /n’ont pas pu être récupérées/, /404/],
  [
    'an address that does not answer',
    (w) => (w.src = 'http://127.0.0.1:9/orders.json'),
    /n’ont pas pu être récupérées/,
    /Vérifiez la connexion/,
  ],
  [
    'no recognisable table',
    (w) =>
      (w.data = [
        { foo: true, bar: null },
        { foo: false, bar: null },
      ]),
    /tableau n’a été reconnu/,
    /Attendu : .*customer_id.*Reçu : .*foo/,
  ],
  ['an empty text', (w) => (w.src = served('')), /aucune ligne|vide/, /Vérifiez l’export/],
  [
    'mixed currencies',
    (w) =>
      (w.data = [
        { ...order, currency: 'EUR' },
        { ...order, currency: 'USD' },
      ]),
    /plusieurs devises/,
    /EUR.*USD|USD.*EUR/,
  ],
  ['a single string of 5 MB', (w) => (w.src = served(JSON.stringify('x'.repeat(5_000_000)))), /JSON|tableau n’a été reconnu/, /./],
  ['nesting 100,000 deep', (w) => (w.src = served(nested(100_000))), /tableau n’a été reconnu/, /liste de lignes/],
  ['a number', (w) => (w.data = 42), /tableau n’a été reconnu|JSON/, /./],
];

const paid = { ...order, order_id: 'A1', status: 'paid' };

/** Code of a notice, data that lead to it, what the person reads: where (names as in the data), what to do. */
const noted: [string, unknown, RegExp, RegExp][] = [
  ['ambiguous-format', [{ ...order, order_date: '03/04/2024' }], /double sens : commandes, « order_date »\./, /comme 2024-06-30/],
  ['bad-generated-at', { orders: [order], meta: { generated_at: 'hier' } }, /Date d’export illisible : « .?hier.? »\./, /comme 2024-06-30/],
  ['column-by-values', [{ customer_id: 'C1', total: 10, achat: '2024-03-01' }], /valeurs : commandes, « achat »\./, /Nommez la bonne/],
  ['column-ignored', [{ ...order, tax: 'oui' }], /non utilisée.* : commandes, « tax »\./, /Nommez la bonne/],
  ['mixed-formats', [order, { ...order, order_date: '12 mars 2024' }], /façons : commandes, « order_date »\./, /comme 2024-06-30/],
  ['no-rows', [], /Une liste est vide\./, /Vérifiez l’export/],
  [
    'refunds-given-twice',
    { orders: [{ ...paid, refunded_amount: 2 }], refunds: [{ order_id: 'A1', amount: 3, created_at: '2024-03-02' }] },
    /deux fois : commandes, « refunded_amount »\./,
    /Ôtez cette colonne/,
  ],
  ['status-ignored', [{ ...paid, status: 'bleu' }], /non utilisée.* : commandes, « status », « bleu \(1\) »\./, /Nommez la bonne/],
  ['unknown-key', { orders: [order], chats: [] }, /non utilisé : « chats »\./, /Vérifiez ce qui est écrit/],
  [
    'unknown-status',
    [paid, { ...paid, order_id: 'A2', status: 'bleu' }],
    /ne comptent pas : commandes, « status », « bleu \(1\) »\./,
    /« payée »/,
  ],
];

describe('wrong input', () => {
  before(() => {
    window.addEventListener('error', note);
    window.addEventListener('unhandledrejection', note);
  });
  after(() => {
    window.removeEventListener('error', note);
    window.removeEventListener('unhandledrejection', note);
    expect(thrown).to.deep.equal([]);
  });

  for (const [what, feed, happened, where] of refused) {
    it(`${what}: says so in words`, async () => {
      const widget = await settled('rfm-matrix', feed);
      expect(widget.status).to.equal('error');
      expect(words(widget)).to.match(happened).and.to.match(where);
      widget.remove();
    });
  }

  const widgets = ['kpi-funnel', 'rfm-matrix', 'churn-alerts', 'kpi-pulse', 'cohort-triangle', 'lifecycle-flow', 'purchase-timing'];
  for (const tag of widgets)
    it(`a list without rows, ${tag}: there are no data, no table is missing`, async () => {
      const widget = await settled(tag, (w) => (w.data = []));
      expect(widget.status).to.equal('empty');
      expect(words(widget))
        .to.match(/pas de données pour ce chiffre/i)
        .and.to.match(/Une liste est vide/);
      expect(words(widget)).to.not.match(/table manque/i);
      widget.remove();
    });

  it('a figure that nobody knows: says which there are', async () => {
    const widget = await settled('kpi-pulse', (w) => {
      w.setAttribute('kpis', 'sales, turnover');
      w.data = [order];
    });
    expect(widget.status).to.equal('error');
    expect(words(widget))
      .to.match(/Reçu : "turnover"/)
      .and.to.match(/Attendu : sales-day, .*\bnet-revenue\b.*\battrition\b/);
    widget.remove();
  });

  it('text dates of three kinds: reads what is clear, counts and shows the rest with its place', async () => {
    const dates = ['2024-03-12', '13/04/2024', '12 mars 2024', 'le mois dernier'];
    const widget = await settled(
      'rfm-matrix',
      (w) => (w.data = dates.map((order_date, index) => ({ customer_id: `C${index}`, order_date, revenue: 10 }))),
    );
    expect(['ready', 'partial']).to.include(widget.status);
    const table = widget.report!.tables[0]!;
    expect(table.used).to.equal(3);
    expect(table.refused.map(({ reason, count, examples }) => [reason, count, examples[0]!.path])).to.deep.equal([
      ['bad-date', 1, '$[3].order_date'],
    ]);
    expect(words(widget))
      .to.match(/date illisible/)
      .and.to.match(/le mois dernier/);
    widget.remove();
  });

  for (const [code, data, where, todo] of noted) {
    it(`notice ${code}: says where and what to do in the person's language`, async () => {
      const widget = await settled('rfm-matrix', (w) => (w.data = data));
      const { message } = widget.report!.notices.find((notice) => notice.code === code)!;
      expect(words(widget)).to.match(where).and.to.match(todo).and.not.to.contain(message);
      widget.remove();
    });
  }

  it('French amounts are read to the cent', async () => {
    const widget = await settled('rfm-matrix', (w) => {
      w.data = ['1 234,56 €', '1\u202f000,04 €', '12,40 €'].map((montant, index) => ({ client: `C${index}`, date: '2024-03-01', montant }));
      w.setAttribute('window', 'all');
    });
    const result = (await widget.ready) as { value: { revenue: number }; currency: string };
    expect(result.value.revenue).to.equal(2247);
    widget.remove();
  });

  it('keys named __proto__ and constructor change nothing', async () => {
    const text = `[{"__proto__": {"polluted": 1}, "constructor": "x", "customer_id": "C1", "order_date": "2024-03-01", "revenue": 10}]`;
    const widget = await settled('rfm-matrix', (w) => (w.src = served(text)));
    expect(['ready', 'partial']).to.include(widget.status);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    widget.remove();
  });

  it('functions in rows are nothing, as in JSON: the row is refused, and its place is told', async () => {
    const widget = await settled('rfm-matrix', (w) => (w.data = [order, { ...order, revenue: () => 10 }]));
    expect(widget.status).to.equal('partial');
    expect(words(widget)).to.contain('$[1].revenue');
    widget.remove();
  });

  it('rows that are all refused leave no figure, and say why and where', async () => {
    const widget = await settled('rfm-matrix', (w) => (w.data = [{ customer_id: 'c', created_at: 'hier', total: 5 }]));
    expect(widget.status).to.equal('empty');
    expect(words(widget))
      .to.match(/date illisible/)
      .and.to.contain('$[0].created_at');
    widget.remove();
  });
});
