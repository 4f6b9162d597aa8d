/** Every state under axe: light and dark, wide and narrow, in both languages. */
import '../../../src/elements/churn-alerts/churn-alerts.js';
import { passesAxe } from '../access.js';
import { churn, result, tier } from './fixture.js';

const unknown = { attritionRate: null, attritionInterval: null, attritionBase: 0, attritionLost: 0, trend: [] };
const states = {
  ready: result(churn()),
  'without history': result(churn(unknown), { status: 'partial', reasons: [{ code: 'not-enough-history', detail: '2025-07-01' }] }),
  withheld: result(churn({ tiers: [tier('watch', null, null), tier('risk', null, null), tier('inactive', 9, 1)], customers: [] }), {
    status: 'partial',
    reasons: [{ code: 'suppressed', detail: 'tiers' }],
  }),
  'of nobody': result(churn({ tiers: [tier('watch', 0, 0), tier('risk', 0, 0), tier('inactive', 0, 0)], customers: [] })),
};

passesAxe('churn-alerts', states);
