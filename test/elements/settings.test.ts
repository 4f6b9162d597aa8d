import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { KpiElement } from '../../src/base/kpi-element.js';

const rows = [1, 2, 3, 4, 5, 6].map((n) => ({ customer_id: `c${n}`, created_at: `2024-0${n}-15`, total: 10 * n }));

async function figures(tag: string, attributes: Record<string, string>): Promise<KpiElement<unknown>> {
  const element = document.createElement(tag) as KpiElement<unknown>;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.data = rows;
  document.body.append(element);
  await element.ready;
  return element;
}

describe('settings that the engine would refuse', () => {
  const { warn } = console;
  before(() => (console.warn = () => undefined));
  after(() => (console.warn = warn));

  const wrong: [tag: string, attribute: string, value: string, more?: Record<string, string>][] = [
    ['rfm-matrix', 'window', '1201M'],
    ['rfm-matrix', 'window', '0D'],
    ['rfm-matrix', 'window', '3'],
    ['churn-alerts', 'window', 'ALL'],
    ['churn-alerts', 'window', '2000m'],
    ['churn-alerts', 'min-group-size', '2000000'],
    ['lifecycle-flow', 'window', 'all'],
    ['lifecycle-flow', 'from', '2024-02-30'],
    ['lifecycle-flow', 'premium-share', '1'],
    ['rfm-matrix', 'thresholds', '1,2,Infinity', { segments: 'thresholds' }],
    ['rfm-matrix', 'thresholds', '1,2', { segments: 'thresholds' }],
  ];
  for (const [tag, attribute, value, more] of wrong)
    it(`${tag} ${attribute}="${value}" ${more ? JSON.stringify(more) : ''}: the default, and a notice`, async () => {
      const element = await figures(tag, { [attribute]: value, ...more });
      const usual = await figures(tag, {});
      expect(element.notices.map(({ details }) => details?.['attribute'])).to.deep.equal([attribute]);
      expect(JSON.stringify(element.result)).to.equal(JSON.stringify(usual.result));
      element.remove();
      usual.remove();
    });

  const right: [tag: string, window: string][] = [
    ['rfm-matrix', '1200M'],
    ['rfm-matrix', 'ALL'],
    ['churn-alerts', '1199m'],
    ['churn-alerts', '9999D'],
    ['lifecycle-flow', '9999D'],
  ];
  for (const [tag, window] of right)
    it(`${tag} window="${window}" is as good as any`, async () => {
      const element = await figures(tag, { window });
      expect(element.notices).to.deep.equal([]);
      expect(element.status).to.not.equal('error');
      element.remove();
    });
});
