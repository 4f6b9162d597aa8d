import type { BaseTerms } from './base-terms.js';

const again = 'Try again.';
const flat = 'Give a flat list of rows with column headers.';

/** What happened, and what to do. */
export const errorsEn: BaseTerms['errors'] = {
  aborted: ['Loading was stopped.', 'Load again when you like.'],
  'bad-json': ['The data are not valid JSON.', 'Check the export.'],
  'empty-input': ['The data hold no rows.', 'Check the export.'],
  'html-instead-of-json': ['A web page came back instead of data.', 'Check the address; a login page often answers in its place.'],
  'http-status': ['The server did not give the data.', 'Check the address.'],
  'invalid-date': ['A date could not be read.', 'Write dates as 2025-03-31.'],
  'invalid-mapping': ['The column mapping does not fit the data.', 'Use the headers as they stand in the data.'],
  'invalid-param': ['A setting has a value that this widget does not know.', 'Correct the setting.'],
  'invalid-time-zone': ['The time zone is not known.', 'Use a name such as Europe/Paris.'],
  'missing-column': ['A column that is needed was not found.', 'Add it, or name yours in a mapping.'],
  'mixed-currency': ['The data hold several currencies.', 'Choose one; amounts are not converted.'],
  network: ['The data could not be fetched.', 'Check the connection and the address.'],
  'no-table': ['No table was recognised in the data.', flat],
  'not-cloneable': ['The data hold something that is not data.', 'Keep texts, numbers and dates only.'],
  timeout: ['The calculation took too long.', 'Try again, or with fewer rows.'],
  'too-deep': ['The data are nested too deeply.', flat],
  'too-large': ['The data are too large.', 'Keep only the columns and periods needed.'],
  'unknown-kpi': ['This figure is not known here.', 'Use one version of the library on the page.'],
  'worker-lost': ['The calculation stopped unexpectedly.', again],
  internal: ['The calculation failed.', again],
};
