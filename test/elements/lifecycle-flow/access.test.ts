/** Every state under axe: light and dark, wide and narrow, in both languages. */
import '../../../src/elements/lifecycle-flow/lifecycle-flow.js';
import { passesAxe } from '../access.js';
import { flow, lifecycle, result, stage } from './fixture.js';

const unknown = { ...lifecycle().renewal, rate: null, verdict: null };
const states = {
  ready: result(lifecycle()),
  'with a loss': result(lifecycle({ renewal: { ...lifecycle().renewal, rate: -0.04, ratio: null, verdict: 'alert' } })),
  'without history': result(lifecycle({ renewal: unknown }), {
    status: 'partial',
    reasons: [{ code: 'not-enough-history', detail: '2025-07-01' }],
  }),
  withheld: result(
    lifecycle({
      stages: [stage('new', 100, 90), stage('loyal', null, null, { revenue: null, dwell: null }), stage('inactive', null, null)],
      flows: [flow('new', 'loyal', null, 100), flow('new', 'new', 60, 100)],
      renewal: {
        ...unknown,
        newCustomers: null,
        becameInactive: null,
        reactivated: null,
        activeAtStart: null,
        activeAtEnd: null,
        ratio: null,
      },
    }),
    { status: 'partial', reasons: [{ code: 'suppressed', detail: 'flows' }] },
  ),
};

passesAxe('lifecycle-flow', states);
