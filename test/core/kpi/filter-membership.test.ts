/** Filters that choose customers: tiers against churn's own list, stages and cohorts against naive oracles, words for periods by hand. */
import { expect } from 'chai';
import { formatIsoDay, parseIsoDay } from '../../../src/core/calendar/civil-day.js';
import { createDataset, run } from '../../../src/core/index.js';
import { readFilter } from '../../../src/core/kpi/filter.js';
import type { ChurnResult } from '../../../src/core/kpi/churn-types.js';
import type { Filter, KpiResult } from '../../../src/core/kpi/contract.js';
import type { SalesResult } from '../../../src/core/kpi/sales-types.js';

interface Order {
  customer_id: string;
  created_at: string;
  total: number;
}

/** Numbers that look random and are always the same. */
function shop(customers: number): Order[] {
  let state = 7;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  const start = parseIsoDay('2023-01-01')!;
  return Array.from({ length: customers }, (_, who) =>
    Array.from({ length: 1 + next(6) }, () => ({
      customer_id: `c${who}`,
      created_at: formatIsoDay(start + next(540)),
      total: 5 + next(90),
    })),
  ).flat();
}

const orders = shop(300);
const { dataset } = createDataset(orders);
const asOf = orders
  .map(({ created_at }) => created_at)
  .sort()
  .at(-1)!;

const ids = [...new Set(orders.map(({ customer_id }) => customer_id))];
const people = ids.map((id) => orders.filter(({ customer_id }) => customer_id === id));

/** Revenue and customers that the filter lets through. */
function kept(filter: Filter): { customers: number | null; revenue: number | null } {
  const { customers, revenue } = (run(dataset, { kpi: 'sales', params: { grain: 'year' }, filter }) as KpiResult<SalesResult>).value.totals;
  return { customers, revenue };
}

/** The same, counted by hand. */
function naive(isIn: (own: Order[]) => boolean): { customers: number; revenue: number } {
  const chosen = people.filter(isIn);
  return { customers: chosen.length, revenue: chosen.flat().reduce((sum, { total }) => sum + total, 0) };
}

const daysOf = (own: Order[]): number[] => [...new Set(own.map(({ created_at }) => parseIsoDay(created_at)!))].sort((a, b) => a - b);

describe('filter: tiers', () => {
  const { tiers, customers } = (run(dataset, { kpi: 'churn', params: { limit: 10000 } }) as KpiResult<ChurnResult>).value;

  for (const { id, customers: count } of tiers)
    it(`${id}: the customers that churn lists`, () => {
      const names = new Set(customers.filter(({ tier }) => tier === id).map((customer) => customer.id));
      expect(names.size).to.equal(count);
      expect(count).to.be.greaterThan(0);
      expect(kept({ tier: [id] })).to.deep.equal(naive(([{ customer_id }]) => names.has(customer_id)));
    });

  it('several: any of them', () => {
    const all = tiers.reduce((sum, { customers }) => sum + customers!, 0);
    expect(kept({ tier: ['inactive', 'risk', 'watch'] }).customers).to.equal(all);
  });
});

describe('filter: stages', () => {
  const end = parseIsoDay(asOf)!;
  const meanRecency = people.reduce((sum, own) => sum + end - daysOf(own).at(-1)!, 0) / people.length;
  const months = Math.max(1, Math.round(meanRecency / 30.4375));
  const back = new Date(end * 864e5);
  back.setUTCMonth(back.getUTCMonth() - months);
  const limit = back.getTime() / 864e5;

  function stageOf(own: Order[]): string {
    const days = daysOf(own);
    if (days.at(-1)! <= limit) return 'inactive';
    if (days.length >= 3 && (days.at(-1)! - days[0]) / (days.length - 1) <= 60) return 'premium';
    return days.length > 1 ? 'loyal' : 'new';
  }

  it('are those of a naive oracle, and make up everybody', () => {
    const stages = ['new', 'loyal', 'premium', 'inactive'];
    for (const stage of stages) {
      const expected = naive((own) => stageOf(own) === stage);
      expect(kept({ stage: [stage] }), stage).to.deep.equal(expected);
      expect(expected.customers, stage).to.be.greaterThan(0);
    }
    expect(stages.reduce((sum, stage) => sum + kept({ stage: [stage] }).customers!, 0)).to.equal(people.length);
  });

  it('prospects have no order', () => expect(kept({ stage: ['prospect'] }).customers).to.equal(null));
});

