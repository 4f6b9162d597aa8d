/** Every state under axe: light and dark, narrow and wide, in both languages. */
import '../../../src/elements/cohort-triangle/cohort-triangle.js';
import { passesAxe, type Look } from '../access.js';
import { acquisition, channels, months, resultOf } from './fixture.js';

const states = {
  ready: resultOf(months()),
  'of money': resultOf(months('revenue', { acquisition })),
  'by channel': resultOf(channels()),
};
const views: Look[] = [
  ['light', 'en', 1000],
  ['light', 'fr', 280],
  ['dark', 'fr', 1000],
  ['dark', 'fr', 280],
];

passesAxe('cohort-triangle', states, { views });
