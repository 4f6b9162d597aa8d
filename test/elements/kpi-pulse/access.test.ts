/** Every state under axe: light and dark, wide and narrow, in both languages. */
import '../../../src/elements/kpi-pulse/kpi-pulse.js';
import { passesAxe } from '../access.js';
import { missing, pulse, repeatRate, result, salesMonth } from './fixture.js';

const states = {
  ready: result(pulse([salesMonth(), repeatRate()], { by: 'channel' }), { status: 'ready', reasons: [] }),
  'with a table missing': result(),
  'of tables that are all missing': result(pulse([missing()])),
};

passesAxe('kpi-pulse', states, { attributes: { open: 'sales-month', by: 'channel' } });
