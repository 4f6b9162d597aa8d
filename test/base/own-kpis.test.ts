/** What `registerKpi` takes. */
import { expect } from 'chai';
import { ownKpi, registerKpi } from '../../src/base/own-kpis.js';

describe('registerKpi', () => {
  const words = { label: 'A', definition: 'B.', formula: 'c' };
  const labels = { en: words, fr: words };
  const told = (given: unknown): unknown => {
    try {
      registerKpi(given as never);
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      return [code, message.split(':')[0]];
    }
    return null;
  };

  it('takes plain data with words in both languages', () => {
    expect(told({ id: 'taken', numerator: 'orders', labels })).to.equal(null);
    expect(ownKpi('taken')).to.deep.equal({ formula: { id: 'taken', numerator: 'orders' }, labels });
  });

  it('says what it does not take, always in the same way', () => {
    const kpi = { id: 'left', numerator: 'orders' };
    const wrong: (readonly [unknown, string])[] = [
      ...[null, undefined, { ...kpi, labels, numerator: () => 1 }].map((given) => [given, 'registerKpi'] as const),
      ...[3, 'orders', {}, { ...kpi, id: ['left'], labels }].map((given) => [given, 'registerKpi.id'] as const),
      [{ ...kpi, labels: { en: { ...words, label: 1 }, fr: words } }, 'registerKpi.labels.en.label'],
      [{ ...kpi, labels: { en: words, fr: { ...words, definition: {} } } }, 'registerKpi.labels.fr.definition'],
      [{ ...kpi, labels: { en: words, fr: { ...words, formula: ' ' } } }, 'registerKpi.labels.fr.formula'],
    ];
    for (const [given, path] of wrong) expect(told(given), String(given)).to.deep.equal(['invalid-param', path]);
    expect(ownKpi('left')).to.equal(undefined);
  });
});
