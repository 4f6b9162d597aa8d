import { expect } from 'chai';
import { eventName, namesOf } from '../../../src/core/kpi/funnel-presets.js';
import type { EventKind } from '../../../src/core/kpi/funnel-presets.js';
import { countsOf, eventsOf, eventSteps, runFunnel } from './funnel-run.js';
import type { TinyInput } from './tiny-dataset.js';

/** Two visitors; one is ann, who looks, puts, pays and tells a friend. */
const shop: TinyInput = {
  customers: [{ id: 'ann', created: '2024-01-02T10:00' }],
  identities: { v1: 'ann' },
  visits: [
    { visitor: 'v1', at: '2024-01-02T09:00', pages: 4 },
    { visitor: 'v1', at: '2024-01-05T09:00', pages: 1 },
    { visitor: 'v2', at: '2024-01-02T09:00', pages: 1 },
    { visitor: 'v3', at: '2024-01-02T09:00', pages: 2 },
  ],
  events: [
    { visitor: 'v1', at: '2024-01-02T09:05', type: 'Product Viewed' },
    { visitor: 'v1', at: '2024-01-02T09:10', type: 'Ajout au panier' },
    { visitor: 'v3', at: '2024-01-02T09:10', type: 'product_view' },
    { visitor: 'v1', at: '2024-01-05T09:10', type: 'share' },
  ],
  orders: [{ customer: 'ann', at: '2024-01-05T09:30', net: 40 }],
};

describe('funnel: presets', () => {
  it('lead: visit, known by name, customer', () => {
    const { value, status } = runFunnel(shop, { preset: 'lead' });
    expect(status).to.equal('ready');
    expect(countsOf(value.steps)).to.deep.equal({ visit: 3, lead: 1, customer: 1 });
    expect(value.steps.map((step) => step.label)).to.deep.equal([null, null, null]);
    expect(value.steps[1].medianDays).to.equal(1 / 24);
  });

  it('ecommerce: an optional step that nobody records is left out without a word', () => {
    const { value, status, reasons } = runFunnel(shop, { preset: 'ecommerce' });
    expect(countsOf(value.steps)).to.deep.equal({ visit: 3, view: 2, cart: 1, purchase: 1 });
    expect([status, reasons]).to.deep.equal(['ready', []]);
  });

  it('aarrr: two pages activate, a second visit retains, telling a friend may be skipped', () => {
    const { value } = runFunnel(shop, { preset: 'aarrr' });
    expect(countsOf(value.steps)).to.deep.equal({ acquisition: 3, activation: 2, retention: 1, referral: 1, revenue: 1 });
  });

  it('aida: visit, product seen, wish, order', () => {
    expect(countsOf(runFunnel(shop, { preset: 'aida' }).value.steps)).to.deep.equal({ attention: 3, interest: 2, desire: 1, action: 1 });
  });

  it('auto: ready counts, else ecommerce where there are carts, else lead', () => {
    expect(runFunnel({ ...shop, steps: [{ step: 'a', count: 2 }] }).value.preset).to.equal('counts');
    expect(runFunnel(shop).value.preset).to.equal('ecommerce');
    expect(runFunnel({ ...shop, events: [] }).value.preset).to.equal('lead');
  });

  it('finds a step elsewhere when its table is not there', () => {
    const events = eventsOf(
      'ann 1T09:00 page_view',
      'ann 1T09:01 view_item',
      'ann 1T09:02 add_to_cart',
      'ann 1T09:03 purchase',
      'bob 1T09:00 page_view',
    );
    const { value, status } = runFunnel({ events }, { preset: 'ecommerce' });
    expect(countsOf(value.steps)).to.deep.equal({ visit: 2, view: 1, cart: 1, purchase: 1 });
    expect(status).to.equal('ready');
  });

  it('drops what the data lack, and says so', () => {
    const { visits, orders, customers, identities } = shop;
    const { value, status, reasons } = runFunnel({ visits, orders, customers, identities }, { preset: 'ecommerce' });
    expect(countsOf(value.steps)).to.deep.equal({ visit: 3, purchase: 1 });
    expect([status, reasons]).to.deep.equal(['partial', [{ code: 'missing-table', detail: 'events' }]]);
  });

  it('is empty where fewer than two steps are left', () => {
    const { value, status, reasons } = runFunnel({ visits: shop.visits }, { preset: 'ecommerce' });
    expect(value.steps).to.deep.equal([]);
    expect(status).to.equal('empty');
    expect(reasons).to.deep.equal([
      { code: 'no-data' },
      { code: 'missing-table', detail: 'events' },
      { code: 'missing-table', detail: 'orders' },
    ]);
  });

  it('starts with leads where nobody measures visits; a lead without a date is one all the same', () => {
    const input: TinyInput = {
      customers: [{ id: 'ann', created: '2024-01-01' }, { id: 'bob' }, { id: 'cid', created: '2024-03-01' }],
      orders: [
        { customer: 'ann', at: '2024-02-01', net: 10 },
        { customer: 'bob', at: '2024-01-10', net: 10 },
      ],
    };
    const { value } = runFunnel(input, { preset: 'lead' }, { asOf: '2024-02-15' });
    expect(value.unit).to.equal('lead');
    expect(countsOf(value.steps)).to.deep.equal({ lead: 2, customer: 2 });
    expect(value.steps[1].medianDays).to.equal(31);
  });

  it('has no leads where orders alone make people known', () => {
    const orders: TinyInput['orders'] = [
      { customer: 'ann', at: '2024-02-01', net: 10 },
      { customer: 'bob', at: '2024-01-10', net: 10 },
    ];
    const alone = runFunnel({ orders }, { preset: 'lead' });
    expect([alone.status, alone.value.steps]).to.deep.equal(['empty', []]);
    const counted = runFunnel({ orders, steps: [{ step: 'Calls', count: 10 }] }, { preset: 'lead' });
    expect([counted.status, counted.value.steps], 'ready counts make nobody known').to.deep.equal(['empty', []]);
    expect(alone.reasons).to.deep.include({ code: 'missing-table', detail: 'customers' });
    const sold = runFunnel({ orders, left: { order_lines: {}, products: {} } }, { preset: 'lead' });
    expect(sold.status, 'what was bought tells of nobody else').to.equal('empty');
    const visited = runFunnel({ orders, visits: [{ visitor: 'v', customer: 'ann', at: '2024-01-01' }] }, { preset: 'lead' });
    expect(countsOf(visited.value.steps), 'the visitor is known').to.deep.equal({ visit: 1, lead: 1, customer: 1 });
  });

  it('are ready counts where there is nothing else, whatever is asked for', () => {
    const steps = [
      { step: 'Calls', count: 10 },
      { step: 'Signed', count: 1 },
    ];
    for (const preset of ['auto', 'lead', 'ecommerce', 'aarrr', 'aida', 'counts'] as const)
      expect(countsOf(runFunnel({ steps }, { preset }).value.steps), preset).to.deep.equal({ Calls: 10, Signed: 1 });
    const mixed = runFunnel({ ...shop, steps }, { preset: 'lead' });
    expect(mixed.value.preset).to.equal('lead');
  });

  it('takes who was known before as known at once', () => {
    const input: TinyInput = {
      customers: [{ id: 'ann', created: '2023-06-01' }],
      visits: [{ visitor: 'v', customer: 'ann', at: '2024-01-01T10:00' }],
      orders: [{ customer: 'ann', at: '2024-01-03T10:00', net: 10 }],
    };
    const { value } = runFunnel(input, { preset: 'lead' });
    expect(countsOf(value.steps)).to.deep.equal({ visit: 1, lead: 1, customer: 1 });
    expect(value.steps.map((step) => step.medianDays)).to.deep.equal([null, null, 2]);
  });

  it('leaves out rows with nobody behind them, and tells how many', () => {
    const orders = [...shop.orders!, { at: '2024-01-03', net: 4 }, { customer: null, at: '2024-01-04', net: 4 }];
    const { reasons, value } = runFunnel({ ...shop, orders }, { preset: 'lead' });
    expect(reasons).to.deep.equal([{ code: 'unidentified', detail: '2' }]);
    expect(value.steps[2].count).to.equal(1);
  });
});

