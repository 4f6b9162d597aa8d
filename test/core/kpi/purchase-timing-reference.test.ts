import { expect } from 'chai';
import { createDataset, run } from '../../../src/core/index.js';
import type { PurchaseTimingResult } from '../../../src/core/index.js';
import { sharedJson } from '../../shared-data.js';
import {
  KINDS,
  naiveGaps,
  naiveHazard,
  naiveMedian,
  naiveQuantile,
  naiveRegularity,
  naiveSpells,
  naiveSurvival,
} from './purchase-timing-oracle.js';
import { curve } from './purchase-timing-run.js';

type RetailRow = { InvoiceDate: string; CustomerID: string; Country: string };

describe('purchase timing: Online Retail against naive loops', () => {
  let value: PurchaseTimingResult;
  let spells: ReturnType<typeof naiveSpells>;
  let rows: RetailRow[];

  before(async function () {
    this.timeout(60_000);
    rows = await sharedJson<RetailRow[]>(this, 'data/online-retail-orders.json');
    value = run(createDataset(rows).dataset, { kpi: 'purchase-timing' }).value as PurchaseTimingResult;
    spells = naiveSpells(
      rows.map((row) => ({ customer: row.CustomerID, day: row.InvoiceDate.slice(0, 10) })),
      '2011-12-09',
    );
  });

  it('has no registrations, and everybody waits for a second purchase', () => {
    expect(value.curves.map(({ id, part }) => [id, part])).to.deep.equal([
      ['second', 'all'],
      ['next', 'all'],
    ]);
    expect(curve(value, 'second').customers).to.equal(4338);
  });

  for (const id of ['second', 'next'] as const) {
    it(`has the curve, the medians and the hazard of ${id}`, function () {
      this.timeout(60_000);
      const own = spells.filter(KINDS[id]);
      const found = curve(value, id);
      expect([found.spells, found.events]).to.deep.equal([own.length, own.filter((spell) => spell.ended).length]);
      expect(found.customers).to.equal(new Set(own.map((spell) => spell.customer)).size);
      for (const point of found.points.filter((_, index) => index % 40 === 0 || index < 4)) {
        expect(point.survival, `day ${point.days}`).to.be.closeTo(naiveSurvival(own, point.days), 1e-9);
        expect(point.atRisk).to.equal(own.filter((spell) => spell.days >= point.days).length);
        expect(point.censored).to.equal(own.filter((spell) => !spell.ended && spell.days === point.days).length);
      }
      for (const { days, probability } of found.marks) expect(probability).to.be.closeTo(1 - naiveSurvival(own, days), 1e-9);
      expect(found.medianDays).to.equal(naiveQuantile(own, 0.5));
      expect(found.day80).to.equal(naiveQuantile(own, 0.8));
      for (const { from, to, events, rate } of found.hazard) {
        const naive = naiveHazard(own, from, to);
        expect(events).to.equal(naive.events);
        expect(rate).to.be.closeTo(naive.events / naive.exposure, 1e-12);
      }
      const conversion = 1 - naiveSurvival(own, 90);
      expect(found.window!.conversion).to.be.closeTo(conversion, 1e-9);
      expect(1 - naiveSurvival(own, found.window!.to)).to.be.at.least(0.8 * conversion);
      expect(1 - naiveSurvival(own, found.window!.to - 1)).to.be.below(0.8 * conversion);
    });
  }

  it('has the intervals, the medians of customers, the regularity and the cadence', () => {
    const { pooled, perCustomer, regularity, cadence, open } = value.intervals;
    const gaps = naiveGaps(spells);
    const all = gaps.flat();
    const medians = gaps.map((own) => naiveMedian(own)!);
    expect([pooled.count, pooled.medianDays]).to.deep.equal([all.length, naiveMedian(all)]);
    expect([perCustomer.count, perCustomer.medianDays]).to.deep.equal([medians.length, naiveMedian(medians)]);
    for (const [view, values] of [
      [pooled, all],
      [perCustomer, medians],
    ] as const)
      for (const { from, to, count } of view.classes)
        expect(count).to.equal(values.filter((days) => days > from - 1 && days <= (to ?? Infinity)).length);
    expect(open).to.equal(4338);
    expect(regularity.k).to.be.closeTo(naiveRegularity(gaps)!, 1e-5);
    const regulars = gaps.filter((own) => own.length > 1);
    const within = regulars.map((own) => naiveMedian(own)!).filter((days) => days <= 60);
    expect([regularity.customers, cadence.customers, cadence.within]).to.deep.equal([regulars.length, regulars.length, within.length]);
    expect(cadence.medianDays).to.equal(naiveMedian(within));
  });

  it('tells each step, and each country', () => {
    value.steps.forEach(({ purchase, customers, events, rate, medianDays }) => {
      const own = spells.filter((spell) => spell.before === purchase);
      const again = own.filter((spell) => spell.ended).length;
      expect([customers, events, rate, medianDays]).to.deep.equal([own.length, again, again / own.length, naiveQuantile(own, 0.5)]);
    });
    const split = run(createDataset(rows).dataset, { kpi: 'purchase-timing', params: { by: 'country' } }).value as PurchaseTimingResult;
    const uk = new Set(rows.filter((row) => row.Country === 'United Kingdom').map((row) => row.CustomerID));
    const own = spells.filter((spell) => spell.before === 1 && uk.has(spell.customer));
    const found = curve(split, 'second', 'United Kingdom');
    expect([found.part, found.spells, found.medianDays]).to.deep.equal(['group', own.length, naiveQuantile(own, 0.5)]);
    expect(split.curves.filter(({ id }) => id === 'second').map(({ part }) => part)).to.deep.equal([
      ...['all', 'group', 'group', 'group', 'group', 'group', 'group', 'rest'],
    ]);
    expect(
      split.curves.filter(({ id, part }) => id === 'second' && part !== 'all').reduce((sum, { spells: one }) => sum + one!, 0),
    ).to.equal(4338);
  });
});
