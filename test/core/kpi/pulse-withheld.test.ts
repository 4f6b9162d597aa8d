import { expect } from 'chai';
import { one, pulse, reasons } from './pulse-run.js';
import type { TinyOrder } from './tiny-dataset.js';

const rest = { minGroupSize: 5 };
/** An order each, of so many customers of their own. */
const buyers = (name: string, count: number, at: string, more: Partial<TinyOrder> = {}): TinyOrder[] =>
  Array.from({ length: count }, (_, i) => ({ customer: `${name}${i}`, at, net: 10, ...more }));

describe('pulse: nothing brings back what is withheld', () => {
  // In January ten ordered; in February two of them again, with eight who are new.
  const orders = [...buyers('a', 10, '2024-01-05'), ...buyers('a', 2, '2024-02-05'), ...buyers('b', 8, '2024-02-06')];

  it('across tiles: two who came again are not ten less eight', () => {
    const kpis = ['active-customers', 'new-customers', 'new-customer-rate', 'repeat-rate', 'new-revenue-share'];
    const all = pulse({ orders }, { kpis: kpis }, rest).value.kpis;
    expect(all.map(({ current }) => current!.value)).to.deep.equal([10, null, null, null, null]);
    for (const kpi of all.slice(1)) {
      expect(reasons(kpi), kpi.id).to.include('suppressed').and.not.to.include('no-data');
      expect([...kpi.terms, ...kpi.base].map(({ amount }) => amount).filter((amount) => amount !== null)).to.deep.equal([]);
    }
  });

  it('a formula of the page that comes to a few', () => {
    const few = { id: 'own', numerator: { customers: 1, 'new-customers': -1 } };
    expect(one({ orders }, few, {}, rest).current!.value).to.equal(null);
  });

  it('across the parts of a split: numbers of people too', () => {
    const sold = [
      ...buyers('w', 18, '2024-02-01', { channel: 'web' }),
      ...buyers('m', 7, '2024-02-02', { channel: 'mail' }),
      ...buyers('x', 2, '2024-02-03', { channel: 'ads' }),
    ];
    const { current, parts } = one({ orders: sold }, 'new-customers', { by: 'channel' }, rest);
    expect([current!.value, parts.map(({ key, value }) => [key, value])]).to.deep.equal([
      27,
      [
        ['web', 18],
        ['mail', null],
        ['ads', null],
      ],
    ]);
  });

  it('across days: one buyer of a Wednesday is not a week less six days', () => {
    // 1 to 7 January 2024: Monday to Sunday.
    const days = Array.from({ length: 7 }, (_, i) => `2024-01-0${i + 1}`);
    const sold = days.flatMap((at, i) => buyers(`d${i}`, i === 2 ? 1 : 6, at, i === 2 ? { net: 777 } : {}));
    const [day, week, month] = pulse({ orders: sold }, { kpis: ['sales-day', 'sales-week', 'sales-month', 'sales-year'] }, rest).value.kpis;
    expect([week!.current!.value, month!.current!.value]).to.deep.equal([1137, 1137]);
    const shown = day!.series.filter(({ value }) => value !== null);
    // Another day is withheld beside it: the later of two that could be.
    expect(shown.map(({ from }) => from))
      .to.have.length(5)
      .and.not.to.include('2024-01-03');
    expect(shown.map(({ value }) => value)).to.deep.equal([60, 60, 60, 60, 60]);
    const count = one({ orders: sold }, 'new-customers', { grain: 'day' }, rest);
    expect(count.series.find(({ from }) => from === '2024-01-03')!.value).to.equal(null);
  });

  it('across comparisons: a whole month less its first days', () => {
    // January has six buyers up to the 10th, and two after it; February ends on the 10th.
    const sold = [...buyers('a', 6, '2024-01-01'), ...buyers('b', 2, '2024-01-20'), ...buyers('c', 6, '2024-02-10')];
    const { series, current } = one({ orders: sold }, 'sales', {}, rest);
    expect(series.map(({ value }) => value)).to.deep.equal([80, 60]);
    expect([current!.compared, current!.previous]).to.deep.equal([{ from: '2024-01-01', to: '2024-01-10' }, null]);
    expect(one({ orders: sold }, 'sales').current!.previous).to.equal(60);
  });

  it('nothing is withheld where nobody asks for it, or nobody is few', () => {
    const ask = (minGroupSize?: number) =>
      JSON.stringify(pulse({ orders }, { kpis: ['sales', 'orders', 'basket'] }, { minGroupSize }).value);
    expect(ask(2)).to.equal(ask());
  });
});