describe('filter: cohorts', () => {
  const firstOf = (own: Order[]): string => own.map(({ created_at }) => created_at).sort()[0];

  it('by day, month, quarter and year of the first order', () => {
    const someday = orders[0].created_at;
    expect(kept({ cohort: ['2023-04'] })).to.deep.equal(naive((own) => firstOf(own).startsWith('2023-04')));
    expect(kept({ cohort: ['2023-04', '2023-Q1'] })).to.deep.equal(naive((own) => firstOf(own) < '2023-05'));
    expect(kept({ cohort: ['2023'] })).to.deep.equal(naive((own) => firstOf(own) < '2024'));
    expect(kept({ cohort: [someday] }).customers ?? 0).to.equal(naive((own) => firstOf(own) === someday).customers);
  });

  it('by ISO week', () => {
    expect(kept({ cohort: ['2023-W02'] })).to.deep.equal(naive((own) => firstOf(own) >= '2023-01-09' && firstOf(own) <= '2023-01-15'));
  });

  it('and other choices: all must let a customer through', () => {
    const both = kept({ cohort: ['2023'], tier: ['risk'] }).customers!;
    expect(both)
      .to.be.lessThan(kept({ tier: ['risk'] }).customers!)
      .and.to.be.greaterThan(0);
    expect(both + (kept({ cohort: ['2024'], tier: ['risk'] }).customers ?? 0)).to.equal(kept({ tier: ['risk'] }).customers);
  });
});

describe('filter: periods told by a word', () => {
  const seen = (last: string, day = '2024-03-31'): unknown => readFilter({ period: { last } }, parseIsoDay(day)).filter.period;

  it('end on the as-of day, or are the whole one before', () => {
    expect(seen('1D')).to.deep.equal({ from: '2024-03-31', to: '2024-03-31' });
    expect(seen('30d')).to.deep.equal({ from: '2024-03-02', to: '2024-03-31' });
    expect(seen('1M')).to.deep.equal({ from: '2024-03-01', to: '2024-03-31' });
    expect(seen('12M', '2024-03-15')).to.deep.equal({ from: '2023-03-16', to: '2024-03-15' });
    expect(seen('day')).to.deep.equal({ from: '2024-03-31', to: '2024-03-31' });
    expect(seen('previous-day')).to.deep.equal({ from: '2024-03-30', to: '2024-03-30' });
    expect(seen('week', '2024-03-29')).to.deep.equal({ from: '2024-03-25', to: '2024-03-29' });
    expect(seen('previous-week', '2024-03-29')).to.deep.equal({ from: '2024-03-18', to: '2024-03-24' });
    expect(seen('previous-month')).to.deep.equal({ from: '2024-02-01', to: '2024-02-29' });
    expect(seen('previous-quarter')).to.deep.equal({ from: '2023-10-01', to: '2023-12-31' });
    expect(seen('year')).to.deep.equal({ from: '2024-01-01', to: '2024-03-31' });
    expect(seen('previous-year')).to.deep.equal({ from: '2023-01-01', to: '2023-12-31' });
  });

  it('stand in a result as days, and cap its as-of day', () => {
    const { filter, asOf: counted } = run(dataset, { kpi: 'sales', filter: { period: { last: 'previous-month' } }, asOf: '2024-03-31' });
    expect([filter, counted]).to.deep.equal([{ period: { from: '2024-02-01', to: '2024-02-29' } }, '2024-02-29']);
  });

  it('are refused when they are none', () => {
    for (const filter of [
      { period: { last: 'soon' } },
      { period: { last: '0D' } },
      { cohort: ['March'] },
      { tier: ['gone'] },
      { stage: ['VIP'] },
    ])
      expect(() => readFilter(filter as Filter), JSON.stringify(filter))
        .to.throw()
        .with.property('code', 'invalid-param');
  });
});
