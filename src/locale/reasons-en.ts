import type { BaseTerms } from './base-terms.js';

export const reasonsEn: BaseTerms['reasons'] = {
  'no-data': 'no data for this figure',
  'zero-denominator': 'nothing to divide by: the group is empty',
  'not-enough-history': 'not enough history yet',
  'missing-table': 'the data lack a table',
  'missing-column': 'the data lack a column',
  'missing-event': 'the data have no event of this step',
  'merged-bins': 'too few different values: some classes were merged',
  'few-distinct-values': 'too few different values to make all classes',
  suppressed: 'withheld, because the group is too small',
  'rising-count': 'a step counts more than the one before it',
  'small-sample': 'small sample: the true rate may differ widely',
  'guest-orders': 'some orders have no customer and are not counted here',
  'filter-ignored': 'a filter does not apply to this figure',
  'no-revenue': 'no revenue in the period',
  'open-window': 'entered too late to have had the whole time to convert',
  unidentified: 'rows with nobody behind them are not counted here',
};

export const leftEn: BaseTerms['left'] = {
  'after-generated-at': 'dated after the export itself',
  'bad-amount': 'unreadable amount',
  'bad-count': 'unreadable count',
  'bad-date': 'unreadable date',
  'bad-row': 'not a row',
  'duplicate-id': 'same number as a later row',
  'fully-refunded': 'fully refunded',
  'missing-amount': 'no amount',
  'missing-date': 'no date',
  'missing-id': 'no identifier',
  'missing-type': 'no type',
  'missing-step': 'no step name',
  'other-currency': 'another currency',
  'status-cancelled': 'cancelled',
  'status-failed': 'payment failed',
  'status-pending': 'not paid yet',
  'status-unknown': 'unknown status',
  'test-order': 'test order',
  'zero-value': 'amount of zero',
  'after-as-of': 'after the date of the figures',
  filtered: 'outside the filter',
};

export const noticesEn: BaseTerms['notices'] = {
  'in-page': 'The figures are calculated in the page itself, because it forbids workers.',
  'worker-restarted': 'The calculation was interrupted and started again.',
  setting: 'A setting has a value that the widget does not know; its default is used.',
};