describe('funnel: names of events', () => {
  const named = (type: string, kind: EventKind): boolean => new RegExp(`^(${namesOf(kind)})$`).test(eventName(type));
  const names: Record<EventKind, string> = {
    page: 'page_view, PageView, Page Viewed, Viewed Page, screen_view, session_start, visit, visite, vue de page, page vue',
    engaged: 'user_engagement, Engagement, Engaged session',
    view: 'view_item, Product Viewed, Viewed Product, ViewContent, product_view, vue produit, Produit vu, fiche produit, produit',
    cart: 'add_to_cart, Add to Cart, addToCart, ADD-TO-CART, Added to Cart, Product Added, add_to_bag, cart, ajout panier, Ajouté au panier, mise au panier',
    wishlist: 'add_to_wishlist, Product Added to Wishlist, favorite, favourite, ajout aux favoris, liste d’envies, Coup de cœur',
    checkout: 'begin_checkout, Checkout Started, Started Checkout, InitiateCheckout, Début de commande, validation du panier',
    purchase: 'purchase, Order Completed, Placed Order, ecommerce order, transaction, achat, commande, Commande passée, vente',
    lead: 'generate_lead, Lead, sign_up, Signed Up, CompleteRegistration, Subscribe, form_submit, Contact, inscription, demande de devis',
    share: 'share, invite, refer, referral, partage, parrainage',
  };
  const kinds = Object.keys(names) as EventKind[];

  it('have no case, accents, separators', () => {
    expect(eventName('Début de commande')).to.equal('debutdecommande');
    expect(eventName('Coup de cœur')).to.equal('coupdecoeur');
  });

  for (const kind of kinds) {
    it(`of usual tools mean one thing each: ${kind}`, () => {
      for (const type of names[kind].split(', '))
        expect(
          kinds.filter((other) => named(type, other)),
          type,
        ).to.deep.equal([kind]);
    });
  }

  it('of other acts mean none of these', () => {
    for (const type of ['remove_from_cart', 'view_cart', 'view_item_list', 'unsubscribe', 'Order Cancelled', 'order_refunded', 'click'])
      expect(
        kinds.filter((kind) => named(type, kind)),
        type,
      ).to.deep.equal([]);
  });

  it('of a step of one’s own that never occur are told', () => {
    const { status, reasons, value } = runFunnel({ events: eventsOf('ann 1 visit') }, { steps: eventSteps('visit', 'vist') });
    expect(countsOf(value.steps)).to.deep.equal({ visit: 1, vist: 0 });
    expect([status, reasons]).to.deep.equal(['partial', [{ code: 'missing-event', detail: 'vist' }]]);
  });
});
