/** Every state under axe: light and dark, wide and narrow, in both languages. */
import '../../../src/elements/purchase-timing/purchase-timing.js';
import { passesAxe } from '../access.js';
import { curve, result, split, timing } from './fixture.js';

const hidden = curve({
  ...{ customers: null, spells: null, events: null, medianDays: null, medianInterval: [null, null] },
  ...{ marks: [{ days: 7, probability: null, lower: null, upper: null }], window: null, points: [], hazard: [], peak: null },
});
const states = {
  ready: result(),
  split: result(split()),
  'without registrations': result(timing({ curves: [curve()] }), {
    status: 'partial',
    reasons: [{ code: 'missing-column', detail: 'customers.created_at' }],
  }),
  withheld: result(timing({ curves: [hidden] }), { status: 'partial', reasons: [{ code: 'suppressed', detail: 'curves' }] }),
};

passesAxe('purchase-timing', states);
