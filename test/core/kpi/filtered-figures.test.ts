import { expect } from 'chai';
import { run } from '../../../src/core/engine.js';
import type { ChurnResult } from '../../../src/core/kpi/churn-types.js';
import type { Filter, KpiResult } from '../../../src/core/kpi/contract.js';
import type { FunnelResult } from '../../../src/core/kpi/funnel-types.js';
import type { RfmResult } from '../../../src/core/kpi/rfm-types.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyInput } from './tiny-dataset.js';

const asOf = '2024-06-30';
const ask = <V>(input: TinyInput, kpi: string, filter: Filter, params: object = {}): KpiResult<V> =>
  run(tinyDataset(input), { kpi, params, filter, asOf }) as KpiResult<V>;

describe('filter: a funnel of events', () => {
  const at = (minute: number): string => `2024-06-01T10:${String(minute).padStart(2, '0')}`;
  /** Visits have a channel, events have none: `v1` and `v2` come by mail, `v3` by ads; `v1` and `v3` buy, `v1` by a link of its own. */
  const shop: TinyInput = {
    identities: { v1: 'ann', v3: 'cid' },
    visits: [
      { visitor: 'v1', at: at(0), channel: 'mail' },
      { visitor: 'v2', at: at(0), channel: 'mail' },
      { visitor: 'v3', at: at(0), channel: 'ads' },
    ],
    events: ['v1', 'v2', 'v3'].flatMap((visitor) => [
      { visitor, at: at(1), type: 'view_item' },
      { visitor, at: at(2), type: 'add_to_cart' },
    ]),
    orders: [
      { customer: 'ann', at: at(9), net: 10, channel: 'direct' },
      { customer: 'cid', at: at(9), net: 10, channel: 'ads' },
    ],
  };
  const counts = ({ value }: KpiResult<FunnelResult>): Record<string, number | null> =>
    Object.fromEntries(value.steps.map(({ id, count }) => [id, count]));

  it('says who enters; what they do later counts wherever they do it', () => {
    const mail = ask<FunnelResult>(shop, 'funnel', { channel: ['mail'] }, { preset: 'ecommerce' });
    expect(counts(mail)).to.deep.equal({ visit: 2, view: 2, cart: 2, purchase: 1 });
    expect(counts(ask(shop, 'funnel', { channel: ['ads'] }, { preset: 'ecommerce' }))).to.deep.equal({
      visit: 1,
      view: 1,
      cart: 1,
      purchase: 1,
    });
  });

  it('agrees with the breakdown where everybody enters once', () => {
    const split = ask<FunnelResult>(shop, 'funnel', {}, { preset: 'ecommerce', breakdown: 'channel' }).value.breakdown!;
    for (const { key, steps } of split) {
      const alone = ask<FunnelResult>(shop, 'funnel', { channel: [key!] }, { preset: 'ecommerce' });
      expect(
        steps.map(({ count }) => count),
        key!,
      ).to.deep.equal(alone.value.steps.map(({ count }) => count));
    }
  });

  it('leaves later steps within the period', () => {
    const late = ask<FunnelResult>(shop, 'funnel', { period: { from: '2024-06-02' } }, { preset: 'ecommerce' });
    expect(counts(late)).to.deep.equal({ visit: 0, view: 0, cart: 0, purchase: 0 });
  });
});

describe('filter: columns that are not there', () => {
  const orders: TinyInput['orders'] = [{ customer: 'ann', at: '2024-06-01', net: 10 }];
  const bare = (kpi: string, filter: Filter): unknown[] => {
    const { status, reasons } = ask({ orders }, kpi, filter);
    return [status, reasons[0]];
  };

  it('are named, and nothing is said of nobody', () => {
    for (const kpi of ['rfm', 'churn']) {
      expect(bare(kpi, { channel: ['mail'] }), kpi).to.deep.equal(['empty', { code: 'missing-column', detail: 'orders.channel' }]);
      expect(bare(kpi, { country: ['FR'] }), kpi).to.deep.equal(['empty', { code: 'missing-column', detail: 'orders.country' }]);
    }
    const visits: TinyInput['visits'] = [{ visitor: 'v', customer: 'ann', at: '2024-06-01' }];
    const { status, reasons } = ask({ orders, visits }, 'funnel', { channel: ['mail'] }, { preset: 'lead' });
    expect([status, reasons[0]]).to.deep.equal(['empty', { code: 'missing-column', detail: 'visits.channel' }]);
  });

  it('are not missed where the customer has a country', () => {
    const customers: TinyInput['customers'] = [{ id: 'ann', country: 'FR' }];
    expect(ask<RfmResult>({ orders, customers }, 'rfm', { country: ['FR'] }).value.customers).to.equal(1);
  });
});

describe('filter: the window that the data lead to', () => {
  // Silent for 29 and 182 days: 105.5 on average, three months. Ads alone would lead to one month, mail alone to six.
  const shop: TinyInput = {
    orders: [
      { customer: 'new', at: '2024-06-01', net: 10, channel: 'ads' },
      { customer: 'old', at: '2023-12-31', net: 10, channel: 'mail' },
    ],
  };

  it('is that of all channels, so that they can be compared', () => {
    for (const channel of ['ads', 'mail']) {
      const { window } = ask<RfmResult>(shop, 'rfm', { channel: [channel] }).value;
      expect([window.rule, window.months], channel).to.deep.equal(['mean-recency', 3]);
      expect(ask<ChurnResult>(shop, 'churn', { channel: [channel] }).value.window.months, channel).to.equal(3);
    }
  });

  it('makes inactive customers inactive', () => {
    const { value } = ask<RfmResult>(shop, 'rfm', { segment: ['inactive'] });
    expect([value.customers, value.inactive]).to.deep.equal([0, 1]);
  });

  it('follows the period', () => {
    const { value } = ask<RfmResult>(shop, 'rfm', { period: { from: '2024-01-01' } });
    expect([value.window.months, value.customers, value.inactive]).to.deep.equal([1, 1, 0]);
  });
});

describe('filter: a period after the last day of the data', () => {
  const orders = [
    { customer: 'ann', at: '2024-01-02', net: 10 },
    { customer: 'bob', at: '2024-06-02', net: 10 },
  ];

  for (const kpi of ['churn', 'lifecycle', 'pulse', 'purchase-timing', 'retention', 'rfm', 'sales'])
    it(`leaves ${kpi} no figure, and is no error`, () => {
      const { status, reasons } = ask({ orders }, kpi, { period: { from: '2030-01-01', to: '2030-12-31' } });
      expect([status, reasons[0].code]).to.deep.equal(['empty', 'no-data']);
    });
});
