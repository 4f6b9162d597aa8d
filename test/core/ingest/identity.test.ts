import { expect } from 'chai';
import { ingest, reasons } from './ingest-helpers.js';

let next = 0;
const order = (rest: object): object => ({ id: `o${next++}`, created_at: '2024-01-15', total: 100, ...rest });
/** Key of the customer of each order, null for guests. */
const buyers = (input: unknown): (string | null)[] => {
  const { orders, customers } = ingest(input).dataset;
  return [...(orders?.customer ?? [])].map((one) => (one < 0 ? null : customers.key.at(one)!));
};

describe('identity (G9)', () => {
  it('is the customer id before the e-mail address', () => {
    expect(buyers([order({ customer_id: 'c1', email: 'a@x.org' }), order({ customer_id: 'c2', email: 'b@x.org' })])).to.deep.equal([
      'c1',
      'c2',
    ]);
  });

  it('compares e-mail addresses without case and spaces', () => {
    for (const header of ['email', 'Email (Billing)', 'E-mail du client'])
      expect(buyers([order({ [header]: ' Ana@X.org' }), order({ [header]: 'ana@x.org ' })])).to.deep.equal(['ana@x.org', 'ana@x.org']);
    const { customers } = ingest([order({ email: 'Ana@X.org' }), order({ email: 'b6f1c0ffee' })]).dataset;
    expect([...customers.keyIsEmail], 'hashed addresses are not shown either').to.deep.equal([1, 1]);
  });

  it('takes an address in the customer column for an address', () => {
    const { dataset } = ingest([order({ Client: 'Ana@X.org' }), order({ Client: 'K7' })]);
    expect([...dataset.customers.key]).to.deep.equal(['ana@x.org', 'K7']);
    expect([...dataset.customers.keyIsEmail]).to.deep.equal([1, 0]);
  });

  it('knows guests', () => {
    const guests = [0, '0', '', '  ', null, undefined, 'null', 'NaN', 'None', '(not set)'];
    expect(buyers(guests.map((customer_id) => order({ customer_id })))).to.deep.equal(guests.map(() => null));
    expect(ingest(guests.map((customer_id) => order({ customer_id }))).report.guestOrders).to.equal(guests.length);
  });

  it('takes 17850 and "17850" for one', () => {
    expect(buyers([order({ customer_id: 17850 }), order({ customer_id: '17850' })])).to.deep.equal(['17850', '17850']);
  });

  it('unites id and address of one person when the customers table gives both, wherever it stands', () => {
    const orders = [order({ email: 'ANA@x.org' }), order({ customer_id: 'c1' })];
    const customers = [{ id: 'c1', email: 'ana@x.org', created_at: '2024-01-01', country: 'FR' }];
    for (const data of [
      { orders, customers },
      { customers, orders },
    ]) {
      const { dataset } = ingest(data);
      expect(dataset.customers.length).to.equal(1);
      expect([...dataset.orders!.customer]).to.deep.equal([0, 0]);
      expect(dataset.customers.createdDay[0]).to.equal(19723);
      expect(dataset.customers.country?.values).to.deep.equal(['FR']);
    }
  });

  it('does not unite over an address that two ids share', () => {
    const rows = [
      order({ customer_id: 'c1', email: 'desk@x.org' }),
      order({ customer_id: 'c2', email: 'desk@x.org' }),
      order({ email: 'desk@x.org' }),
    ];
    expect(buyers(rows)).to.deep.equal(['c1', 'c2', 'desk@x.org']);
    expect(buyers([...rows].reverse())).to.deep.equal(['desk@x.org', 'c2', 'c1']);
  });

  it('keeps the last row of a customer, and refuses rows that name nobody', () => {
    const { dataset, report } = ingest({
      customers: [
        { id: 'c1', email: 'a@x.org', country: 'FR', lead_status: 'Prospect', created_at: 'x' },
        { id: '', email: '', country: 'DE' },
        { id: 'c1', email: 'a@x.org', country: 'BE', lead_status: 'VIP', created_at: '2024-01-02' },
        { email: 'A@x.org', country: 'LU' },
      ],
    });
    expect(reasons(report, 'customers')).to.deep.equal({ 'bad-date': 1, 'duplicate-id': 1, 'missing-id': 1 });
    expect(dataset.customers.country?.values).to.deep.equal(['LU']);
    expect(dataset.customers.leadStatus?.codes[0]).to.equal(-1);
    expect(report.notices).to.deep.equal([]);
  });

  it('is cut where no name is so long', () => {
    const { dataset } = ingest([{ id: 'o', customer_id: 'x'.repeat(5_000_000), created_at: '2024-01-15', total: 5 }]);
    expect([...dataset.customers.key]).to.deep.equal(['x'.repeat(500)]);
  });
});
