import { expect } from 'chai';
import { createDataset, run } from '../../../src/core/index.js';
import type { FunnelResult } from '../../../src/core/index.js';

/** ann visits in the afternoon and her order has a date only; bob's order has a time before his visit. */
function shop(day: string) {
  return {
    visits: [
      { id: 'a', visitor_id: 'v1', customer_id: 'ann', started_at: `${day}T15:00:00` },
      { id: 'b', visitor_id: 'v2', customer_id: 'bob', started_at: `${day}T15:00:00` },
    ],
    orders: [
      { id: '1', customer_id: 'ann', created_at: day, total: '10.00' },
      { id: '2', customer_id: 'bob', created_at: `${day}T14:00:00`, total: '10.00' },
    ],
  };
}

describe('funnel: dates without time', () => {
  for (const timeZone of ['UTC', 'Europe/Paris', 'America/Sao_Paulo', 'Pacific/Apia']) {
    // A day of 23 hours and one of 25 in Paris, and one whose midnight does not exist in São Paulo.
    for (const day of ['2018-07-05', '2018-03-25', '2018-10-28', '2018-11-04']) {
      it(`are told from times: ${day} in ${timeZone}`, () => {
        const { dataset } = createDataset(shop(day), { timeZone });
        const { value } = run(dataset, { kpi: 'funnel', params: { preset: 'lead' } }) as { value: FunnelResult };
        expect(value.steps.map((step) => step.count)).to.deep.equal([2, 2, 1]);
        expect(value.steps[2].medianDays).to.equal(0);
      });
    }
  }
});
